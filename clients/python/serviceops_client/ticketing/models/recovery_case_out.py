from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.recovery_case_out_outcome_type_0 import check_recovery_case_out_outcome_type_0
from ..models.recovery_case_out_outcome_type_0 import RecoveryCaseOutOutcomeType0
from ..models.recovery_case_out_severity import check_recovery_case_out_severity
from ..models.recovery_case_out_severity import RecoveryCaseOutSeverity
from ..models.recovery_case_out_state import check_recovery_case_out_state
from ..models.recovery_case_out_state import RecoveryCaseOutState
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.compensation_out import CompensationOut
    from ..models.plan_out import PlanOut


T = TypeVar("T", bound="RecoveryCaseOut")


@_attrs_define
class RecoveryCaseOut:
    """A recovery case: what was promised, by when, and what became of it.

    attempts: how often somebody tried to reach the customer.

        Attributes:
            id (UUID):
            ticket_id (UUID):
            response_id (None | UUID):
            account_id (None | UUID):
            contact_id (None | UUID):
            trace_id (UUID):
            state (RecoveryCaseOutState):
            severity (RecoveryCaseOutSeverity):
            failure_type (None | str):
            owner_id (None | UUID):
            opened_at (datetime.datetime):
            acknowledged_at (datetime.datetime | None):
            plan (None | PlanOut):
            plan_due_at (datetime.datetime):
            planned_at (datetime.datetime | None):
            contact_due_at (datetime.datetime):
            contacted_at (datetime.datetime | None):
            attempts (int):
            compensations (list[CompensationOut]):
            outcome (None | RecoveryCaseOutOutcomeType0):
            completed_at (datetime.datetime | None):
            version (int):
    """

    id: UUID
    ticket_id: UUID
    response_id: None | UUID
    account_id: None | UUID
    contact_id: None | UUID
    trace_id: UUID
    state: RecoveryCaseOutState
    severity: RecoveryCaseOutSeverity
    failure_type: None | str
    owner_id: None | UUID
    opened_at: datetime.datetime
    acknowledged_at: datetime.datetime | None
    plan: None | PlanOut
    plan_due_at: datetime.datetime
    planned_at: datetime.datetime | None
    contact_due_at: datetime.datetime
    contacted_at: datetime.datetime | None
    attempts: int
    compensations: list[CompensationOut]
    outcome: None | RecoveryCaseOutOutcomeType0
    completed_at: datetime.datetime | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.compensation_out import CompensationOut  # noqa: PLC0415
        from ..models.plan_out import PlanOut  # noqa: PLC0415

        id = str(self.id)

        ticket_id = str(self.ticket_id)

        response_id: None | str
        if isinstance(self.response_id, UUID):
            response_id = str(self.response_id)
        else:
            response_id = self.response_id

        account_id: None | str
        if isinstance(self.account_id, UUID):
            account_id = str(self.account_id)
        else:
            account_id = self.account_id

        contact_id: None | str
        if isinstance(self.contact_id, UUID):
            contact_id = str(self.contact_id)
        else:
            contact_id = self.contact_id

        trace_id = str(self.trace_id)

        state: str = self.state

        severity: str = self.severity

        failure_type: None | str
        failure_type = self.failure_type

        owner_id: None | str
        if isinstance(self.owner_id, UUID):
            owner_id = str(self.owner_id)
        else:
            owner_id = self.owner_id

        opened_at = self.opened_at.isoformat()

        acknowledged_at: None | str
        if isinstance(self.acknowledged_at, datetime.datetime):
            acknowledged_at = self.acknowledged_at.isoformat()
        else:
            acknowledged_at = self.acknowledged_at

        plan: dict[str, Any] | None
        if isinstance(self.plan, PlanOut):
            plan = self.plan.to_dict()
        else:
            plan = self.plan

        plan_due_at = self.plan_due_at.isoformat()

        planned_at: None | str
        if isinstance(self.planned_at, datetime.datetime):
            planned_at = self.planned_at.isoformat()
        else:
            planned_at = self.planned_at

        contact_due_at = self.contact_due_at.isoformat()

        contacted_at: None | str
        if isinstance(self.contacted_at, datetime.datetime):
            contacted_at = self.contacted_at.isoformat()
        else:
            contacted_at = self.contacted_at

        attempts = self.attempts

        compensations = []
        for compensations_item_data in self.compensations:
            compensations_item = compensations_item_data.to_dict()
            compensations.append(compensations_item)

        outcome: None | str
        if isinstance(self.outcome, str):
            outcome = self.outcome
        else:
            outcome = self.outcome

        completed_at: None | str
        if isinstance(self.completed_at, datetime.datetime):
            completed_at = self.completed_at.isoformat()
        else:
            completed_at = self.completed_at

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "ticket_id": ticket_id,
                "response_id": response_id,
                "account_id": account_id,
                "contact_id": contact_id,
                "trace_id": trace_id,
                "state": state,
                "severity": severity,
                "failure_type": failure_type,
                "owner_id": owner_id,
                "opened_at": opened_at,
                "acknowledged_at": acknowledged_at,
                "plan": plan,
                "plan_due_at": plan_due_at,
                "planned_at": planned_at,
                "contact_due_at": contact_due_at,
                "contacted_at": contacted_at,
                "attempts": attempts,
                "compensations": compensations,
                "outcome": outcome,
                "completed_at": completed_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.compensation_out import CompensationOut  # noqa: PLC0415
        from ..models.plan_out import PlanOut  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        ticket_id = UUID(d.pop("ticket_id"))

        def _parse_response_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                response_id_type_0 = UUID(data)

                return response_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        response_id = _parse_response_id(d.pop("response_id"))

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

        trace_id = UUID(d.pop("trace_id"))

        state = check_recovery_case_out_state(d.pop("state"))

        severity = check_recovery_case_out_severity(d.pop("severity"))

        def _parse_failure_type(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        failure_type = _parse_failure_type(d.pop("failure_type"))

        def _parse_owner_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                owner_id_type_0 = UUID(data)

                return owner_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        owner_id = _parse_owner_id(d.pop("owner_id"))

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

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

        def _parse_plan(data: object) -> None | PlanOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                plan_type_0 = PlanOut.from_dict(data)

                return plan_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PlanOut, data)

        plan = _parse_plan(d.pop("plan"))

        plan_due_at = datetime.datetime.fromisoformat(d.pop("plan_due_at"))

        def _parse_planned_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                planned_at_type_0 = datetime.datetime.fromisoformat(data)

                return planned_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        planned_at = _parse_planned_at(d.pop("planned_at"))

        contact_due_at = datetime.datetime.fromisoformat(d.pop("contact_due_at"))

        def _parse_contacted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contacted_at_type_0 = datetime.datetime.fromisoformat(data)

                return contacted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        contacted_at = _parse_contacted_at(d.pop("contacted_at"))

        attempts = d.pop("attempts")

        compensations = []
        _compensations = d.pop("compensations")
        for compensations_item_data in _compensations:
            compensations_item = CompensationOut.from_dict(compensations_item_data)

            compensations.append(compensations_item)

        def _parse_outcome(data: object) -> None | RecoveryCaseOutOutcomeType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                outcome_type_0 = check_recovery_case_out_outcome_type_0(data)

                return outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RecoveryCaseOutOutcomeType0, data)

        outcome = _parse_outcome(d.pop("outcome"))

        def _parse_completed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                completed_at_type_0 = datetime.datetime.fromisoformat(data)

                return completed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        completed_at = _parse_completed_at(d.pop("completed_at"))

        version = d.pop("version")

        recovery_case_out = cls(
            id=id,
            ticket_id=ticket_id,
            response_id=response_id,
            account_id=account_id,
            contact_id=contact_id,
            trace_id=trace_id,
            state=state,
            severity=severity,
            failure_type=failure_type,
            owner_id=owner_id,
            opened_at=opened_at,
            acknowledged_at=acknowledged_at,
            plan=plan,
            plan_due_at=plan_due_at,
            planned_at=planned_at,
            contact_due_at=contact_due_at,
            contacted_at=contacted_at,
            attempts=attempts,
            compensations=compensations,
            outcome=outcome,
            completed_at=completed_at,
            version=version,
        )

        recovery_case_out.additional_properties = d
        return recovery_case_out

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
