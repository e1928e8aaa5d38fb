"""Surveys over HTTP: what ships, new ones, new versions."""

import re
from copy import deepcopy
from typing import Any

import pytest

from services.feedback import seeds
from services.feedback.surveys import shipped
from services.feedback.surveys.schemas import QUESTIONS_EXAMPLE
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest

PULSE: dict[str, Any] = {"name": "Weekly pulse", "type": "pulse", **QUESTIONS_EXAMPLE}


def test_what_ships_speaks_six_languages_and_both_scripts_of_serbian_with_words_of_its_own() -> None:
    for survey in shipped.surveys():
        assert set(survey.locales) == {"en", "es", "sv", "no", "sr", "sr-Latn", "bg"}
        labels = [texts.questions["score"].label for texts in survey.locales.values()]
        assert len(set(labels)) == 7
        for texts in survey.locales.values():
            asked = texts.questions["score"]
            assert asked.low
            assert asked.high
            assert asked.low != asked.high
            assert texts.questions["reason"].label.endswith("?")


CYRILLIC = re.compile("[\u0400-\u04ff]")


def test_each_text_is_in_the_script_of_its_locale() -> None:
    for survey in shipped.surveys():
        for locale, texts in survey.locales.items():
            said = [texts.title, texts.thanks]
            said += [
                part for asked in texts.questions.values() for part in (asked.label, asked.low, asked.high) if part
            ]
            in_cyrillic = [bool(CYRILLIC.search(text)) for text in said]
            assert set(in_cyrillic) == {locale in ("sr", "bg")}, locale


async def test_five_surveys_ship(feedback: ServiceUnderTest) -> None:
    surveys = (await feedback.get("/v1/surveys"))["items"]
    scales = {survey["type"]: (survey["scale"], survey["shipped"], survey["version"]) for survey in surveys}
    assert scales == {
        "nps": ({"min": 0, "max": 10}, True, 1),
        "csat": ({"min": 1, "max": 5}, True, 1),
        "ces": ({"min": 1, "max": 7}, True, 1),
        "onboarding": ({"min": 1, "max": 5}, True, 1),
        "post_recovery": ({"min": 1, "max": 5}, True, 1),
    }
    assert (await feedback.get("/v1/surveys", type="ces"))["items"][0]["bands"]["positive"] == {"min": 5, "max": 7}


async def test_seeding_again_changes_nothing_and_keeps_what_an_operator_changed(feedback: ServiceUnderTest) -> None:
    [nps] = (await feedback.get("/v1/surveys", type="nps"))["items"]
    definition = {name: nps[name] for name in ("scale", "bands", "questions", "fallback_locale", "locales")}
    definition["locales"]["en"]["title"] = "Your word for it"
    await feedback.post(f"/v1/surveys/{nps['id']}/versions", definition)
    async with transaction(feedback.database) as session:
        await seeds.seed(session, Cause("request/seed", "service/seed", feedback.clock()))
    [again] = (await feedback.get("/v1/surveys", type="nps"))["items"]
    assert (again["version"], again["locales"]["en"]["title"]) == (2, "Your word for it")
    assert len((await feedback.get("/v1/surveys"))["items"]) == len(shipped.TEXTS)


async def test_one_that_nobody_changed_is_brought_up_to_date(feedback: ServiceUnderTest) -> None:
    """As after an upgrade: sr-Latn was not shipped at first. Only what is at version 1 was never changed."""
    await feedback.execute("""UPDATE survey_version SET definition = definition #- '{locales,sr-Latn}'""")
    for _ in range(2):
        async with transaction(feedback.database) as session:
            await seeds.seed(session, Cause("request/seed", "service/seed", feedback.clock()))
    surveys = (await feedback.get("/v1/surveys"))["items"]
    assert [(survey["version"], "sr-Latn" in survey["locales"]) for survey in surveys] == [(2, True)] * 5


async def test_a_new_survey_can_be_answered(feedback: ServiceUnderTest) -> None:
    created = await feedback.client.post("/v1/surveys", json=PULSE)
    survey = created.json()
    assert created.status_code == 201
    assert created.headers["location"] == f"/v1/surveys/{survey['id']}"
    assert created.headers["etag"] == '"1"'
    answer = await feedback.post(
        "/v1/responses", {"source": "poll", "source_id": "1", "survey_id": survey["id"], "score": 1}
    )
    assert (answer["survey_type"], answer["outcome"]) == ("pulse", "negative")


async def test_a_version_never_changes_and_answers_take_the_newest(feedback: ServiceUnderTest) -> None:
    survey = await feedback.post("/v1/surveys", PULSE)
    answered = {"source": "poll", "survey_id": survey["id"], "score": 2}
    first = await feedback.post("/v1/responses", {**answered, "source_id": "1"})
    stricter = deepcopy(QUESTIONS_EXAMPLE)
    stricter["bands"] = {"positive": {"min": 3, "max": 3}, "negative": {"min": 1, "max": 2}}
    changed = await feedback.client.post(
        f"/v1/surveys/{survey['id']}/versions", json=stricter, headers={"If-Match": '"1"'}
    )
    assert changed.status_code == 200
    assert changed.json()["version"] == 2
    assert changed.headers["etag"] == '"2"'
    second = await feedback.post("/v1/responses", {**answered, "source_id": "2"})
    assert [(one["survey_version"], one["outcome"]) for one in (first, second)] == [(1, "neutral"), (2, "negative")]
    # The first answer is still read by the version that it was given to.
    edited = await feedback.patch(f"/v1/responses/{first['id']}", {"score": 3})
    edited = await feedback.patch(f"/v1/responses/{first['id']}", {"score": 2})
    assert (edited["survey_version"], edited["outcome"]) == (1, "neutral")
    versions = (await feedback.get(f"/v1/surveys/{survey['id']}/versions"))["items"]
    assert [one["bands"]["neutral"] for one in versions] == [{"min": 2, "max": 2}, None]
    assert (await feedback.get(f"/v1/surveys/{survey['id']}/versions/1"))["bands"] == versions[0]["bands"]
    late = await feedback.client.post(
        f"/v1/surveys/{survey['id']}/versions", json=stricter, headers={"If-Match": '"1"'}
    )
    assert late.status_code == 412


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"type": "nps"}, ["body", "scale"]),
        ({"scale": {"min": 1, "max": 4}}, ["body"]),
        ({"scale": None}, ["body"]),
        ({"fallback_locale": "sv"}, ["body"]),
        ({"type": "guess"}, ["body", "type"]),
        ({"questions": []}, ["body", "questions"]),
        ({"questions": [{"key": "score", "kind": "score"}]}, ["body"]),
        ({"colour": "red"}, ["body", "colour"]),
    ],
    ids=["other scale", "bands", "no scale", "fallback", "type", "no question", "texts", "unknown field"],
)
async def test_what_does_not_fit_together_is_refused(
    feedback: ServiceUnderTest, change: dict[str, Any], place: list[str]
) -> None:
    refused = await feedback.client.post("/v1/surveys", json={**PULSE, **change})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["loc"] == place
    assert len((await feedback.get("/v1/surveys"))["items"]) == len(shipped.TEXTS)


async def test_unknown_surveys_are_not_found(feedback: ServiceUnderTest) -> None:
    unknown = uuid7()
    for path in (f"/v1/surveys/{unknown}", f"/v1/surveys/{unknown}/versions", f"/v1/surveys/{unknown}/versions/1"):
        assert (await feedback.client.get(path)).status_code == 404
    added = await feedback.client.post(f"/v1/surveys/{unknown}/versions", json=QUESTIONS_EXAMPLE)
    assert added.status_code == 404
