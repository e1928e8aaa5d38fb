"""What a value of a declared field may be."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.ticketing.ticket_fields import values

OPTIONS = ("a", "b")
KINDS = ["text", "integer", "decimal", "boolean", "date", "choice", "multi_choice"]


@pytest.mark.parametrize(
    ("kind", "fits", "does_not"),
    [
        ("text", ["", "x"], [1, None, [], True]),
        ("integer", [0, -(2**62)], [1.0, True, "1"]),
        ("decimal", [0, 1.5, -3], [True, "1.5"]),
        ("boolean", [True, False], [0, "true"]),
        ("date", ["2026-02-28"], ["2026-02-29", "20260228", "2026-02-28T00:00:00Z", 20260228]),
        ("choice", ["a"], ["c", ["a"], None, 1]),
        ("multi_choice", [[], ["b", "a"]], ["a", ["a", "a"], ["c"], [["a"]], {"a": 1}]),
    ],
)
def test_a_value_fits_its_type(kind: str, fits: list[Any], does_not: list[Any]) -> None:
    assert [values.fault(kind, value, OPTIONS) for value in fits] == [None] * len(fits)
    assert all(values.fault(kind, value, OPTIONS) for value in does_not)


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("integer", " 12 ", 12),
        ("integer", "1.5", "1.5"),
        ("decimal", "1.5", 1.5),
        ("decimal", "nan", "nan"),
        ("decimal", "-Infinity", "-Infinity"),
        ("boolean", "Yes", True),
        ("boolean", "perhaps", "perhaps"),
        ("multi_choice", "a, b,", ["a", "b"]),
        ("date", "2026-01-31", "2026-01-31"),
        ("text", "12", "12"),
        ("integer", 7, 7),
    ],
)
def test_a_cell_stands_for_a_value(kind: str, cell: Any, value: Any) -> None:
    assert values.of_cell(kind, cell) == value


@given(
    st.sampled_from(KINDS),
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=20), st.lists, max_leaves=5),
)
def test_anything_is_judged(kind: str, value: Any) -> None:
    assert values.fault(kind, value, OPTIONS) is None or values.fault(kind, value, OPTIONS)
    values.of_cell(kind, value)
