"""A program is made and changed on pages: by the API's rules, under its scopes, and over nobody's head."""

from html import unescape
from typing import Any

import pytest

from shared.ids import uuid7
from tests.fixtures.pages import Visitor, code_of, fields_of, visiting
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback import asking, facts

NEW = "/studio/programs/new"
READ = ("feedback:programs:read", "feedback:surveys:read")


async def save(visitor: Visitor, page: str, **typed: str) -> Any:
    """Fill the form of a page and send it; answers what is shown then."""
    form = fields_of(await visitor.get(page), "Program")
    answer = await visitor.client.post(page, data={**form, **typed})
    return await visitor.client.get(answer.headers["location"]) if answer.status_code == 303 else answer


async def made(feedback: ServiceUnderTest, name: str) -> Any:
    """The one program of this name, without what is not said of it by hand."""
    [found] = [one for one in (await feedback.get("/v1/programs", limit=200))["items"] if one["name"] == name]
    return found


async def test_a_form_that_says_the_least_makes_what_the_api_makes(feedback: ServiceUnderTest) -> None:
    survey = await asking.survey(feedback)
    least = {"name": "By the API", "survey_id": survey, "trigger": {"kind": "wave"}, "quarantine_class": "relationship"}
    expected = await feedback.post("/v1/programs", least)
    async with visiting(feedback, *READ, "feedback:programs:write") as iris:
        shown = await save(iris, NEW, name="By hand", survey_id=survey)
        assert "By hand is a draft" in shown.text
        assert "Draft" in shown.text
    found = await made(feedback, "By hand")
    own = {"id", "name", "created_at", "updated_at"}
    assert {key: value for key, value in found.items() if key not in own} == {
        key: value for key, value in expected.items() if key not in own
    }


async def test_every_field_arrives(feedback: ServiceUnderTest) -> None:
    survey = await asking.survey(feedback)
    typed = {
        "name": "All of it",
        "survey_id": survey,
        "kind": "schedule",
        "rule": "FREQ=WEEKLY;INTERVAL=13;BYDAY=TU",
        "begins": "2027-01-05T09:00",
        "trickle": "5",
        "roles": "admin\nchampion",
        "tiers": "gold",
        "segments": "Banking, insurance",
        "tags": "pilot",
        "share": "12.5",
        "cap": "10",
        "class": "transactional",
        "gap": "30",
        "cadence": "90",
        "tenure": "36",
        "tenure_unit": "hours",
        "channels": "email,link",
        "window": "hours",
        "day_5": "",
        "opens": "8:30",
        "closes": "24:00",
        "timezone": "Europe/Oslo",
        "reminder_1": "3",
        "reminder_2": "7",
        "expires": "21",
        "edit": "2",
        "edit_unit": "hours",
        "brand": "halden-pay",
    }
    day = asking.DAY
    async with visiting(feedback, "*") as iris:
        assert (await save(iris, NEW, **typed)).status_code == 200
        found = await made(feedback, "All of it")
        expected = {
            "survey_id": survey,
            "trigger": {
                "kind": "schedule",
                "event": None,
                "delay_seconds": 0,
                "rrule": "FREQ=WEEKLY;INTERVAL=13;BYDAY=TU",
                "starts_at": "2027-01-05T08:00:00Z",
            },
            "trickle_seconds": 5 * day,
            "audience": {
                "roles": ["admin", "champion"],
                "account_ids": [],
                "tiers": ["gold"],
                "segments": ["Banking, insurance"],
                "tags": ["pilot"],
            },
            "sampling_rate": 0.125,
            "account_cap": 10,
            "quarantine_class": "transactional",
            "gap_seconds": 30 * day,
            "cadence_seconds": 90 * day,
            "min_tenure_seconds": 36 * 3600,
            "channels": ["email", "link"],
            "sending_window": {"days": [1, 2, 3, 4], "from": "08:30", "until": "24:00"},
            "timezone": "Europe/Oslo",
            "reminders": [3 * day, 7 * day],
            "expires_after_seconds": 21 * day,
            "edit_window_seconds": 2 * 3600,
            "brand": "halden-pay",
            "state": "draft",
        }
        assert {key: found[key] for key in expected} == expected
        page = unescape(await iris.get(f"/studio/programs/{found['id']}"))
        for said in ("12.5 % of them, at most 10 of an account", "Mon, Tue, Wed, Thu 08:30 to 24:00", "roles admin"):
            assert said in page


