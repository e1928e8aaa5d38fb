"""Reading what a person types into the search field."""

import re
from contextlib import suppress
from datetime import UTC, datetime
from time import perf_counter
from typing import get_args
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.ticketing.tickets import schemas, search_query
from services.ticketing.tickets.search_query import Search, Span, Term, Unreadable, Words

LEO = UUID("01a19b45-b800-7001-8d10-4be61c2a7f05")


def test_words_and_filters_stand_side_by_side() -> None:
    assert search_query.read('status:open,pending "is slow" export -csv tag:a TAG:b priority:High') == Search(
        filters={"status": ["open", "pending"], "tag": ["a", "b"], "priority": ["high"]},
        either=[Words([Term("is slow", phrase=True), Term("export")], [Term("csv")])],
    )


def test_an_or_asks_for_one_side() -> None:
    read = search_query.read("export slow or import type:incident")
    assert read.either == [Words([Term("export"), Term("slow")]), Words([Term("import")])]
    assert read.filters == {"type": ["incident"]}
    assert search_query.read('"or"').either == [Words([Term("or", phrase=True)])]


def test_people_and_things_are_named_by_id_or_by_word() -> None:
    read = search_query.read(f'account:"Acme Corp" account:{LEO} assignee:me assignee:None group:care requester:A@b.no')
    assert read.filters == {
        "account": ["Acme Corp", LEO],
        "assignee": ["me", "none"],
        "group": ["care"],
        "requester": ["A@b.no"],
    }
    assert read.names_me
    assert not search_query.read("assignee:none").names_me


def test_numbers_are_tickets_or_words() -> None:
    assert search_query.read("number:1042,#1043").filters == {"number": [1042, 1043]}
    [words] = search_query.read("#1042 77 x1").either
    assert [term.number for term in words.said] == [1042, 77, None]
    assert Term("9" * 30).number is None
    assert Term("1042", phrase=True).number is None


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("created>2026-01-31", Span(start=datetime(2026, 2, 1, tzinfo=UTC))),
        ("created>=2026-01-31", Span(start=datetime(2026, 1, 31, tzinfo=UTC))),
        ("created:>=2026-01-31", Span(start=datetime(2026, 1, 31, tzinfo=UTC))),
        ("created<2026-01-31", Span(end=datetime(2026, 1, 31, tzinfo=UTC))),
        ("created<=2026-01-31", Span(end=datetime(2026, 2, 1, tzinfo=UTC))),
        ("created:2026-01-31", Span(datetime(2026, 1, 31, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC))),
        ("created>=2026-01-31T10:00:00+02:00", Span(start=datetime(2026, 1, 31, 8, tzinfo=UTC))),
        ("created<=2026-01-31T10:00:00Z", Span(end=datetime(2026, 1, 31, 10, 0, 0, 1, tzinfo=UTC))),
    ],
)
def test_a_day_counts_whole_and_an_instant_by_itself(text: str, span: Span) -> None:
    assert search_query.read(text).spans == {"created": [span]}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("foo:bar", "There is no such filter; there are status, type"),
        ("status:", "needs a value"),
        ("status: open", "needs a value"),
        ('status:""', "needs a value"),
        ("status:lost", "takes one of new, open"),
        ("status:,", "1 to 20 values"),
        ("tag:" + " tag:".join("a" * 21), "1 to 20 values"),
        ("status>open", "Only created and updated"),
        ("-status:open", "Only words can be left out"),
        ("assignee:mia", "me, none, or the id"),
        ("number:x", "a whole number"),
        ("number:" + "9" * 25, "a whole number"),
        ("created>yesterday", "A time is a day"),
        ("created>2026-01-31T09:00:00", "names its zone"),
        ("created>1999-01-01", "between 2000 and 2100"),
        ("created<9999-12-31T23:59:59-14:00", "between 2000 and 2100"),
        ("a or -b", "Each side of an or"),
        ("a " * 21, "at most 20 words"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, why: str) -> None:
    with pytest.raises(Unreadable, match=re.escape(why)):
        search_query.read(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"foo:bar"', ["foo:bar"]),
        ("Invoices: late", ["Invoices:", "late"]),
        ("http://acme.example/a?b", ["http://acme.example/a?b"]),
        ("at 12:30", ["at", "12:30"]),
        ("a>b", ["a>b"]),
        ('open "quote that never ends', ["open", "quote that never ends"]),
        ("well-known", ["well-known"]),
        ("a & | b", ["a", "b"]),
    ],
)
def test_what_only_looks_like_a_filter_is_text(text: str, said: list[str]) -> None:
    [words] = search_query.read(text).either
    assert ([term.text for term in words.said], words.unsaid) == (said, [])


@pytest.mark.parametrize("text", ["'; --", '"', "- -", "&|"])
def test_without_a_letter_nothing_can_be_found(text: str) -> None:
    assert search_query.read(text).vain


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("exprot", ["export", "exprt", "exproxt", "exprots", "exprat", "expro"], ["xprot", "exporter", "eprott", "ex"]),
        ("sløwer", ["slower", "slwøer"], ["flower"]),
        ("slower", ["sløwer", "slowér"], ["øslower"]),
        ("экспрот", ["экспорт", "экспрат"], ["спорт"]),
        ("a" * 20, ["a" * 19, "a" * 21, "a" * 19 + "b"], ["a" * 18]),
    ],
)
def test_a_word_guesses_its_neighbours(word: str, near: list[str], far: list[str]) -> None:
    guesses = Term(word).guesses
    assert [each for each in near if each not in guesses] == []
    assert [each for each in far if each in guesses] == []
    assert len(guesses) < 2_000


@pytest.mark.parametrize("word", ["slow", "a" * 21, "v12.30", "abc.*e", "(abcde", "12345"])
def test_what_is_short_long_or_no_word_is_not_guessed_at(word: str) -> None:
    assert Term(word).guesses == []
    assert Term("export", phrase=True).guesses == []


@given(st.text(max_size=200) | st.text(alphabet='":-<>= ora#1status\\', max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        read = search_query.read(text)
    except Unreadable:
        pass
    else:
        assert all(words.said or words.unsaid for words in read.either)


@pytest.mark.parametrize("piece", ['"', "a:", "-", "status:", "a>", ":>=", "_" * 41 + ":", " or ", '-"', "\\m(?:"])
def test_long_texts_take_no_long_time(piece: str) -> None:
    began = perf_counter()
    with suppress(Unreadable):
        search_query.read(piece * (10_000 // len(piece)))
    assert perf_counter() - began < 1  # seconds; a pattern that looked back would take minutes


def test_the_filters_take_what_tickets_have() -> None:
    assert get_args(schemas.Type) == search_query.TYPES
    assert get_args(schemas.Priority) == search_query.PRIORITIES
