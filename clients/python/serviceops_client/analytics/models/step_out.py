from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from typing import Literal, cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.due_field_out import DueFieldOut


T = TypeVar("T", bound="StepOut")


@_attrs_define
class StepOut:
    """See StepIn.

    Attributes:
        step (str):
        type_ (str):
        service (str):
        from_ (str):
        due_seconds (int | None):
        due_field (DueFieldOut | None):
        calendar_id (None | UUID):
        unique (bool):
        each (Literal['recipient'] | None):
        also (list[str] | Unset):
        same (list[str] | Unset):
    """

    step: str
    type_: str
    service: str
    from_: str
    due_seconds: int | None
    due_field: DueFieldOut | None
    calendar_id: None | UUID
    unique: bool
    each: Literal["recipient"] | None
    also: list[str] | Unset = UNSET
    same: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.due_field_out import DueFieldOut  # noqa: PLC0415

        step = self.step

        type_ = self.type_

        service = self.service

        from_ = self.from_

        due_seconds: int | None
        due_seconds = self.due_seconds

        due_field: dict[str, Any] | None
        if isinstance(self.due_field, DueFieldOut):
            due_field = self.due_field.to_dict()
        else:
            due_field = self.due_field

        calendar_id: None | str
        if isinstance(self.calendar_id, UUID):
            calendar_id = str(self.calendar_id)
        else:
            calendar_id = self.calendar_id

        unique = self.unique

        each: Literal["recipient"] | None
        each = self.each

        also: list[str] | Unset = UNSET
        if not isinstance(self.also, Unset):
            also = self.also

        same: list[str] | Unset = UNSET
        if not isinstance(self.same, Unset):
            same = self.same

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "step": step,
                "type": type_,
                "service": service,
                "from": from_,
                "due_seconds": due_seconds,
                "due_field": due_field,
                "calendar_id": calendar_id,
                "unique": unique,
                "each": each,
            }
        )
        if also is not UNSET:
            field_dict["also"] = also
        if same is not UNSET:
            field_dict["same"] = same

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.due_field_out import DueFieldOut  # noqa: PLC0415

        d = dict(src_dict)
        step = d.pop("step")

        type_ = d.pop("type")

        service = d.pop("service")

        from_ = d.pop("from")

        def _parse_due_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        due_seconds = _parse_due_seconds(d.pop("due_seconds"))

        def _parse_due_field(data: object) -> DueFieldOut | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                due_field_type_0 = DueFieldOut.from_dict(data)

                return due_field_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DueFieldOut | None, data)

        due_field = _parse_due_field(d.pop("due_field"))

        def _parse_calendar_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                calendar_id_type_0 = UUID(data)

                return calendar_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        calendar_id = _parse_calendar_id(d.pop("calendar_id"))

        unique = d.pop("unique")

        def _parse_each(data: object) -> Literal["recipient"] | None:
            if data is None:
                return data
            each_type_0 = cast(Literal["recipient"], data)
            if each_type_0 != "recipient":
                raise ValueError(f"each_type_0 must match const 'recipient', got '{each_type_0}'")
            return each_type_0
            return cast(Literal["recipient"] | None, data)

        each = _parse_each(d.pop("each"))

        also = cast(list[str], d.pop("also", UNSET))

        same = cast(list[str], d.pop("same", UNSET))

        step_out = cls(
            step=step,
            type_=type_,
            service=service,
            from_=from_,
            due_seconds=due_seconds,
            due_field=due_field,
            calendar_id=calendar_id,
            unique=unique,
            each=each,
            also=also,
            same=same,
        )

        step_out.additional_properties = d
        return step_out

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
