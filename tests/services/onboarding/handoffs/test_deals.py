"""Won deals and their hand-offs, over HTTP and from the CRM's topic."""

import asyncio
import json
import uuid
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from services.onboarding.handoffs.closed_won import DealClosedWon
from services.onboarding.handoffs.schemas import DEAL_EXAMPLE
from shared.contracts.analytics import AutomationRepairRequested
from shared.events import inbox
from shared.events.envelope import decode
from shared.events.inbox import Arrival
from shared.events.transaction import transaction
from shared.ids import uuid7
from tests.fixtures.servers import MakeDatabase
from tests.fixtures.services import ServiceUnderTest, service_under_test

DEAL: dict[str, Any] = DEAL_EXAMPLE
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


async def test_a_deal_makes_account_contacts_and_handoff(onboarding: ServiceUnderTest) -> None:
    onboarding.clock.stop_at(MONDAY)
    answer = await onboarding.client.post("/v1/deals", json=DEAL)
    deal = answer.json()

    assert answer.status_code == 201
    assert answer.headers["location"] == f"/v1/deals/{deal['id']}"
    assert set(deal) == {
        *("id", "crm", "crm_id", "account_id", "contact_ids", "handoff_id", "closed_at", "received_at", "trace_id")
    }
    assert (deal["crm"], deal["crm_id"], deal["trace_id"]) == ("hubspot", "D-77", deal["id"])
    assert await onboarding.get(f"/v1/deals/{deal['id']}") == deal
    account = await onboarding.get(f"/v1/accounts/{deal['account_id']}")
    assert (account["name"], account["status"], account["external_ids"]) == ("Acme", "onboarding", {"crm": "A-1"})
    contacts = (await onboarding.get(f"/v1/accounts/{account['id']}/contacts"))["items"]
    assert [contact["id"] for contact in contacts] == deal["contact_ids"]
    handoff = await onboarding.get(f"/v1/handoffs/{deal['handoff_id']}")
    assert (handoff["state"], handoff["completeness"], handoff["gaps"]) == ("received", 0.8, ["risks"])
    # 16 hours of Mon-Fri 09:00-17:00 from Monday 10:00.
    assert handoff["due_at"] == "2026-11-25T10:00:00Z"
    assert (handoff["project_id"], handoff["decided_at"], handoff["decided_by"]) == (None, None, None)

    facts = await onboarding.told()
    assert [fact.type for fact in facts] == [
        "account.created.v1",
        "contact.created.v1",
        "deal.received.v1",
        "handoff.received.v1",
    ]
    assert {fact.trace_id for fact in facts} == {deal["id"]}
    assert facts[2].subject == deal["id"]
    assert facts[2].headers["ce_time"] == DEAL["closed_at"]
    assert facts[3].subject == handoff["id"]
    assert facts[3].data == {
        "handoff_id": handoff["id"],
        "deal_id": deal["id"],
        "account_id": account["id"],
        "state": "received",
        "completeness": 0.8,
        "gaps": ["risks"],
        "due_at": handoff["due_at"],
        "project_id": None,
        "decided_at": None,
    }


@pytest.mark.parametrize("number", [1e20, -1e300, 2**63 - 1, -(2**63), 0.1])
async def test_a_number_of_the_crm_is_shown_as_it_came(onboarding: ServiceUnderTest, number: float) -> None:
    """PostgreSQL gives 1e20 back as an integer, which is too large for one."""
    content = {**DEAL["handoff"], "risks": [{"exposure": number}]}
    deal = await onboarding.post("/v1/deals", {**DEAL, "handoff": content})
    handoff = await onboarding.get(f"/v1/handoffs/{deal['handoff_id']}")
    assert handoff["content"]["risks"] == [{"exposure": number}]
    assert (await onboarding.get("/v1/handoffs"))["items"] == [handoff]


async def test_the_same_deal_again_changes_nothing(onboarding: ServiceUnderTest) -> None:
    deal = await onboarding.post("/v1/deals", DEAL)
    again = await onboarding.client.post("/v1/deals", json=DEAL)
    assert (again.status_code, again.json()) == (200, deal)
    assert len(await onboarding.told()) == 4


async def test_another_deal_under_its_id_is_refused(onboarding: ServiceUnderTest) -> None:
    deal = await onboarding.post("/v1/deals", DEAL)
    other = await onboarding.client.post("/v1/deals", json={**DEAL, "closed_at": "2026-11-21T09:00:00Z"})
    assert (other.status_code, other.json()["code"]) == (409, "source_conflict")
    assert other.json()["conflicting_id"] == deal["id"]


