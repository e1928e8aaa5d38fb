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
    from ..models.due_field import DueField


T = TypeVar("T", bound="StepIn")


@_attrs_define
class StepIn:
    """What has to follow: a fact of this type from this service, in time.

    from: `trigger`, a step's name or a fact's type; due_seconds run from its recorded time. due_field: the
    fact that states the deadline instead. each: one is owed to every recipient that the starting fact names,
    or to the account's team where it names none. also: types of facts that meet the step as well. same: fields in which
    the evidence has the trigger's value, beside the rule's match.

        Attributes:
            step (str):
            type_ (str):
            service (str):
            from_ (str | Unset):  Default: 'trigger'.
            due_seconds (int | None | Unset):
            due_field (DueField | None | Unset):
            calendar_id (None | Unset | UUID):
            unique (bool | Unset):  Default: False.
            each (Literal['recipient'] | None | Unset):
            also (list[str] | Unset):
            same (list[str] | Unset):
    """

    step: str
    type_: str
    service: str
    from_: str | Unset = "trigger"
    due_seconds: int | None | Unset = UNSET
    due_field: DueField | None | Unset = UNSET
    calendar_id: None | Unset | UUID = UNSET
    unique: bool | Unset = False
    each: Literal["recipient"] | None | Unset = UNSET
    also: list[str] | Unset = UNSET
    same: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.due_field import DueField  # noqa: PLC0415

        step = self.step

        type_ = self.type_

        service = self.service

        from_ = self.from_

        due_seconds: int | None | Unset
        if isinstance(self.due_seconds, Unset):
            due_seconds = UNSET
        else:
            due_seconds = self.due_seconds

        due_field: dict[str, Any] | None | Unset
        if isinstance(self.due_field, Unset):
            due_field = UNSET
        elif isinstance(self.due_field, DueField):
            due_field = self.due_field.to_dict()
        else:
            due_field = self.due_field

        calendar_id: None | str | Unset
        if isinstance(self.calendar_id, Unset):
            calendar_id = UNSET
        elif isinstance(self.calendar_id, UUID):
            calendar_id = str(self.calendar_id)
        else:
            calendar_id = self.calendar_id

        unique = self.unique

        each: Literal["recipient"] | None | Unset
        if isinstance(self.each, Unset):
            each = UNSET
        else:
            each = self.each

        also: list[str] | Unset = UNSET
        if not isinstance(self.also, Unset):
            also = self.also

        same: list[str] | Unset = UNSET
        if not isinstance(self.same, Unset):
            same = self.same

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "step": step,
                "type": type_,
                "service": service,
            }
        )
        if from_ is not UNSET:
            field_dict["from"] = from_
        if due_seconds is not UNSET:
            field_dict["due_seconds"] = due_seconds
        if due_field is not UNSET:
            field_dict["due_field"] = due_field
        if calendar_id is not UNSET:
            field_dict["calendar_id"] = calendar_id
        if unique is not UNSET:
            field_dict["unique"] = unique
        if each is not UNSET:
            field_dict["each"] = each
        if also is not UNSET:
            field_dict["also"] = also
        if same is not UNSET:
            field_dict["same"] = same

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.due_field import DueField  # noqa: PLC0415

        d = dict(src_dict)
        step = d.pop("step")

        type_ = d.pop("type")

        service = d.pop("service")

        from_ = d.pop("from", UNSET)

        def _parse_due_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        due_seconds = _parse_due_seconds(d.pop("due_seconds", UNSET))

        def _parse_due_field(data: object) -> DueField | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                due_field_type_0 = DueField.from_dict(data)

                return due_field_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DueField | None | Unset, data)

        due_field = _parse_due_field(d.pop("due_field", UNSET))

        def _parse_calendar_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                calendar_id_type_0 = UUID(data)

                return calendar_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        calendar_id = _parse_calendar_id(d.pop("calendar_id", UNSET))

        unique = d.pop("unique", UNSET)

        def _parse_each(data: object) -> Literal["recipient"] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            each_type_0 = cast(Literal["recipient"], data)
            if each_type_0 != "recipient":
                raise ValueError(f"each_type_0 must match const 'recipient', got '{each_type_0}'")
            return each_type_0
            return cast(Literal["recipient"] | None | Unset, data)

        each = _parse_each(d.pop("each", UNSET))

        also = cast(list[str], d.pop("also", UNSET))

        same = cast(list[str], d.pop("same", UNSET))

        step_in = cls(
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

        return step_in
