"""The pages of the studio: what they show is what the API says, and what they do is what it does."""

import html
import re
from datetime import timedelta
from typing import Any

import pytest

from shared.contracts import story
from shared.ids import uuid7
from tests.fixtures.pages import Visitor, code_of, visiting
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback import asking, facts
from tests.services.feedback.answers import answer, of_customer
from tests.services.feedback.scores import invited
from tests.services.feedback.surveys.test_previews import PULSE
from tests.services.feedback.waves.test_waves import decide

VALUE = re.compile(r'<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"')
AREA = re.compile(r'<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</textarea>')
CHOSEN = re.compile(r'<select[^>]* name="([^"]+)">(.*?)</select>', re.DOTALL)


def form_of(page: str) -> dict[str, str]:
    """The builder's form as a browser would send it untouched."""
    form = page[page.index('aria-label="Survey"') : page.index("</form>", page.index('aria-label="Survey"'))]
    found = {}
    for tag in re.findall(r"<input[^>]*>", form):
        named = VALUE.search(tag)
        if named and ('type="checkbox"' not in tag or " checked" in tag):
            found[named[1]] = html.unescape(named[2])
    found |= {name: html.unescape(said) for name, said in AREA.findall(form)}
    for name, options in CHOSEN.findall(form):
        selected = re.search(r'value="([^"]*)" selected', options) or re.search(r'value="([^"]*)"', options)
        found[name] = selected[1] if selected else ""
    return found


async def post(visitor: Visitor, path: str, page: str, **fields: str) -> Any:
    """Send a form of a page; answers what is shown then."""
    shown = await visitor.client.get(page)
    answer = await visitor.client.post(path, data={"csrf": code_of(shown), **fields})
    return await visitor.client.get(answer.headers["location"]) if answer.status_code == 303 else answer


async def test_a_program_is_activated_paused_and_that_is_undone(feedback: ServiceUnderTest) -> None:
    program = await asking.program(feedback, active=False)
    here = f"/studio/programs/{program['id']}"
    async with visiting(feedback, "*") as iris:
        assert "Draft" in await iris.get(here)
        shown = await post(iris, f"{here}/activate", here, version=str(program["version"]))
        assert "Ask nps asks from now on." in shown.text
        assert (await feedback.get(f"/v1/programs/{program['id']}"))["state"] == "active"
        shown = await post(iris, f"{here}/pause", here, version="1")
        assert shown.status_code == 412
        assert "Somebody changed this" in shown.text
        shown = await post(iris, f"{here}/pause", here, version="2")
        undo = f'action="{here}/activate"'
        assert undo in shown.text
        assert (await feedback.get(f"/v1/programs/{program['id']}"))["state"] == "paused"


@pytest.mark.parametrize(("answered", "margin"), [(2, False), (40, True)])
async def test_a_response_rate_of_few_has_no_margin(feedback: ServiceUnderTest, answered: int, margin: bool) -> None:
    """Two of two would be 100 % ± 0, which says that it is certain."""
    program_id = await invited.program(feedback)
    at = feedback.clock() - timedelta(hours=1)
    for _ in range(answered):
        await invited.invite(feedback, program_id, state="completed", delivered_at=at, completed_at=at)
    async with visiting(feedback, "*") as iris:
        page = await iris.get("/studio")
        assert f"n = {answered}" in page
        assert ("± 0" in page) == margin
        scores = await iris.get("/studio/scores")
        assert f"n = {answered}" in scores
        assert ("± 0" in scores) == margin


async def test_nor_does_the_strip_below_it_draw_one(feedback: ServiceUnderTest) -> None:
    program_id = await invited.program(feedback)
    at = feedback.clock() - timedelta(hours=1)
    for done in (True, False):
        state = {"state": "completed", "completed_at": at} if done else {"state": "delivered"}
        await invited.invite(feedback, program_id, delivered_at=at, **state)
    async with visiting(feedback, "*") as iris:
        page = await iris.get("/studio/scores")
    assert '<rect class="ci" x="50.0%" width="0.0%"/>' in page[page.index("Response rate") :]


