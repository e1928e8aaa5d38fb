"""Macros are shown before they are used; saved views stand behind the built-in ones; searches that fail say why."""

import re
from typing import Any

import pytest

from services.ticketing.tickets import searching
from tests.fixtures.pages import visiting
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing import facts
from tests.services.ticketing.console.desk import MIA, a_ticket

ALL = ("ticketing:*:read", "ticketing:*:write")


async def a_macro(ticketing: ServiceUnderTest, *actions: dict[str, Any], name: str = "Known <outage>") -> str:
    made = await ticketing.post("/v1/macros", {"name": name, "actions": list(actions)})
    return str(made["id"])


async def test_a_macro_is_shown_filled_in_and_changes_nothing_until_it_is_used(ticketing: ServiceUnderTest) -> None:
    await ticketing.deliver(facts.staff(MIA, name="Mia Thorsen"))
    ticket = await a_ticket(ticketing)
    reply = {"body": "Dear {{ requester.name }}, we know of #{{ ticket.number }}.", "visibility": "public"}
    macro = await a_macro(
        ticketing,
        {"set": {"priority": "high", "tags_add": ["outage"]}},
        {"reply": reply},
        {"transition": {"to": "pending"}},
    )
    path = f"/console/tickets/{ticket['number']}"
    async with visiting(ticketing, *ALL, staff_id=MIA) as mia:
        page = await mia.get(f"{path}?macro={macro}")
        assert "“Known &lt;outage&gt;”" in page
        assert "priority <b>high</b>" in page
        assert "status <b>pending</b>" in page
        assert ">Dear Ana Lim, we know of #1001.</textarea>" in page
        assert (await ticketing.get(f"/v1/tickets/{ticket['id']}"))["version"] == 1
        done = (await mia.send(path + "/macro", macro_id=macro, version="1")).text
        assert "“Known &lt;outage&gt;” is done: it changed" in done
        assert "and wrote 1 message." in done
        assert "Used the macro “Known &lt;outage&gt;”" in done
        stale = await mia.send(path + "/macro", macro_id=macro, version="1")
        assert stale.status_code == 412
    found = await ticketing.get(f"/v1/tickets/{ticket['id']}", include="messages")
    assert (found["status"], found["priority"], len(found["messages"])) == ("pending", "high", 2)


