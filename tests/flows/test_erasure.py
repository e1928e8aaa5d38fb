"""A person goes through the whole story, and is then erased from all four services."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from shared.db.session import Database
from shared.events.republish import republish
from shared.events.transaction import transaction
from tests.chaos.checker import topics
from tests.fixtures.stack import RunningStack
from tests.flows.customers import Customer, ask, eventually_is, listed
from tests.security.test_nothing_leaks import logs
from tests.services.erasing import EMAIL, NAME, PHONE, TRACES, WORDS, Rows, left_of

SERVICES = ("ticketing", "feedback", "onboarding", "analytics")
A_PUBLIC_HOST = "https://93.184.215.14/hook"  # as a number: no name server is asked


class Tables(Rows):
    """A running service's database."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def rows(self, statement: str, **values: Any) -> list[Any]:
        async with self.database.session() as session:
            return list((await session.execute(text(statement), values)).all())


@asynccontextmanager
async def tables(stack: RunningStack, service: str) -> AsyncIterator[Tables]:
    database = Database(service, stack.variables(service)["DATABASE_URL"])
    try:
        yield Tables(database)
    finally:
        await database.close()


async def a_person(stack: RunningStack) -> Customer:
    """Who came with a won deal, of whom sales spoke in its hand-off."""
    deal = {
        "crm": "hubspot",
        "crm_id": "D-1937",
        "closed_at": "2026-01-01T00:00:00Z",
        "account": {"name": "Acme", "tier": "gold"},
        "contacts": [{"name": NAME, "email": EMAIL, "phone": PHONE}],
        "handoff": {"use_case": f"{NAME} wants reports", "stakeholders": [f"{NAME} (champion)"]},
    }
    made = await ask(stack["onboarding"], "POST", "/v1/deals", deal)
    await ask(stack["onboarding"], "POST", f"/v1/handoffs/{made['handoff_id']}/accept", {})
    return Customer(stack, made["account_id"], made["contact_ids"][0])


async def their_story(stack: RunningStack, person: Customer) -> dict[str, Any]:
    """A bad answer, its ticket, the mails about it, a plan, a message, a good answer, facts for a webhook."""
    hook = {"name": "crm", "url": A_PUBLIC_HOST, "types": ["response.received.v1"]}
    await ask(stack["feedback"], "POST", "/v1/webhooks", hook)
    mia = await person.gets_csm()
    await eventually_is(lambda: stack["ticketing"].get(f"/v1/agents/{mia['staff_id']}"), lambda got: got.is_success)
    answer = await person.answers(2, comment=WORDS, respondent={"name": NAME, "email": EMAIL})
    ticket = await person.ticket_of(answer["id"])
    await eventually_is(
        lambda: listed(stack["ticketing"], "/v1/notifications", response_id=answer["id"]),
        lambda found: bool(found) and all(notice["state"] == "sent" for notice in found),
    )
    [case] = await listed(stack["ticketing"], "/v1/recovery-cases", response_id=answer["id"])
    said = {"body": f"{WORDS}, says {NAME}", "visibility": "public", "author": {"kind": "customer", "name": NAME}}
    await ask(stack["ticketing"], "POST", f"/v1/tickets/{ticket['id']}/messages", said)
    await ask(
        stack["ticketing"], "POST", "/v1/tickets", {"subject": NAME, "type": "task", "requester": {"email": EMAIL}}
    )
    good = await person.answers(10, comment=WORDS)
    await eventually_is(
        lambda: listed(stack["feedback"], "/v1/notifications", response_id=good["id"]),
        lambda found: bool(found) and all(notice["state"] == "sent" for notice in found),
    )
    await eventually_is(person.nps, lambda value: value == 0.0)
    return {"answer": answer, "ticket": ticket, "case": case}


@pytest.mark.kafka
async def test_nothing_of_an_erased_person_is_left_or_comes_back(stack: RunningStack) -> None:
    person = await a_person(stack)
    story = await their_story(stack, person)
    for service in SERVICES:
        async with tables(stack, service) as there:
            assert await left_of(there), f"{service} has something to erase"
    before = datetime.now(UTC)
    broker = stack.variables("ticketing")["KAFKA_BOOTSTRAP_SERVERS"]

    asked = await ask(stack["onboarding"], "POST", f"/v1/contacts/{person.contact_id}/erase", {"reason": "objection"})
    assert asked["state"] == "requested"
    done = await eventually_is(
        lambda: ask(stack["onboarding"], "GET", f"/v1/contacts/{person.contact_id}/erasure"),
        lambda seen: seen["state"] == "complete",
        within=90,
    )
    assert {each["service"]: each["state"] for each in done["services"]} == dict.fromkeys(SERVICES, "done")
    await nothing_is_left(stack)

    written = {(record.topic, record.partition, record.offset) for record in await topics.read(broker)}
    for service in SERVICES:
        async with tables(stack, service) as there, transaction(there.database) as session:
            week = {"since": before - timedelta(days=1), "until": before + timedelta(days=1)}
            assert await republish(session, **week) > 0
    again = await eventually_is(
        lambda: written_since(broker, written), lambda seen: len({record.topic for record in seen}) == len(SERVICES)
    )
    again = await eventually_is(
        lambda: written_since(broker, written),
        lambda seen: len([record for record in seen if record.type == "response.received.v1"]) >= 2,
    )
    told = b"\n".join(record.payload for record in again).decode().lower()
    assert [trace for trace in TRACES if trace in told] == []
    await nothing_is_left(stack)

    assert await person.nps() == 0.0
    ticket = await ask(stack["ticketing"], "GET", f"/v1/tickets/{story['ticket']['id']}")
    assert (ticket["number"], ticket["account_id"]) == (story["ticket"]["number"], person.account_id)
    states = await person.expectations_of(story["answer"]["trace_id"], "negative_response")
    assert states["recovery_contacted"] == states["recovery_planned"] == "skipped"
    assert states["escalation_opened"] == states["notification_sent"] == "met"
    erasure = await eventually_is(
        lambda: person.expectations_of(person.contact_id, "contact_erasure"), lambda seen: "open" not in seen.values()
    )
    assert erasure == dict.fromkeys((f"erased_by_{service}" for service in SERVICES), "met")


async def nothing_is_left(stack: RunningStack) -> None:
    """In no table, no feed, no export and no log; what left the house as a mail or a record is there no more."""
    for service in SERVICES:
        async with tables(stack, service) as there:
            assert await left_of(there) == [], service
        feed = await ask(stack[service], "GET", "/v1/events?limit=200")
        exports = await stack[service].get("/v1/webhook-deliveries")
        shown = (json.dumps(feed) + exports.text).lower()
        assert [trace for trace in TRACES if trace in shown] == [], service
    for where, lines in logs(stack.state, stack.now.api_key).items():
        if "kafka/data" in where:
            continue  # the topics themselves: what they were told before stays until their retention ends
        assert [trace for trace in TRACES if trace in lines.lower()] == [], where


async def written_since(broker: str, known: set[tuple[str, int, int]]) -> list[topics.Record]:
    """The records that are not among these places."""
    found = await topics.read(broker)
    return [record for record in found if (record.topic, record.partition, record.offset) not in known]