async def test_a_program_is_changed_and_what_was_not_touched_stays(feedback: ServiceUnderTest) -> None:
    account = str(uuid7())
    program = await asking.program(
        feedback, active=False, audience={"account_ids": [account]}, gap_seconds=90, frame_origins=["https://a.example"]
    )
    here = f"/studio/programs/{program['id']}"
    async with visiting(feedback, "*") as iris:
        assert "1 account alone" in await iris.get(f"{here}/edit")
        assert "Nothing was changed." in (await save(iris, f"{here}/edit")).text
        assert await feedback.get(f"/v1/programs/{program['id']}") == program
        shown = await save(iris, f"{here}/edit", tiers="gold", share="50")
        assert "Ask nps is changed." in shown.text
    changed = await feedback.get(f"/v1/programs/{program['id']}")
    assert changed["version"] == 2
    assert changed["audience"] == {**program["audience"], "tiers": ["gold"]}
    differs = {key for key in changed if changed[key] != program[key]}
    assert differs == {"audience", "sampling_rate", "updated_at", "version"}


async def test_two_editors_do_not_overwrite_one_another(feedback: ServiceUnderTest) -> None:
    program = await asking.program(feedback, active=False)
    here = f"/studio/programs/{program['id']}"
    async with visiting(feedback, "*") as iris, visiting(feedback, "*") as ida:
        form = fields_of(await iris.get(f"{here}/edit"), "Program")
        await save(
            ida, f"{here}/edit", gap="30", name="Ida's", window="hours", channels="link", **{"class": "follow_up"}
        )
        late = await iris.client.post(f"{here}/edit", data={**form, "name": "Iris'", "gap": "7"})
        assert late.status_code == 412
        assert "Somebody changed this program while you were typing" in late.text
        assert "It stands at: Ida&#39;s" in late.text
        for said in ("30 days", "In a sending window", "By a link that you show yourselves", "Follow-up: ends a story"):
            assert f"It stands at: {said}" in late.text
        assert late.text.count("It stands at:") == 5
        again = fields_of(late.text, "Program")
        assert (again["name"], again["gap"], again["version"]) == ("Iris'", "7", "2")
        assert (await feedback.get(f"/v1/programs/{program['id']}"))["name"] == "Ida's"
        for version in ("", "x", "1"):
            answer = await iris.client.post(f"{here}/edit", data={**again, "version": version})
            assert answer.status_code == 412, version
        answer = await iris.client.post(f"{here}/edit", data=again)
        assert answer.status_code == 303
        assert (await feedback.get(f"/v1/programs/{program['id']}"))["gap_seconds"] == 7 * asking.DAY


async def test_a_program_that_asks_is_paused_before_it_is_changed(feedback: ServiceUnderTest) -> None:
    program = await asking.program(feedback, active=False)
    here = f"/studio/programs/{program['id']}"
    async with visiting(feedback, "*") as iris:
        form = fields_of(await iris.get(f"{here}/edit"), "Program")
        assert f'href="{here}/edit"' in await iris.get(here)
        active = await feedback.post(f"/v1/programs/{program['id']}/activate")
        assert f'href="{here}/edit"' not in await iris.get(here)
        led = await iris.client.get(f"{here}/edit", follow_redirects=True)
        assert "Pause it before you change it." in led.text
        for version, status in ((form["version"], 412), (str(active["version"]), 409)):
            answer = await iris.client.post(f"{here}/edit", data={**form, "version": version, "name": "Kept"})
            assert answer.status_code == status
            assert 'value="Kept"' in answer.text
            assert "Pause it first" in answer.text
        paused = await feedback.post(f"/v1/programs/{program['id']}/pause")
        answer = await iris.client.post(f"{here}/edit", data={**form, "version": paused["version"], "name": "Kept"})
        assert answer.status_code == 303
        assert (await feedback.get(f"/v1/programs/{program['id']}"))["name"] == "Kept"


