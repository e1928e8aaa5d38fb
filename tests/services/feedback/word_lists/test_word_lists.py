"""Words are the operator's: what they list is found from the next answer on, in every process."""

from typing import Any

import pytest

from services.feedback.responses import shipped
from shared.db import remembered
from shared.events.cause import Cause
from shared.events.transaction import transaction
from tests.fixtures.services import ServiceUnderTest, service_under_test
from tests.services.feedback.answers import of_customer


async def the_list(feedback: ServiceUnderTest, kind: str, locale: str) -> dict[str, Any]:
    [found] = (await feedback.get("/v1/word-lists", kind=kind, locale=locale))["items"]
    assert isinstance(found, dict)
    return found


async def reasons(feedback: ServiceUnderTest, comment: str, locale: str = "en", score: int = 3) -> list[str]:
    item = await feedback.post("/v1/responses", of_customer(score, comment=comment, locale=locale))
    cases = (await feedback.get("/v1/triage", response_id=item["id"]))["items"]
    return [reason for case in cases for reason in case["reasons"]]


async def test_every_language_ships_with_every_kind(feedback: ServiceUnderTest) -> None:
    found = (await feedback.get("/v1/word-lists", limit=200))["items"]
    assert {(one["kind"], one["locale"]) for one in found} == {
        (kind, locale)
        for kind in ("safety", "legal", "leaving", "complaint")
        for locale in ("en", "es", "sv", "no", "sr", "bg")
    }
    assert [(one["kind"], one["locale"]) for one in found] == sorted((one["kind"], one["locale"]) for one in found)
    assert {one.kind for one in shipped.word_lists()} == {one["kind"] for one in found}


async def test_words_that_are_changed_are_found_from_the_next_answer_on(feedback: ServiceUnderTest) -> None:
    assert await reasons(feedback, "The ombudsman will hear of it") == []
    legal = await the_list(feedback, "legal", "en")
    path = f"/v1/word-lists/{legal['id']}"
    changed = await feedback.patch(path, {"words": [" Ombudsm* ", "small  claims court", "ombudsm*"]})
    assert (changed["words"], changed["version"]) == (["ombudsm*", "small claims court"], 2)
    assert await reasons(feedback, "The ombudsman will hear of it") == ["legal"]
    assert await reasons(feedback, "See you in the small claims court") == ["legal"]
    assert await reasons(feedback, "Our lawyer") == []
    assert await feedback.patch(path, {"words": changed["words"]}) == changed
    stale = await feedback.client.patch(path, json={"words": []}, headers={"If-Match": '"1"'})
    assert stale.status_code == 412
    assert (await feedback.patch(path, {"words": []}))["words"] == []
    assert await reasons(feedback, "The ombudsman will hear of it") == []


async def test_a_kind_of_one_s_own_and_another_language(feedback: ServiceUnderTest) -> None:
    made = await feedback.post("/v1/word-lists", {"kind": "press", "locale": "en", "words": ["newspaper*", "on air"]})
    assert await reasons(feedback, "I told the newspapers, on air") == ["press"]
    taken = await feedback.client.post("/v1/word-lists", json={"kind": "press", "locale": "en", "words": []})
    assert (taken.status_code, taken.json()["code"]) == (409, "word_list_there")
    assert taken.json()["conflicting_id"] == made["id"]
    await feedback.post("/v1/word-lists", {"kind": "legal", "locale": "de", "words": ["anwalt*"]})
    assert await reasons(feedback, "Unser Anwalt meldet sich", "de-AT") == ["legal"]


async def test_serbian_is_listed_in_either_script_and_found_in_both(feedback: ServiceUnderTest) -> None:
    await feedback.post("/v1/word-lists", {"kind": "press", "locale": "sr", "words": ["новин*", "televizij*"]})
    for comment in ("Зовемо новинаре", "Zovemo novinare", "Зовемо телевизију", "Zovemo televiziju"):
        assert await reasons(feedback, comment, "sr") == ["press"], comment


@pytest.mark.parametrize(
    "body",
    [
        {"kind": "contradictory", "locale": "en", "words": []},
        {"kind": "Press", "locale": "en", "words": []},
        {"kind": "press", "locale": "en-GB", "words": []},
        {"kind": "press", "locale": "en", "words": ["(a+)+$"]},
        {"kind": "press", "locale": "en", "words": ["*"]},
        {"kind": "press", "locale": "en", "words": ["a\u0000b"]},
        {"kind": "press", "locale": "en", "words": ["word"] * 501},
        {"kind": "press", "locale": "en", "words": ["x" * 81]},
    ],
)
async def test_what_is_no_list_is_refused(feedback: ServiceUnderTest, body: dict[str, Any]) -> None:
    refused = await feedback.client.post("/v1/word-lists", json=body)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["loc"][0] == "body"


async def test_another_process_reads_by_the_change_within_seconds(
    feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "HOLDS_SECONDS", 0.0)  # not the five seconds, but that it looks again at all
    async with service_under_test("feedback", feedback.database.url.replace("+asyncpg", "")) as other:
        assert await reasons(other, "The ombudsman") == []
        legal = await the_list(feedback, "legal", "en")
        await feedback.patch(f"/v1/word-lists/{legal['id']}", {"words": ["ombudsm*"]})
        assert await reasons(other, "The ombudsman") == ["legal"]


async def test_what_an_operator_changed_stays_when_it_is_seeded_again(feedback: ServiceUnderTest) -> None:
    from services.feedback import seeds

    legal = await the_list(feedback, "legal", "en")
    changed = await feedback.patch(f"/v1/word-lists/{legal['id']}", {"words": ["ombudsm*"]})
    before = await feedback.rows("SELECT count(*) FROM audit")
    async with transaction(feedback.database) as session:
        await seeds.seed(session, Cause("job/seed", "service/feedback", feedback.clock()))
    assert await the_list(feedback, "legal", "en") == changed
    assert await feedback.rows("SELECT count(*) FROM audit") == before