async def test_one_of_many_at_once_makes_the_deal(onboarding: ServiceUnderTest) -> None:
    answers = await asyncio.gather(*(onboarding.client.post("/v1/deals", json=DEAL) for _ in range(10)))
    assert sorted(answer.status_code for answer in answers) == [200] * 9 + [201]
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert len(await onboarding.told()) == 4


async def test_deals_of_one_customer_at_once_make_one_account(onboarding: ServiceUnderTest) -> None:
    answers = await asyncio.gather(
        *(onboarding.client.post("/v1/deals", json={**DEAL, "crm_id": f"D-{number}"}) for number in range(6))
    )
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["account_id"] for answer in answers}) == 1
    assert len({tuple(answer.json()["contact_ids"]) for answer in answers}) == 1


async def test_a_known_account_and_contact_are_found(onboarding: ServiceUnderTest) -> None:
    acme = await onboarding.post(
        "/v1/accounts", {"name": "Acme Ltd", "external_ids": {"crm": "A-1"}, "tier": "gold", "custom": {"a": 1}}
    )
    ana = await onboarding.post(
        "/v1/contacts", {"account_id": acme["id"], "name": "Ana Smith", "email": "ANA@acme.example"}
    )
    deal = await onboarding.post(
        "/v1/deals", {**DEAL, "account": {**DEAL["account"], "external_ids": {"crm": "A-1", "erp": "7"}}}
    )
    assert (deal["account_id"], deal["contact_ids"]) == (acme["id"], [ana["id"]])
    account = await onboarding.get(f"/v1/accounts/{acme['id']}")
    # What was known stays; the deal adds what was not.
    assert (account["name"], account["tier"], account["custom"]) == ("Acme Ltd", "gold", {"a": 1})
    assert (account["segment"], account["status"]) == ("mid", "onboarding")
    assert account["contract"] == DEAL["account"]["contract"]
    assert account["external_ids"] == {"crm": "A-1", "erp": "7"}
    [updated] = await onboarding.told("account.updated.v1")
    assert updated.trace_id == deal["id"]


async def test_two_accounts_behind_one_deal_are_a_conflict(onboarding: ServiceUnderTest) -> None:
    for system, name in (("crm", "Acme"), ("erp", "Bolt")):
        await onboarding.post("/v1/accounts", {"name": name, "external_ids": {system: "1"}})
    both = {**DEAL, "account": {"name": "Acme", "external_ids": {"crm": "1", "erp": "1"}}}
    answer = await onboarding.client.post("/v1/deals", json=both)
    assert (answer.status_code, answer.json()["code"]) == (409, "ambiguous_account")
    assert (await onboarding.get("/v1/deals"))["items"] == []


async def test_a_deal_that_fails_leaves_nothing(onboarding: ServiceUnderTest) -> None:
    await onboarding.execute("ALTER TABLE handoff ADD CONSTRAINT lost CHECK (false) NOT VALID")
    assert (await onboarding.client.post("/v1/deals", json=DEAL)).status_code >= 400
    for table in ("account", "contact", "deal", "external_id", "outbox"):
        assert await onboarding.rows(f"SELECT 1 FROM {table}") == []
    assert await onboarding.rows("SELECT 1 FROM audit WHERE entity IN ('account', 'contact', 'deal')") == []


async def test_a_handoff_is_accepted(onboarding: ServiceUnderTest) -> None:
    deal = await onboarding.post("/v1/deals", DEAL)
    path = f"/v1/handoffs/{deal['handoff_id']}"
    body = {"project_manager": {"name": "Leo", "email": "leo@us.example"}, "starts_on": "2026-12-01"}
    accepted = await onboarding.post(f"{path}/accept", body)

    assert (accepted["state"], accepted["gaps"], accepted["starts_on"]) == ("accepted", ["risks"], "2026-12-01")
    assert (accepted["project_id"], accepted["version"]) == (None, 2)
    assert accepted["decided_by"].startswith("key/")
    assert await onboarding.get(path) == accepted
    team = await onboarding.get(f"/v1/accounts/{deal['account_id']}/team/project_manager")
    assert team["staff"]["name"] == "Leo"
    [fact] = await onboarding.told("handoff.accepted.v1")
    assert (fact.subject, fact.trace_id, fact.data["decided_at"]) == (
        accepted["id"],
        deal["id"],
        accepted["decided_at"],
    )
    [told] = await onboarding.told("account.team_changed.v1")
    assert told.trace_id == deal["id"]


