"""The page of a ticket shows what the API's timeline answers, in words, and pages through it from its end."""

import html
import re
from typing import Any

import pytest

from services.ticketing.console import timeline
from tests.fixtures.pages import visiting
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing import facts
from tests.services.ticketing.console.desk import MIA, a_ticket

ALL = ("ticketing:*:read", "ticketing:*:write")
ENTRY = re.compile(r'<li class="(msg|fact)[^"]*"(?: id="m-([0-9a-f-]+)")?.*?<time datetime="([^"]+)"', re.DOTALL)
OLDER = re.compile(r'<a href="([^"]+before=[^"]+)">Earlier</a>')


def shown(page: str) -> list[tuple[str, str]]:
    """The entries of a page: of a message its id, of a line its place in time."""
    return [(kind, message or at) for kind, message, at in ENTRY.findall(page)]


def expected(items: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """What the API's items are on the page."""
    return [
        ("msg", item["id"]) if item["kind"] == "message" else ("fact", item["at"].replace("Z", "+00:00"))
        for item in items
    ]


async def a_long_story(ticketing: ServiceUnderTest) -> dict[str, Any]:
    """A complaint on which everything happens."""
    ticket = await a_ticket(ticketing, type="complaint")
    other = await a_ticket(ticketing, subject="Slow again")
    path = f"/v1/tickets/{ticket['id']}"
    [complaint] = (await ticketing.get("/v1/complaints", ticket_id=ticket["id"]))["items"]
    for to, body in (
        (f"/v1/complaints/{complaint['id']}/transitions", {"to": "acknowledged"}),
        (f"{path}/assign", {"assignee_id": str(MIA)}),
        (f"/v1/tickets/{other['id']}/merge", {"into": ticket["id"]}),
        (f"{path}/messages", {"body": "We look.", "visibility": "public"}),
        (f"{path}/messages", {"body": "The index.", "visibility": "internal"}),
        (f"{path}/transitions", {"to": "pending"}),
        (f"{path}/messages", {"body": "And now?", "visibility": "public", "author": {"kind": "customer"}}),
    ):
        ticketing.clock.advance(minutes=7)
        await ticketing.post(to, body)
    ticketing.clock.advance(days=9)
    await ticketing.run_job("sla_due")
    return ticket


async def test_the_page_shows_all_that_the_api_answers_in_its_order(ticketing: ServiceUnderTest) -> None:
    await ticketing.deliver(facts.staff(MIA, name="Mia Thorsen"))
    ticket = await a_long_story(ticketing)
    items = (await ticketing.get(f"/v1/tickets/{ticket['id']}/timeline", limit=200))["items"]
    kinds = {item["kind"] for item in items}
    assert kinds >= {"message", "created", "took_in", "complaint_move", "sla_fulfilled", "sla_warned", "sla_breached"}
    async with visiting(ticketing, *ALL) as mia:
        page = await mia.get(f"/console/tickets/{ticket['number']}")
        assert shown(page) == expected(items)
        for said in (
            'Assigned to Mia Thorsen <span class="meta">by key tests<',
            "The complaint is acknowledged <span",
            "First reply: fulfilled</span>",
            "Resolution is due soon</span>",
            '<b class="badc">Resolution was due, after',
            "Took in <a",
            "Now waiting for the customer <span",
        ):
            assert said in page, said
    async with visiting(ticketing, "ticketing:tickets:read") as reader:
        page = await reader.get(f"/console/tickets/{ticket['number']}")
        assert len(shown(page)) == len([kind for kind in items if not kind["kind"].startswith("complaint_")])
        assert "The complaint is" not in page


async def test_a_recovery_stands_in_it_from_its_opening(ticketing: ServiceUnderTest) -> None:
    answer = facts.received()
    await ticketing.deliver(answer)
    [ticket] = (await ticketing.get("/v1/tickets", source_id=str(answer.response_id)))["items"]
    [case] = (await ticketing.get("/v1/recovery-cases", ticket_id=ticket["id"]))["items"]
    async with visiting(ticketing, *ALL) as mia:
        page = await mia.get(f"/console/tickets/{ticket['number']}")
    assert f"<span>Recovery opened, {case['severity']}</span>" in page


async def test_what_is_older_is_a_page_further_and_nothing_is_shown_twice(
    ticketing: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket = await a_long_story(ticketing)
    path = f"/console/tickets/{ticket['number']}"
    async with visiting(ticketing, *ALL) as mia:
        whole = shown(await mia.get(path))
        monkeypatch.setattr(timeline, "PAGE", 4)
        found, address = list[tuple[str, str]](), path + "?view=all"
        while address:
            page = await mia.get(address)
            assert ("To the newest" in page) == ("before=" in address)
            assert ("hx-get" in page) == ("before=" not in address), "only the end is asked for again"
            assert 1 <= len(shown(page)) <= 4
            found = [*shown(page), *found]
            older = OLDER.search(page)
            address = html.unescape(older[1]) if older else ""
            assert not address or "view=all" in address
        assert found == whole
        other = await a_ticket(ticketing)
        first = OLDER.search(await mia.get(path))
        assert first
        cursor = html.unescape(first[1]).partition("before=")[2]
        for before in (cursor, cursor[:-2], "x", ticket["id"], "%00"):
            page = await mia.get(f"/console/tickets/{other['number']}?before={before}")
            assert "To the newest" not in page
            assert "It takes an hour since Monday." in page
