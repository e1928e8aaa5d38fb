"""What follows an answer is the operator's to say: rules in versions, a log of what they did, and a dry run."""

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback.follow_up_rules import matching
from services.feedback.follow_up_rules.matching import Answer
from services.feedback.surveys.models import SURVEY_TYPES
from shared.contracts import story
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback import facts
from tests.services.feedback.answers import answer, of_customer

NOTIFY = {"do": "notify_team"}
ANSWER = Answer("nps", "positive", 9, "default", None, ["speed"], "sr-Latn-RS", "gold")


async def rule(feedback: ServiceUnderTest, code: str, match: Any = None, actions: Any = None, **more: Any) -> Any:
    body = {"code": code, "name": code, "match": match or {}, "actions": actions or [NOTIFY], **more}
    return await feedback.post("/v1/follow-up-rules", body)


async def the_rule(feedback: ServiceUnderTest, code: str) -> dict[str, Any]:
    [found] = (await feedback.get("/v1/follow-up-rules", code=code))["items"]
    assert isinstance(found, dict)
    return found


async def answered(feedback: ServiceUnderTest, score: int, **more: Any) -> dict[str, Any]:
    """An answer of a customer with whom Mia works."""
    item = await feedback.post("/v1/responses", of_customer(score, **more))
    await feedback.deliver(
        facts.account(item["account_id"]),
        facts.contact(item["contact_id"], item["account_id"]),
        facts.team(item["account_id"], facts.member(facts.MIA)),
    )
    assert isinstance(item, dict)
    return item


async def runs(feedback: ServiceUnderTest, **query: Any) -> list[dict[str, Any]]:
    return list((await feedback.get("/v1/follow-up-runs", **query))["items"])


@pytest.mark.parametrize(
    ("match", "fits"),
    [
        ({}, True),
        ({"survey_type": ["csat", "nps"], "outcome": ["positive"]}, True),
        ({"survey_type": ["csat"]}, False),
        ({"outcome": ["negative", "neutral"]}, False),
        ({"score_min": 9, "score_max": 9}, True),
        ({"score_min": 10}, False),
        ({"score_max": 8}, False),
        ({"account_tier": ["gold"]}, True),
        ({"account_tier": ["silver"]}, False),
        ({"brand": ["other"]}, False),
        ({"program_id": [str(uuid7())]}, False),
        ({"themes": ["price", "speed"]}, True),
        ({"themes": ["price"]}, False),
        ({"locale": ["sr"]}, True),
        ({"locale": ["sr-Cyrl"]}, False),
        ({"locale": ["sr-Latn-RS"]}, True),
    ],
)
def test_every_given_condition_must_hold(match: dict[str, Any], fits: bool) -> None:
    assert matching.fits(match, ANSWER) is fits


def test_a_range_never_fits_an_answer_without_a_score() -> None:
    unscored = Answer("nps", "unscored", None, "default", None, [], None)
    assert not matching.fits({"score_max": 10}, unscored)
    assert matching.fits({}, unscored)


conditions = st.fixed_dictionaries(
    {},
    optional={
        "survey_type": st.lists(st.sampled_from(SURVEY_TYPES), max_size=2),
        "outcome": st.lists(st.sampled_from(["positive", "neutral", "negative"]), max_size=2),
        "score_min": st.none() | st.integers(0, 10),
        "account_tier": st.lists(st.sampled_from(["gold", "silver"]), max_size=2),
        "locale": st.lists(st.sampled_from(["sr", "sr-Latn", "en"]), max_size=2),
    },
)


@given(conditions)
def test_a_match_fits_where_each_of_its_conditions_does(match: dict[str, Any]) -> None:
    assert matching.fits(match, ANSWER) is all(matching.fits({name: match[name]}, ANSWER) for name in match)
    assert matching.fits(match, ANSWER) is (matching.may_fit(match, ANSWER) and matching.fits_tier(match, ANSWER.tier))


async def test_two_ship_of_which_one_is_active(feedback: ServiceUnderTest) -> None:
    found = (await feedback.get("/v1/follow-up-rules"))["items"]
    assert [(one["code"], one["active"], one["version"]) for one in found] == [
        ("advocacy_ask", False, 1),
        ("positive_good_news", True, 1),
    ]


