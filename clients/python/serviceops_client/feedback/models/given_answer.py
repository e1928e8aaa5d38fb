from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset


T = TypeVar("T", bound="GivenAnswer")


@_attrs_define
class GivenAnswer:
    """What was answered to one question of the survey, by the question's key.

    Attributes:
        question (str):
        value (Any):
    """

    question: str
    value: Any

    def to_dict(self) -> dict[str, Any]:
        question = self.question

        value = self.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "question": question,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        question = d.pop("question")

        value = d.pop("value")

        given_answer = cls(
            question=question,
            value=value,
        )

        return given_answer
