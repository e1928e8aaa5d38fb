from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="ShowIfInput")


@_attrs_define
class ShowIfInput:
    """When a question is shown: an earlier one was answered within min and max, or with one of any_of.

    Attributes:
        question (str):
        min_ (int | None | Unset):
        max_ (int | None | Unset):
        any_of (list[str] | Unset):
    """

    question: str
    min_: int | None | Unset = UNSET
    max_: int | None | Unset = UNSET
    any_of: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        question = self.question

        min_: int | None | Unset
        if isinstance(self.min_, Unset):
            min_ = UNSET
        else:
            min_ = self.min_

        max_: int | None | Unset
        if isinstance(self.max_, Unset):
            max_ = UNSET
        else:
            max_ = self.max_

        any_of: list[str] | Unset = UNSET
        if not isinstance(self.any_of, Unset):
            any_of = self.any_of

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "question": question,
            }
        )
        if min_ is not UNSET:
            field_dict["min"] = min_
        if max_ is not UNSET:
            field_dict["max"] = max_
        if any_of is not UNSET:
            field_dict["any_of"] = any_of

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        question = d.pop("question")

        def _parse_min_(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        min_ = _parse_min_(d.pop("min", UNSET))

        def _parse_max_(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_ = _parse_max_(d.pop("max", UNSET))

        any_of = cast(list[str], d.pop("any_of", UNSET))

        show_if_input = cls(
            question=question,
            min_=min_,
            max_=max_,
            any_of=any_of,
        )

        return show_if_input
