"""A contact is taken out of analytics: numbers and verdicts stay, and the ledger expects every service's answer."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from shared.contracts.analytics import AutomationRepairRequested
from shared.contracts.platform import ContactErased
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest, envelope_of
from tests.services import erasing
from tests.services.analytics.assurance.watching import expectations, hear, states
from tests.services.analytics.stories import Story
from tests.services.erasing import EMAIL, NAME, WORDS

PERIOD = {"from": "2020-01-01T00:00:00Z", "to": "2090-01-01T00:00:00Z"}


def answer(story: Story, contact_id: UUID | None, **changes: Any) -> Any:
    respondent = {"name": NAME, "email": EMAIL}
    return story.received(contact_id=contact_id, comment=WORDS, respondent=respondent, **changes)


async def nps(analytics: ServiceUnderTest) -> Any:
    value = (await analytics.get("/v1/metrics/nps/values", **PERIOD))["items"][0]
    return {name: value[name] for name in ("value", "n", "numerator")}


def erased(contact_id: UUID, service: str) -> ContactErased:
    return ContactErased.model_validate({**ContactErased.example, "contact_id": contact_id, "service": service})


async def test_facts_lose_their_person_and_numbers_stay(analytics: ServiceUnderTest) -> None:
    contact_id, story, other = uuid7(), Story(), Story()
    await analytics.deliver(erasing.contact(contact_id, story.account_id), answer(story, contact_id))
    await analytics.deliver(answer(other, None, outcome="positive", score=9))
    before = await nps(analytics)
    assert await erasing.left_of(analytics), "there is something to erase"
    await analytics.deliver(erasing.request(contact_id))
    assert await erasing.erase_waiting(analytics) == 1
    assert await erasing.left_of(analytics) == []
    assert await nps(analytics) == before
    assert before["n"] == 2
    recomputed = await analytics.post("/v1/metrics/nps/recompute")
    assert (recomputed["compared"] > 0, recomputed["differences"]) == (True, [])
    assert await nps(analytics) == before
    trace = await analytics.get(f"/v1/traces/{(await analytics.rows('SELECT trace_id FROM fact LIMIT 1'))[0].trace_id}")
    assert trace["hops"]


async def test_facts_that_come_late_are_kept_without_their_person(analytics: ServiceUnderTest) -> None:
    contact_id, story = uuid7(), Story()
    await analytics.deliver(
        erasing.request(contact_id), erasing.contact(contact_id, story.account_id), answer(story, contact_id)
    )
    await erasing.erase_waiting(analytics)
    await analytics.deliver(story.edited("positive", "negative", contact_id=contact_id, comment=WORDS, score=9))
    assert await erasing.left_of(analytics) == []
    assert (await nps(analytics))["n"] == 1


async def test_a_repair_request_that_carried_the_answer_is_scrubbed(analytics: ServiceUnderTest) -> None:
    contact_id, story = uuid7(), Story()
    told = answer(story, contact_id)
    trace = uuid7()
    await analytics.deliver(told, trace_id=trace)
    example = AutomationRepairRequested.example
    trigger = {**example["trigger"], "subject": str(story.response_id), "data": told.model_dump(mode="json")}
    repair = AutomationRepairRequested.model_validate({**example, "trigger": trigger})
    await analytics.deliver(repair, trace_id=trace)
    await analytics.deliver(erasing.request(contact_id))
    await erasing.erase_waiting(analytics)
    assert await erasing.left_of(analytics) == []


@pytest.mark.parametrize("first", ["answer", "request"])
async def test_open_steps_with_the_customer_are_skipped(analytics: ServiceUnderTest, first: str) -> None:
    contact_id, story = uuid7(), Story()
    asked, came = erasing.request(contact_id), answer(story, contact_id)
    for fact in (came, asked) if first == "answer" else (asked, came):
        await analytics.deliver(fact)
    due = analytics.clock() + timedelta(hours=48)
    await analytics.deliver(story.case_opened(due, due))
    seen = await states(analytics, story)
    assert seen["recovery_planned"] == seen["recovery_contacted"] == "skipped"
    assert seen["escalation_opened"] == "open", "what is owed to us, not to the customer, stays owed"
    reasons = {
        item["reason"] for item in await expectations(analytics, subject_id=str(story.response_id), state="skipped")
    }
    assert reasons == {"contact_erased"}


async def test_what_was_done_before_the_request_stays_met(analytics: ServiceUnderTest) -> None:
    contact_id, story = uuid7(), Story()
    due = analytics.clock() + timedelta(hours=48)
    await analytics.deliver(answer(story, contact_id), story.case_opened(due, due), story.planned(), story.contacted())
    await analytics.deliver(erasing.request(contact_id))
    seen = await states(analytics, story)
    assert (seen["recovery_planned"], seen["recovery_contacted"]) == ("met", "met")


async def test_every_service_owes_its_answer_within_72_hours_and_is_asked_again(analytics: ServiceUnderTest) -> None:
    contact_id = uuid7()
    await analytics.deliver(erasing.request(contact_id))
    for service in ("onboarding", "feedback", "analytics"):
        await analytics.deliver(erased(contact_id, service), source=service)
    owed = {item["step"]: item for item in await expectations(analytics, rule_id="contact_erasure")}
    assert {step: item["state"] for step, item in owed.items()} == {
        "erased_by_onboarding": "met",
        "erased_by_feedback": "met",
        "erased_by_analytics": "met",
        "erased_by_ticketing": "open",
    }
    analytics.clock.advance(hours=73)
    await hear(analytics, "ticketing", analytics.clock() + timedelta(minutes=5))
    analytics.clock.advance(minutes=10)
    await analytics.run_job("assurance_sweep")
    [missing] = await expectations(analytics, rule_id="contact_erasure", state="missing")
    assert missing["step"] == "erased_by_ticketing"
    await analytics.run_job("assurance_repairs")
    [asked] = await analytics.told("automation.repair_requested.v1")
    assert (asked.data["service"], asked.data["step"]) == ("ticketing", "erased_by_ticketing")
    assert asked.data["trigger"]["data"]["contact_id"] == str(contact_id)
    await analytics.deliver(erased(contact_id, "ticketing"), source="ticketing")
    [late] = await expectations(analytics, rule_id="contact_erasure", state="late")
    assert late["repaired"]


async def test_analytics_answers_its_own_repair(analytics: ServiceUnderTest) -> None:
    await analytics.apply([envelope_of(erasing.repair_request(uuid7(), "analytics"))])
    assert await erasing.erase_waiting(analytics) == 1
    assert [fact.data["result"] for fact in await analytics.told("repair.answered.v1")] == ["done"]
