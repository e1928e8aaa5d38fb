"""The AsyncAPI document as a page for people: plain HTML without a script, made once."""

import json
from typing import Any, NamedTuple

from shared.http.asyncapi.document import SCHEMAS, Document


class Field(NamedTuple):
    """One row of a schema's table. parts: the words of its type; those that name a schema are linked."""

    name: str
    parts: list[str]
    required: bool
    about: str


def render(document: Document) -> str:
    """The page of a document."""
    import jinja2  # when somebody first looks: a service that nobody looks at need not hold it

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("shared.http.asyncapi", "."),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    components = document["components"]
    return environment.get_template("page.html").render(
        document=document,
        topics=[_topic(document, name, channel) for name, channel in document["channels"].items()],
        messages=components["messages"],
        schemas=components["schemas"],
        parts=_parts(document),
        fields=fields,
        pretty=lambda value: json.dumps(value, indent=2, ensure_ascii=False),
    )


def _topic(document: Document, name: str, channel: Document) -> Document:
    """A channel with the operations on it."""
    on_it = [
        operation for operation in document["operations"].values() if operation["channel"]["$ref"].endswith(f"/{name}")
    ]
    return {
        "name": name,
        "about": channel["description"],
        "kafka": channel["bindings"]["kafka"],
        "operations": [
            {**operation, "facts": [message["$ref"].rpartition("/")[2] for message in operation["messages"]]}
            for operation in on_it
        ],
    }


def _parts(document: Document) -> list[str]:
    """The schemas that are no fact and no headers: what facts have inside."""
    components = document["components"]
    return sorted(set(components["schemas"]) - set(components["messages"]) - {"CloudEvent", "CloudEventOfOthers"})


def fields(schema: Document) -> list[Field]:
    """The rows of an object's table, in the order of its declaration."""
    required = schema.get("required", ())
    return [
        Field(name, type_words(part), name in required, part.get("description", ""))
        for name, part in schema.get("properties", {}).items()
    ]


def type_words(schema: Any) -> list[str]:
    """A type in words, as in ["list of ", "NotifiedRecipient"]; the name of a schema is a word of its own."""
    if not isinstance(schema, dict):
        return ["anything"]
    if "$ref" in schema:
        return [schema["$ref"].removeprefix(SCHEMAS)]
    for name in ("anyOf", "oneOf", "allOf"):
        if name in schema:
            joined: list[str] = []
            for alternative in schema[name]:
                joined += [*([" or "] if joined else []), *type_words(alternative)]
            return joined
    if "const" in schema:
        return [json.dumps(schema["const"])]
    if "enum" in schema:
        return [" or ".join(json.dumps(value) for value in schema["enum"])]
    if schema.get("type") == "array":
        return ["list of ", *type_words(schema.get("items"))]
    if schema.get("type") == "object" and "additionalProperties" in schema:
        return ["object of ", *type_words(schema["additionalProperties"])]
    return [str(schema.get("format") or schema.get("type") or "anything")]
