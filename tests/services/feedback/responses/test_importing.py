"""Answers from elsewhere: they count, and nothing follows them unless it is asked for."""

from shared.contracts.feedback import ResponseReceived
from tests.fixtures.services import ServiceUnderTest
from tests.services.analytics.assurance import watching
from tests.shared.features.bulk_jobs.working import CSV, exported, imported, rows_of

PATH = "/v1/responses/import"
FILE = (
    "source,source_id,survey_type,score,answered_at,comment,answers.reason\n"
    "old,1,nps,2,2024-05-02T08:00:00Z,=Slow,speed\nold,2,nps,10,2024-05-02T09:00:00Z,,\n"
    "old,3,nps,,2024-05-02T09:00:00Z,,\nold,4,nps,77,,,\n"
)


async def test_history_counts_and_nothing_follows_it(feedback: ServiceUnderTest) -> None:
    job = await imported(feedback, PATH, FILE, CSV)
    assert (job["succeeded"], job["failed"]) == (3, 1)
    [wrong] = await rows_of(feedback, job, outcome="failed")
    assert [place["loc"] for place in wrong["errors"]] == [["body", "score"]]
    facts = await feedback.told()
    assert {fact.type for fact in facts} == {"response.received.v1"}
    assert [fact.data["silent"] for fact in facts] == [True] * 3
    assert await feedback.rows("SELECT 1 FROM loop_case") == []
    assert await feedback.rows("SELECT 1 FROM follow_up_run") == []
    [negative] = (await feedback.get("/v1/responses", outcome="negative"))["items"]
    assert (negative["loop_case_id"], negative["answered_at"]) == (None, "2024-05-02T08:00:00Z")
    assert negative["answers"] == [{"question": "reason", "value": "speed"}]
    again = await imported(feedback, PATH, FILE, CSV)
    assert (again["skipped"], again["failed"]) == (3, 1)


async def test_one_that_is_edited_to_negative_stays_silent(feedback: ServiceUnderTest) -> None:
    await imported(feedback, PATH, FILE, CSV)
    [positive] = (await feedback.get("/v1/responses", outcome="positive"))["items"]
    edited = await feedback.patch(f"/v1/responses/{positive['id']}", {"score": 1})
    assert (edited["outcome"], edited["loop_case_id"]) == ("negative", None)
    [fact] = await feedback.told("response.edited.v1")
    assert fact.data["silent"] is True


async def test_what_is_not_silent_is_followed(feedback: ServiceUnderTest) -> None:
    await imported(feedback, PATH, FILE, CSV, silent=False)
    assert len(await feedback.rows("SELECT 1 FROM loop_case")) == 1
    assert len(await feedback.rows("SELECT 1 FROM follow_up_run")) == 1
    assert [fact.data["silent"] for fact in await feedback.told("response.received.v1")] == [False] * 3


async def test_a_deleted_one_is_not_imported_again(feedback: ServiceUnderTest) -> None:
    first, *_ = await rows_of(feedback, await imported(feedback, PATH, FILE, CSV))
    assert (await feedback.client.delete(f"/v1/responses/{first['thing_id']}")).status_code == 204
    again = await rows_of(feedback, await imported(feedback, PATH, FILE, CSV))
    assert (again[0]["outcome"], again[0]["code"]) == ("skipped", "response_deleted")


async def test_the_others_expect_nothing_of_it(
    feedback: ServiceUnderTest, ticketing: ServiceUnderTest, analytics: ServiceUnderTest
) -> None:
    await imported(feedback, PATH, FILE, CSV)
    facts = [ResponseReceived.model_validate(fact.data) for fact in await feedback.told()]
    await ticketing.deliver(*facts)
    assert await ticketing.rows("SELECT 1 FROM ticket") == []
    await analytics.deliver(*facts)
    await watching.sweep(analytics)
    assert (await analytics.get("/v1/assurance/expectations"))["items"] == []
    counted = await analytics.rows("SELECT metric FROM contribution ORDER BY metric")
    assert [row.metric for row in counted] == ["nps", "nps"]


async def test_an_export_writes_formulas_as_texts(feedback: ServiceUnderTest) -> None:
    await imported(feedback, PATH, FILE, CSV)
    text = await exported(feedback, "responses", outcome="negative")
    assert ",'=Slow," in text
    lines = await exported(feedback, "responses", "jsonl", outcome="negative")
    assert '"comment":"=Slow"' in lines
