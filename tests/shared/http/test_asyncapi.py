"""The page of a service's facts: for people, without a script and without a network."""

import re
from html.parser import HTMLParser

import pytest

from shared.http.asyncapi.page import type_words
from tests.fixtures.services import ServiceUnderTest
from tests.security.test_routes import service as service

VOID = {"meta", "link"}


class Reader(HTMLParser):
    """Ids, links and the balance of a page's tags, and the text outside its code."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.attributes |= set(given)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name in ("href", "src") and value]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "code" not in self.open:
            self.text += data


async def test_the_page_shows_every_fact_and_loads_nothing_from_elsewhere(service: ServiceUnderTest) -> None:
    async with service.client_with() as stranger:
        document = (await stranger.get("/asyncapi.json")).json()
        answer = await stranger.get("/asyncapi")
        page = Reader(answer.text)
        assert answer.headers["content-type"].startswith("text/html")
        for link in page.links:
            if not link.startswith("#"):
                assert (await stranger.get(f"/{link}")).status_code == 200, link
    assert page.open == []
    assert len(set(page.ids)) == len(page.ids)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert not re.search(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]+", answer.text)
    for name, message in document["components"]["messages"].items():
        assert name in page.ids
        assert message["name"] in answer.text
    for topic in document["channels"]:
        assert topic in answer.text
    assert "`" not in page.text
    for header in document["components"]["schemas"]["CloudEvent"]["properties"]:
        assert f"<code>{header}</code>" in answer.text


async def test_the_policy_allows_no_script_and_the_page_has_none(service: ServiceUnderTest) -> None:
    answer = await service.client.get("/asyncapi")
    page = Reader(answer.text)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert not page.tags & {"script", "style", "iframe", "form", "object"}
    assert not {name for name in page.attributes if name == "style" or name.startswith("on")}
    assert (await service.client.get("/asyncapi.css")).headers["content-type"].startswith("text/css")


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "string", "format": "uuid"}, "uuid"),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "string or null"),
        ({"type": "array", "items": {"$ref": "#/components/schemas/JobBeat"}}, "list of JobBeat"),
        ({"type": "object", "additionalProperties": {"type": "boolean"}}, "object of boolean"),
        ({"type": "object", "additionalProperties": True}, "object of anything"),
        ({"enum": ["open", "closed"], "type": "string"}, '"open" or "closed"'),
        ({"const": "1.0"}, '"1.0"'),
        ({}, "anything"),
    ],
)
def test_types_are_told_in_words(schema: dict[str, object], words: str) -> None:
    assert "".join(type_words(schema)) == words
