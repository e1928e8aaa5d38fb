"""Rows out of bytes: whatever is broken in one, the next is read, and no window holds more than it must."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.features.bulk_jobs import cells, rows
from shared.features.bulk_jobs.cells import Columns
from shared.features.bulk_jobs.rows import LONGEST_ROW, Row, Unreadable


def contents(text: bytes, **options: bool) -> list[list[str] | bytes | str]:
    """Each row's content, or its fault's code."""
    found = rows.csv_rows(text, 0, delimiter=",", whole=options.get("whole", True))
    return [row.fault.code if row.fault else row.content for row in found if row.fault or row.content is not None]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b"a,b\r\n\r\n\nc,d", [["a", "b"], ["c", "d"]]),
        (b'"a\r\nb","c""d"\n', [["a\r\nb", 'c"d']]),
        (b'a,"never\nb,c\nd,e\n', ["broken_row", ["b", "c"], ["d", "e"]]),
        (b'a,"closed" and on\nb,c\n', ["broken_row", ["b", "c"]]),
        (b"a,\xff\nb,c\n", ["not_utf8", ["b", "c"]]),
        (b"a,\0\nb,c\n", ["text_nul", ["b", "c"]]),
        (b"a," + b"x" * LONGEST_ROW + b"\nb,c\n", ["row_too_long", ["b", "c"]]),
        (b'a,"' + b"x\n" * LONGEST_ROW + b"b,c", ["row_too_long", *([["x"]] * (LONGEST_ROW - 1)), ["b", "c"]]),
    ],
)
def test_a_broken_row_costs_itself_alone(text: bytes, found: list[list[str] | str]) -> None:
    assert contents(text)[:5] == found[:5]
    assert contents(text)[-1] == found[-1]


def test_a_row_that_goes_on_behind_the_window_waits() -> None:
    assert contents(b'a,b\n"c\nd', whole=False) == [["a", "b"]]
    assert contents(b"a,b\nc", whole=False) == [["a", "b"]]


def test_a_line_longer_than_any_window_is_cut() -> None:
    [row] = rows.json_lines(b"x" * (LONGEST_ROW + 1), 0, whole=False)
    assert (row.fault and row.fault.code, row.cut) == ("row_too_long", True)
    assert rows.behind_the_line(b"rest\nnext") == 5
    assert rows.behind_the_line(b"rest") == 4


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=2, max_size=4)
    ),
    st.integers(1, 40),
)
def test_windows_of_any_size_read_what_one_reads(table: list[list[str]], size: int) -> None:
    """Windows that grow by `size` bytes until there is a row: the rows are those of the whole."""
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(table)
    text = out.getvalue().encode()
    found: list[Row] = []
    at, reach = 0, size
    while at < len(text):
        window = text[at : at + reach]
        some = list(rows.csv_rows(window, 0, delimiter=",", whole=at + reach >= len(text)))
        if some:
            found += some
            at, reach = at + some[-1].ends_at, size
        else:
            reach += size
    assert [row.content for row in found if row.content is not None] == table


@pytest.mark.parametrize(
    ("head", "delimiter", "names"),
    [
        (b"\xef\xbb\xbfa;b,c;d\r\n1", ";", ["a", "b,c", "d"]),
        (b"a\tb\n", "\t", ["a", "b"]),
        (b'"a", b \n', ",", ["a", "b"]),
        (b"alone", ",", ["alone"]),
    ],
)
def test_the_header_tells_the_delimiter(head: bytes, delimiter: str, names: list[str]) -> None:
    found = rows.header(head, whole=True)
    assert (found.delimiter, found.names) == (delimiter, names)


@pytest.mark.parametrize(
    ("head", "code"),
    [(b"\xff\xfea\0", "utf_16"), (b"a\0b\0", "utf_16"), (b" \n", "empty"), (b'"a\n', "header"), (b"\xc3\n", "header")],
)
def test_what_is_no_header_says_why(head: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        rows.header(head, whole=True)
    assert refused.value.code == code


def test_cells_become_the_body_that_says_the_same() -> None:
    known = Columns(
        frozenset({"name", "who.mail"}),
        frozenset({"score"}),
        frozenset({"tags"}),
        frozenset({"custom"}),
        frozenset({"ok"}),
    )
    names = ["name", "who.mail", "score", "tags", "custom.a", "ok.x"]
    assert known.unknown([*names, "who", "custom.", "name", "custom"]) == [6, 7, 8, 9]
    assert known.body(names, ["'=1", "m", "-3", "a, b,", "7", "TRUE"]) == {
        "name": "=1",
        "who": {"mail": "m"},
        "score": -3,
        "tags": ["a", "b"],
        "custom": {"a": "7"},
        "ok": {"x": True},
    }
    assert known.body(names, ["", "", "", "", "", ""]) == {"score": None}
    assert known.body(names, ["'quoted", "", "4.5", "", "", "maybe"]) == {
        "name": "'quoted",
        "score": "4.5",
        "ok": {"x": "maybe"},
    }


def test_cells_are_written_plain_and_harmless() -> None:
    items = [
        {"a": -1, "b": {"c": "=1+1"}, "d": ["x", "@y"], "e": True, "f": None},
        {"a": 1.5, "b": None, "d": [{"k": 1}], "e": "\tx", "f": 'say "hi",\nnow'},
    ]
    assert cells.header(["a", "b.c"]) == "a,b.c\r\n"
    assert cells.written(["a", "b.c", "d", "e", "f"], items) == (
        '-1,\'=1+1,"x,@y",true,\r\n1.5,,"[{""k"":1}]",\'\tx,"say ""hi"",\nnow"\r\n'
    )
    for formula in ("=", "+1", "-1", "@x", "\t", "\r"):
        assert cells.written(["a"], [{"a": formula}]).lstrip('"').startswith("'")
