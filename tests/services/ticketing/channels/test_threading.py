"""The rules of threading alone."""

from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from services.ticketing.channels import threading

OURS = UUID("01a208b4-9a80-7d46-93bf-40de71a86c15")


@pytest.mark.parametrize(
    ("subject", "number"),
    [
        ("Re: The export is slow [#1042]", 1042),
        ("[#7] Fwd: [#1042]", 1042),
        ("[#0001042]", 1042),
        ("[# 1042] #1042 [1042] [#-1]", None),
        ("[#9223372036854775807]", 2**63 - 1),
        ("[#9223372036854775808]", None),
        ("[#" + "9" * 300 + "]", None),
        ("[#١٠٤٢]", None),
        (None, None),
    ],
)
def test_the_number_in_a_subject(subject: str | None, number: int | None) -> None:
    assert threading.number_in(subject) == number


def test_only_a_message_id_stands_in_a_header() -> None:
    assert threading.message_id("a@b") == "<a@b>"
    assert threading.message_id(" <a@b> ") == "<a@b>"
    for other in ("", None, "a", "<a@b>\r\nBcc: c@d", "<a@b> <c@d>", "å@b", "<a@b@c", "call-8841"):
        assert threading.message_id(other) in (None, "<a@b@c>"), other


@given(some.text())
@settings(max_examples=200, deadline=None)
def test_whatever_a_source_is_called_a_header_stays_one_line(name: str) -> None:
    found = threading.message_id(name)
    assert found is None or (found.isascii() and found.isprintable() and " " not in found)


def test_our_own_message_ids() -> None:
    assert threading.our_message(f"<{OURS}@desk.example>", "desk.example") == OURS
    for other in (f"<{OURS}@evil.example>", "<x@desk.example>", f"<{OURS.hex}@desk.example>", "", "@"):
        assert threading.our_message(other, "desk.example") is None


def test_references_keep_the_first_and_the_newest() -> None:
    names = [f"<{number}@a>" for number in range(100)]
    kept = threading.references([*names, None, "no id", names[0]])
    assert (len(kept), kept[0], kept[1], kept[-1]) == (threading.MOST_REFERENCES, "<0@a>", "<81@a>", "<99@a>")


@given(some.text(max_size=60), some.integers(min_value=1, max_value=2**63 - 1))
@settings(max_examples=200, deadline=None)
def test_an_answer_to_an_answer_has_the_same_subject(subject: str, number: int) -> None:
    once = threading.answer_to(subject, number)
    assert threading.answer_to(once, number) == once
    assert threading.number_in(once) == number
