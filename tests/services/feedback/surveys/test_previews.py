"""What a respondent would see of a survey, as data."""

from copy import deepcopy
from typing import Any

import pytest

from services.feedback.surveys.schemas import QUESTIONS_EXAMPLE
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest

CHAIN: dict[str, Any] = {
    **deepcopy(QUESTIONS_EXAMPLE),
    "questions": [
        {"key": "score", "kind": "score", "required": True},
        {"key": "topic", "kind": "choice", "options": ["price", "speed"], "show_if": {"question": "score", "max": 2}},
        {
            "key": "desks",
            "kind": "matrix",
            "options": ["good", "bad"],
            "rows": ["phone", "chat"],
            "show_if": {"question": "topic", "any_of": ["speed"]},
        },
    ],
    "locales": {
        "en": {
            "title": "Your week",
            "thanks": "Thank you.",
            "questions": {
                "score": {"label": "How was it?", "low": "Hard", "high": "Good"},
                "topic": {"label": "What made it hard?", "options": {"price": "The price", "speed": "The speed"}},
                "desks": {
                    "label": "And each desk?",
                    "options": {"good": "Good", "bad": "Bad"},
                    "rows": {"phone": "Phone", "chat": "Chat"},
                },
            },
        }
    },
}
PULSE: dict[str, Any] = {"name": "Weekly pulse", "type": "pulse", **CHAIN}


async def shipped(feedback: ServiceUnderTest, survey_type: str) -> str:
    [survey] = (await feedback.get("/v1/surveys", type=survey_type))["items"]
    return str(survey["id"])


@pytest.mark.parametrize(
    ("locale", "chosen", "title"),
    [
        ("sr", {"chosen": "sr", "step": "exact", "fallback": False}, "Да ли бисте нас препоручили?"),
        ("sr-Latn-RS", {"chosen": "sr-Latn", "step": "script", "fallback": False}, "Da li biste nas preporučili?"),
        ("nb-NO", {"chosen": "no", "step": "language", "fallback": False}, "Ville du anbefalt oss?"),
        ("fr", {"chosen": "en", "step": "fallback", "fallback": True}, "Would you recommend us?"),
        (None, {"chosen": "en", "step": "fallback", "fallback": True}, "Would you recommend us?"),
    ],
)
async def test_it_speaks_the_nearest_locale_and_says_which(
    feedback: ServiceUnderTest, locale: str | None, chosen: dict[str, Any], title: str
) -> None:
    asked = {} if locale is None else {"locale": locale}
    seen = await feedback.get(f"/v1/surveys/{await shipped(feedback, 'nps')}/preview", **asked)
    assert seen["locale"] == {"asked": locale, **chosen}
    assert (seen["title"], seen["scale"], seen["version"]) == (title, {"min": 0, "max": 10}, 1)
    assert [question["key"] for question in seen["questions"]] == ["score", "reason"]
    assert seen["brand"]["key"] == "default"


async def test_it_shows_options_in_words_and_which_questions_wait(feedback: ServiceUnderTest) -> None:
    survey = await feedback.post("/v1/surveys", PULSE)
    seen = await feedback.get(f"/v1/surveys/{survey['id']}/preview", locale="en-GB")
    score, topic, desks = seen["questions"]
    assert (score["low"], score["high"], score["hidden"], score["required"]) == ("Hard", "Good", False, True)
    assert topic["options"] == [{"key": "price", "label": "The price"}, {"key": "speed", "label": "The speed"}]
    assert (topic["hidden"], topic["show_if"]["max"], desks["hidden"]) == (True, 2, True)
    assert desks["rows"] == [{"key": "phone", "label": "Phone"}, {"key": "chat", "label": "Chat"}]


async def test_an_older_version_is_shown_as_it_was(feedback: ServiceUnderTest) -> None:
    survey = await feedback.post("/v1/surveys", PULSE)
    changed = deepcopy(CHAIN)
    changed["locales"]["en"]["title"] = "Your month"
    await feedback.post(f"/v1/surveys/{survey['id']}/versions", changed)
    path = f"/v1/surveys/{survey['id']}/preview"
    titles = [(await feedback.get(path, **asked))["title"] for asked in ({}, {"version": 1}, {"version": 2})]
    assert titles == ["Your month", "Your week", "Your month"]
    for missing in (f"{path}?version=3", f"/v1/surveys/{uuid7()}/preview"):
        assert (await feedback.client.get(missing)).status_code == 404
    for wrong in ("version=0", "locale=en us", "colour=red"):
        assert (await feedback.client.get(f"{path}?{wrong}")).status_code == 422


@pytest.mark.parametrize(
    "question",
    [
        {"key": "topic", "show_if": {"question": "score", "any_of": ["price"]}},
        {"key": "desks", "show_if": {"question": "topic", "min": 1}},
        {"key": "desks", "show_if": {"question": "topic", "any_of": ["weather"]}},
        {"key": "topic", "show_if": {"question": "desks"}},
    ],
    ids=["options of a score", "bounds of a choice", "an option that is not offered", "a later question"],
)
async def test_a_condition_that_could_never_hold_is_refused(
    feedback: ServiceUnderTest, question: dict[str, Any]
) -> None:
    questions = [one | question if one["key"] == question["key"] else one for one in CHAIN["questions"]]
    refused = await feedback.client.post("/v1/surveys", json={**PULSE, "questions": questions})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["type"] == "show_if"


async def test_a_score_waits_for_no_answer(feedback: ServiceUnderTest) -> None:
    topic = {key: value for key, value in CHAIN["questions"][1].items() if key != "show_if"}
    score = {**CHAIN["questions"][0], "show_if": {"question": "topic"}}
    desks = CHAIN["questions"][2]
    refused = await feedback.client.post("/v1/surveys", json={**PULSE, "questions": [topic, score, desks]})
    assert refused.json()["errors"][0]["type"] == "show_if"
