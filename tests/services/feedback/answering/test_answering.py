"""The answer page as a browser without scripts has it: what is shown, what is kept, and what follows."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from services.feedback.answering import queries
from shared.http.errors import Unavailable
from tests.fixtures.services import ServiceUnderTest
from tests.services import erasing
from tests.services.feedback.answering.inviting import RECEIVED, answer_of, digest, invite, send, state_of
from tests.services.feedback.surveys.test_previews import PULSE


async def test_the_form_is_shown_and_a_score_of_the_link_is_chosen(feedback: ServiceUnderTest) -> None:
    invited = await invite(feedback)
    async with feedback.client_with() as browser:
        shown = await browser.get(invited.page + "?score=3")
        stop = await browser.get(f"/unsubscribe/{invited.token}")
    assert shown.status_code == 200
    assert shown.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="en">' in shown.text
    assert shown.text.count('type="radio" name="score"') == 11
    assert shown.text.count(" checked") == 1
    assert 'value="3" checked' in shown.text
    assert "<h1>How likely are you to recommend us to a friend or colleague?</h1>" in shown.text
    assert "ana@acme.example" in shown.text
    assert f'method="post" action="{invited.page}"' in shown.text
    assert (stop.status_code, f'href="/unsubscribe/{invited.token}"' in shown.text) == (200, True)
    assert "<script" not in shown.text
    assert "set-cookie" not in shown.headers


@pytest.mark.parametrize("score", ["11", "-1", "3.0", "x", "", "3&score=99", "%00"])
async def test_a_link_with_no_score_of_the_scale_chooses_none(feedback: ServiceUnderTest, score: str) -> None:
    invited = await invite(feedback)
    async with feedback.client_with() as browser:
        shown = await browser.get(f"{invited.page}?score={score}")
    assert (shown.status_code, shown.text.count(" checked")) == (200, 0)


async def test_a_scanner_that_opens_every_link_records_nothing(feedback: ServiceUnderTest) -> None:
    """Of every standing, with GET and HEAD, with each score, in each language, and what the page links to."""
    open_one, sent, partial = [await invite(feedback) for _ in range(3)]
    async with feedback.client_with() as browser:
        await send(browser, sent.page, score="9")
        await send(browser, partial.page, score="9", do="save")
        others = [await invite(feedback, state=state) for state in ("cancelled", "expired")]
        before = await digest(feedback)
        for invited in (open_one, sent, partial, *others):
            for path in (invited.page, invited.embedded):
                links = [f"{path}?score={score}" for score in range(11)]
                for link in [path, *links, f"{path}?locale=sr-Latn&score=3", f"{path}?do=send&score=3", path + "x"]:
                    for method in ("GET", "HEAD"):
                        scanned = await browser.request(method, link)
                        assert scanned.status_code < 500
        assert await digest(feedback) == before
        await send(browser, open_one.page, score="9")
        assert await digest(feedback) != before, "the digest sees what is written"


async def test_reading_could_not_write_even_if_it_wanted_to(
    feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = queries.asked

    async def that_writes(session: Any, *given: Any, **named: Any) -> Any:
        found = await asked(session, *given, **named)
        if found is not None:
            await session.execute(text("UPDATE invitation SET state = 'opened'"))
        return found

    invited = await invite(feedback)
    monkeypatch.setattr(queries, "asked", that_writes)
    async with feedback.client_with() as browser:
        assert (await browser.get(invited.page)).status_code == 500
    assert await state_of(feedback, invited) == "sent"


async def test_one_button_saves_the_score_at_once_and_the_rest_may_follow(feedback: ServiceUnderTest) -> None:
    invited = await invite(feedback)
    async with feedback.client_with() as browser:
        saved = await send(browser, invited.page, score="3", do="save")
        assert "Your score is saved: 3 of 10." in saved.text
        first = await answer_of(feedback, invited)
        assert (first.state, first.score, first.outcome, first.loop_case_id) == ("partial", 3, "negative", None)
        assert await state_of(feedback, invited) == "partial"
        assert await feedback.told() == []
        assert await feedback.rows("SELECT 1 FROM loop_case") == []

        done = await send(browser, invited.page, **{"score": "3", "q.reason": "Too slow, twice"})
        assert "Thank you for your answer." in done.text
        assert "Change my answer" in done.text
    whole = await answer_of(feedback, invited)
    assert (whole.id, whole.state, whole.settles_at) == (first.id, "completed", None)
    assert (whole.comment, whole.answers) == ("Too slow, twice", [{"question": "reason", "value": "Too slow, twice"}])
    assert await state_of(feedback, invited) == "completed"
    assert [fact.type for fact in await feedback.told()] == [RECEIVED, "loop.opened.v1"]
    [told] = await feedback.told(RECEIVED)
    assert (told.data["score"], told.data["outcome"], told.data["comment"]) == (3, "negative", "Too slow, twice")
    assert (told.data["invitation_id"], told.data["contact_id"]) == (str(invited.id), str(invited.contact_id))
    assert (told.trace_id, told.headers["ce_actor"]) == (str(invited.trace_id), "customer")
    [case] = (await feedback.get("/v1/loop-cases", response_id=str(whole.id)))["items"]
    assert case["state"] == "open"


async def test_an_answer_can_be_changed_for_the_edit_window_and_no_longer(feedback: ServiceUnderTest) -> None:
    feedback.clock.stop_at(feedback.clock())
    invited = await invite(feedback, lasts=timedelta(hours=1), edit_window=timedelta(days=3))
    async with feedback.client_with() as browser:
        await send(browser, invited.page, score="9")
        feedback.clock.advance(days=3, seconds=-1)
        changed = await send(browser, invited.page, score="2")
        assert "Your score is saved: 2 of 10." in changed.text
        feedback.clock.advance(seconds=1)
        used = await browser.get(invited.page)
        late = await browser.post(invited.page, data={"score": "10"})
    assert [fact.type for fact in await feedback.told()] == [RECEIVED, "loop.opened.v1", "response.edited.v1"]
    assert (used.status_code, late.status_code) == (409, 409)
    assert "Your answer has been received" in late.text
    assert (await answer_of(feedback, invited)).score == 2


@pytest.mark.parametrize(
    ("changes", "status", "heading"),
    [
        ({"state": "cancelled"}, 403, "This survey is closed"),
        ({"state": "bounced"}, 403, "This survey is closed"),
        ({"state": "expired"}, 410, "This survey has ended"),
        ({"lasts": timedelta(0)}, 410, "This survey has ended"),
    ],
    ids=["cancelled", "bounced", "expired", "over"],
)
async def test_what_cannot_be_answered_says_so(
    feedback: ServiceUnderTest, changes: dict[str, Any], status: int, heading: str
) -> None:
    invited = await invite(feedback, **changes)
    async with feedback.client_with() as browser:
        for answer in (await browser.get(invited.page), await browser.post(invited.page, data={"score": "3"})):
            assert (answer.status_code, f"<h1>{heading}</h1>" in answer.text) == (status, True)
    assert await feedback.rows("SELECT 1 FROM response") == []


async def test_a_deleted_answer_closes_the_survey(feedback: ServiceUnderTest) -> None:
    partial, whole = await invite(feedback), await invite(feedback)
    async with feedback.client_with() as browser:
        await send(browser, partial.page, score="2", do="save")
        await send(browser, whole.page, score="2")
        for invited in (partial, whole):
            response_id = (await answer_of(feedback, invited)).id
            assert (await feedback.client.delete(f"/v1/responses/{response_id}")).status_code == 204
            assert (await browser.get(invited.page)).status_code == 403
    feedback.clock.advance(hours=1)
    assert await feedback.run_job("settle_partial_answers") == 0
    assert len(await feedback.told("response.deleted.v1")) == 1, "nobody heard of the partial one"


async def test_a_forged_token_opens_nothing(feedback: ServiceUnderTest) -> None:
    invited = await invite(feedback)
    token = invited.token
    forged = [token[:-1] + ("A" if token[-1] != "A" else "B"), "A" * 43, "x", "a" * 5_000, "%00", "ü", token + "="]
    async with feedback.client_with() as browser:
        for wrong in forged:
            for answer in (
                await browser.get(f"/r/{wrong}"),
                await browser.post(f"/r/{wrong}", data={"score": "3"}),
            ):
                assert answer.status_code == 404, wrong
                assert "This link is not valid" in answer.text
        assert (await browser.delete(invited.page)).status_code == 405
    assert await feedback.rows("SELECT 1 FROM response") == []


async def test_fifty_forms_at_once_make_one_answer(feedback: ServiceUnderTest) -> None:
    invited = await invite(feedback)
    async with feedback.client_with() as browser:
        sent = [{"score": str(number % 2 + 1), "asked": "score reason"} for number in range(50)]
        answers = await asyncio.gather(*(browser.post(invited.page, data=form) for form in sent))
    assert {answer.status_code for answer in answers} == {303}
    await answer_of(feedback, invited)
    assert len(await feedback.told(RECEIVED)) == 1
    assert len(await feedback.told("loop.opened.v1")) == 1
    assert len(await feedback.rows("SELECT 1 FROM loop_case")) == 1


async def test_an_answer_by_phone_and_one_on_the_page_are_one(feedback: ServiceUnderTest) -> None:
    invited = await invite(feedback)
    taken = {"source": "phone", "source_id": "1", "survey_type": "nps", "invitation_id": str(invited.id)}
    async with feedback.client_with() as browser:
        await feedback.post("/v1/responses", {**taken, "score": 9})
        shown = await send(browser, invited.page, score="8")
        assert "Your score is saved: 8 of 10." in shown.text
        assert (await answer_of(feedback, invited)).score == 8
        other = await invite(feedback)
        await send(browser, other.page, score="9")
    late = {**taken, "source_id": "2", "invitation_id": str(other.id), "score": 1}
    assert (await feedback.client.post("/v1/responses", json=late)).status_code == 409


async def test_questions_follow_from_answers(feedback: ServiceUnderTest) -> None:
    survey = await feedback.post("/v1/surveys", PULSE)
    invited = await invite(feedback, survey["id"])
    async with feedback.client_with() as browser:
        first = await browser.get(invited.page)
        assert "What made it hard?" not in first.text
        more = await send(browser, invited.page, score="1")
        assert "Your answer leads to a few more questions." in more.text
        assert "What made it hard?" in more.text
        assert (await answer_of(feedback, invited)).state == "partial"
        desks = await send(browser, invited.page, **{"score": "1", "q.topic": "speed"})
        assert "And each desk?" in desks.text
        half = await send(browser, invited.page, **{"score": "1", "q.topic": "speed", "q.desks.chat": "bad"})
        assert half.status_code == 422
        assert "Choose one option in each row." in half.text
        rows = {"q.desks.chat": "bad", "q.desks.phone": "good"}
        done = await send(browser, invited.page, **{"score": "1", "q.topic": "speed", **rows})
        assert "Thank you." in done.text
        whole = await answer_of(feedback, invited)
        assert whole.answers == [
            {"question": "topic", "value": "speed"},
            {"question": "desks", "value": {"phone": "good", "chat": "bad"}},
        ]
        await send(browser, invited.page, **{"score": "3", "q.topic": "speed", **rows})
    assert (await answer_of(feedback, invited)).answers == []


async def test_what_is_not_saved_says_so_with_the_form_still_filled(feedback: ServiceUnderTest) -> None:
    invited = await invite(feedback)
    async with feedback.client_with() as browser:
        refused = await send(browser, invited.page, **{"q.reason": "Slow <b>twice</b>"})
    assert refused.status_code == 422
    assert "Your answer is not saved yet" in refused.text
    assert "Choose a number from 0 to 10." in refused.text
    assert 'href="#score"' in refused.text
    assert "Slow &lt;b&gt;twice&lt;/b&gt;</textarea>" in refused.text
    assert await feedback.rows("SELECT 1 FROM response") == []


async def test_while_the_database_is_away_all_that_was_typed_is_kept(
    feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    invited = await invite(feedback, locale="sr-Latn")
    words = "Čekali smo dva dana."

    def away(*given: Any, **named: Any) -> Any:
        raise ConnectionRefusedError("the database is away")

    async with feedback.client_with() as browser:
        form = {"score": "3", "q.reason": words, "locale": "sr-Latn", "asked": "score reason"}
        with monkeypatch.context() as broken:
            broken.setattr(type(feedback.database), "session", away)
            kept = await browser.post(invited.page, data=form)
            shown = await browser.get(invited.page)
        assert (kept.status_code, shown.status_code) == (503, 503)
        assert "Vaš odgovor još nije sačuvan" in kept.text
        assert f"{words}</textarea>" in kept.text
        assert 'name="score" value="3"' in kept.text
        again = await browser.post(invited.page, data=form)
    assert again.status_code == 303
    assert (await answer_of(feedback, invited)).comment == words


async def test_while_too_much_waits_to_be_told_the_form_is_kept_as_well(
    feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def too_much() -> Unavailable:
        return Unavailable(retry_after=5)

    invited = await invite(feedback)
    monkeypatch.setattr(feedback.app.state.backlog, "refusal", too_much)
    async with feedback.client_with() as browser:
        kept = await send(browser, invited.page, **{"score": "3", "q.reason": "Slow"})
    assert (kept.status_code, kept.headers["retry-after"]) == (503, "5")
    assert "Your answer is not saved yet" in kept.text
    assert "Slow</textarea>" in kept.text
    assert 'value="3" checked' in kept.text
    assert await feedback.rows("SELECT 1 FROM response") == []


@pytest.mark.parametrize(
    ("locale", "accept", "lang", "button"),
    [
        ("sv-SE", "", "sv", "Skicka mitt svar"),
        ("nb", "", "no", "Send svaret mitt"),
        ("sr-Latn-RS", "", "sr-Latn", "Pošaljite odgovor"),
        ("sr", "", "sr", "Пошаљите одговор"),
        ("bg", "", "bg", "Изпращане на отговора"),
        ("es-MX", "", "es", "Enviar mi respuesta"),
        (None, "de, es;q=0.8, en;q=0.5", "es", "Enviar mi respuesta"),
        (None, "de", "en", "Send my answer"),
    ],
)
async def test_the_page_speaks_the_contact_s_language(
    feedback: ServiceUnderTest, locale: str | None, accept: str, lang: str, button: str
) -> None:
    invited = await invite(feedback, locale=locale)
    async with feedback.client_with(headers={"Accept-Language": accept}) as browser:
        shown = await browser.get(invited.page)
        assert (f'<html lang="{lang}">' in shown.text, f">{button}</button>" in shown.text) == (True, True)
        other = await send(browser, invited.page + "?locale=bg", score="9")
        assert '<html lang="bg">' in other.text
    assert (await answer_of(feedback, invited)).locale == "bg"


async def test_of_an_erased_contact_no_words_are_kept(feedback: ServiceUnderTest) -> None:
    invited = await invite(feedback)
    await feedback.deliver(erasing.request(invited.contact_id))
    await erasing.erase_waiting(feedback)
    async with feedback.client_with() as browser:
        await send(browser, invited.page, **{"score": "2", "q.reason": erasing.WORDS})
    kept = await answer_of(feedback, invited)
    assert (kept.score, kept.comment, kept.answers) == (2, None, [])
