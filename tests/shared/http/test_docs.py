"""The documentation needs no network and tells everything that a route does."""

import re
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from shared.http import docs
from tests.shared.http.conftest import client_of

EXTERNAL = re.compile(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]+", re.IGNORECASE)


@pytest.mark.parametrize("path", ["/docs", "/redoc"])
async def test_pages_ask_nobody_else(path: str, app: FastAPI) -> None:
    async with client_of(app, key=None) as client:
        page = await client.get(path)
        assert page.status_code == 200
        assert not EXTERNAL.search(page.text)
        assert "<script>" not in page.text, "the CSP forbids inline scripts"
        wanted = re.findall(r'(?:src|href|spec-url|data-url)="([^"]+)"', page.text)
        assert len(wanted) >= 3
        for address in wanted:
            assert (await client.get(address)).status_code == 200, address
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "http" not in policy


@pytest.mark.parametrize("name", [*docs.KINDS, "start.js"])
async def test_files_are_served_here(name: str, app: FastAPI) -> None:
    async with client_of(app, key=None) as client:
        answer = await client.get(f"/docs/assets/{name}")
    assert answer.status_code == 200
    assert b"cdn.redoc.ly" not in answer.content
    assert answer.headers["cache-control"] == "public, max-age=3600"


@pytest.mark.parametrize("name", ["nothing.js", "..%2fcore.py", "%2e%2e/__init__.py"])
async def test_no_other_file_is(name: str, app: FastAPI) -> None:
    async with client_of(app, key=None) as client:
        answer = await client.get(f"/docs/assets/{name}")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.fixture
async def document(app: FastAPI) -> dict[str, Any]:
    async with client_of(app, key=None) as client:
        answer: dict[str, Any] = (await client.get("/openapi.json")).json()
        return answer


def operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [(path, method, operation) for path, item in document["paths"].items() for method, operation in item.items()]


async def test_every_operation_is_told_whole(document: dict[str, Any]) -> None:
    told = operations(document)
    assert len(told) == 13
    ids = [operation["operationId"] for _, _, operation in told]
    assert len(set(ids)) == len(ids)
    for path, method, operation in told:
        assert re.fullmatch(r"[a-z]+(_[a-z]+)+", operation["operationId"]), path
        assert operation["description"]
        assert operation["tags"] == ["things"]
        scopes = operation["security"][0]["apiKey"]
        assert scopes == operation["security"][1]["bearer"]
        kind = "approve" if path.endswith("approve") else "read" if method == "get" else "write"
        assert scopes == [f"toy:things:{kind}"]
        for status, response in operation["responses"].items():
            if status >= "400":
                assert response == {"$ref": f"#/components/responses/Problem{status}"}
        assert {"401", "403", "422", "503"} <= set(operation["responses"])
    assert document["tags"] == [{"name": "things", "description": "Things to try."}]


async def test_headers_are_told_where_they_apply(document: dict[str, Any]) -> None:
    def parameters(path: str, method: str) -> set[str]:
        told = document["paths"][path][method].get("parameters", [])
        return {part.get("$ref", part.get("name", "")).rpartition("/")[2] for part in told}

    assert parameters("/v1/things", "post") == {"IdempotencyKey"}
    assert parameters("/v1/things", "get") == {"Limit", "Cursor", "name"}
    assert parameters("/v1/things/{thing_id}", "get") == {"thing_id", "IfNoneMatch"}
    assert parameters("/v1/things/{thing_id}", "patch") == {"thing_id", "IfMatch", "IdempotencyKey"}
    assert parameters("/v1/things/{thing_id}", "delete") == {"thing_id"}


async def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    references = set(re.findall(r"'\$ref': '#/([^']+)'", str(document)))
    assert len(references) > 10
    for reference in references:
        found: Any = document
        for part in reference.split("/"):
            found = found[part]
    assert "HTTPValidationError" not in str(document)


async def test_bodies_have_examples(document: dict[str, Any]) -> None:
    for name in ("ThingIn", "ThingPatch", "ThingOut", "Problem"):
        assert document["components"]["schemas"][name]["examples"]


async def test_answers_are_told_by_status(document: dict[str, Any]) -> None:
    assert {"200", "201", "409"} <= set(document["paths"]["/v1/things"]["post"]["responses"])
    assert "304" in document["paths"]["/v1/things/{thing_id}"]["get"]["responses"]
    assert "412" in document["paths"]["/v1/things/{thing_id}"]["patch"]["responses"]
    assert "204" in document["paths"]["/v1/things/{thing_id}"]["delete"]["responses"]


async def test_a_router_of_another_make_is_refused(app: FastAPI) -> None:
    from fastapi import APIRouter

    from tests.shared.http.toy import toy_app

    stray = APIRouter()

    @stray.get("/v1/stray")
    async def read_stray() -> None: ...

    with pytest.raises(TypeError, match="was not made by"):
        toy_app(app.state.database, routers=[stray])  # type: ignore[list-item]


async def test_pages_know_the_root_path(app: FastAPI) -> None:
    from tests.shared.http.toy import toy_app

    app = toy_app(app.state.database, root_path="/toy")
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://toy") as client:
        page = (await client.get("/docs")).text
    assert 'data-url="/toy/openapi.json"' in page
