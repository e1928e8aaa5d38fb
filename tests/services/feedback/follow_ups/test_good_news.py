"""A positive answer reaches the people who work with the customer, once, when they are known."""

from datetime import timedelta
from typing import Any

import pytest

from services.feedback.follow_ups.templates import GOOD_NEWS
from shared.contracts import story
from shared.features.notification_templates.templates import Templates
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback import facts
from tests.services.feedback.answers import answer, of_customer


async def told_results(feedback: ServiceUnderTest) -> list[tuple[str, str | None]]:
    return [(fact.data["result"], fact.data["reason"]) for fact in await feedback.told("follow_up.executed.v1")]


async def addressed(feedback: ServiceUnderTest, item: dict[str, Any]) -> list[tuple[str, str]]:
    found = (await feedback.get("/v1/notifications", response_id=item["id"]))["items"]
    return sorted((one["recipient"]["role"], one["recipient"]["address"]) for one in found)


async def test_the_team_hears_the_good_news_once(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(10, comment="Mia is great", locale="en"))
    await feedback.deliver(
        facts.account(item["account_id"]),
        facts.contact(item["contact_id"], item["account_id"]),
        facts.team(
            item["account_id"],
            facts.member(facts.MIA),
            facts.member(facts.IDA, backup=True, name="Ida"),
            facts.member(facts.MIA, role="executive_sponsor"),
        ),
    )
    assert await feedback.run_job("follow_up_due") == 1
    assert await feedback.run_job("follow_up_due") == 0
    assert await addressed(feedback, item) == [("csm", "mia@us.example")]
    [notification] = (await feedback.get("/v1/notifications"))["items"]
    assert notification["dedup_key"] == f"good_news:{item['id']}:{story.MIA}"
    assert (notification["trace_id"], notification["about"]["account_id"]) == (item["id"], item["account_id"])
    [executed] = await feedback.told("follow_up.executed.v1")
    assert (executed.subject, executed.trace_id) == (item["id"], item["trace_id"])
    assert (executed.data["rule_id"], executed.data["rule_version"], executed.data["result"]) == (
        "positive_good_news",
        1,
        "notified",
    )
    [row] = await feedback.rows('SELECT "values" FROM notification')
    mail = Templates([GOOD_NEWS]).render("good_news", "en", row[0], {})
    assert mail.subject == "Good news from Acme: NPS 10"
    assert all(part in mail.text for part in ("Hello Mia,", "By:      Ana", "Comment: Mia is great"))


async def test_each_role_s_holder_hears_or_the_backup_who_stands_in(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(9))
    leo, zoe, away = uuid7(), uuid7(), feedback.clock() - timedelta(days=1)
    await feedback.deliver(
        facts.team(
            item["account_id"],
            facts.member(facts.MIA),
            facts.member(facts.IDA, backup=True, name="Ida"),
            facts.member(leo, role="billing", name="Leo"),
            facts.member(zoe, role="project_manager", name="Zoe", notify_address="mailto:team@us.example"),
        ),
        facts.staff(facts.MIA, away=(away, None)),
        facts.staff(leo, active=False, name="Leo"),
    )
    await feedback.run_job("follow_up_due")
    assert await addressed(feedback, item) == [("csm", "ida@us.example"), ("project_manager", "team@us.example")]


async def test_the_team_is_waited_for_five_minutes(feedback: ServiceUnderTest) -> None:
    start = feedback.clock()
    feedback.clock.stop_at(start)
    late = await feedback.post("/v1/responses", of_customer(9))
    feedback.clock.advance(seconds=10)
    known = await feedback.post("/v1/responses", of_customer(9))
    feedback.clock.advance(seconds=289)
    assert await feedback.run_job("follow_up_due") == 0
    feedback.clock.advance(seconds=1)
    assert await feedback.run_job("follow_up_due") == 1
    assert await told_results(feedback) == [("skipped", "no_team")]
    await feedback.deliver(
        facts.team(late["account_id"], facts.member(facts.MIA)),
        facts.team(known["account_id"], facts.member(facts.MIA)),
    )
    assert await feedback.run_job("follow_up_due") == 1
    assert await addressed(feedback, late) == []
    assert await addressed(feedback, known) == [("csm", "mia@us.example")]


async def test_what_cannot_be_followed_up_is_skipped_with_its_reason(feedback: ServiceUnderTest) -> None:
    await feedback.post("/v1/responses", answer(9))
    assert await feedback.run_job("follow_up_due") == 1
    deleted = await feedback.post("/v1/responses", of_customer(9))
    worse = await feedback.post("/v1/responses", of_customer(9))
    gone = await feedback.post("/v1/responses", of_customer(9))
    await feedback.client.delete(f"/v1/responses/{deleted['id']}")
    await feedback.patch(f"/v1/responses/{worse['id']}", {"score": 3})
    for item in (deleted, worse, gone):
        await feedback.deliver(facts.team(item["account_id"], facts.member(facts.MIA)))
    await feedback.deliver(facts.staff(facts.MIA, active=False))
    assert await feedback.run_job("follow_up_due") == 3
    assert await told_results(feedback) == [
        ("skipped", "no_account"),
        ("skipped", "response_deleted"),
        ("skipped", "no_longer_positive"),
        ("skipped", "no_team"),
    ]
    assert (await feedback.get("/v1/notifications"))["items"] == []


async def test_an_empty_team_is_waited_for(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(9))
    await feedback.deliver(facts.team(item["account_id"]))
    assert await feedback.run_job("follow_up_due") == 0
    await feedback.deliver(facts.team(item["account_id"], facts.member(facts.MIA)))
    assert await feedback.run_job("follow_up_due") == 1


@pytest.mark.parametrize("first", ["job", "repair"])
async def test_job_and_repair_notify_once_between_them(feedback: ServiceUnderTest, first: str) -> None:
    item = await feedback.post("/v1/responses", of_customer(9))
    await feedback.deliver(facts.team(item["account_id"], facts.member(facts.MIA)))
    if first == "job":
        await feedback.run_job("follow_up_due")
    await feedback.deliver(facts.repair("notification_sent", item["id"]))
    await feedback.run_job("follow_up_due")
    assert await addressed(feedback, item) == [("csm", "mia@us.example")]
    answered = [fact.data["result"] for fact in await feedback.told("repair.answered.v1")]
    assert answered == (["nothing_to_do"] if first == "job" else ["done"]) + ["nothing_to_do"]
