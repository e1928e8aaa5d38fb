from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.complaint_out_acknowledgement import check_complaint_out_acknowledgement
from ..models.complaint_out_acknowledgement import ComplaintOutAcknowledgement
from ..models.complaint_out_answer_type_0 import check_complaint_out_answer_type_0
from ..models.complaint_out_answer_type_0 import ComplaintOutAnswerType0
from ..models.complaint_out_closed_as_type_0 import check_complaint_out_closed_as_type_0
from ..models.complaint_out_closed_as_type_0 import ComplaintOutClosedAsType0
from ..models.complaint_out_decision import check_complaint_out_decision
from ..models.complaint_out_decision import ComplaintOutDecision
from ..models.complaint_out_outcome_type_0 import check_complaint_out_outcome_type_0
from ..models.complaint_out_outcome_type_0 import ComplaintOutOutcomeType0
from ..models.complaint_out_severity_type_0 import check_complaint_out_severity_type_0
from ..models.complaint_out_severity_type_0 import ComplaintOutSeverityType0
from ..models.complaint_out_stage import check_complaint_out_stage
from ..models.complaint_out_stage import ComplaintOutStage
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.decision_out import DecisionOut
    from ..models.recourse import Recourse


T = TypeVar("T", bound="ComplaintOut")


@_attrs_define
class ComplaintOut:
    """A complaint. Each verdict is by the timestamps: pending, met, breached, or cancelled where it ended before.

    decisions: the oldest first; outcome and answer are of the one that stands. recourse: once the customer has refused.
    repeat_of: the newest of repeat_count complaints of the same customer about the same that came shortly before.

        Attributes:
            id (UUID):
            ticket_id (UUID):
            contact_id (None | UUID):
            account_id (None | UUID):
            contact_reason_id (None | UUID):
            brand (str):
            trace_id (UUID):
            category (None | str):
            severity (ComplaintOutSeverityType0 | None):
            stage (ComplaintOutStage):
            opened_at (datetime.datetime):
            acknowledgement_due_at (datetime.datetime):
            acknowledged_at (datetime.datetime | None):
            acknowledgement (ComplaintOutAcknowledgement):
            assessed_at (datetime.datetime | None):
            investigating_at (datetime.datetime | None):
            responded_at (datetime.datetime | None):
            decision_due_at (datetime.datetime):
            decided_at (datetime.datetime | None):
            decision (ComplaintOutDecision):
            outcome (ComplaintOutOutcomeType0 | None):
            answer (ComplaintOutAnswerType0 | None):
            decisions (list[DecisionOut]):
            recourse (None | Recourse):
            repeat_of (None | UUID):
            repeat_count (int):
            reopen_count (int):
            closed_at (datetime.datetime | None):
            closed_as (ComplaintOutClosedAsType0 | None):
            version (int):
    """

    id: UUID
    ticket_id: UUID
    contact_id: None | UUID
    account_id: None | UUID
    contact_reason_id: None | UUID
    brand: str
    trace_id: UUID
    category: None | str
    severity: ComplaintOutSeverityType0 | None
    stage: ComplaintOutStage
    opened_at: datetime.datetime
    acknowledgement_due_at: datetime.datetime
    acknowledged_at: datetime.datetime | None
    acknowledgement: ComplaintOutAcknowledgement
    assessed_at: datetime.datetime | None
    investigating_at: datetime.datetime | None
    responded_at: datetime.datetime | None
    decision_due_at: datetime.datetime
    decided_at: datetime.datetime | None
    decision: ComplaintOutDecision
    outcome: ComplaintOutOutcomeType0 | None
    answer: ComplaintOutAnswerType0 | None
    decisions: list[DecisionOut]
    recourse: None | Recourse
    repeat_of: None | UUID
    repeat_count: int
    reopen_count: int
    closed_at: datetime.datetime | None
    closed_as: ComplaintOutClosedAsType0 | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.decision_out import DecisionOut  # noqa: PLC0415
        from ..models.recourse import Recourse  # noqa: PLC0415

        id = str(self.id)

        ticket_id = str(self.ticket_id)

        contact_id: None | str
        if isinstance(self.contact_id, UUID):
            contact_id = str(self.contact_id)
        else:
            contact_id = self.contact_id

        account_id: None | str
        if isinstance(self.account_id, UUID):
            account_id = str(self.account_id)
        else:
            account_id = self.account_id

        contact_reason_id: None | str
        if isinstance(self.contact_reason_id, UUID):
            contact_reason_id = str(self.contact_reason_id)
        else:
            contact_reason_id = self.contact_reason_id

        brand = self.brand

        trace_id = str(self.trace_id)

        category: None | str
        category = self.category

        severity: None | str
        if isinstance(self.severity, str):
            severity = self.severity
        else:
            severity = self.severity

        stage: str = self.stage

        opened_at = self.opened_at.isoformat()

        acknowledgement_due_at = self.acknowledgement_due_at.isoformat()

        acknowledged_at: None | str
        if isinstance(self.acknowledged_at, datetime.datetime):
            acknowledged_at = self.acknowledged_at.isoformat()
        else:
            acknowledged_at = self.acknowledged_at

        acknowledgement: str = self.acknowledgement

        assessed_at: None | str
        if isinstance(self.assessed_at, datetime.datetime):
            assessed_at = self.assessed_at.isoformat()
        else:
            assessed_at = self.assessed_at

        investigating_at: None | str
        if isinstance(self.investigating_at, datetime.datetime):
            investigating_at = self.investigating_at.isoformat()
        else:
            investigating_at = self.investigating_at

        responded_at: None | str
        if isinstance(self.responded_at, datetime.datetime):
            responded_at = self.responded_at.isoformat()
        else:
            responded_at = self.responded_at

        decision_due_at = self.decision_due_at.isoformat()

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        decision: str = self.decision

        outcome: None | str
        if isinstance(self.outcome, str):
            outcome = self.outcome
        else:
            outcome = self.outcome

        answer: None | str
        if isinstance(self.answer, str):
            answer = self.answer
        else:
            answer = self.answer

        decisions = []
        for decisions_item_data in self.decisions:
            decisions_item = decisions_item_data.to_dict()
            decisions.append(decisions_item)

        recourse: dict[str, Any] | None
        if isinstance(self.recourse, Recourse):
            recourse = self.recourse.to_dict()
        else:
            recourse = self.recourse

        repeat_of: None | str
        if isinstance(self.repeat_of, UUID):
            repeat_of = str(self.repeat_of)
        else:
            repeat_of = self.repeat_of

        repeat_count = self.repeat_count

        reopen_count = self.reopen_count

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        closed_as: None | str
        if isinstance(self.closed_as, str):
            closed_as = self.closed_as
        else:
            closed_as = self.closed_as

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "ticket_id": ticket_id,
                "contact_id": contact_id,
                "account_id": account_id,
                "contact_reason_id": contact_reason_id,
                "brand": brand,
                "trace_id": trace_id,
                "category": category,
                "severity": severity,
                "stage": stage,
                "opened_at": opened_at,
                "acknowledgement_due_at": acknowledgement_due_at,
                "acknowledged_at": acknowledged_at,
                "acknowledgement": acknowledgement,
                "assessed_at": assessed_at,
                "investigating_at": investigating_at,
                "responded_at": responded_at,
                "decision_due_at": decision_due_at,
                "decided_at": decided_at,
                "decision": decision,
                "outcome": outcome,
                "answer": answer,
                "decisions": decisions,
                "recourse": recourse,
                "repeat_of": repeat_of,
                "repeat_count": repeat_count,
                "reopen_count": reopen_count,
                "closed_at": closed_at,
                "closed_as": closed_as,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.decision_out import DecisionOut  # noqa: PLC0415
        from ..models.recourse import Recourse  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        ticket_id = UUID(d.pop("ticket_id"))

        def _parse_contact_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contact_id_type_0 = UUID(data)

                return contact_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        contact_id = _parse_contact_id(d.pop("contact_id"))

        def _parse_account_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                account_id_type_0 = UUID(data)

                return account_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        account_id = _parse_account_id(d.pop("account_id"))

        def _parse_contact_reason_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contact_reason_id_type_0 = UUID(data)

                return contact_reason_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        contact_reason_id = _parse_contact_reason_id(d.pop("contact_reason_id"))

        brand = d.pop("brand")

        trace_id = UUID(d.pop("trace_id"))

        def _parse_category(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        category = _parse_category(d.pop("category"))

        def _parse_severity(data: object) -> ComplaintOutSeverityType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                severity_type_0 = check_complaint_out_severity_type_0(data)

                return severity_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ComplaintOutSeverityType0 | None, data)

        severity = _parse_severity(d.pop("severity"))

        stage = check_complaint_out_stage(d.pop("stage"))

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

        acknowledgement_due_at = datetime.datetime.fromisoformat(d.pop("acknowledgement_due_at"))

        def _parse_acknowledged_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                acknowledged_at_type_0 = datetime.datetime.fromisoformat(data)

                return acknowledged_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        acknowledged_at = _parse_acknowledged_at(d.pop("acknowledged_at"))

        acknowledgement = check_complaint_out_acknowledgement(d.pop("acknowledgement"))

        def _parse_assessed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                assessed_at_type_0 = datetime.datetime.fromisoformat(data)

                return assessed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        assessed_at = _parse_assessed_at(d.pop("assessed_at"))

        def _parse_investigating_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                investigating_at_type_0 = datetime.datetime.fromisoformat(data)

                return investigating_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        investigating_at = _parse_investigating_at(d.pop("investigating_at"))

        def _parse_responded_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                responded_at_type_0 = datetime.datetime.fromisoformat(data)

                return responded_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        responded_at = _parse_responded_at(d.pop("responded_at"))

        decision_due_at = datetime.datetime.fromisoformat(d.pop("decision_due_at"))

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

        decision = check_complaint_out_decision(d.pop("decision"))

        def _parse_outcome(data: object) -> ComplaintOutOutcomeType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                outcome_type_0 = check_complaint_out_outcome_type_0(data)

                return outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ComplaintOutOutcomeType0 | None, data)

        outcome = _parse_outcome(d.pop("outcome"))

        def _parse_answer(data: object) -> ComplaintOutAnswerType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answer_type_0 = check_complaint_out_answer_type_0(data)

                return answer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ComplaintOutAnswerType0 | None, data)

        answer = _parse_answer(d.pop("answer"))

        decisions = []
        _decisions = d.pop("decisions")
        for decisions_item_data in _decisions:
            decisions_item = DecisionOut.from_dict(decisions_item_data)

            decisions.append(decisions_item)

        def _parse_recourse(data: object) -> None | Recourse:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                recourse_type_0 = Recourse.from_dict(data)

                return recourse_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Recourse, data)

        recourse = _parse_recourse(d.pop("recourse"))

        def _parse_repeat_of(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                repeat_of_type_0 = UUID(data)

                return repeat_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        repeat_of = _parse_repeat_of(d.pop("repeat_of"))

        repeat_count = d.pop("repeat_count")

        reopen_count = d.pop("reopen_count")

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

        def _parse_closed_as(data: object) -> ComplaintOutClosedAsType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_as_type_0 = check_complaint_out_closed_as_type_0(data)

                return closed_as_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ComplaintOutClosedAsType0 | None, data)

        closed_as = _parse_closed_as(d.pop("closed_as"))

        version = d.pop("version")

        complaint_out = cls(
            id=id,
            ticket_id=ticket_id,
            contact_id=contact_id,
            account_id=account_id,
            contact_reason_id=contact_reason_id,
            brand=brand,
            trace_id=trace_id,
            category=category,
            severity=severity,
            stage=stage,
            opened_at=opened_at,
            acknowledgement_due_at=acknowledgement_due_at,
            acknowledged_at=acknowledged_at,
            acknowledgement=acknowledgement,
            assessed_at=assessed_at,
            investigating_at=investigating_at,
            responded_at=responded_at,
            decision_due_at=decision_due_at,
            decided_at=decided_at,
            decision=decision,
            outcome=outcome,
            answer=answer,
            decisions=decisions,
            recourse=recourse,
            repeat_of=repeat_of,
            repeat_count=repeat_count,
            reopen_count=reopen_count,
            closed_at=closed_at,
            closed_as=closed_as,
            version=version,
        )

        complaint_out.additional_properties = d
        return complaint_out

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
