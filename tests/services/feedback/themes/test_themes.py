"""Themes are the operator's, and what a person said that an answer is about no reading changes."""

import asyncio
from typing import Any

import pytest

from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback.answers import of_customer


async def the_theme(feedback: ServiceUnderTest, code: str) -> dict[str, Any]:
    [found] = (await feedback.get("/v1/themes", code=code))["items"]
    assert isinstance(found, dict)
    return found


async def about(feedback: ServiceUnderTest, comment: str, locale: str = "en") -> list[str]:
    item = await feedback.post("/v1/responses", of_customer(7, comment=comment, locale=locale))
    return list(item["themes"])


async def test_eight_ship_with_words_in_six_languages(feedback: ServiceUnderTest) -> None:
    found = (await feedback.get("/v1/themes"))["items"]
    assert [theme["code"] for theme in found] == sorted(
        ["speed", "price", "quality", "support", "usability", "reliability", "billing", "onboarding"]
    )
    assert all(set(theme["words"]) == {"en", "es", "sv", "no", "sr", "bg"} and theme["active"] for theme in found)


async def test_a_new_theme_is_found_from_the_next_answer_on(feedback: ServiceUnderTest) -> None:
    assert await about(feedback, "The parking lot is full") == []
    made = await feedback.post(
        "/v1/themes", {"code": "parking", "name": "Parking", "words": {"en": ["parking lot*"], "sv": ["parkering*"]}}
    )
    assert await about(feedback, "The parking lot is full") == ["parking"]
    assert await about(feedback, "Parkeringen är full", "sv-SE") == ["parking"]
    taken = await feedback.client.post("/v1/themes", json={"code": "parking", "name": "Cars"})
    assert (taken.status_code, taken.json()["code"], taken.json()["conflicting_id"]) == (
        409,
        "theme_there",
        made["id"],
    )
    listed = await feedback.get("/v1/responses", theme="parking")
    assert len(listed["items"]) == 2


async def test_one_theme_is_made_by_requests_at_once(feedback: ServiceUnderTest) -> None:
    body = {"code": "parking", "name": "Parking"}
    answers = await asyncio.gather(*(feedback.client.post("/v1/themes", json=body) for _ in range(5)))
    assert sorted(one.status_code for one in answers) == [201, 409, 409, 409, 409]


async def test_a_change_takes_and_adds_languages_and_an_inactive_theme_is_not_found(feedback: ServiceUnderTest) -> None:
    speed = await the_theme(feedback, "speed")
    path = f"/v1/themes/{speed['id']}"
    changed = await feedback.patch(path, {"words": {"en": ["sluggish"], "es": None, "de": ["langsam*"]}})
    assert set(changed["words"]) == {"en", "sv", "no", "sr", "bg", "de"}
    assert await about(feedback, "Slow") == []
    assert await about(feedback, "Sluggish") == ["speed"]
    assert await about(feedback, "Muy lento", "es") == []
    assert await about(feedback, "Zu langsam", "de") == ["speed"]
    stale = await feedback.client.patch(path, json={"active": False}, headers={"If-Match": '"1"'})
    assert stale.status_code == 412
    await feedback.patch(path, {"active": False})
    assert await about(feedback, "Sluggish") == []


async def test_a_person_s_correction_survives_every_later_reading(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(3, comment="Slow", locale="en"))
    path = f"/v1/responses/{item['id']}"
    corrected = await feedback.patch(path, {"themes": ["support", "billing", "support"]})
    assert (corrected["themes"], corrected["themes_by_hand"]) == (["billing", "support"], True)
    edited = await feedback.patch(path, {"comment": "Expensive", "score": 4})
    assert (edited["themes"], edited["sentiment"]["label"]) == (["billing", "support"], "negative")
    back = await feedback.patch(path, {"themes": None})
    assert (back["themes"], back["themes_by_hand"]) == (["price"], False)
    told = await feedback.told("response.edited.v1")
    assert [fact.data["themes"] for fact in told] == [["billing", "support"], ["billing", "support"], ["price"]]


async def test_the_reading_confirmed_by_a_person_is_kept_as_theirs(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(3, comment="Slow", locale="en"))
    path = f"/v1/responses/{item['id']}"
    confirmed = await feedback.patch(path, {"themes": ["speed"]})
    assert confirmed["themes_by_hand"] is True
    assert await feedback.patch(path, {"themes": ["speed"]}) == confirmed
    assert (await feedback.patch(path, {"comment": "Expensive"}))["themes"] == ["speed"]
    assert (await feedback.patch(path, {"themes": []}))["themes"] == []
    assert (await feedback.patch(path, {"comment": "Slow"}))["themes"] == []


async def test_unknown_themes_are_refused_by_their_place(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(3, comment="Slow", locale="en"))
    refused = await feedback.client.patch(f"/v1/responses/{item['id']}", json={"themes": ["speed", "parking"]})
    assert (refused.status_code, refused.json()["code"]) == (422, "unknown_theme")
    assert [error["loc"] for error in refused.json()["errors"]] == [["body", "themes", 0]]  # in their order
    assert (await feedback.get(f"/v1/responses/{item['id']}"))["version"] == 1


@pytest.mark.parametrize(
    "body",
    [
        {"code": "Parking lot", "name": "x"},
        {"code": "parking", "name": ""},
        {"code": "parking", "name": "x", "words": {"english": ["car"]}},
        {"code": "parking", "name": "x", "words": {"en": [".*"]}},
        {"code": "parking", "name": "x", "colour": "red"},
    ],
)
async def test_what_is_no_theme_is_refused(feedback: ServiceUnderTest, body: dict[str, Any]) -> None:
    assert (await feedback.client.post("/v1/themes", json=body)).status_code == 422