async def test_a_change_is_a_version_and_runs_name_the_one_of_their_moment(feedback: ServiceUnderTest) -> None:
    made = await rule(feedback, "nines", {"score_max": 9, "outcome": ["positive"]}, [{**NOTIFY, "roles": ["csm"]}])
    path = f"/v1/follow-up-rules/{made['id']}"
    first = await answered(feedback, 9)
    changed = await feedback.patch(path, {"name": "Nines and more", "match": {"outcome": ["positive"]}})
    assert (changed["version"], changed["created_at"]) == (2, made["created_at"])
    second = await answered(feedback, 10)
    stale = await feedback.client.patch(path, json={"name": "x"}, headers={"If-Match": '"1"'})
    assert stale.status_code == 412
    assert await feedback.patch(path, {"name": "Nines and more"}) == changed
    off = await feedback.patch(path, {"active": False})
    third = await answered(feedback, 9)
    await feedback.run_job("follow_up_due")
    mine = await runs(feedback, rule_id="nines")
    assert [(run["response_id"], run["rule_version"]) for run in mine] == [(second["id"], 2), (first["id"], 1)]
    assert [run["rule_id"] for run in await runs(feedback, response_id=third["id"])] == ["positive_good_news"]
    history = (await feedback.get(f"{path}/versions"))["items"]
    assert [(one["version"], one["current"], one["active"]) for one in history] == [
        (3, True, False),
        (2, False, True),
        (1, False, True),
    ]
    assert history[0] == off
    for fact in await feedback.told("follow_up.executed.v1"):
        assert fact.data["rule_version"] == (
            2 if fact.subject == second["id"] and fact.data["rule_id"] == "nines" else 1
        )


async def test_a_person_hears_of_an_answer_once_whatever_rules_say_so(feedback: ServiceUnderTest) -> None:
    await rule(feedback, "again", {"outcome": ["positive"]})
    item = await answered(feedback, 9)
    assert await feedback.run_job("follow_up_due") == 2
    assert len((await feedback.get("/v1/notifications", response_id=item["id"]))["items"]) == 1


async def test_neutral_and_negative_answers_are_told_in_words_of_their_own(feedback: ServiceUnderTest) -> None:
    await rule(feedback, "all_else", {"outcome": ["negative", "neutral"]})
    await answered(feedback, 7)
    await answered(feedback, 2)
    await feedback.run_job("follow_up_due")
    assert {row.template for row in await feedback.rows("SELECT template FROM notification")} == {"answer_given"}


async def test_the_account_s_tier_is_looked_at_once_it_is_known(feedback: ServiceUnderTest) -> None:
    await rule(feedback, "gold", {"account_tier": ["gold"]})
    await rule(feedback, "silver", {"account_tier": ["silver"]})
    item = await answered(feedback, 9)  # the story's account is gold
    await feedback.run_job("follow_up_due")
    found = {run["rule_id"]: (run["result"], run["reason"]) for run in await runs(feedback, response_id=item["id"])}
    assert found == {
        "positive_good_news": ("notified", None),
        story.ACME_ACCOUNT["tier"]: ("notified", None),
        "silver": ("skipped", "account_tier"),
    }


async def test_an_edit_sets_off_what_the_answer_is_now_and_skipped_runs_again(feedback: ServiceUnderTest) -> None:
    item = await answered(feedback, 8)
    path = f"/v1/responses/{item['id']}"
    assert await runs(feedback) == []
    await feedback.patch(path, {"score": 9})
    [waiting] = await runs(feedback, state="waiting")
    await feedback.patch(path, {"score": 3})
    await feedback.run_job("follow_up_due")
    [skipped] = await runs(feedback)
    assert (skipped["id"], skipped["reason"]) == (waiting["id"], "no_longer_positive")
    await feedback.patch(path, {"score": 10})
    await feedback.run_job("follow_up_due")
    [done] = await runs(feedback)
    assert (done["id"], done["result"]) == (waiting["id"], "notified")
    for score in (3, 9):
        await feedback.patch(path, {"score": score})
    assert await feedback.run_job("follow_up_due") == 0  # done once for ever
    told = [(fact.data["result"], fact.data["reason"]) for fact in await feedback.told("follow_up.executed.v1")]
    assert told == [("skipped", "no_longer_positive"), ("notified", None)]


async def test_a_shipped_rule_that_was_switched_off_is_not_repaired(feedback: ServiceUnderTest) -> None:
    shipped = await the_rule(feedback, "positive_good_news")
    await feedback.patch(f"/v1/follow-up-rules/{shipped['id']}", {"active": False})
    item = await answered(feedback, 9)
    assert await feedback.run_job("follow_up_due") == 0
    await feedback.deliver(facts.repair("notification_sent", item["id"]), times=1)
    [told] = await feedback.told("repair.answered.v1")
    assert (told.data["result"], told.data["reason"]) == ("refused", "no_rule")


async def test_runs_are_listed_by_each_filter(feedback: ServiceUnderTest) -> None:
    item = await answered(feedback, 9)
    lonely = await feedback.post("/v1/responses", answer(10))
    await feedback.run_job("follow_up_due")
    [skipped] = await runs(feedback, result="skipped")
    assert (skipped["response_id"], skipped["reason"]) == (lonely["id"], "no_account")
    assert skipped["actions"] == [{"do": "notify_team", "result": "skipped", "reason": "no_account"}]
    for query in ({"account_id": item["account_id"]}, {"response_id": item["id"]}, {"result": "notified"}):
        [run] = await runs(feedback, **query)
        assert await feedback.get(f"/v1/follow-up-runs/{run['id']}") == run
        assert run["response_id"] == item["id"]
    assert len(await runs(feedback, rule_id="positive_good_news", state="executed")) == 2


