from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.foreseen_state import check_foreseen_state
from ..models.foreseen_state import ForeseenState
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="Foreseen")


@_attrs_define
class Foreseen:
    """One expectation that a dry run would have made.

    Attributes:
        step (str):
        trigger_fact_id (UUID):
        trace_id (UUID):
        subject_id (str):
        target (None | UUID):
        due_at (datetime.datetime | None):
        state (ForeseenState):
        reason (None | str):
    """

    step: str
    trigger_fact_id: UUID
    trace_id: UUID
    subject_id: str
    target: None | UUID
    due_at: datetime.datetime | None
    state: ForeseenState
    reason: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        step = self.step

        trigger_fact_id = str(self.trigger_fact_id)

        trace_id = str(self.trace_id)

        subject_id = self.subject_id

        target: None | str
        if isinstance(self.target, UUID):
            target = str(self.target)
        else:
            target = self.target

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        state: str = self.state

        reason: None | str
        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "step": step,
                "trigger_fact_id": trigger_fact_id,
                "trace_id": trace_id,
                "subject_id": subject_id,
                "target": target,
                "due_at": due_at,
                "state": state,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        step = d.pop("step")

        trigger_fact_id = UUID(d.pop("trigger_fact_id"))

        trace_id = UUID(d.pop("trace_id"))

        subject_id = d.pop("subject_id")

        def _parse_target(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                target_type_0 = UUID(data)

                return target_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        target = _parse_target(d.pop("target"))

        def _parse_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.datetime.fromisoformat(data)

                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        due_at = _parse_due_at(d.pop("due_at"))

        state = check_foreseen_state(d.pop("state"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        foreseen = cls(
            step=step,
            trigger_fact_id=trigger_fact_id,
            trace_id=trace_id,
            subject_id=subject_id,
            target=target,
            due_at=due_at,
            state=state,
            reason=reason,
        )

        foreseen.additional_properties = d
        return foreseen

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
