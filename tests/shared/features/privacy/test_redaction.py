"""Personal data is taken out of JSON that stays."""

from typing import Any

import pytest
from pydantic_core import from_json, to_json

from shared.contracts import story
from shared.contracts.feedback import ResponseEdited, ResponseReceived
from shared.contracts.onboarding import ContactCreated, ContactUpdated
from shared.features.privacy.copies import PERSONAL_FACTS
from shared.features.privacy.redaction import (
    IN_ANSWERS,
    IN_FACTS,
    redacted,
    redacted_bytes,
    without,
    without_words,
)


@pytest.mark.parametrize("fact", [ContactCreated, ContactUpdated, ResponseReceived, ResponseEdited])
def test_a_redacted_fact_is_still_one(fact: Any) -> None:
    held = {**fact.example, "respondent": {"name": "Ana", "email": "ana@acme.example"}}
    less = redacted(held, IN_FACTS, ["ana@acme.example"])
    read = fact.model_validate(less)
    assert "Ana" not in read.model_dump_json()
    assert "Slow" not in read.model_dump_json()
    assert fact in PERSONAL_FACTS


def test_the_trigger_of_a_repair_keeps_its_attributes() -> None:
    example = PERSONAL_FACTS[-1].example
    less = redacted(example, IN_FACTS, ())
    assert less["trigger"]["data"]["comment"] is None
    assert less["trigger"]["subject"] == example["trigger"]["subject"]
    assert less["trigger"]["data"]["score"] == 3


def test_an_address_goes_wherever_it_stands_and_whatever_its_case() -> None:
    held = {"note": ["mail ANA@acme.example or a+b@acme.example"], "n": 3}
    less = redacted(held, (), ["ana@acme.example", "a+b@acme.example"])
    assert less == {"note": ["mail [erased] or [erased]"], "n": 3}
    assert without("to Ana@Acme.example", ["ana@acme.example"]) == "to [erased]"
    assert without("nobody", []) == "nobody"


def test_a_name_goes_as_a_whole_word_alone() -> None:
    assert without_words("Ana likes bananas; ANA's", ["Ana"]) == "[erased] likes bananas; [erased]'s"
    assert without_words("Is it (C++)?", ["C++"]) == "Is it ([erased])?"


def test_texts_that_an_answer_must_have_stay_texts() -> None:
    less = redacted({"subject": "Ana", "custom": {"a": 1}, "answers": [1], "name": "Ana"}, IN_ANSWERS, ())
    assert less == {"subject": "[erased]", "custom": {}, "answers": [], "name": None}


def test_bytes_that_are_no_json_are_given_up() -> None:
    assert redacted_bytes(b"\xff{", IN_FACTS, ()) is None
    whole = redacted_bytes(to_json(story.ANA_CONTACT), IN_FACTS, ())
    assert whole is not None
    assert from_json(whole)["contact_id"] == story.ANA
