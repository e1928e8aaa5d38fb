"""Repair requests: the same deed by the response's id, and an answer in every case."""

from typing import Any

import pytest

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback import facts
from tests.services.feedback.answers import of_customer
from tests.services.feedback.asking import end_all, person


async def answered(feedback: ServiceUnderTest, step: str, response_id: Any, **options: Any) -> list[Any]:
    wanted = facts.repair(step, response_id, **options)
    await feedback.deliver(wanted, times=1)
    return [
        (fact.data["result"], fact.data["reason"])
        for fact in await feedback.told("repair.answered.v1")
        if fact.subject == str(wanted.repair_id)
    ]


async def test_a_run_that_was_skipped_is_done_once_the_team_is_known(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(9))
    assert await answered(feedback, "notification_sent", item["id"]) == [("refused", "no_team")]
    await feedback.deliver(facts.team(item["account_id"], facts.member(facts.MIA)))
    assert await answered(feedback, "notification_sent", item["id"]) == [("done", None)]
    assert await answered(feedback, "notification_sent", item["id"]) == [("nothing_to_do", None)]
    assert len((await feedback.get("/v1/notifications"))["items"]) == 1


async def test_an_answer_that_became_positive_can_be_followed_up(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(8))
    await feedback.patch(f"/v1/responses/{item['id']}", {"score": 9})
    await feedback.deliver(facts.team(item["account_id"], facts.member(facts.MIA)))
    assert await answered(feedback, "notification_sent", item["id"]) == [("done", None)]


async def test_what_is_not_owed_is_refused(feedback: ServiceUnderTest) -> None:
    negative = await feedback.post("/v1/responses", of_customer(3))
    assert await answered(feedback, "notification_sent", negative["id"]) == [("refused", "not_positive")]
    assert await answered(feedback, "notification_sent", uuid7()) == [("refused", "no_response")]
    assert await answered(feedback, "notification_sent", "call-8841") == [("refused", "no_response")]
    assert await answered(feedback, "tea_made", negative["id"]) == [("refused", "unknown_step")]


async def test_a_loop_closes_by_its_recovery_alone(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(3))
    assert await answered(feedback, "loop_closed", item["id"]) == [("refused", "recovery_not_completed")]
    await feedback.deliver(facts.completed(item["id"]))
    assert await answered(feedback, "loop_closed", item["id"]) == [("nothing_to_do", None)]
    assert await answered(feedback, "loop_closed", uuid7()) == [("refused", "no_loop_case")]


@pytest.mark.parametrize("service", ["ticketing", "onboarding"])
async def test_another_service_s_repair_is_passed_by(feedback: ServiceUnderTest, service: str) -> None:
    item = await feedback.post("/v1/responses", of_customer(3))
    assert await answered(feedback, "escalation_opened", item["id"], service=service) == []


async def decided_anew(feedback: ServiceUnderTest, fact: Any, **changes: Any) -> Any:
    """What feedback answers where the fact never came and its decision is asked for."""
    wanted = facts.repair("survey_decided", None, trigger=fact, **changes)
    await feedback.deliver(wanted)
    answers = await feedback.told("repair.answered.v1")
    return [(one.data["result"], one.data["reason"]) for one in answers if one.subject == str(wanted.repair_id)]


async def test_a_lost_fact_is_decided_about_by_a_repair_and_once(feedback: ServiceUnderTest) -> None:
    await end_all(feedback)
    ana = await person(feedback)
    for fact, name in ((facts.solved(ana), "ticket.solved"), (facts.completed(None), "recovery.completed")):
        answers = await decided_anew(feedback, fact)
        assert answers[0] == ("done", None)
        assert set(answers[1:]) <= {("nothing_to_do", None)}, "the request came three times"
        await feedback.deliver(fact)
        assert (await decided_anew(feedback, fact))[0] == ("nothing_to_do", None)
        keys = await feedback.rows("SELECT key FROM send_decision WHERE key LIKE :key", key=f"{name}/%")
        assert len(keys) == 1
    suppressed = await feedback.told("survey.suppressed.v1")
    assert [one.data["reopen_count"] for one in suppressed] == [0, None]


async def test_a_decision_about_anything_else_is_refused(feedback: ServiceUnderTest) -> None:
    lost = facts.escalation(uuid7())
    assert (await decided_anew(feedback, lost))[0] == ("refused", "unknown_trigger")
    solved = facts.solved(uuid7())
    assert (await decided_anew(feedback, solved, data={"ticket_id": "?"}))[0] == ("refused", "unreadable_trigger")
