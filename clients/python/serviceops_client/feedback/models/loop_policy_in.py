from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.stage_due_in import StageDueIn


T = TypeVar("T", bound="LoopPolicyIn")


@_attrs_define
class LoopPolicyIn:
    """When the steps of loop cases are due that open from now on; null for a step that has no due.

    Attributes:
        assigned (None | StageDueIn):
        planned (None | StageDueIn):
        contacted (None | StageDueIn):
        closed (None | StageDueIn):
    """

    assigned: None | StageDueIn
    planned: None | StageDueIn
    contacted: None | StageDueIn
    closed: None | StageDueIn

    def to_dict(self) -> dict[str, Any]:
        from ..models.stage_due_in import StageDueIn  # noqa: PLC0415

        assigned: dict[str, Any] | None
        if isinstance(self.assigned, StageDueIn):
            assigned = self.assigned.to_dict()
        else:
            assigned = self.assigned

        planned: dict[str, Any] | None
        if isinstance(self.planned, StageDueIn):
            planned = self.planned.to_dict()
        else:
            planned = self.planned

        contacted: dict[str, Any] | None
        if isinstance(self.contacted, StageDueIn):
            contacted = self.contacted.to_dict()
        else:
            contacted = self.contacted

        closed: dict[str, Any] | None
        if isinstance(self.closed, StageDueIn):
            closed = self.closed.to_dict()
        else:
            closed = self.closed

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "assigned": assigned,
                "planned": planned,
                "contacted": contacted,
                "closed": closed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.stage_due_in import StageDueIn  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_assigned(data: object) -> None | StageDueIn:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                assigned_type_0 = StageDueIn.from_dict(data)

                return assigned_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StageDueIn, data)

        assigned = _parse_assigned(d.pop("assigned"))

        def _parse_planned(data: object) -> None | StageDueIn:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                planned_type_0 = StageDueIn.from_dict(data)

                return planned_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StageDueIn, data)

        planned = _parse_planned(d.pop("planned"))

        def _parse_contacted(data: object) -> None | StageDueIn:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                contacted_type_0 = StageDueIn.from_dict(data)

                return contacted_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StageDueIn, data)

        contacted = _parse_contacted(d.pop("contacted"))

        def _parse_closed(data: object) -> None | StageDueIn:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                closed_type_0 = StageDueIn.from_dict(data)

                return closed_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StageDueIn, data)

        closed = _parse_closed(d.pop("closed"))

        loop_policy_in = cls(
            assigned=assigned,
            planned=planned,
            contacted=contacted,
            closed=closed,
        )

        return loop_policy_in