async def test_a_program_ends_for_good(feedback: ServiceUnderTest) -> None:
    program = await asking.program(feedback)
    here = f"/studio/programs/{program['id']}"
    async with visiting(feedback, "*") as iris:
        form = fields_of(await iris.get(here), "End it")
        assert (await iris.client.post(f"{here}/end", data={**form, "version": "1"})).status_code == 412
        assert (await iris.client.post(f"{here}/end", data=form)).status_code == 303
        assert (await feedback.get(f"/v1/programs/{program['id']}"))["state"] == "ended"
        led = await iris.client.get(f"{here}/edit", follow_redirects=True)
        assert "It has ended, and changes no more." in led.text
        assert "End the program" not in led.text


REFUSED = [
    ({"kind": "schedule", "rule": "FREQ=MINUTELY", "begins": "2027-01-01T09:00"}, "rule", "as in FREQ=WEEKLY"),
    (
        {"kind": "schedule", "rule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "begins": "2027-01-01T09:00"},
        "rule",
        "no su",
    ),
    ({"window": "hours", "opens": "17:00", "closes": "09:00"}, "closes", "A window ends after it begins"),
    ({"expires": "2", "reminder_1": "3"}, "reminder_1", "before the invitation expires"),
    ({"survey_id": str(uuid7())}, "survey_id", "There is no survey with this id"),
    ({"name": "a\x00b"}, "name", "NUL"),
    ({"gap": "9" * 40}, "gap", "A whole number"),
]


@pytest.mark.parametrize(("typed", "field", "said"), REFUSED, ids=[str(sorted(typed)) for typed, _, _ in REFUSED])
async def test_what_is_refused_is_shown_again_with_its_fault(
    feedback: ServiceUnderTest, typed: dict[str, str], field: str, said: str
) -> None:
    program = await asking.program(feedback, active=False)
    fields = {"name": "Mine", "survey_id": program["survey_id"], "roles": "admin", **typed}
    count = len((await feedback.get("/v1/programs", limit=200))["items"])
    async with visiting(feedback, "*") as iris:
        for page in (NEW, f"/studio/programs/{program['id']}/edit"):
            refused = await save(iris, page, **fields)
            assert refused.status_code == 422
            text = unescape(refused.text)
            assert f'href="#f-{field}"' in text
            assert said in text.partition(f'id="wrong-{field}"')[2].partition("</p>")[0]
            assert f'wrong-{field}"' in text.partition(f'id="f-{field}"')[2].partition(">")[0]
            kept = fields_of(refused.text, "Program")
            assert {name: kept[name] for name in fields if "\x00" not in fields[name]} == {
                name: value for name, value in fields.items() if "\x00" not in value
            }
    assert len((await feedback.get("/v1/programs", limit=200))["items"]) == count
    assert await feedback.get(f"/v1/programs/{program['id']}") == program


async def test_a_form_without_fields_is_refused_as_any_other(feedback: ServiceUnderTest) -> None:
    program = await asking.program(feedback, active=False)
    here = f"/studio/programs/{program['id']}/edit"
    async with visiting(feedback, "*") as iris:
        code = code_of(await iris.client.get(NEW))
        for page in (NEW, here):
            answer = await iris.client.post(page, data={"csrf": code, "version": "1"})
            assert answer.status_code == 422
            assert 'href="#f-name"' in answer.text
            assert 'href="#f-kind"' in answer.text


async def test_the_page_of_a_survey_leads_to_a_program_of_it(feedback: ServiceUnderTest) -> None:
    survey = await asking.survey(feedback, "csat")
    async with visiting(feedback, "*") as iris:
        assert f'href="{NEW}?survey={survey}"' in await iris.get(f"/studio/surveys/{survey}")
        assert fields_of(await iris.get(f"{NEW}?survey={survey}"), "Program")["survey_id"] == survey
        odd = await iris.get(f"{NEW}?survey=<u>")
        assert "<u>" not in odd


async def test_names_with_markup_are_text(feedback: ServiceUnderTest) -> None:
    name = '<script>alert(1)</script>"><b onmouseover=alert(1)> {{ 7*7 }}'
    survey = await asking.survey(feedback)
    async with visiting(feedback, "*") as iris:
        shown = await save(iris, NEW, name=name, survey_id=survey, roles="<i>admin</i>", brand="</textarea><u>")
        found = await made(feedback, name)
        wave = await save(iris, f"/studio/programs/{found['id']}/edit", gap="<img src=x>", window="<s>")
        assert wave.status_code == 422
        for page in (
            shown.text,
            wave.text,
            await iris.get("/studio"),
            await iris.get(f"/studio/programs/{found['id']}"),
        ):
            for bad in ("<script>a", "<b on", "<i>ad", "<u>", "<img", "<s>"):
                assert bad not in page, bad
            assert "{{ 7*7 }}" in page
        assert fields_of(await iris.get(f"/studio/programs/{found['id']}/edit"), "Program")["name"] == name


async def test_who_may_only_read_sees_the_form_and_saves_nothing(feedback: ServiceUnderTest) -> None:
    program = await asking.program(feedback, active=False)
    here = f"/studio/programs/{program['id']}"
    async with visiting(feedback, *READ) as reader:
        assert "New program" not in await reader.get("/studio")
        for page in (NEW, f"{here}/edit"):
            shown = await reader.get(page)
            assert "lacks feedback:programs:write" in shown
            assert '<button class="btn primary"' not in shown
            assert (await save(reader, page, name="Theirs")).status_code == 403
    async with visiting(feedback, "feedback:programs:*") as blind:
        shown = await blind.get(f"{here}/edit")
        assert "you may not read the list of surveys" in shown
        assert "Changed" in (await save(blind, f"{here}/edit", name="Changed blindly")).text
    assert (await feedback.get(f"/v1/programs/{program['id']}"))["name"] == "Changed blindly"


async def test_without_its_code_no_form_is_obeyed(feedback: ServiceUnderTest) -> None:
    survey = await asking.survey(feedback)
    async with visiting(feedback, "*") as iris:
        form = fields_of(await iris.get(NEW), "Program") | {"name": "Forged", "survey_id": survey}
        for code in ("", "0" * 48):
            assert (await iris.client.post(NEW, data={**form, "csrf": code})).status_code == 403
    assert "Forged" not in str(await feedback.get("/v1/programs", limit=200))


async def test_the_form_names_what_the_directory_knows_to_who_may_read_it(feedback: ServiceUnderTest) -> None:
    account = uuid7()
    await feedback.deliver(facts.account(account, segment="Banking & <insurance>"))
    await asking.person(feedback, roles=["champion"], account_id=account)
    async with visiting(feedback, "*") as iris:
        page = await iris.get(NEW)
        assert "In the directory: champion" in page
        assert "In the directory: Banking &amp; &lt;insurance&gt;" in page
    async with visiting(feedback, *READ) as reader:
        assert "In the directory" not in await reader.get(NEW)


async def test_times_are_by_the_readers_clock_until_they_say_another(feedback: ServiceUnderTest) -> None:
    async with visiting(feedback, "*") as iris:
        for zone, shown in (("Europe%2FOslo", "Europe/Oslo"), ("../etc", "UTC")):
            iris.client.cookies.set("serviceops_zone", zone)
            assert fields_of(await iris.get(NEW), "Program")["timezone"] == shown
