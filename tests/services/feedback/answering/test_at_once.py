"""A whole answer that is the first to its invitation: read by one statement, kept by another, and no lock between."""

from typing import Any

import pytest

from services.feedback.responses import partial
from tests.fixtures.services import ServiceUnderTest
from tests.fixtures.statements import noted, of_the_request
from tests.services.feedback.answering.inviting import RECEIVED, answer_of, invite, send, state_of


async def test_to_open_the_page_is_one_statement_and_to_send_it_two(feedback: ServiceUnderTest) -> None:
    first, invited = await invite(feedback), await invite(feedback)
    async with feedback.client_with() as browser:
        await send(browser, first.page, score="2")  # from now on the survey and the rules are known
        with noted() as sent:
            await browser.get(invited.page)
        assert len(of_the_request(sent)) == 1
        form = {"score": "2", "q.reason": "Slow", "asked": "score reason", "do": "send"}
        with noted() as sent:
            assert (await browser.post(invited.page, data=form)).status_code == 303
        assert len(of_the_request(sent)) == 2
    assert (await answer_of(feedback, invited)).comment == "Slow"
    assert await state_of(feedback, invited) == "completed"


@pytest.mark.parametrize("moved", ["cancelled", "answered"])
async def test_what_moves_while_a_form_is_read_is_seen_before_it_is_kept(
    feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch, moved: str
) -> None:
    invited = await invite(feedback)
    at_once = partial.submit_at_once
    taken = {"source": "phone", "source_id": "1", "survey_type": "nps", "invitation_id": str(invited.id)}

    async def later(*given: Any, **named: Any) -> bool:
        if moved == "answered":
            await feedback.post("/v1/responses", {**taken, "score": 9})
        else:
            path = f"/v1/invitations/{invited.id}/cancel"
            assert (await feedback.client.post(path, json={"reason": "By mistake"})).status_code == 200
        return await at_once(*given, **named)

    monkeypatch.setattr(partial, "submit_at_once", later)
    async with feedback.client_with() as browser:
        answer = await browser.post(invited.page, data={"score": "2", "asked": "score reason"})
    told = [fact.type for fact in await feedback.told()]
    if moved == "answered":
        assert (answer.status_code, (await answer_of(feedback, invited)).score) == (303, 2)
        assert told == [RECEIVED, "loop.opened.v1", "response.edited.v1"]
    else:
        assert (answer.status_code, await state_of(feedback, invited)) == (403, "cancelled")
        assert await feedback.rows("SELECT 1 FROM response") == []
        assert RECEIVED not in told
