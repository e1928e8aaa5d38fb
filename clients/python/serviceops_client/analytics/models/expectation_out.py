from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.expectation_out_state import check_expectation_out_state
from ..models.expectation_out_state import ExpectationOutState
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.evidence_out import EvidenceOut
    from ..models.subject_out import SubjectOut
    from ..models.target_out import TargetOut
    from ..models.trigger_fact import TriggerFact


T = TypeVar("T", bound="ExpectationOut")


@_attrs_define
class ExpectationOut:
    """One step that had to happen, and what became of it.

    Attributes:
        id (UUID):
        rule_id (str):
        rule_version (int):
        step (str):
        trigger (TriggerFact): The fact that set an expectation off.
        subject (SubjectOut): What something is about.
        target (None | TargetOut):
        trace_id (UUID):
        due_at (datetime.datetime | None):
        state (ExpectationOutState):
        reason (None | str):
        repaired (bool):
        met_at (datetime.datetime | None):
        decided_at (datetime.datetime | None):
        evidence (list[EvidenceOut]):
        finding_id (None | UUID):
        repair_id (None | UUID):
    """

    id: UUID
    rule_id: str
    rule_version: int
    step: str
    trigger: TriggerFact
    subject: SubjectOut
    target: None | TargetOut
    trace_id: UUID
    due_at: datetime.datetime | None
    state: ExpectationOutState
    reason: None | str
    repaired: bool
    met_at: datetime.datetime | None
    decided_at: datetime.datetime | None
    evidence: list[EvidenceOut]
    finding_id: None | UUID
    repair_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.evidence_out import EvidenceOut  # noqa: PLC0415
        from ..models.subject_out import SubjectOut  # noqa: PLC0415
        from ..models.target_out import TargetOut  # noqa: PLC0415
        from ..models.trigger_fact import TriggerFact  # noqa: PLC0415

        id = str(self.id)

        rule_id = self.rule_id

        rule_version = self.rule_version

        step = self.step

        trigger = self.trigger.to_dict()

        subject = self.subject.to_dict()

        target: dict[str, Any] | None
        if isinstance(self.target, TargetOut):
            target = self.target.to_dict()
        else:
            target = self.target

        trace_id = str(self.trace_id)

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        state: str = self.state

        reason: None | str
        reason = self.reason

        repaired = self.repaired

        met_at: None | str
        if isinstance(self.met_at, datetime.datetime):
            met_at = self.met_at.isoformat()
        else:
            met_at = self.met_at

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        evidence = []
        for evidence_item_data in self.evidence:
            evidence_item = evidence_item_data.to_dict()
            evidence.append(evidence_item)

        finding_id: None | str
        if isinstance(self.finding_id, UUID):
            finding_id = str(self.finding_id)
        else:
            finding_id = self.finding_id

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
                "trigger": trigger,
                "subject": subject,
                "target": target,
                "trace_id": trace_id,
                "due_at": due_at,
                "state": state,
                "reason": reason,
                "repaired": repaired,
                "met_at": met_at,
                "decided_at": decided_at,
                "evidence": evidence,
                "finding_id": finding_id,
                "repair_id": repair_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.evidence_out import EvidenceOut  # noqa: PLC0415
        from ..models.subject_out import SubjectOut  # noqa: PLC0415
        from ..models.target_out import TargetOut  # noqa: PLC0415
        from ..models.trigger_fact import TriggerFact  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        rule_id = d.pop("rule_id")

        rule_version = d.pop("rule_version")

        step = d.pop("step")

        trigger = TriggerFact.from_dict(d.pop("trigger"))

        subject = SubjectOut.from_dict(d.pop("subject"))

        def _parse_target(data: object) -> None | TargetOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                target_type_0 = TargetOut.from_dict(data)

                return target_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TargetOut, data)

        target = _parse_target(d.pop("target"))

        trace_id = UUID(d.pop("trace_id"))

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

        state = check_expectation_out_state(d.pop("state"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        repaired = d.pop("repaired")

        def _parse_met_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                met_at_type_0 = datetime.datetime.fromisoformat(data)

                return met_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        met_at = _parse_met_at(d.pop("met_at"))

        def _parse_decided_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_at_type_0 = datetime.datetime.fromisoformat(data)

                return decided_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        decided_at = _parse_decided_at(d.pop("decided_at"))

        evidence = []
        _evidence = d.pop("evidence")
        for evidence_item_data in _evidence:
            evidence_item = EvidenceOut.from_dict(evidence_item_data)

            evidence.append(evidence_item)

        def _parse_finding_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                finding_id_type_0 = UUID(data)

                return finding_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        finding_id = _parse_finding_id(d.pop("finding_id"))

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

        expectation_out = cls(
            id=id,
            rule_id=rule_id,
            rule_version=rule_version,
            step=step,
            trigger=trigger,
            subject=subject,
            target=target,
            trace_id=trace_id,
            due_at=due_at,
            state=state,
            reason=reason,
            repaired=repaired,
            met_at=met_at,
            decided_at=decided_at,
            evidence=evidence,
            finding_id=finding_id,
            repair_id=repair_id,
        )

        expectation_out.additional_properties = d
        return expectation_out

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
