"""Declared fields: what tickets may hold under `custom`, and what they must."""

import asyncio
from typing import Any, get_args

import httpx

from services.ticketing.ticket_fields.schemas import TicketFieldIn, TicketType
from services.ticketing.ticket_fields.values import FieldType
from services.ticketing.tickets.schemas import Type
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.fixtures.statements import noted, of_the_request
from tests.shared.features.bulk_jobs.working import CSV, imported, rows_of, work

PRODUCT = {"key": "product", "label": "Product", "type": "choice", "options": ["Reports", "Imports"]}
SEATS = {"key": "seats", "label": "Seats", "type": "integer"}


def a_ticket(custom: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"subject": "Broken", "type": "question", "custom": custom, **changes}


def places(answer: httpx.Response) -> list[tuple[Any, ...]]:
    """Where a request was refused, and why as a code."""
    assert (answer.status_code, answer.json()["code"]) == (422, "custom_invalid"), answer.text
    return [(*error["loc"], error["type"]) for error in answer.json()["errors"]]


async def test_what_is_declared_is_held_to_it_and_the_rest_is_kept(ticketing: ServiceUnderTest) -> None:
    await ticketing.post("/v1/ticket-fields", PRODUCT)
    await ticketing.post("/v1/ticket-fields", SEATS)
    kept = {"product": "Reports", "seats": 5, "order": {"id": 1}}
    ticket = await ticketing.post("/v1/tickets", a_ticket(kept))
    assert ticket["custom"] == kept
    wrong = await ticketing.client.post("/v1/tickets", json=a_ticket({"product": "Cars", "seats": "5", "n": 1}))
    assert places(wrong) == [("body", "custom", "product", "choice"), ("body", "custom", "seats", "integer")]
    path = f"/v1/tickets/{ticket['id']}"
    changed = await ticketing.client.patch(path, json={"custom": {"seats": True}})
    assert places(changed) == [("body", "custom", "seats", "integer")]
    assert (await ticketing.patch(path, {"custom": {"seats": None}}))["custom"] == {
        "product": "Reports",
        "order": {"id": 1},
    }
    assert len(await ticketing.rows("SELECT id FROM ticket")) == 1


async def test_undeclared_keys_are_refused_once_somebody_says_so(ticketing: ServiceUnderTest) -> None:
    await ticketing.post("/v1/ticket-fields", SEATS)
    ticket = await ticketing.post("/v1/tickets", a_ticket({"order": 1}))
    assert await ticketing.get("/v1/ticket-fields/policy") == {"undeclared": "keep", "version": 0}
    said = await ticketing.put("/v1/ticket-fields/policy", {"undeclared": "refuse"}, headers={"If-Match": '"0"'})
    assert said == {"undeclared": "refuse", "version": 1}
    assert places(await ticketing.client.post("/v1/tickets", json=a_ticket({"order": 1, "seats": 2}))) == [
        ("body", "custom", "order", "undeclared")
    ]
    path = f"/v1/tickets/{ticket['id']}"
    assert (await ticketing.patch(path, {"subject": "Still broken"}))["custom"] == {"order": 1}
    assert (await ticketing.patch(path, {"custom": {"seats": 3}}))["custom"] == {"order": 1, "seats": 3}
    assert places(await ticketing.client.patch(path, json={"custom": {"order": 2}}))
    stale = await ticketing.client.put(
        "/v1/ticket-fields/policy", json={"undeclared": "keep"}, headers={"If-Match": '"0"'}
    )
    assert stale.status_code == 412
    assert (await ticketing.put("/v1/ticket-fields/policy", {"undeclared": "keep"}))["version"] == 2
    await ticketing.post("/v1/tickets", a_ticket({"order": 1}))


async def test_a_required_field_is_there_when_it_must_be(ticketing: ServiceUnderTest) -> None:
    await ticketing.post("/v1/ticket-fields", {**SEATS, "required_on": ["create"], "types": ["incident"]})
    await ticketing.post("/v1/ticket-fields", {**PRODUCT, "required_on": ["solve"]})
    assert places(await ticketing.client.post("/v1/tickets", json=a_ticket({}, type="incident"))) == [
        ("body", "custom", "seats", "missing")
    ]
    assert places(await ticketing.client.post("/v1/tickets", json=a_ticket({"seats": 1}))) == [
        ("body", "custom", "seats", "other_type")
    ]
    ticket = await ticketing.post("/v1/tickets", a_ticket({"seats": 0}, type="incident"))
    path = f"/v1/tickets/{ticket['id']}"
    assert places(await ticketing.client.patch(path, json={"custom": {"seats": None}})) == [
        ("body", "custom", "seats", "missing")
    ]
    solve = {"to": "solved", "resolution_code": "fixed"}
    assert places(await ticketing.client.post(f"{path}/transitions", json=solve)) == [
        ("ticket", "custom", "product", "missing")
    ]
    await ticketing.patch(path, {"custom": {"product": "Imports"}})
    assert (await ticketing.post(f"{path}/transitions", solve))["status"] == "solved"


async def test_what_was_there_before_its_declaration_stays(ticketing: ServiceUnderTest) -> None:
    ticket = await ticketing.post("/v1/tickets", a_ticket({"seats": "many"}))
    await ticketing.post("/v1/ticket-fields", SEATS)
    path = f"/v1/tickets/{ticket['id']}"
    assert (await ticketing.patch(path, {"priority": "high", "custom": {"x": 1}}))["custom"]["seats"] == "many"
    assert places(await ticketing.client.patch(path, json={"custom": {"seats": "few"}}))