async def test_two_who_say_the_same_make_no_certain_score(feedback: ServiceUnderTest) -> None:
    for _ in range(2):
        await feedback.post("/v1/responses", of_customer(2))
    async with visiting(feedback, "*") as iris:
        page = await iris.get("/studio/scores")
    assert "NPS is −100</h1>" in page
    assert "<small>n = 2, small</small>" in page


async def test_a_wave_is_planned_by_the_readers_clock_and_its_decisions_have_reasons(
    feedback: ServiceUnderTest,
) -> None:
    program = await asking.program(feedback, audience={"roles": ["admin"]})
    account = uuid7()
    await feedback.deliver(facts.account(account, name="Brevik Logistics"))
    asked = await asking.person(feedback, roles=["admin"], name="Kari Nordby", account_id=account)
    other = await asking.person(feedback, roles=["user"], name="José Marín")
    here = f"/studio/programs/{program['id']}"
    async with visiting(feedback, "*") as iris:
        iris.client.cookies.set("serviceops_zone", "Europe%2FOslo")
        refused = await post(iris, f"{here}/waves", here, name="Autumn", not_before="soon")
        assert refused.status_code == 422
        assert "A time, as in" in refused.text
        assert 'value="Autumn"' in refused.text
        await post(iris, f"{here}/waves", here, name="Later", not_before="2027-01-04T09:00", trickle_days="2")
        shown = await post(iris, f"{here}/waves", here, name="Autumn", trickle_days="0")
        assert "Wave 2, Autumn, is planned." in shown.text
        later, _ = (await feedback.get(f"{here.replace('/studio', '/v1')}/waves"))["items"]
        assert (later["not_before"][:19], later["trickle_seconds"]) == ("2027-01-04T08:00:00", 2 * asking.DAY)
        await decide(feedback)
        page = await iris.get(here)
        assert "Kari Nordby" in page
        assert "Brevik Logistics" in page
        assert "Not in the audience: not in a role of the audience" in page
        assert "José Marín" not in await iris.get(f"{here}?verdict=send")
    assert {str(asked), str(other)} == {each["contact_id"] for each in await asking.decisions(feedback)}


async def test_names_of_customers_need_their_scope(feedback: ServiceUnderTest) -> None:
    program = await asking.program(feedback, trigger={"kind": "manual"})
    kari = await asking.person(feedback, name="Kari Nordby")
    await feedback.post(f"/v1/programs/{program['id']}/ask", {"contact_id": str(kari)})
    here = f"/studio/programs/{program['id']}"
    async with visiting(feedback, "feedback:programs:read", "feedback:decisions:read") as reader:
        page = await reader.get(here)
        assert "Kari" not in page
        assert "All checks passed" in page
        assert "Pause" not in page
    async with visiting(feedback, "feedback:programs:read") as reader:
        assert "You may not read decisions" in await reader.get(here)


async def test_a_survey_is_sent_to_one_person_by_address(feedback: ServiceUnderTest) -> None:
    survey = await asking.survey(feedback, "csat")
    kari = await asking.person(feedback, name="Kari Nordby", email="kari@brevik.example")
    here = f"/studio/surveys/{survey}/send"
    async with visiting(feedback, "*") as iris:
        assert "Kari Nordby" in await iris.get(here)
        wrong = await post(iris, here, here, contact_id="nobody@brevik.example")
        assert wrong.status_code == 422
        assert "There is no contact with this address" in wrong.text
        assert 'value="nobody@brevik.example"' in wrong.text
        assert (await post(iris, here, here, contact_id="x")).status_code == 422
        assert not [one for one in (await feedback.get("/v1/programs"))["items"] if one["trigger"]["kind"] == "manual"]
        shown = await post(iris, here, here, contact_id=" KARI@brevik.example ")
        assert "Kari Nordby gets it now" in shown.text
        [invitation] = (await feedback.get("/v1/invitations"))["items"]
        assert (invitation["contact_id"], invitation["survey_id"]) == (str(kari), survey)
        again = await post(iris, here, here, contact_id=str(kari))
        assert "Kari Nordby is not asked" in again.text
        assert "Another survey went out lately" in again.text
        manual = [one for one in (await feedback.get("/v1/programs"))["items"] if one["trigger"]["kind"] == "manual"]
        assert [(one["state"], one["cadence_seconds"]) for one in manual] == [("active", 14 * asking.DAY)]
        assert len(await asking.decisions(feedback, program_id=manual[0]["id"])) == 2


