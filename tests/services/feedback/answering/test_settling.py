"""When an answer of the page is final, and what follows from it then."""

from sqlalchemy import text

from shared.events.transaction import transaction
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback.answering.inviting import RECEIVED, answer_of, invite, send, state_of
from tests.services.feedback.answers import answer, of_customer
from tests.services.feedback.surveys.test_previews import PULSE


async def test_a_positive_answer_waits_for_its_follow_up(feedback: ServiceUnderTest) -> None:
    invited = await invite(feedback)
    async with feedback.client_with() as browser:
        await send(browser, invited.page, score="10")
    [run] = await feedback.rows("SELECT response_id, state FROM follow_up_run")
    assert (run.response_id, run.state) == ((await answer_of(feedback, invited)).id, "waiting")
    assert len(await feedback.told(RECEIVED)) == 1


async def test_a_partial_answer_settles_once_15_minutes_after_its_last_change(feedback: ServiceUnderTest) -> None:
    feedback.clock.stop_at(feedback.clock())
    invited = await invite(feedback)
    async with feedback.client_with() as browser:
        await send(browser, invited.page, score="9", do="save")
        feedback.clock.advance(minutes=10)
        await send(browser, invited.page, score="2", do="save")
    feedback.clock.advance(minutes=14, seconds=59)
    assert await feedback.run_job("settle_partial_answers") == 0
    assert await feedback.told() == []
    feedback.clock.advance(seconds=1)
    assert [await feedback.run_job("settle_partial_answers") for _ in range(2)] == [1, 0]
    [told] = await feedback.told(RECEIVED)
    assert (told.data["score"], told.data["outcome"]) == (2, "negative")
    assert len(await feedback.told("loop.opened.v1")) == 1
    assert (await answer_of(feedback, invited)).state == "completed"
    assert await state_of(feedback, invited) == "completed"


async def test_what_is_sent_before_it_settles_is_told_once(feedback: ServiceUnderTest) -> None:
    invited = await invite(feedback)
    async with feedback.client_with() as browser:
        await send(browser, invited.page, score="9", do="save")
        await send(browser, invited.page, score="9")
        await send(browser, invited.page, score="9")
    feedback.clock.advance(hours=1)
    assert await feedback.run_job("settle_partial_answers") == 0
    assert [fact.type for fact in await feedback.told()] == [RECEIVED]


async def test_a_settled_answer_sets_off_what_a_recorded_one_does(feedback: ServiceUnderTest) -> None:
    """The same rows of the same kinds, but for what tells the two apart."""
    said = {"score": 9, "comment": "We will call our lawyer, this is dangerous.", "locale": "en"}
    invited = await invite(feedback)
    async with feedback.client_with() as browser:
        await send(browser, invited.page, **{"score": "9", "q.reason": str(said["comment"])})
    on_page = (await answer_of(feedback, invited)).id
    recorded = (await feedback.post("/v1/responses", answer(**said)))["id"]
    for table in ("triage_case", "follow_up_run", "loop_case"):
        found = await feedback.rows(f"SELECT response_id FROM {table}")
        held = [str(row.response_id) for row in found]
        assert held.count(str(on_page)) == held.count(recorded), table
    [triage] = await feedback.rows("SELECT reasons FROM triage_case WHERE response_id = :id", id=on_page)
    [other] = await feedback.rows("SELECT reasons FROM triage_case WHERE response_id = :id", id=recorded)
    assert triage.reasons == other.reasons != []


async def test_a_recovery_s_survey_verifies_its_story_and_knows_its_ticket(feedback: ServiceUnderTest) -> None:
    trace_id, ticket_id = str(uuid7()), str(uuid7())
    first = await feedback.post("/v1/responses", of_customer(1, trace_id=trace_id))
    await feedback.execute("UPDATE loop_case SET ticket_id = :ticket_id", ticket_id=ticket_id)
    invited = await invite(feedback, "post_recovery", trace_id=trace_id)
    async with feedback.client_with() as browser:
        await send(browser, invited.page, score="2")
    _, told = await feedback.told(RECEIVED)
    assert (told.data["ticket_id"], told.data["outcome"], told.trace_id) == (ticket_id, "negative", trace_id)
    [verified] = await feedback.rows(
        "SELECT verified_by FROM loop_case WHERE response_id = :response_id", response_id=first["id"]
    )
    assert verified.verified_by == (await answer_of(feedback, invited)).id


async def test_an_answer_of_the_staff_sets_nothing_off_and_names_nobody(feedback: ServiceUnderTest) -> None:
    survey = await feedback.post("/v1/surveys", {**PULSE, "type": "employee", "name": "Our week"})
    invited = await invite(feedback, survey["id"])
    async with feedback.client_with() as browser:
        await send(browser, invited.page, score="1", asked="score topic desks")
    [told] = await feedback.told()
    assert {told.data[name] for name in ("account_id", "contact_id", "invitation_id", "comment")} == {None}
    [kept] = await feedback.rows("SELECT account_id, contact_id FROM response")
    assert (kept.account_id, kept.contact_id) == (None, None)
    for table in ("triage_case", "follow_up_run", "loop_case"):
        assert await feedback.rows(f"SELECT 1 FROM {table}") == []


async def test_a_partial_answer_counts_in_no_score_and_can_be_corrected_unheard(feedback: ServiceUnderTest) -> None:
    invited = await invite(feedback)
    async with feedback.client_with() as browser:
        await send(browser, invited.page, score="3", do="save")
    held = await answer_of(feedback, invited)
    asked = {"metric": "nps", "from": "2020-01-01T00:00:00Z", "to": "2090-01-01T00:00:00Z"}
    assert [item["n"] for item in (await feedback.get("/v1/scores", **asked))["items"]] == [0]
    edited = await feedback.patch(f"/v1/responses/{held.id}", {"score": 1, "comment": "A lawyer will call"})
    assert (edited["state"], edited["score"], edited["edited_at"]) == ("partial", 1, None)
    assert await feedback.told() == []
    feedback.clock.advance(minutes=16)
    assert await feedback.run_job("settle_partial_answers") == 1
    assert [item["n"] for item in (await feedback.get("/v1/scores", **asked))["items"]] == [1]
    assert [fact.type for fact in await feedback.told()] == [RECEIVED, "loop.opened.v1"]


async def test_what_somebody_changes_right_now_is_left_to_the_next_run(feedback: ServiceUnderTest) -> None:
    invited = await invite(feedback)
    async with feedback.client_with() as browser:
        await send(browser, invited.page, score="3", do="save")
    feedback.clock.advance(minutes=16)
    async with transaction(feedback.database) as session:
        await session.execute(text("SELECT 1 FROM invitation WHERE id = :id FOR UPDATE"), {"id": invited.id})
        assert await feedback.run_job("settle_partial_answers") == 0
    assert await feedback.run_job("settle_partial_answers") == 1
