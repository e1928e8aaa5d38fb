"""Macros: several deeds on a ticket, all of them or none."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.facts import CARE, account, staff, types

ACME, MIA = uuid7(), uuid7()
GREETING = "Dear {% if requester.name %}{{ requester.name }}{% else %}customer{% endif %} of {{ account.name }}, "
OUTAGE: dict[str, Any] = {
    "name": "Known outage",
    "actions": [
        {
            "set": {
                "priority": "urgent",
                "tags_add": ["outage"],
                "tags_remove": ["new"],
                "custom": {"cause": "index"},
                "group_id": CARE,
                "assignee_id": "me",
            }
        },
        {
            "reply": {
                "body": GREETING + "#{{ ticket.number }} is {{ ticket.priority }}. {{ agent.name }}",
                "visibility": "public",
            }
        },
        {"reply": {"body": "Told {{ requester.name }}", "visibility": "internal"}},
        {"transition": {"to": "pending"}},
    ],
}


async def a_ticket(service: ServiceUnderTest, **changes: Any) -> Any:
    body = {"subject": "Slow", "type": "question", "tags": ["new"], "account_id": str(ACME), **changes}
    return await service.post("/v1/tickets", {"requester": {"name": "Ana"}, **body})


async def a_macro(service: ServiceUnderTest, *actions: dict[str, Any]) -> Any:
    return await service.post("/v1/macros", {"name": "Macro", "actions": list(actions)} if actions else OUTAGE)


async def apply(service: ServiceUnderTest, macro: Any, ticket: Any, staff_id: UUID | None = MIA, **options: Any) -> Any:
    async with service.client_with("ticketing:tickets:*", staff_id=staff_id) as agent:
        path = f"/v1/tickets/{ticket['id']}/apply-macro"
        return await agent.post(path, json={"macro_id": macro["id"]}, **options)


async def kept(service: ServiceUnderTest) -> list[Any]:
    """All that a macro could have changed."""
    tables = (
        "ticket",
        "message",
        "(SELECT * FROM audit WHERE entity = 'ticket') AS recorded",
        "outbox",
        "sla_clock",
        "sla_stretch",
        "notification",
    )
    return [await service.rows(f"SELECT * FROM {table} ORDER BY 1") for table in tables]


@pytest.fixture
async def desk(ticketing: ServiceUnderTest) -> ServiceUnderTest:
    """Acme is known, and Mia works here."""
    await ticketing.deliver(account(ACME, name="Acme"), staff(MIA, name="Mia"), times=1)
    return ticketing


async def test_all_deeds_are_done_in_their_order(desk: ServiceUnderTest) -> None:
    ticket, macro = await a_ticket(desk), await a_macro(desk)
    answer = await apply(desk, macro, ticket, headers={"If-Match": '"1"'})
    outcome = answer.json()
    assert answer.status_code == 200, answer.text
    assert answer.headers["etag"] == f'"{outcome["ticket"]["version"]}"'
    assert outcome["ticket"] == await desk.get(f"/v1/tickets/{ticket['id']}")
    assert outcome["changes"] == {
        **outcome["changes"],
        "priority": {"before": "normal", "after": "urgent"},
        "status": {"before": "new", "after": "pending"},
        "tags": {"before": ["new"], "after": ["outage"]},
        "custom": {"before": {}, "after": {"cause": "index"}},
        "group_id": {"before": None, "after": CARE},
        "assignee_id": {"before": None, "after": str(MIA)},
        "public_reply_count": {"before": 0, "after": 1},
    }
    public = f"Dear Ana of Acme, #{ticket['number']} is urgent. Mia"
    said = [(message["body"], message["visibility"], message["author"]["id"]) for message in outcome["messages"]]
    assert said == [(public, "public", str(MIA)), ("Told Ana", "internal", str(MIA))]
    told = [kind for kind in types(await desk.told()) if kind.startswith("ticket.")]
    for kind in ("ticket.assigned", "ticket.message_added", "ticket.status_changed", "ticket.updated"):
        assert kind in told
    [recorded] = await desk.rows("SELECT after FROM audit WHERE action = 'ticket.apply_macro'")
    assert recorded.after == {"macro_id": macro["id"], "name": "Known outage", "version": 1}


async def test_one_that_is_refused_refuses_all(desk: ServiceUnderTest) -> None:
    ticket = await a_ticket(desk)
    macro = await a_macro(desk, *OUTAGE["actions"], {"transition": {"to": "solved"}})
    before = await kept(desk)
    answer = await apply(desk, macro, ticket)
    assert (answer.status_code, answer.json()["code"]) == (422, "resolution_needed")
    assert answer.json()["detail"].startswith("Action 5 of the macro: ")
    assert await kept(desk) == before


async def test_a_preview_shows_the_same_and_changes_nothing(desk: ServiceUnderTest) -> None:
    ticket, macro = await a_ticket(desk), await a_macro(desk)
    refused = await a_macro(desk, {"set": {"priority": "low"}}, {"transition": {"to": "closed"}})
    before = await kept(desk)
    async with desk.client_with("ticketing:tickets:write", staff_id=MIA) as agent:
        shown = await agent.post(f"/v1/macros/{macro['id']}/preview", json={"ticket_id": ticket["id"]})
        stuck = await agent.post(f"/v1/macros/{refused['id']}/preview", json={"ticket_id": ticket["id"]})
    assert (shown.status_code, stuck.status_code) == (200, 409)
    assert stuck.json()["detail"].startswith("Action 2 of the macro: A ticket that is new cannot become closed")
    assert stuck.json()["allowed"] == ["open", "pending", "on_hold", "solved"]
    assert await kept(desk) == before
    done = (await apply(desk, macro, ticket)).json()
    assert shown.json()["changes"].keys() == done["changes"].keys()
    bodies = [[message["body"] for message in each["messages"]] for each in (shown.json(), done)]
    assert bodies[0] == bodies[1]


async def test_owners_are_given_taken_and_left(desk: ServiceUnderTest) -> None:
    ticket = await a_ticket(desk, assignee_id=str(MIA), group_id=CARE)
    left = await apply(desk, await a_macro(desk, {"set": {"priority": "high"}}), ticket)
    assert [left.json()["ticket"][name] for name in ("assignee_id", "group_id")] == [str(MIA), CARE]
    taken = await apply(desk, await a_macro(desk, {"set": {"assignee_id": None}}), ticket)
    assert [taken.json()["ticket"][name] for name in ("assignee_id", "group_id")] == [None, CARE]


async def test_who_is_nobody_cannot_own_a_ticket(desk: ServiceUnderTest) -> None:
    answer = await apply(desk, await a_macro(desk), await a_ticket(desk), staff_id=None)
    assert (answer.status_code, answer.json()["code"]) == (422, "not_staff")


async def test_a_status_that_it_has_is_no_move(desk: ServiceUnderTest) -> None:
    ticket = await a_ticket(desk, assignee_id=str(MIA))
    answer = await apply(desk, await a_macro(desk, {"transition": {"to": "open"}}), ticket)
    assert (answer.status_code, answer.json()["changes"]) == (200, {})


async def test_a_reply_that_is_empty_for_this_ticket_is_refused(desk: ServiceUnderTest) -> None:
    macro = await a_macro(desk, {"reply": {"body": "{% if group.name %}x{% endif %}", "visibility": "public"}})
    answer = await apply(desk, macro, await a_ticket(desk))
    assert (answer.status_code, answer.json()["code"]) == (422, "reply_unusable")
    long = {"body": "{{ ticket.subject }}" * 150, "visibility": "public"}
    answer = await apply(desk, await a_macro(desk, {"reply": long}), await a_ticket(desk, subject="x" * 200))
    assert (answer.status_code, answer.json()["code"]) == (422, "reply_unusable")


async def test_a_customer_s_words_are_no_template(desk: ServiceUnderTest) -> None:
    macro = await a_macro(desk, {"reply": {"body": "{{ requester.name }}", "visibility": "internal"}})
    ticket = await a_ticket(desk, requester={"name": "{{ agent.name }}"})
    assert (await apply(desk, macro, ticket)).json()["messages"][0]["body"] == "{{ agent.name }}"


async def test_a_macro_is_changed_laid_aside_and_taken_away(desk: ServiceUnderTest) -> None:
    macro, ticket = await a_macro(desk), await a_ticket(desk)
    path = f"/v1/macros/{macro['id']}"
    assert await desk.get(path) == macro
    changes = [{"name": f"Macro {number}", "active": False} for number in range(5)]
    held = {"If-Match": '"1"'}
    answers = await asyncio.gather(*(desk.client.patch(path, json=body, headers=held) for body in changes))
    assert sorted(answer.status_code for answer in answers) == [200, 412, 412, 412, 412]
    assert (await desk.get(path))["actions"] == macro["actions"]
    inactive = await apply(desk, macro, ticket)
    assert (inactive.status_code, inactive.json()["code"]) == (409, "macro_inactive")
    assert (await desk.get("/v1/macros", active=True))["items"] == []
    assert (await desk.client.delete(path)).status_code == 204
    assert (await apply(desk, macro, ticket)).status_code == 404


async def test_what_a_macro_may_not_say(desk: ServiceUnderTest) -> None:
    for action in (
        {},
        {"set": {}},
        {"set": {"priority": "highest"}},
        {"set": {"colour": "red"}},
        {"set": {"assignee_id": "mia"}},
        {"reply": {"body": "{{ ticket.secret }}", "visibility": "public"}},
        {"reply": {"body": "{{ ''.__class__ }}", "visibility": "public"}},
        {"reply": {"body": "", "visibility": "public"}},
        {"transition": {"to": "lost"}},
        {"set": {"priority": "low"}, "transition": {"to": "open"}},
    ):
        answer = await desk.client.post("/v1/macros", json={"name": "x", "actions": [action]})
        assert answer.status_code == 422, action
    for actions in ([], [{"set": {"priority": "low"}}] * 21):
        assert (await desk.client.post("/v1/macros", json={"name": "x", "actions": actions})).status_code == 422


async def test_who_may_apply_need_not_be_able_to_make(desk: ServiceUnderTest) -> None:
    macro, ticket = await a_macro(desk), await a_ticket(desk)
    async with desk.client_with("ticketing:tickets:*", staff_id=MIA) as agent:
        assert (await agent.post("/v1/macros", json=OUTAGE)).status_code == 403
    async with desk.client_with("ticketing:macros:*", "ticketing:tickets:read") as writer:
        path = f"/v1/tickets/{ticket['id']}/apply-macro"
        assert (await writer.post(path, json={"macro_id": macro["id"]})).status_code == 403
        preview = await writer.post(f"/v1/macros/{macro['id']}/preview", json={"ticket_id": ticket["id"]})
        assert preview.status_code == 403


async def test_two_who_apply_one_version_do_it_once(desk: ServiceUnderTest) -> None:
    ticket, macro = await a_ticket(desk), await a_macro(desk)
    held = {"If-Match": '"1"'}
    answers = await asyncio.gather(*(apply(desk, macro, ticket, headers=held) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [200, 412, 412, 412]
    assert len(await desk.rows("SELECT id FROM message")) == 2
