from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.asked_out_kind import AskedOutKind
from ..models.asked_out_kind import check_asked_out_kind
from typing import cast

if TYPE_CHECKING:
    from ..models.said_out import SaidOut
    from ..models.show_if_output import ShowIfOutput


T = TypeVar("T", bound="AskedOut")


@_attrs_define
class AskedOut:
    """One question in one locale. low and high name the ends of a scale; hidden: until its show_if holds.

    Attributes:
        key (str):
        kind (AskedOutKind):
        required (bool):
        label (str):
        low (None | str):
        high (None | str):
        options (list[SaidOut]):
        rows (list[SaidOut]):
        show_if (None | ShowIfOutput):
        hidden (bool):
    """

    key: str
    kind: AskedOutKind
    required: bool
    label: str
    low: None | str
    high: None | str
    options: list[SaidOut]
    rows: list[SaidOut]
    show_if: None | ShowIfOutput
    hidden: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.said_out import SaidOut  # noqa: PLC0415
        from ..models.show_if_output import ShowIfOutput  # noqa: PLC0415

        key = self.key

        kind: str = self.kind

        required = self.required

        label = self.label

        low: None | str
        low = self.low

        high: None | str
        high = self.high

        options = []
        for options_item_data in self.options:
            options_item = options_item_data.to_dict()
            options.append(options_item)

        rows = []
        for rows_item_data in self.rows:
            rows_item = rows_item_data.to_dict()
            rows.append(rows_item)

        show_if: dict[str, Any] | None
        if isinstance(self.show_if, ShowIfOutput):
            show_if = self.show_if.to_dict()
        else:
            show_if = self.show_if

        hidden = self.hidden

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "key": key,
                "kind": kind,
                "required": required,
                "label": label,
                "low": low,
                "high": high,
                "options": options,
                "rows": rows,
                "show_if": show_if,
                "hidden": hidden,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.said_out import SaidOut  # noqa: PLC0415
        from ..models.show_if_output import ShowIfOutput  # noqa: PLC0415

        d = dict(src_dict)
        key = d.pop("key")

        kind = check_asked_out_kind(d.pop("kind"))

        required = d.pop("required")

        label = d.pop("label")

        def _parse_low(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        low = _parse_low(d.pop("low"))

        def _parse_high(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        high = _parse_high(d.pop("high"))

        options = []
        _options = d.pop("options")
        for options_item_data in _options:
            options_item = SaidOut.from_dict(options_item_data)

            options.append(options_item)

        rows = []
        _rows = d.pop("rows")
        for rows_item_data in _rows:
            rows_item = SaidOut.from_dict(rows_item_data)

            rows.append(rows_item)

        def _parse_show_if(data: object) -> None | ShowIfOutput:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                show_if_type_0 = ShowIfOutput.from_dict(data)

                return show_if_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ShowIfOutput, data)

        show_if = _parse_show_if(d.pop("show_if"))

        hidden = d.pop("hidden")

        asked_out = cls(
            key=key,
            kind=kind,
            required=required,
            label=label,
            low=low,
            high=high,
            options=options,
            rows=rows,
            show_if=show_if,
            hidden=hidden,
        )

        asked_out.additional_properties = d
        return asked_out

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
