"""Loop cases are acted on where they are read: given to somebody, noted on, closed."""

from typing import Any

from shared.ids import uuid7
from tests.fixtures.pages import Visitor, code_of, visiting
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback import facts
from tests.services.feedback.answers import of_customer

LOOPS = "/studio/loops"
TAKE = "Take it<span"


async def case(feedback: ServiceUnderTest) -> Any:
    """A case that nobody has, with two colleagues who could."""
    await feedback.deliver(facts.staff(facts.MIA, name="Mia Thorsen"), facts.staff(facts.IDA, name="Ida <Holm>"))
    response = await feedback.post("/v1/responses", of_customer(2, comment="Two days of silence"))
    return await feedback.get(f"/v1/loop-cases/{response['loop_case_id']}")


async def act(visitor: Visitor, held: Any, deed: str, **typed: str) -> Any:
    """Send one of a case's forms; answers what is shown then."""
    here = f"{LOOPS}/{held['id']}"
    form = {"csrf": code_of(await visitor.client.get(here)), "version": str(held["version"]), **typed}
    answer = await visitor.client.post(f"{here}/{deed}", data=form)
    return await visitor.client.get(answer.headers["location"]) if answer.status_code == 303 else answer


async def test_a_case_is_taken_given_away_and_back(feedback: ServiceUnderTest) -> None:
    held = await case(feedback)
    async with visiting(feedback, "*", staff_id=facts.MIA) as mia:
        assert TAKE in await mia.get(LOOPS)
        page = await mia.get(f"{LOOPS}/{held['id']}")
        assert f'name="owner_id" value="{facts.MIA}"' in page
        assert "Two days of silence" in page
        assert "Ida &lt;Holm&gt;" in page
        shown = await act(mia, held, "assign", owner_id=str(facts.MIA))
        assert "Mia Thorsen has the case now." in shown.text
        assert f'name="owner_id" value="{facts.MIA}"' not in shown.text
        assert f'action="{LOOPS}/{held["id"]}/assign"' in shown.text.partition("</main>")[2], "it can be undone"
        assert TAKE not in await mia.get(LOOPS)
        taken = await feedback.get(f"/v1/loop-cases/{held['id']}")
        assert (taken["owner_id"], taken["stage"], taken["version"]) == (str(facts.MIA), "assigned", 2)
        assert len(await feedback.told("loop.assigned.v1")) == 1
        late = await act(mia, held, "assign", owner_id=str(facts.IDA))
        assert late.status_code == 412
        assert "Somebody changed this" in late.text
        assert "Ida &lt;Holm&gt; has the case now." in (await act(mia, taken, "assign", owner_id=str(facts.IDA))).text
        given = await feedback.get(f"/v1/loop-cases/{held['id']}")
        assert "Nobody has the case now." in (await act(mia, given, "assign", owner_id="")).text
        assert (await feedback.get(f"/v1/loop-cases/{held['id']}"))["owner_id"] is None
        assert (await act(mia, given, "assign", owner_id="somebody", version="4")).status_code == 422


async def test_a_note_is_kept_for_colleagues(feedback: ServiceUnderTest) -> None:
    held = await case(feedback)
    async with visiting(feedback, "*") as iris:
        shown = await act(iris, held, "note", note=" Calls back <b>at three</b> ")
        assert "The note is kept." in shown.text
        assert "Calls back &lt;b&gt;at three&lt;/b&gt;" in shown.text
        noted = await feedback.get(f"/v1/loop-cases/{held['id']}")
        assert noted["note"] == "Calls back <b>at three</b>"
        await act(iris, noted, "note", note="")
        assert (await feedback.get(f"/v1/loop-cases/{held['id']}"))["note"] is None


async def test_a_case_is_closed_for_a_reason_in_words(feedback: ServiceUnderTest) -> None:
    held = await case(feedback)
    async with visiting(feedback, "*") as iris:
        for reason in ("", "???", "x" * 41, "9 lives"):
            refused = await act(iris, held, "close", reason=reason)
            assert refused.status_code == 422, reason
            assert "Say it in a few words" in refused.text
            field = refused.text.partition('id="f-reason"')[2].partition(">")[0]
            assert f'value="{reason}"' in field
            assert 'aria-describedby="help-reason wrong-reason" aria-invalid="true"' in field
        shown = await act(iris, held, "close", reason="Réponse by phone!")
        assert "The case is closed." in shown.text
        ended = await feedback.get(f"/v1/loop-cases/{held['id']}")
        assert (ended["state"], ended["result"], ended["reason"]) == ("closed", "no_action", "reponse_by_phone")
        again = await act(iris, ended, "assign", owner_id=str(facts.MIA))
        assert again.status_code == 409
        assert "The loop case has ended." in again.text
        assert "No action" in shown.text
        assert "since: reponse by phone" in shown.text
        assert "Close the case" not in shown.text
        assert "No action" in await iris.get(f"{LOOPS}?view=closed")


async def test_who_may_only_read_cases_acts_on_none(feedback: ServiceUnderTest) -> None:
    held = await case(feedback)
    async with visiting(feedback, "feedback:loop-cases:read", "feedback:programs:read") as reader:
        assert TAKE not in await reader.get(LOOPS)
        page = await reader.get(f"{LOOPS}/{held['id']}")
        assert "lacks feedback:loop-cases:write" in page
        assert "You may not read answers" in page
        assert "Two days" not in page
        for deed, typed in (("assign", {"owner_id": ""}), ("note", {"note": "x"}), ("close", {"reason": "a"})):
            assert (await act(reader, held, deed, **typed)).status_code == 403
    async with visiting(feedback, "*") as iris:
        assert TAKE not in await iris.get(LOOPS), "the key acts for nobody"
        for missing in ("x", uuid7()):
            assert (await iris.client.get(f"{LOOPS}/{missing}")).status_code == 404
        answer = await iris.client.post(f"{LOOPS}/{held['id']}/close", data={"reason": "a", "csrf": ""})
        assert answer.status_code == 403
    assert await feedback.get(f"/v1/loop-cases/{held['id']}") == held
