"""Which rule a ticket takes: the pure conditions, without a server."""

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.ticketing.routing.matching import Traits, misses

REASON = "01a19b45-b800-7005-8c04-0d5a77e1f30b"


def traits(**changes: Any) -> Traits:
    given = {
        "channel": "email",
        "type": "question",
        "priority": "high",
        "brand": "default",
        "subject": "The invoice is wrong",
        "tags": ("billing", "vip"),
        "contact_reason_id": REASON,
        "account_tier": "gold",
        "message": "Please send a new one.",
    }
    return Traits(**{**given, **changes})


@pytest.mark.parametrize(
    ("match", "missed"),
    [
        ({}, ()),
        ({"channel": [], "words": []}, ()),
        ({"channel": ["web", "email"]}, ()),
        ({"channel": ["web"]}, ("channel",)),
        ({"type": ["question"], "priority": ["low"], "brand": ["other"]}, ("priority", "brand")),
        ({"tags": ["slow", "vip"]}, ()),
        ({"tags": ["bill"]}, ("tags",)),
        ({"contact_reason_id": [REASON]}, ()),
        ({"account_tier": ["silver"]}, ("account_tier",)),
        ({"words": ["INVOICE"]}, ()),
        ({"words": ["invoic"]}, ("words",)),
        ({"words": ["new one"]}, ()),
        ({"words": ["one new"]}, ("words",)),
        ({"words": ["wrong please"]}, ("words",)),  # one ends the subject, the other begins the message
        ({"words": ["!?", "…"]}, ("words",)),  # no word at all is in no text
    ],
)
def test_every_given_condition_must_hold(match: dict[str, Any], missed: tuple[str, ...]) -> None:
    assert misses(match, traits()) == missed


def test_what_is_not_known_fits_no_condition_about_it() -> None:
    unknown = traits(account_tier=None, contact_reason_id=None, message=None, tags=())
    match = {"account_tier": ["gold"], "contact_reason_id": [REASON], "words": ["send"], "tags": ["vip"]}
    assert set(misses(match, unknown)) == set(match)
    assert misses({}, unknown) == ()


@pytest.mark.parametrize("word", [".*", "(a+)+$", "invoice|.", "[", "\\w", "%", "_nvoice", "inv*", "' OR 1=1 --"])
def test_a_word_is_no_pattern(word: str) -> None:
    assert misses({"words": [word]}, traits(subject="Hello", message="an xnvoice")) == ("words",)


def test_hostile_words_cost_no_more_than_others() -> None:
    begun = time.perf_counter()
    misses({"words": ["(a+)+$", "a" * 200, " a" * 100] * 33}, traits(message="a" * 20_000, subject="a " * 100))
    assert time.perf_counter() - begun < 1


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40), st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_a_word_and_a_subject(word: str, before: str, after: str) -> None:
    said = misses({"words": [word]}, traits(subject=f"{before} {word} {after}", message=None)) == ()
    assert said == any(sign.isalnum() or sign == "_" for sign in word.casefold())
