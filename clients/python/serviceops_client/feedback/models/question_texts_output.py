from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.question_texts_output_options import QuestionTextsOutputOptions
    from ..models.question_texts_output_rows import QuestionTextsOutputRows


T = TypeVar("T", bound="QuestionTextsOutput")


@_attrs_define
class QuestionTextsOutput:
    """What a question says in one locale. low and high name the ends of a scale.

    Attributes:
        label (str):
        low (None | str | Unset):
        high (None | str | Unset):
        options (QuestionTextsOutputOptions | Unset):
        rows (QuestionTextsOutputRows | Unset):
    """

    label: str
    low: None | str | Unset = UNSET
    high: None | str | Unset = UNSET
    options: QuestionTextsOutputOptions | Unset = UNSET
    rows: QuestionTextsOutputRows | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.question_texts_output_options import QuestionTextsOutputOptions  # noqa: PLC0415
        from ..models.question_texts_output_rows import QuestionTextsOutputRows  # noqa: PLC0415

        label = self.label

        low: None | str | Unset
        if isinstance(self.low, Unset):
            low = UNSET
        else:
            low = self.low

        high: None | str | Unset
        if isinstance(self.high, Unset):
            high = UNSET
        else:
            high = self.high

        options: dict[str, Any] | Unset = UNSET
        if not isinstance(self.options, Unset):
            options = self.options.to_dict()

        rows: dict[str, Any] | Unset = UNSET
        if not isinstance(self.rows, Unset):
            rows = self.rows.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "label": label,
            }
        )
        if low is not UNSET:
            field_dict["low"] = low
        if high is not UNSET:
            field_dict["high"] = high
        if options is not UNSET:
            field_dict["options"] = options
        if rows is not UNSET:
            field_dict["rows"] = rows

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.question_texts_output_options import QuestionTextsOutputOptions  # noqa: PLC0415
        from ..models.question_texts_output_rows import QuestionTextsOutputRows  # noqa: PLC0415

        d = dict(src_dict)
        label = d.pop("label")

        def _parse_low(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        low = _parse_low(d.pop("low", UNSET))

        def _parse_high(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        high = _parse_high(d.pop("high", UNSET))

        _options = d.pop("options", UNSET)
        options: QuestionTextsOutputOptions | Unset
        if isinstance(_options, Unset):
            options = UNSET
        else:
            options = QuestionTextsOutputOptions.from_dict(_options)

        _rows = d.pop("rows", UNSET)
        rows: QuestionTextsOutputRows | Unset
        if isinstance(_rows, Unset):
            rows = UNSET
        else:
            rows = QuestionTextsOutputRows.from_dict(_rows)

        question_texts_output = cls(
            label=label,
            low=low,
            high=high,
            options=options,
            rows=rows,
        )

        return question_texts_output
