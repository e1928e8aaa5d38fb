"""Who is happy may be asked to tell others: once in so many days, and never against their will or at a bad time."""

import asyncio
from typing import Any

import pytest

from services.feedback.follow_ups.wordings import ADVOCACY_ASK
from shared.contracts.onboarding import ContactCreated
from shared.features.notification_templates.templates import Templates
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services import erasing
from tests.services.feedback import facts
from tests.services.feedback.answers import of_customer


async def switch_on(feedback: ServiceUnderTest, days: int = 180) -> None:
    [shipped] = (await feedback.get("/v1/follow-up-rules", code="advocacy_ask"))["items"]
    actions = [{"do": "advocacy_ask", "quarantine_days": days}]
    await feedback.patch(f"/v1/follow-up-rules/{shipped['id']}", {"active": True, "actions": actions})


def ana(contact_id: Any, account_id: Any, **changes: Any) -> ContactCreated:
    told = facts.contact(contact_id, account_id).model_dump() | {"email": "ana@acme.example", "consent": {}} | changes
    return ContactCreated.model_validate({name: value for name, value in told.items() if name != "id"})


async def answered(feedback: ServiceUnderTest, score: int = 10, about: Any = None, **more: Any) -> dict[str, Any]:
    item = await feedback.post("/v1/responses", of_customer(score, **more))
    await feedback.deliver(
        ana(item["contact_id"], item["account_id"], **(about or {})),
        facts.team(item["account_id"], facts.member(facts.MIA)),
    )
    assert isinstance(item, dict)
    return item


async def came_of_it(feedback: ServiceUnderTest, item: dict[str, Any]) -> tuple[str, str | None]:
    [run] = (await feedback.get("/v1/follow-up-runs", response_id=item["id"], rule_id="advocacy_ask"))["items"]
    return run["result"], run["reason"]


async def asked(feedback: ServiceUnderTest) -> list[str]:
    rows = await feedback.rows("SELECT contact_id FROM notification WHERE template = 'advocacy_ask' ORDER BY id")
    return [str(row.contact_id) for row in rows]


async def test_nobody_is_asked_before_an_operator_says_so(feedback: ServiceUnderTest) -> None:
    await answered(feedback)
    await feedback.run_job("follow_up_due")
    assert await asked(feedback) == []


async def test_a_promoter_is_asked_by_mail_in_their_language(feedback: ServiceUnderTest) -> None:
    await switch_on(feedback)
    item = await answered(feedback, about={"locale": "sv"})
    await feedback.run_job("follow_up_due")
    assert await came_of_it(feedback, item) == ("notified", None)
    [row] = await feedback.rows(
        'SELECT address, locale, recipient_kind, response_id, "values" FROM notification WHERE contact_id IS NOT NULL'
    )
    assert tuple(row)[:4] == ("ana@acme.example", "sv", "contact", None)
    for locale in ADVOCACY_ASK.wordings:
        mail = Templates([ADVOCACY_ASK]).render("advocacy_ask", locale, row[4], {})
        assert "Ana" in mail.text
        assert "{" not in mail.text + mail.subject


@pytest.mark.parametrize(
    ("about", "reason"),
    [
        ({"consent": {"email": False}}, "suppressed"),
        ({"active": False}, "suppressed"),
        ({"email": None}, "no_address"),
        ({"consent": {"email": None}}, None),
    ],
)
async def test_who_wants_no_mail_or_has_no_address_is_not_asked(
    feedback: ServiceUnderTest, about: dict[str, Any], reason: str | None
) -> None:
    await switch_on(feedback)
    item = await answered(feedback, about=about)
    await feedback.run_job("follow_up_due")
    assert await came_of_it(feedback, item) == ("skipped" if reason else "notified", reason)
    assert len(await asked(feedback)) == (0 if reason else 1)


@pytest.mark.parametrize("whom", ["address", "contact_id"])
async def test_who_stopped_surveys_is_not_asked(feedback: ServiceUnderTest, whom: str) -> None:
    await switch_on(feedback)
    item = await answered(feedback)
    [contact] = await feedback.rows("SELECT email FROM contact WHERE contact_id = :id", id=item["contact_id"])
    await feedback.post("/v1/suppressions", {whom: contact.email if whom == "address" else item["contact_id"]})
    await feedback.run_job("follow_up_due")
    assert await came_of_it(feedback, item) == ("skipped", "suppressed")
    assert await asked(feedback) == []


async def test_an_erased_contact_is_not_asked(feedback: ServiceUnderTest) -> None:
    await switch_on(feedback)
    item = await answered(feedback)
    await feedback.deliver(erasing.request(item["contact_id"], item["account_id"]))
    await erasing.erase_waiting(feedback)
    await feedback.run_job("follow_up_due")
    assert await came_of_it(feedback, item) == ("skipped", "suppressed")


async def test_not_while_the_answer_or_the_account_has_something_open(feedback: ServiceUnderTest) -> None:
    await switch_on(feedback)
    odd = await answered(feedback, comment="Our lawyer is great", locale="en")
    await feedback.run_job("follow_up_due")
    assert await came_of_it(feedback, odd) == ("skipped", "in_triage")
    bad = await answered(feedback, 2)
    good = await answered(feedback, account_id=bad["account_id"])
    await feedback.run_job("follow_up_due")
    assert await came_of_it(feedback, good) == ("skipped", "open_loop_case")
    await feedback.deliver(facts.completed(bad["id"]))
    better = await answered(feedback, account_id=bad["account_id"])
    await feedback.run_job("follow_up_due")
    assert await came_of_it(feedback, better) == ("notified", None)


async def test_once_in_so_many_days_to_the_microsecond(feedback: ServiceUnderTest) -> None:
    await switch_on(feedback, days=30)
    start = feedback.clock()
    feedback.clock.stop_at(start)
    contact_id = str(uuid7())
    first = await answered(feedback, contact_id=contact_id)
    await feedback.run_job("follow_up_due")
    feedback.clock.advance(days=30, microseconds=-1)
    second = await answered(feedback, contact_id=contact_id)
    await feedback.run_job("follow_up_due")
    feedback.clock.advance(microseconds=1)
    third = await answered(feedback, contact_id=contact_id)
    await feedback.run_job("follow_up_due")
    assert [await came_of_it(feedback, item) for item in (first, second, third)] == [
        ("notified", None),
        ("skipped", "quarantined"),
        ("notified", None),
    ]
    assert len(await asked(feedback)) == 2


async def test_two_answers_in_one_run_ask_once(feedback: ServiceUnderTest) -> None:
    await switch_on(feedback)
    contact_id = str(uuid7())
    items = [await answered(feedback, contact_id=contact_id) for _ in range(3)]
    await feedback.run_job("follow_up_due")
    came = [await came_of_it(feedback, item) for item in items]
    assert came == [("notified", None), ("skipped", "quarantined"), ("skipped", "quarantined")]
    assert await asked(feedback) == [contact_id]


async def test_workers_that_run_at_once_ask_once(feedback: ServiceUnderTest) -> None:
    await switch_on(feedback)
    contact_id = str(uuid7())
    for _ in range(6):
        await answered(feedback, contact_id=contact_id)

    while sum(await asyncio.gather(*(feedback.run_job("follow_up_due", at_most=2) for _ in range(4)))):
        pass
    assert await asked(feedback) == [contact_id]
    assert len(await feedback.rows("SELECT 1 FROM follow_up_run WHERE state = 'waiting'")) == 0
