from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset


T = TypeVar("T", bound="FollowUpDryRunIn")


@_attrs_define
class FollowUpDryRunIn:
    """Of how many of the newest answers.

    Attributes:
        answers (int | Unset):  Default: 100.
    """

    answers: int | Unset = 100

    def to_dict(self) -> dict[str, Any]:
        answers = self.answers

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if answers is not UNSET:
            field_dict["answers"] = answers

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        answers = d.pop("answers", UNSET)

        follow_up_dry_run_in = cls(
            answers=answers,
        )

        return follow_up_dry_run_in
