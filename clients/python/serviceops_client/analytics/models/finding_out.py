from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.finding_out_kind import check_finding_out_kind
from ..models.finding_out_kind import FindingOutKind
from ..models.finding_out_state import check_finding_out_state
from ..models.finding_out_state import FindingOutState
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.subject_out import SubjectOut


T = TypeVar("T", bound="FindingOut")


@_attrs_define
class FindingOut:
    """A fault, raised once.

    Attributes:
        id (UUID):
        rule_id (None | str):
        rule_version (int | None):
        step (None | str):
        kind (FindingOutKind):
        state (FindingOutState):
        trace_id (None | UUID):
        subject (SubjectOut): What something is about.
        expectation_id (None | UUID):
        opened_at (datetime.datetime):
        closed_at (datetime.datetime | None):
        repair_id (None | UUID):
    """

    id: UUID
    rule_id: None | str
    rule_version: int | None
    step: None | str
    kind: FindingOutKind
    state: FindingOutState
    trace_id: None | UUID
    subject: SubjectOut
    expectation_id: None | UUID
    opened_at: datetime.datetime
    closed_at: datetime.datetime | None
    repair_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.subject_out import SubjectOut  # noqa: PLC0415

        id = str(self.id)

        rule_id: None | str
        rule_id = self.rule_id

        rule_version: int | None
        rule_version = self.rule_version

        step: None | str
        step = self.step

        kind: str = self.kind

        state: str = self.state

        trace_id: None | str
        if isinstance(self.trace_id, UUID):
            trace_id = str(self.trace_id)
        else:
            trace_id = self.trace_id

        subject = self.subject.to_dict()

        expectation_id: None | str
        if isinstance(self.expectation_id, UUID):
            expectation_id = str(self.expectation_id)
        else:
            expectation_id = self.expectation_id

        opened_at = self.opened_at.isoformat()

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        repair_id: None | str
        if isinstance(self.repair_id, UUID):
            repair_id = str(self.repair_id)
        else:
            repair_id = self.repair_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "rule_id": rule_id,
                "rule_version": rule_version,
                "step": step,
                "kind": kind,
                "state": state,
                "trace_id": trace_id,
                "subject": subject,
                "expectation_id": expectation_id,
                "opened_at": opened_at,
                "closed_at": closed_at,
                "repair_id": repair_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.subject_out import SubjectOut  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        def _parse_rule_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        rule_id = _parse_rule_id(d.pop("rule_id"))

        def _parse_rule_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        rule_version = _parse_rule_version(d.pop("rule_version"))

        def _parse_step(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        step = _parse_step(d.pop("step"))

        kind = check_finding_out_kind(d.pop("kind"))

        state = check_finding_out_state(d.pop("state"))

        def _parse_trace_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                trace_id_type_0 = UUID(data)

                return trace_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        trace_id = _parse_trace_id(d.pop("trace_id"))

        subject = SubjectOut.from_dict(d.pop("subject"))

        def _parse_expectation_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expectation_id_type_0 = UUID(data)

                return expectation_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        expectation_id = _parse_expectation_id(d.pop("expectation_id"))

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))

        def _parse_repair_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                repair_id_type_0 = UUID(data)

                return repair_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        repair_id = _parse_repair_id(d.pop("repair_id"))

        finding_out = cls(
            id=id,
            rule_id=rule_id,
            rule_version=rule_version,
            step=step,
            kind=kind,
            state=state,
            trace_id=trace_id,
            subject=subject,
            expectation_id=expectation_id,
            opened_at=opened_at,
            closed_at=closed_at,
            repair_id=repair_id,
        )

        finding_out.additional_properties = d
        return finding_out

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