async def test_a_handoff_is_rejected_with_what_is_missing(onboarding: ServiceUnderTest) -> None:
    deal = await onboarding.post("/v1/deals", DEAL)
    path = f"/v1/handoffs/{deal['handoff_id']}"
    rejected = await onboarding.post(f"{path}/reject", {"gaps": ["stakeholders", "risks"], "reason": "Who decides?"})
    assert (rejected["state"], rejected["gaps"]) == ("rejected", ["risks", "stakeholders"])
    [fact] = await onboarding.told("handoff.rejected.v1")
    assert fact.data["gaps"] == ["risks", "stakeholders"]


@pytest.mark.parametrize("first", ["accept", "reject"])
@pytest.mark.parametrize("second", ["accept", "reject"])
async def test_a_handoff_is_decided_once(onboarding: ServiceUnderTest, first: str, second: str) -> None:
    deal = await onboarding.post("/v1/deals", DEAL)
    path = f"/v1/handoffs/{deal['handoff_id']}"
    bodies: dict[str, Any] = {"accept": {}, "reject": {"gaps": []}}
    decided = await onboarding.post(f"{path}/{first}", bodies[first])
    answer = await onboarding.client.post(f"{path}/{second}", json=bodies[second])
    assert (answer.status_code, answer.json()["code"]) == (409, "transition_not_allowed")
    assert await onboarding.get(path) == decided