async def test_the_builder_makes_a_version_of_what_was_changed_alone(feedback: ServiceUnderTest) -> None:
    survey = await feedback.post("/v1/surveys", PULSE)
    here = f"/studio/surveys/{survey['id']}"
    async with visiting(feedback, "*") as iris:
        form = form_of(await iris.get(here))
        shown = await post(iris, f"{here}/versions", here, **form)
        assert "Nothing was changed." in shown.text
        assert (await feedback.get(f"/v1/surveys/{survey['id']}"))["version"] == 1
        typed = {**form, "title": "Your week & ours", "new.kind": "text", "new.label": "Anything else?"}
        shown = await post(iris, f"{here}/versions", here, **typed)
        assert "Version 2 is asked from now on." in shown.text
        assert "Your week &amp; ours" in shown.text
        newest = await feedback.get(f"/v1/surveys/{survey['id']}")
        assert [one["key"] for one in newest["questions"]] == ["score", "topic", "desks", "anything_else"]
        assert newest["questions"][:3] == survey["questions"]
        late = await post(iris, f"{here}/versions", here, **typed)
        assert late.status_code == 412
        bad = {**form_of(late.text), "q.0.remove": "1", "version": "2"}
        refused = await post(iris, f"{here}/versions", here, **bad)
        assert refused.status_code == 422
        assert "No version was made" in refused.text
        assert (await feedback.get(f"/v1/surveys/{survey['id']}"))["version"] == 2


async def test_the_preview_speaks_each_language(feedback: ServiceUnderTest) -> None:
    survey = await asking.survey(feedback)
    async with visiting(feedback, "*") as iris:
        for locale in ("en", "es", "sr", "sr-Latn"):
            said = await feedback.get(f"/v1/surveys/{survey}/preview", locale=locale)
            page = await iris.get(f"/studio/surveys/{survey}?locale={locale}")
            shown = page[page.index('<div class="preview"') :]
            assert html.escape(said["questions"][0]["label"], quote=False) in shown
            assert f'lang="{locale}"' in shown
        assert (await iris.client.get(f"/studio/surveys/{survey}?locale=xx")).status_code == 404


async def test_a_dry_run_shows_the_days_and_the_reasons(feedback: ServiceUnderTest) -> None:
    program = await asking.program(feedback, audience={"roles": ["admin"]})
    await asking.people(feedback, 3, roles=["admin"], name="Kari Nordby")
    await asking.people(feedback, 2, roles=["user"])
    await feedback.post(f"/v1/programs/{program['id']}/waves", {"name": "Autumn"})
    here = f"/studio/programs/{program['id']}/dry-run"
    async with visiting(feedback, "*") as iris:
        page = await iris.get(f"{here}?days=30")
        found = await feedback.post(f"/v1/programs/{program['id']}/dry-run", {"days": 30})
        assert (found["asked"], found["considered"]) == (3, 5)
        assert "3 of 5 considerations end in asking somebody" in page
        assert page.count("<rect x=") == 1
        assert "Not in the audience" in page
        assert "Kari Nordby" in page
        for days in ("0", "91", "x", "-1"):
            assert (await iris.client.get(f"{here}?days={days}")).status_code == 422
    assert await asking.decisions(feedback) == []


