from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.texts_output_questions import TextsOutputQuestions


T = TypeVar("T", bound="TextsOutput")


@_attrs_define
class TextsOutput:
    """All that a survey says in one locale.

    Attributes:
        title (str):
        thanks (str):
        questions (TextsOutputQuestions):
    """

    title: str
    thanks: str
    questions: TextsOutputQuestions

    def to_dict(self) -> dict[str, Any]:
        from ..models.texts_output_questions import TextsOutputQuestions  # noqa: PLC0415

        title = self.title

        thanks = self.thanks

        questions = self.questions.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
                "thanks": thanks,
                "questions": questions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.texts_output_questions import TextsOutputQuestions  # noqa: PLC0415

        d = dict(src_dict)
        title = d.pop("title")

        thanks = d.pop("thanks")

        questions = TextsOutputQuestions.from_dict(d.pop("questions"))

        texts_output = cls(
            title=title,
            thanks=thanks,
            questions=questions,
        )

        return texts_output