async def test_a_field_that_is_not_in_use_asks_nothing(ticketing: ServiceUnderTest) -> None:
    field = await ticketing.post("/v1/ticket-fields", {**SEATS, "required_on": ["create"]})
    path = f"/v1/ticket-fields/{field['id']}"
    assert (await ticketing.client.post("/v1/tickets", json=a_ticket({}))).status_code == 422
    await ticketing.patch(path, {"active": False})
    await ticketing.post("/v1/tickets", a_ticket({"seats": "many"}))
    await ticketing.patch(path, {"active": True})
    assert (await ticketing.client.delete(path)).status_code == 204
    await ticketing.post("/v1/tickets", a_ticket({}))
    assert (await ticketing.client.get(path)).status_code == 404
    actions = await ticketing.rows("SELECT action FROM audit WHERE entity = 'ticket_field' ORDER BY id")
    assert [row.action.removeprefix("ticket_field.") for row in actions] == ["create", "change", "change", "remove"]


async def test_imported_history_is_read_as_it_is_declared(ticketing: ServiceUnderTest) -> None:
    await ticketing.post("/v1/ticket-fields", {**SEATS, "required_on": ["create"]})
    rows = ["subject,custom.seats,source.service,source.kind,source.id"]
    rows += ["One,12,old,ticket,1", "Two,,old,ticket,2", "Three,x,old,ticket,3"]
    job = await imported(ticketing, "/v1/tickets/import", "\n".join(rows), CSV)
    assert (job["succeeded"], job["failed"]) == (2, 1)
    held = await ticketing.rows("SELECT custom FROM ticket ORDER BY source_id")
    assert held[0].custom == {"seats": 12}
    [refused] = await rows_of(ticketing, job, outcome="failed")
    assert (refused["code"], refused["errors"][0]["loc"]) == ("custom_invalid", ["body", "custom", "seats"])


async def test_bulk_changes_are_held_to_it_too(ticketing: ServiceUnderTest) -> None:
    ticket = await ticketing.post("/v1/tickets", a_ticket({}))
    await ticketing.post("/v1/ticket-fields", SEATS)
    body = {"ids": [ticket["id"]], "change": {"patch": {"custom": {"seats": "x"}}}}
    job = await ticketing.post("/v1/tickets/bulk", body)
    await work(ticketing)
    assert (await ticketing.get(f"/v1/bulk-jobs/{job['id']}"))["failed"] == 1


async def test_a_key_is_declared_once(ticketing: ServiceUnderTest) -> None:
    answers = await asyncio.gather(*(ticketing.client.post("/v1/ticket-fields", json=SEATS) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409, 409]
    [made] = [answer.json() for answer in answers if answer.status_code == 201]
    taken = next(answer.json() for answer in answers if answer.status_code == 409)
    assert (taken["code"], taken["conflicting_id"]) == ("key_taken", made["id"])


async def test_two_who_change_one_version_do_not_overwrite_each_other(ticketing: ServiceUnderTest) -> None:
    field = await ticketing.post("/v1/ticket-fields", PRODUCT)
    path, held = f"/v1/ticket-fields/{field['id']}", {"If-Match": '"1"'}
    changes = [{"label": f"Product {number}"} for number in range(5)]
    answers = await asyncio.gather(*(ticketing.client.patch(path, json=body, headers=held) for body in changes))
    assert sorted(answer.status_code for answer in answers) == [200, 412, 412, 412, 412]
    assert (await ticketing.get(path))["version"] == 2


async def test_what_a_declaration_may_not_say(ticketing: ServiceUnderTest) -> None:
    for body in (
        {**SEATS, "options": ["a"]},
        {**PRODUCT, "options": []},
        {**SEATS, "type": "formula"},
        {**SEATS, "required_on": ["close"]},
        {**SEATS, "types": ["wish"]},
        {**SEATS, "key": ""},
        {**SEATS, "key": "a\u0000"},
        {**SEATS, "colour": "red"},
        {**PRODUCT, "options": ["a"] * 501},
    ):
        assert (await ticketing.client.post("/v1/ticket-fields", json=body)).status_code == 422, body
    field = await ticketing.post("/v1/ticket-fields", PRODUCT)
    path = f"/v1/ticket-fields/{field['id']}"
    for patch in ({"options": []}, {"type": "text"}, {"key": "x"}):
        assert (await ticketing.client.patch(path, json=patch)).status_code == 422, patch
    assert (await ticketing.client.get(f"/v1/ticket-fields/{uuid7()}")).status_code == 404


async def test_who_may_only_write_tickets_declares_nothing(ticketing: ServiceUnderTest) -> None:
    async with ticketing.client_with("ticketing:tickets:*", "ticketing:ticket-fields:read") as agent:
        assert (await agent.get("/v1/ticket-fields")).status_code == 200
        assert (await agent.post("/v1/ticket-fields", json=SEATS)).status_code == 403
        assert (await agent.put("/v1/ticket-fields/policy", json={"undeclared": "refuse"})).status_code == 403


async def test_creating_a_ticket_asks_the_database_nothing_more(ticketing: ServiceUnderTest) -> None:
    await ticketing.post("/v1/ticket-fields", SEATS)
    await ticketing.post("/v1/tickets", a_ticket({"seats": 1}))
    with noted() as sent:
        await ticketing.post("/v1/tickets", a_ticket({"seats": 1}))
    assert [statement for statement in of_the_request(sent) if "ticket_field" in statement] == []


def test_fields_belong_to_the_types_that_tickets_have() -> None:
    assert get_args(TicketType) == get_args(Type)
    assert set(get_args(FieldType)) == {"text", "integer", "decimal", "boolean", "date", "choice", "multi_choice"}
    assert TicketFieldIn.model_validate(PRODUCT).required_on == []
