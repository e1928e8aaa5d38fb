"""JSON merge-patch, with the cases of RFC 7396, appendix A."""

from typing import Any

import pytest

from shared.http import merge_patch
from shared.http.errors import Invalid
from shared.http.fields import Body, ShortText


@pytest.mark.parametrize(
    ("target", "patch", "result"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "b"}, ["c"], ["c"]),
        ({"a": "foo"}, None, None),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_merges_as_the_rfc_says(target: Any, patch: Any, result: Any) -> None:
    assert merge_patch.apply(target, patch) == result


class Thing(Body):
    name: ShortText
    size: int = 1


class ThingPatch(Body):
    name: ShortText | None = None
    size: int | None = None


def test_null_takes_back_to_the_default() -> None:
    held = {"name": "x", "size": 7}
    assert merge_patch.merged(Thing, held, ThingPatch(size=None)) == Thing(name="x")
    assert merge_patch.merged(Thing, held, ThingPatch()) == Thing(name="x", size=7)


def test_names_the_place_of_what_cannot_be_taken_away() -> None:
    with pytest.raises(Invalid) as refused:
        merge_patch.merged(Thing, {"name": "x"}, ThingPatch(name=None))
    assert [error["loc"] for error in refused.value.errors] == [["body", "name"]]
