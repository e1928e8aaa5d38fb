from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.stage_due_out import StageDueOut


T = TypeVar("T", bound="LoopPolicyOut")


@_attrs_define
class LoopPolicyOut:
    """When the steps of new loop cases are due.

    Attributes:
        assigned (None | StageDueOut):
        planned (None | StageDueOut):
        contacted (None | StageDueOut):
        closed (None | StageDueOut):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        version (int):
    """

    assigned: None | StageDueOut
    planned: None | StageDueOut
    contacted: None | StageDueOut
    closed: None | StageDueOut
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.stage_due_out import StageDueOut  # noqa: PLC0415

        assigned: dict[str, Any] | None
        if isinstance(self.assigned, StageDueOut):
            assigned = self.assigned.to_dict()
        else:
            assigned = self.assigned

        planned: dict[str, Any] | None
        if isinstance(self.planned, StageDueOut):
            planned = self.planned.to_dict()
        else:
            planned = self.planned

        contacted: dict[str, Any] | None
        if isinstance(self.contacted, StageDueOut):
            contacted = self.contacted.to_dict()
        else:
            contacted = self.contacted

        closed: dict[str, Any] | None
        if isinstance(self.closed, StageDueOut):
            closed = self.closed.to_dict()
        else:
            closed = self.closed

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assigned": assigned,
                "planned": planned,
                "contacted": contacted,
                "closed": closed,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.stage_due_out import StageDueOut  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_assigned(data: object) -> None | StageDueOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                assigned_type_0 = StageDueOut.from_dict(data)

                return assigned_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StageDueOut, data)

        assigned = _parse_assigned(d.pop("assigned"))

        def _parse_planned(data: object) -> None | StageDueOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                planned_type_0 = StageDueOut.from_dict(data)

                return planned_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StageDueOut, data)

        planned = _parse_planned(d.pop("planned"))

        def _parse_contacted(data: object) -> None | StageDueOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                contacted_type_0 = StageDueOut.from_dict(data)

                return contacted_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StageDueOut, data)

        contacted = _parse_contacted(d.pop("contacted"))

        def _parse_closed(data: object) -> None | StageDueOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                closed_type_0 = StageDueOut.from_dict(data)

                return closed_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StageDueOut, data)

        closed = _parse_closed(d.pop("closed"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        loop_policy_out = cls(
            assigned=assigned,
            planned=planned,
            contacted=contacted,
            closed=closed,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        loop_policy_out.additional_properties = d
        return loop_policy_out

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
