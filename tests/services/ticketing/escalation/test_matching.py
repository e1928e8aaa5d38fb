"""Which answers a route is for."""

from typing import Any

import pytest

from services.ticketing.escalation.matching import Answer, fits

SLOW = Answer("nps", "negative", 3, "gold", ["speed"], "It is SLOW, and support never calls back.")


@pytest.mark.parametrize(
    "match",
    [
        {},
        {"survey_type": [], "outcome": [], "score_min": None, "score_max": None, "words": []},
        {"survey_type": ["csat", "nps"]},
        {"outcome": ["negative"]},
        {"score_min": 3, "score_max": 3},
        {"account_tier": ["gold"]},
        {"tags": ["price", "speed"]},
        {"words": ["slow"]},
        {"words": ["Calls back"]},
        {"survey_type": ["nps"], "score_max": 3, "account_tier": ["gold"], "words": ["slow"]},
    ],
)
def test_fits(match: dict[str, Any]) -> None:
    assert fits(match, SLOW)


@pytest.mark.parametrize(
    "match",
    [
        {"survey_type": ["csat"]},
        {"outcome": ["positive"]},
        {"score_min": 4},
        {"score_max": 2},
        {"account_tier": ["silver"]},
        {"tags": ["price"]},
        {"words": ["call"]},  # whole words
        {"words": ["never back"]},  # that stand together
        {"words": ["!"]},  # no word at all
        {"survey_type": ["nps"], "score_max": 2},
    ],
)
def test_does_not_fit(match: dict[str, Any]) -> None:
    assert not fits(match, SLOW)


def test_unknown_tier_missing_score_and_comment_fit_no_condition_on_them() -> None:
    bare = Answer("csat", "negative", None, None, [], None)
    assert fits({"outcome": ["negative"]}, bare)
    for match in ({"account_tier": ["gold"]}, {"score_max": 10}, {"words": ["slow"]}, {"tags": ["speed"]}):
        assert not fits(match, bare)