async def test_a_macro_that_would_be_refused_says_so_before(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    await ticketing.post(f"/v1/tickets/{ticket['id']}/transitions", {"to": "solved", "resolution_code": "fixed"})
    macro = await a_macro(ticketing, {"transition": {"to": "on_hold"}}, name="Park")
    path = f"/console/tickets/{ticket['number']}"
    async with visiting(ticketing, *ALL) as mia:
        page = await mia.get(f"{path}?macro={macro}")
        assert "cannot be used now. Action 1 of the macro: A ticket that is solved cannot become on_hold." in page
        refused = await mia.send(path + "/macro", macro_id=macro)
        assert refused.status_code == 409
        assert "Action 1 of the macro" in refused.text
        for other in ("x", ticket["id"], "%00"):
            assert "cannot be used now" not in await mia.get(f"{path}?macro={other}")
        assert (await mia.send(path + "/macro", macro_id="x")).status_code == 422
    async with visiting(ticketing, "ticketing:*:read") as reader:
        assert "Park" not in await reader.get(f"{path}?macro={macro}")


async def test_saved_views_are_tabs_with_counts_behind_the_built_in_ones(ticketing: ServiceUnderTest) -> None:
    await a_ticket(ticketing)
    await a_ticket(ticketing, subject="Card <terminal> offline", priority="urgent", tags=["depot"])
    made = await ticketing.post("/v1/views", {"name": "De<pots>", "filters": {"q": "tag:depot"}, "sort": "oldest"})
    mine = await ticketing.post("/v1/views", {"name": "For me", "filters": {"q": "assignee:me"}})
    async with visiting(ticketing, *ALL) as board:
        page = await board.get("/console")
        assert page.index(">All</a>") < page.index("De&lt;pots&gt;")
        assert 'title="1 tickets">1</span>' in page
        shown = await board.get(f"/console?view={made['id']}")
        assert "<h1>De&lt;pots&gt;</h1>" in shown
        assert "Card &lt;terminal&gt; offline" in shown
        assert "The export is slow" not in shown
        assert f"view={made['id']}" in await board.get(f"/console/tickets/1002?view={made['id']}")
        narrowed = await board.get(f"/console?view={made['id']}&priority=low")
        assert "offline" not in narrowed
        nobody = await board.client.get(f"/console?view={mine['id']}")
        assert nobody.status_code == 422
        assert "Name members of staff by id" in nobody.text
        gone = await board.client.get(f"/console?view={MIA}")
        assert gone.status_code == 422
        assert "There is no such view." in gone.text
        assert (await board.client.get(f"/console/tickets/1001?view={MIA}")).status_code == 200
    async with visiting(ticketing, "ticketing:tickets:read") as reader:
        assert "De&lt;pots&gt;" not in await reader.get("/console")
        assert (await reader.client.get(f"/console?view={made['id']}")).status_code == 422


async def test_a_search_takes_filters_and_says_at_its_field_what_is_wrong(ticketing: ServiceUnderTest) -> None:
    await ticketing.deliver(facts.staff(MIA, name="Mia Thorsen"))
    ticket = await a_ticket(ticketing)
    await ticketing.post(f"/v1/tickets/{ticket['id']}/assign", {"assignee_id": str(MIA)})
    async with visiting(ticketing, *ALL, staff_id=MIA) as mia:
        assert "The export is slow" in await mia.get("/console?q=monday+assignee:me")
        assert "The export is slow" not in await mia.get("/console?q=monday+-hour")
        for wrong, said in (
            ("colour:red", "There is no such filter"),
            ("status:lost", "This filter takes one of"),
            ("created:tuesday", "A time is a day"),
        ):
            answer = await mia.client.get(f"/console?q={wrong}")
            assert answer.status_code == 422
            assert said in answer.text
            assert f'value="{wrong}"' in answer.text
            assert 'aria-invalid="true" aria-describedby="search-wrong"' in answer.text
            beside = await mia.get(f"/console/tickets/{ticket['number']}?q={wrong}")
            assert said in beside


async def test_what_the_queue_shows_is_kept_renamed_and_taken_away(ticketing: ServiceUnderTest) -> None:
    await a_ticket(ticketing)
    await a_ticket(ticketing, subject="Card terminal offline", priority="urgent")
    async with visiting(ticketing, *ALL, staff_id=MIA) as mia:
        page = await mia.send(
            "/console/views?q=terminal&priority=urgent", page="/console", name="Terminals", audience="me"
        )
        assert "“Terminals” is kept." in page.text
        assert "<h1>Terminals</h1>" in page.text
        assert "Card terminal offline" in page.text
        assert "The export is slow" not in page.text
        [view] = (await mia.service.get("/v1/audit", action="ticket_view.create"))["items"]
        path = f"/console/views/{view['entity_id']}"
        assert (await mia.send(f"{path}/changes", page="/console", name="  ", version="1")).status_code == 200
        renamed = await mia.send(
            f"{path}/changes", page="/console", name="Our terminals", audience="everyone", version="1"
        )
        assert "<h1>Our terminals</h1>" in renamed.text
        stale = await mia.send(f"{path}/changes", page="/console", name="Mine", version="1")
        assert stale.status_code == 412
        gone = await mia.send(f"{path}/removal", page="/console", version="2")
        assert "The view is gone." in gone.text
        assert "Our terminals" not in gone.text
        empty = await mia.send("/console/views?q=slow", page="/console", name="")
        assert empty.status_code == 422
        assert "Keep this as a view" in empty.text
    async with visiting(ticketing, "ticketing:*:read") as reader:
        assert "Keep this as a view" not in await reader.get("/console")
        assert (await reader.send("/console/views", page="/console", name="X")).status_code == 403


async def test_what_is_mine_is_kept_as_a_search_for_whoever_looks(ticketing: ServiceUnderTest) -> None:
    async with visiting(ticketing, *ALL, staff_id=MIA) as mia:
        await mia.send("/console/views?view=mine", page="/console", name="My work")
    [view] = (await ticketing.get("/v1/views"))["items"]
    assert view["filters"]["q"] == "assignee:me"


async def test_a_search_that_takes_too_long_is_given_up_and_the_page_is_shown(
    ticketing: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket = await a_ticket(ticketing)
    monkeypatch.setattr(searching, "MOST_SECONDS", 0.0)
    async with visiting(ticketing, *ALL) as board:
        answer = await board.client.get("/console?q=monday")
        assert answer.status_code == 422
        assert "Add a rarer word" in answer.text
        beside = await board.get(f"/console/tickets/{ticket['number']}?q=monday")
        assert "It takes an hour since Monday." in beside


async def test_a_reply_by_the_api_says_who_sent_it_and_by_which_way_it_left(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    async with ticketing.client_with("ticketing:tickets:write") as robot:
        said = {"body": "It is quick again.", "visibility": "public"}
        await robot.post(f"/v1/tickets/{ticket['id']}/messages", json=said)
    async with visiting(ticketing, *ALL) as board:
        page = await board.get(f"/console/tickets/{ticket['number']}")
    assert "Public, by email" in page
    assert "Public, by api" not in page
    assert "<b>key tests</b>" in page
    async with visiting(ticketing, "ticketing:tickets:read") as reader:  # keys' names are none of theirs
        assert re.search(r"<b>key (?!tests)\w+</b>", await reader.get(f"/console/tickets/{ticket['number']}"))


async def test_a_macro_is_made_changed_put_aside_and_taken_away_by_its_form(ticketing: ServiceUnderTest) -> None:
    form = {
        "name": "Known outage",
        "priority": "high",
        "tags_add": "outage, , export",
        "mine": "1",
        "body": "Dear {{ requester.name }},\r\nwe know.",
        "visibility": "public",
        "to": "pending",
    }
    async with visiting(ticketing, *ALL, staff_id=MIA) as mia:
        page = await mia.send("/console/macros", page="/console/macros", **form)
        assert "“Known outage” can be used from now on." in page.text
        [made] = (await ticketing.get("/v1/macros"))["items"]
        assert made["actions"] == [
            {"set": {"priority": "high", "tags_add": ["outage", "export"], "assignee_id": "me"}},
            {"reply": {"body": "Dear {{ requester.name }},\nwe know.", "visibility": "public"}},
            {"transition": {"to": "pending"}},
        ]
        path = f"/console/macros/{made['id']}"
        wrong = await mia.send(
            f"{path}/changes", page="/console/macros", **{**form, "whole": "1", "body": "{{ secret }}"}
        )
        assert wrong.status_code == 422
        assert "{{ secret }}" in wrong.text
        solved = {"whole": "1", "name": "Mended", "to": "solved", "resolution_code": "fixed", "version": "1"}
        page = await mia.send(f"{path}/changes", page="/console/macros", **solved)
        assert "Not in use" in page.text, "its box was not ticked"
        [changed] = (await ticketing.get("/v1/macros"))["items"]
        assert (changed["name"], changed["active"]) == ("Mended", False)
        assert changed["actions"] == [{"transition": {"to": "solved", "resolution_code": "fixed"}}]
        assert (await mia.send(f"{path}/changes", page="/console/macros", **solved)).status_code == 412
        assert (await mia.send("/console/macros", page="/console/macros", name="Nothing")).status_code == 422
        gone = await mia.send(f"{path}/removal", page="/console/macros", version="2")
        assert "There is no macro yet." in gone.text


async def test_what_the_form_cannot_say_stays_as_it_was_said(ticketing: ServiceUnderTest) -> None:
    actions = [{"reply": {"body": "First.", "visibility": "internal"}}, {"set": {"custom": {"product": "Reports"}}}]
    macro = await a_macro(ticketing, *actions)
    async with visiting(ticketing, *ALL) as board:
        page = await board.get("/console/macros")
        assert "It does more than fits into this form." in page
        await board.send(f"/console/macros/{macro}/changes", page="/console/macros", name="Two", active="1")
    kept = await ticketing.get(f"/v1/macros/{macro}")
    assert (kept["name"], kept["actions"], kept["active"]) == ("Two", actions, True)
    async with visiting(ticketing, "ticketing:*:read") as reader:
        page = await reader.get("/console/macros")
        assert "Make one" not in page
        assert (await reader.send("/console/macros", page="/console", name="X")).status_code == 403
