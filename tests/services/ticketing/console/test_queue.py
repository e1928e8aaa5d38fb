"""The queue: which tickets, in which order, page by page."""

import re
from datetime import timedelta
from typing import Any

import pytest

from tests.fixtures.pages import visiting
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing import facts
from tests.services.ticketing.console.desk import MIA, a_ticket

ROWS = re.compile(r'data-row href="/console/tickets/(\d+)[^"]*">')


def numbers(page: str) -> list[int]:
    """The tickets of a page, in order."""
    return [int(number) for number in ROWS.findall(page)]


async def test_the_next_due_comes_first_and_what_has_no_clock_last(ticketing: ServiceUnderTest) -> None:
    low = await a_ticket(ticketing, priority="low")
    urgent = await a_ticket(ticketing, priority="urgent")
    none = await a_ticket(ticketing)
    await ticketing.execute("DELETE FROM sla_clock WHERE ticket_id = :id", id=none["id"])
    async with visiting(ticketing, "*") as mia:
        page = await mia.get("/console")
        assert numbers(page) == [urgent["number"], low["number"], none["number"]]
        assert "3 tickets, none overdue." in page
        ticketing.clock.advance(hours=2)
        page = await mia.get("/console")
        assert "1 of 3 is overdue." in page
        assert "Overdue 1 h" in page


async def test_each_view_shows_its_own(ticketing: ServiceUnderTest) -> None:
    await ticketing.deliver(facts.staff(MIA, name="Mia Thorsen"))
    mine = await a_ticket(ticketing, assignee_id=str(MIA))
    free, waiting, solved = [await a_ticket(ticketing, group_id=facts.CARE) for _ in range(3)]
    await ticketing.post(f"/v1/tickets/{waiting['id']}/transitions", {"to": "pending"})
    await ticketing.post(f"/v1/tickets/{solved['id']}/transitions", {"to": "solved", "resolution_code": "fixed"})
    shown = {
        "view=mine": [mine],
        "view=unassigned": [free, waiting],
        "view=waiting": [waiting],
        "view=solved": [solved],
        "view=all": [solved, waiting, free, mine],
        f"view=unsolved&group={facts.CARE}": [free, waiting],
        "priority=low": [],
        "view=no-such-view": [mine, free, waiting],
    }
    async with visiting(ticketing, "ticketing:*:read", staff_id=MIA) as agent:
        for query, tickets in shown.items():
            assert sorted(numbers(await agent.get(f"/console?{query}"))) == sorted(
                each["number"] for each in tickets
            ), query
    async with visiting(ticketing, "ticketing:*:read") as nobody:
        assert ">Mine<" not in await nobody.get("/console")


async def test_the_pages_of_the_queue_hold_each_ticket_once(ticketing: ServiceUnderTest, monkeypatch: Any) -> None:
    monkeypatch.setattr("services.ticketing.console.queries.PAGE", 2)
    made = [await a_ticket(ticketing, priority=priority) for priority in ("low", "high", "urgent", "low", "normal")]
    for each in made[:2]:
        await ticketing.execute("DELETE FROM sla_clock WHERE ticket_id = :id", id=each["id"])
    async with visiting(ticketing, "*") as mia:
        for view in ("unsolved", "all"):
            path, seen = f"/console?view={view}", []
            while path:
                page = await mia.get(path)
                seen += numbers(page)
                following = re.search(r'href="([^"]+)">Next<', page)
                path = following[1].replace("&amp;", "&") if following else ""
            assert sorted(seen) == sorted(each["number"] for each in made)
        assert (await mia.client.get("/console?cursor=x")).status_code == 422
        assert (await mia.client.get(path or "/console?view=all&priority=no")).status_code == 422


@pytest.mark.parametrize("asked", ["printer", "#1001", "1001"])
async def test_a_search_finds_words_and_leads_to_numbers(ticketing: ServiceUnderTest, asked: str) -> None:
    ticket = await a_ticket(ticketing, subject="The printer is slow")
    await ticketing.post(f"/v1/tickets/{ticket['id']}/transitions", {"to": "solved", "resolution_code": "fixed"})
    async with visiting(ticketing, "*") as mia:
        answer = await mia.client.get("/console", params={"q": asked})
        if asked == "printer":
            assert numbers(answer.text) == [1001]
        else:
            assert answer.headers["location"] == "/console/tickets/1001"
        empty = await mia.client.get("/console", params={"q": "<b>nothing"})
        assert "No ticket says “&lt;b&gt;nothing”" in empty.text


async def test_hostile_addresses_are_refused_or_harmless(ticketing: ServiceUnderTest) -> None:
    async with visiting(ticketing, "*") as mia:
        for query in ("q=%00", "q=" + "a" * 5_000, "group=x", "before=x", "view=%00", "cursor=%ff", "q=%F0%9F%98%80"):
            assert (await mia.client.get(f"/console?{query}")).status_code in (200, 422), query
        for reference in ("0", "9" * 30, "x", "%00", "01935f2e-7c00-7000-8000-000000000001"):
            assert (await mia.client.get(f"/console/tickets/{reference}")).status_code == 404, reference


async def test_times_are_those_of_the_reader(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(ticketing.clock().replace(hour=12, minute=0) + timedelta(0))
    await a_ticket(ticketing)
    async with visiting(ticketing, "*") as mia:
        assert "as of <time" in await mia.get("/console")
        assert ">12:00<" in await mia.get("/console")
        mia.client.cookies.set("serviceops_zone", "Asia/Kolkata")
        assert ">17:30<" in await mia.get("/console")
        mia.client.cookies.set("serviceops_zone", "../../etc/passwd")
        assert ">12:00<" in await mia.get("/console")
