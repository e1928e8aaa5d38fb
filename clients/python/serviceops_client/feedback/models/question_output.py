from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.question_output_kind import check_question_output_kind
from ..models.question_output_kind import QuestionOutputKind
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.show_if_output import ShowIfOutput


T = TypeVar("T", bound="QuestionOutput")


@_attrs_define
class QuestionOutput:
    """One question. options: of choice and matrix; rows: of matrix.

    Attributes:
        key (str):
        kind (QuestionOutputKind):
        required (bool | Unset):  Default: False.
        options (list[str] | Unset):
        rows (list[str] | Unset):
        show_if (None | ShowIfOutput | Unset):
    """

    key: str
    kind: QuestionOutputKind
    required: bool | Unset = False
    options: list[str] | Unset = UNSET
    rows: list[str] | Unset = UNSET
    show_if: None | ShowIfOutput | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.show_if_output import ShowIfOutput  # noqa: PLC0415

        key = self.key

        kind: str = self.kind

        required = self.required

        options: list[str] | Unset = UNSET
        if not isinstance(self.options, Unset):
            options = self.options

        rows: list[str] | Unset = UNSET
        if not isinstance(self.rows, Unset):
            rows = self.rows

        show_if: dict[str, Any] | None | Unset
        if isinstance(self.show_if, Unset):
            show_if = UNSET
        elif isinstance(self.show_if, ShowIfOutput):
            show_if = self.show_if.to_dict()
        else:
            show_if = self.show_if

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "key": key,
                "kind": kind,
            }
        )
        if required is not UNSET:
            field_dict["required"] = required
        if options is not UNSET:
            field_dict["options"] = options
        if rows is not UNSET:
            field_dict["rows"] = rows
        if show_if is not UNSET:
            field_dict["show_if"] = show_if

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.show_if_output import ShowIfOutput  # noqa: PLC0415

        d = dict(src_dict)
        key = d.pop("key")

        kind = check_question_output_kind(d.pop("kind"))

        required = d.pop("required", UNSET)

        options = cast(list[str], d.pop("options", UNSET))

        rows = cast(list[str], d.pop("rows", UNSET))

        def _parse_show_if(data: object) -> None | ShowIfOutput | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                show_if_type_0 = ShowIfOutput.from_dict(data)

                return show_if_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ShowIfOutput | Unset, data)

        show_if = _parse_show_if(d.pop("show_if", UNSET))

        question_output = cls(
            key=key,
            kind=kind,
            required=required,
            options=options,
            rows=rows,
            show_if=show_if,
        )

        return question_output