async def digest_of_all_tables(feedback: ServiceUnderTest) -> dict[str, str]:
    tables = await feedback.rows(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1"
    )
    assert len(tables) > 30
    return {
        name: (
            await feedback.rows(f"SELECT md5(string_agg(held::text, '|' ORDER BY held::text)) FROM \"{name}\" AS held")
        )[0][0]
        for (name,) in tables
    }


async def test_a_dry_run_says_what_would_follow_and_writes_nothing(feedback: ServiceUnderTest) -> None:
    made = await rule(
        feedback,
        "asking",
        {"outcome": ["positive"]},
        [{**NOTIFY, "roles": ["csm"]}, {"do": "advocacy_ask", "quarantine_days": 30}],
        active=False,
    )
    contact_id = str(uuid7())
    first = await answered(feedback, 9, contact_id=contact_id)
    second = await answered(feedback, 10, contact_id=contact_id)
    lonely = await feedback.post("/v1/responses", answer(10))
    await answered(feedback, 3)
    path = f"/v1/follow-up-rules/{made['id']}/dry-run"
    async with feedback.client_with("feedback:*:read") as reader:
        assert (await reader.get("/v1/follow-up-rules")).is_success  # its key is marked as used now
        before = await digest_of_all_tables(feedback)
        answer_to_it = await reader.post(path, json={"answers": 50})
    assert answer_to_it.status_code == 200, answer_to_it.text
    found = answer_to_it.json()
    assert await digest_of_all_tables(feedback) == before
    assert (found["answers"], found["rule_version"]) == (4, 1)
    shown = {one["response_id"]: one for one in found["would_follow"]}
    assert list(shown) == [lonely["id"], second["id"], first["id"]]
    outcomes = {key: [action["reason"] for action in one["actions"]] for key, one in shown.items()}
    assert outcomes == {
        lonely["id"]: ["no_account", "no_contact"],
        second["id"]: [None, None],
        first["id"]: [None, "quarantined"],  # the newer one would have asked them
    }
    assert shown[first["id"]]["team"] == [{"staff_id": str(facts.MIA), "role": "csm"}]
    assert (await feedback.post(path, {"answers": 1}))["answers"] == 1


@pytest.mark.parametrize(
    "change",
    [
        {"code": "Good news"},
        {"actions": []},
        {"actions": [NOTIFY, NOTIFY]},
        {"actions": [{"do": "tea"}]},
        {"actions": [{"do": "advocacy_ask"}], "match": {}},
        {"actions": [{"do": "advocacy_ask"}], "match": {"outcome": ["positive", "negative"]}},
        {"actions": [{"do": "advocacy_ask", "quarantine_days": 0}], "match": {"outcome": ["positive"]}},
        {"match": {"score_min": 3, "score_max": 2}},
        {"match": {"survey_type": ["gallup"]}},
        {"match": {"words": ["x"]}},
        {"actions": [{**NOTIFY, "wait_seconds": 86_401}]},
    ],
)
async def test_what_is_no_rule_is_refused(feedback: ServiceUnderTest, change: dict[str, Any]) -> None:
    body = {"code": "fine", "name": "Fine", "actions": [NOTIFY], **change}
    assert (await feedback.client.post("/v1/follow-up-rules", json=body)).status_code == 422
    shipped = await the_rule(feedback, "advocacy_ask")
    if "code" not in change:
        refused = await feedback.client.patch(f"/v1/follow-up-rules/{shipped['id']}", json=change)
        assert refused.status_code == 422 or "actions" not in change
        if "match" in change and len(change) == 1:
            assert refused.status_code == 422


async def test_a_code_is_given_once_even_at_the_same_moment(feedback: ServiceUnderTest) -> None:
    body = {"code": "fine", "name": "Fine", "actions": [NOTIFY]}
    answers = await asyncio.gather(*(feedback.client.post("/v1/follow-up-rules", json=body) for _ in range(5)))
    assert sorted(one.status_code for one in answers) == [201, 409, 409, 409, 409]
    assert {one.json().get("code") for one in answers if one.status_code == 409} == {"follow_up_rule_there"}


async def test_changes_at_the_same_moment_make_versions_in_a_row(feedback: ServiceUnderTest) -> None:
    made = await rule(feedback, "fine")
    path = f"/v1/follow-up-rules/{made['id']}"
    await asyncio.gather(*(feedback.patch(path, {"name": f"Fine {number}"}) for number in range(5)))
    history = (await feedback.get(f"{path}/versions"))["items"]
    assert [one["version"] for one in history] == [6, 5, 4, 3, 2, 1]
    assert [one["current"] for one in history] == [True, *[False] * 5]