async def test_of_two_decisions_at_once_one_holds(onboarding: ServiceUnderTest) -> None:
    deal = await onboarding.post("/v1/deals", DEAL)
    path = f"/v1/handoffs/{deal['handoff_id']}"
    answers = await asyncio.gather(
        onboarding.client.post(f"{path}/accept", json={}),
        onboarding.client.post(f"{path}/reject", json={"gaps": ["risks"]}),
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert len(await onboarding.told("handoff.accepted.v1", "handoff.rejected.v1")) == 1


async def test_lists_narrow(onboarding: ServiceUnderTest) -> None:
    first = await onboarding.post("/v1/deals", DEAL)
    second = await onboarding.post("/v1/deals", {**DEAL, "crm_id": "D-78", "account": {"name": "Bolt"}})
    await onboarding.post(f"/v1/handoffs/{first['handoff_id']}/accept")
    received = await onboarding.get("/v1/handoffs", state="received")
    assert [item["id"] for item in received["items"]] == [second["handoff_id"]]
    of_acme = await onboarding.get("/v1/handoffs", account_id=first["account_id"])
    assert [item["deal_id"] for item in of_acme["items"]] == [first["id"]]
    by_crm = await onboarding.get("/v1/deals", crm="hubspot", crm_id="D-78")
    assert by_crm["items"] == [second]


@pytest.mark.parametrize(
    ("changes", "loc"),
    [
        ({"closed_at": "2099-01-01T00:00:00Z"}, ["body", "closed_at"]),
        ({"closed_at": "2026-11-20T09:00:00"}, ["body", "closed_at"]),
        ({"account": {}}, ["body", "account", "name"]),
        ({"contacts": [{"name": "Ana", "account_id": str(uuid7())}]}, ["body", "contacts", 0, "account_id"]),
        ({"handoff": {"promised_dates": [{"name": "go-live"}]}}, ["body", "handoff", "promised_dates", 0, "on"]),
        ({"crm_id": "x" * 201}, ["body", "crm_id"]),
    ],
)
async def test_what_does_not_fit_is_refused_with_its_place(
    onboarding: ServiceUnderTest, changes: dict[str, Any], loc: list[Any]
) -> None:
    answer = await onboarding.client.post("/v1/deals", json={**DEAL, **changes})
    assert answer.status_code == 422
    assert loc in [error["loc"] for error in answer.json()["errors"]]


TOPIC = "crm-deals"


@pytest.fixture
async def listening(fresh_database: MakeDatabase) -> AsyncIterator[ServiceUnderTest]:
    """Onboarding with ONBOARDING_DEALS_TOPIC set."""
    url = fresh_database("onboarding")
    async with service_under_test("onboarding", url, ONBOARDING_DEALS_TOPIC=TOPIC) as service:
        yield service


def record(body: Any, *, structured: bool, event_id: uuid.UUID | None = None) -> Arrival:
    """A CRM's record as the consumer hands it on."""
    attributes = {
        "specversion": "1.0",
        "id": str(event_id or uuid7()),
        "source": "https://crm.example",
        "type": "deal.closed_won.v1",
        "time": "2026-11-20T09:00:00Z",
    }
    if structured:
        headers = [("content-type", b"application/cloudevents+json; charset=utf-8")]
        value = json.dumps({**attributes, "data": body}).encode()
    else:
        headers = [
            ("content-type", b"application/json"),
            *((f"ce_{name}", text.encode()) for name, text in attributes.items()),
        ]
        value = json.dumps(body).encode()
    envelope = decode(TOPIC, dict(headers), value, foreign=True)
    return Arrival(TOPIC, 0, 0, None, headers, value, envelope)


async def apply(service: ServiceUnderTest, *arrivals: Arrival) -> None:
    async with transaction(service.database) as session:
        await inbox.apply_one_by_one(
            session, service.duties.handlers, arrivals, service="onboarding", at=service.clock()
        )


@pytest.mark.parametrize("structured", [True, False])
async def test_a_deal_from_the_topic_is_the_deal_over_http(listening: ServiceUnderTest, structured: bool) -> None:
    assert listening.duties.handlers.foreign == {TOPIC: DealClosedWon}
    assert TOPIC in listening.duties.handlers.topics()
    event_id = uuid7()
    same = record(DEAL, structured=structured, event_id=event_id)
    await apply(listening, same, same, record(DEAL, structured=structured))
    deal = await listening.post("/v1/deals", DEAL)
    facts = await listening.told()
    assert len(facts) == 4
    assert {fact.headers["ce_causationid"] for fact in facts} == {f"fact/{event_id}"}
    assert {fact.trace_id for fact in facts} == {deal["id"]}


async def test_a_deal_that_does_not_fit_becomes_a_dead_letter(listening: ServiceUnderTest) -> None:
    await apply(listening, record({**DEAL, "unheard": 1}, structured=False), record(DEAL, structured=False))
    [letter] = await listening.rows("SELECT type, error, handler FROM dead_letter")
    assert letter.type == "deal.closed_won.v1"
    assert letter.error.startswith("ValidationError")
    assert "receive_closed_won_deal" in letter.handler
    assert len((await listening.get("/v1/deals"))["items"]) == 1


async def test_without_a_topic_none_is_read(onboarding: ServiceUnderTest) -> None:
    own = ["analytics-events", "feedback-events", "onboarding-events", "ticketing-events"]
    assert onboarding.duties.handlers.topics() == own


def repair(step: str, *, service: str = "onboarding", **data: Any) -> AutomationRepairRequested:
    example = AutomationRepairRequested.example
    trigger = {**example["trigger"], "type": "deal.received.v1", "source": "/onboarding", "data": data}
    return AutomationRepairRequested.model_validate(
        {**example, "repair_id": str(uuid7()), "service": service, "step": step, "trigger": trigger}
    )


async def test_a_repair_finds_the_handoff_there(onboarding: ServiceUnderTest) -> None:
    deal = await onboarding.post("/v1/deals", DEAL)
    await onboarding.deliver(repair("handoff_received", deal_id=deal["id"]))
    answers = await onboarding.told("repair.answered.v1")
    assert {(fact.data["result"], fact.data["reason"]) for fact in answers} == {("nothing_to_do", None)}
    assert len(await onboarding.told("handoff.received.v1")) == 1


@pytest.mark.parametrize(
    ("step", "data", "reason"),
    [
        ("unheard_of", {}, "unknown_step"),
        ("handoff_received", {}, "no_deal"),
        ("handoff_received", {"deal_id": "7"}, "no_deal"),
        ("handoff_received", {"deal_id": str(uuid7())}, "unknown_deal"),
    ],
)
async def test_a_repair_that_cannot_be_done_is_refused(
    onboarding: ServiceUnderTest, step: str, data: dict[str, Any], reason: str
) -> None:
    await onboarding.deliver(repair(step, **data), times=1)
    [answer] = await onboarding.told("repair.answered.v1")
    assert (answer.data["result"], answer.data["reason"]) == ("refused", reason)


async def test_other_services_repairs_are_passed_by(onboarding: ServiceUnderTest) -> None:
    await onboarding.deliver(repair("escalation_opened", service="ticketing"))
    assert await onboarding.told() == []