async def test_scores_are_drawn_with_their_margins(feedback: ServiceUnderTest) -> None:
    now = feedback.clock()
    for number, score in enumerate([10, 10, 9, 3, 8]):
        at = (now - timedelta(days=1, minutes=number)).isoformat()
        await feedback.post("/v1/responses", answer(score, answered_at=at))
    since = (now - timedelta(days=90)).isoformat()
    [score] = (await feedback.get("/v1/scores", **{"metric": "nps", "from": since, "to": now.isoformat()}))["items"]
    async with visiting(feedback, "*") as iris:
        page = await iris.get("/studio/scores")
        assert f"NPS is {score['value']:.0f}, give or take {score['margin']:.1f}" in page
        assert 'class="hollow k1"' in page
        assert "n = 5, small" in page
        assert "No CSAT yet" in await iris.get("/studio/scores?metric=csat")
        for group in ("segment", "program_id", "account_id", "brand", "locale", "nonsense"):
            assert "By " in await iris.get(f"/studio/scores?group_by={group}&months=24")


async def test_answers_are_shown_as_they_were_said_and_by_outcome(feedback: ServiceUnderTest) -> None:
    await feedback.post("/v1/responses", answer(2, comment="<b>Slow</b> & late", respondent={"name": "Ana"}))
    await feedback.post("/v1/responses", answer(10, comment="Quick"))
    async with visiting(feedback, "feedback:responses:read", "feedback:programs:read") as iris:
        page = await iris.get("/studio/answers")
        assert "&lt;b&gt;Slow&lt;/b&gt; &amp; late" in page
        assert "Quick" in page
        assert "Quick" not in await iris.get("/studio/answers?outcome=negative")
        assert (await iris.client.get("/studio/answers?outcome=angry")).status_code == 422
        first = await iris.get("/studio/answers?limit=1")
        following = re.search(r'href="(/studio/answers\?cursor=[^"]+)"', first)
        assert following
        assert "Slow" in await iris.get(html.unescape(following[1]) + "&limit=1")


async def test_loop_cases_show_what_is_late_and_lead_to_the_ticket(feedback: ServiceUnderTest) -> None:
    feedback.app.state.settings.ticketing_url = "https://desk.example/"
    response = await feedback.post("/v1/responses", of_customer(2, comment="Two days of silence"))
    await feedback.deliver(facts.escalation(response["id"], owner_id=None))
    async with visiting(feedback, "*") as iris:
        page = await iris.get("/studio/loops")
        assert "Two days of silence" in page
        assert "1 open, none overdue." in page
        assert f'href="https://desk.example/console/tickets/{story.TICKET}"' in page
        assert "Two days" not in await iris.get("/studio/loops?view=overdue")
        feedback.clock.advance(days=60)
    async with visiting(feedback, "*") as iris:
        page = await iris.get("/studio/loops?view=overdue")
        late = (await feedback.get("/v1/loop-cases", overdue=True))["items"]
        assert len(late) == 1
        assert "1 of 1 is overdue." in page
        assert "Overdue" in page
    async with visiting(feedback, "feedback:loop-cases:read", "feedback:programs:read") as reader:
        assert "Two days" not in await reader.get("/studio/loops")


async def test_what_is_not_there_is_404(feedback: ServiceUnderTest) -> None:
    async with visiting(feedback, "*") as iris:
        for path in ("programs/x", f"programs/{uuid7()}", f"surveys/{uuid7()}", f"surveys/{uuid7()}/send", "nothing"):
            assert (await iris.client.get(f"/studio/{path}")).status_code == 404, path


async def test_contacts_are_listed_and_found_by_address(feedback: ServiceUnderTest) -> None:
    kari = await asking.person(feedback, name="Kari Nordby", email="Kari@Brevik.example")
    await asking.person(feedback)
    assert len((await feedback.get("/v1/contacts"))["items"]) == 2
    [found] = (await feedback.get("/v1/contacts", email="kari@brevik.EXAMPLE"))["items"]
    assert (found["id"], found["name"]) == (str(kari), "Kari Nordby")
