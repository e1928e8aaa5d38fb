"""What /openapi.json says of each service can be relied on: ids, scopes, examples, refusals."""

from typing import Any

import jsonschema_rs
import pytest

from tests.fixtures.services import ServiceUnderTest
from tests.security.test_routes import ROUTES
from tests.security.test_routes import service as service


def operations(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Method with path, and the operation."""
    return [
        (f"{method.upper()} {path}", operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]


def validator(document: dict[str, Any], schema: dict[str, Any]) -> Any:
    """Of a schema that may refer into the document."""
    local = {"components": document["components"], **schema}
    return jsonschema_rs.Draft202012Validator(local)


def test_operations_have_ids_scopes_and_refusals(service: ServiceUnderTest) -> None:
    document = service.app.openapi()
    found = operations(document)
    assert len(found) == ROUTES[service.name]
    ids = [operation["operationId"] for _, operation in found]
    assert len(set(ids)) == len(ids)
    for where, operation in found:
        assert operation["operationId"].replace("_", "").isalnum(), where
        assert operation["security"], where
        assert operation.get("description") or operation.get("summary"), where
        for status in ("401", "403", "422"):
            assert status in operation["responses"], f"{where} does not document {status}"


def test_every_body_has_an_example_that_fits_its_schema(service: ServiceUnderTest) -> None:
    document = service.app.openapi()
    for where, operation in operations(document):
        bodies = [operation["requestBody"]] if "requestBody" in operation else []
        bodies += [answer for status, answer in operation["responses"].items() if status.startswith("2")]
        for body in bodies:
            for kind, content in body.get("content", {}).items():
                if kind in ("text/csv", "application/x-ndjson", "text/calendar"):
                    assert content["example"].endswith("\n"), f"{where}: {kind} has no example"
                    continue
                if kind in ("application/octet-stream", "*/*"):
                    assert content["schema"] == {"type": "string", "format": "binary"}, f"{where}: no bytes"
                    continue
                for schema in content["schema"].get("anyOf", [content["schema"]]):
                    refuse_bad_examples(document, where, schema)


def refuse_bad_examples(document: dict[str, Any], where: str, schema: dict[str, Any]) -> None:
    """A body's schema has a name and examples, and each of them fits."""
    assert "$ref" in schema, f"{where}: a body without a name"
    name = schema["$ref"].rsplit("/", 1)[1]
    examples = document["components"]["schemas"][name].get("examples")
    assert examples, f"{where}: {name} has no example"
    for example in examples:
        errors = [error.message for error in validator(document, schema).iter_errors(example)]
        assert errors == [], f"{where}: the example of {name} does not fit: {errors[:3]}"


@pytest.mark.parametrize("page", ["/docs", "/redoc", "/asyncapi"])
async def test_the_pages_need_no_network(service: ServiceUnderTest, page: str) -> None:
    answer = await service.client.get(page)
    assert answer.status_code == 200
    assert "http://" not in answer.text.replace("http://test", "")
    assert "https://" not in answer.text
