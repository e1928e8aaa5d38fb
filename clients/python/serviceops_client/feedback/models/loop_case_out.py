from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.loop_case_out_overdue_stages_item import check_loop_case_out_overdue_stages_item
from ..models.loop_case_out_overdue_stages_item import LoopCaseOutOverdueStagesItem
from ..models.loop_case_out_result_type_0 import check_loop_case_out_result_type_0
from ..models.loop_case_out_result_type_0 import LoopCaseOutResultType0
from ..models.loop_case_out_stage import check_loop_case_out_stage
from ..models.loop_case_out_stage import LoopCaseOutStage
from ..models.loop_case_out_state import check_loop_case_out_state
from ..models.loop_case_out_state import LoopCaseOutState
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="LoopCaseOut")


@_attrs_define
class LoopCaseOut:
    """What became of a negative answer.

    overdue_stages: the steps that were not done in time, as loop.overdue told them. verified_by: the answer in which
    the customer said, after the recovery, how it went.

        Attributes:
            id (UUID):
            response_id (UUID):
            ticket_id (None | UUID):
            recovery_case_id (None | UUID):
            account_id (None | UUID):
            contact_id (None | UUID):
            trace_id (UUID):
            state (LoopCaseOutState):
            stage (LoopCaseOutStage):
            owner_id (None | UUID):
            opened_at (datetime.datetime):
            assigned_at (datetime.datetime | None):
            planned_at (datetime.datetime | None):
            contacted_at (datetime.datetime | None):
            closed_at (datetime.datetime | None):
            result (LoopCaseOutResultType0 | None):
            reason (None | str):
            verified_at (datetime.datetime | None):
            verified_by (None | UUID):
            assigned_due_at (datetime.datetime | None):
            planned_due_at (datetime.datetime | None):
            contacted_due_at (datetime.datetime | None):
            closed_due_at (datetime.datetime | None):
            overdue_stages (list[LoopCaseOutOverdueStagesItem]):
            note (None | str):
            version (int):
    """

    id: UUID
    response_id: UUID
    ticket_id: None | UUID
    recovery_case_id: None | UUID
    account_id: None | UUID
    contact_id: None | UUID
    trace_id: UUID
    state: LoopCaseOutState
    stage: LoopCaseOutStage
    owner_id: None | UUID
    opened_at: datetime.datetime
    assigned_at: datetime.datetime | None
    planned_at: datetime.datetime | None
    contacted_at: datetime.datetime | None
    closed_at: datetime.datetime | None
    result: LoopCaseOutResultType0 | None
    reason: None | str
    verified_at: datetime.datetime | None
    verified_by: None | UUID
    assigned_due_at: datetime.datetime | None
    planned_due_at: datetime.datetime | None
    contacted_due_at: datetime.datetime | None
    closed_due_at: datetime.datetime | None
    overdue_stages: list[LoopCaseOutOverdueStagesItem]
    note: None | str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        response_id = str(self.response_id)

        ticket_id: None | str
        if isinstance(self.ticket_id, UUID):
            ticket_id = str(self.ticket_id)
        else:
            ticket_id = self.ticket_id

        recovery_case_id: None | str
        if isinstance(self.recovery_case_id, UUID):
            recovery_case_id = str(self.recovery_case_id)
        else:
            recovery_case_id = self.recovery_case_id

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

        stage: str = self.stage

        owner_id: None | str
        if isinstance(self.owner_id, UUID):
            owner_id = str(self.owner_id)
        else:
            owner_id = self.owner_id

        opened_at = self.opened_at.isoformat()

        assigned_at: None | str
        if isinstance(self.assigned_at, datetime.datetime):
            assigned_at = self.assigned_at.isoformat()
        else:
            assigned_at = self.assigned_at

        planned_at: None | str
        if isinstance(self.planned_at, datetime.datetime):
            planned_at = self.planned_at.isoformat()
        else:
            planned_at = self.planned_at

        contacted_at: None | str
        if isinstance(self.contacted_at, datetime.datetime):
            contacted_at = self.contacted_at.isoformat()
        else:
            contacted_at = self.contacted_at

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        result: None | str
        if isinstance(self.result, str):
            result = self.result
        else:
            result = self.result

        reason: None | str
        reason = self.reason

        verified_at: None | str
        if isinstance(self.verified_at, datetime.datetime):
            verified_at = self.verified_at.isoformat()
        else:
            verified_at = self.verified_at

        verified_by: None | str
        if isinstance(self.verified_by, UUID):
            verified_by = str(self.verified_by)
        else:
            verified_by = self.verified_by

        assigned_due_at: None | str
        if isinstance(self.assigned_due_at, datetime.datetime):
            assigned_due_at = self.assigned_due_at.isoformat()
        else:
            assigned_due_at = self.assigned_due_at

        planned_due_at: None | str
        if isinstance(self.planned_due_at, datetime.datetime):
            planned_due_at = self.planned_due_at.isoformat()
        else:
            planned_due_at = self.planned_due_at

        contacted_due_at: None | str
        if isinstance(self.contacted_due_at, datetime.datetime):
            contacted_due_at = self.contacted_due_at.isoformat()
        else:
            contacted_due_at = self.contacted_due_at

        closed_due_at: None | str
        if isinstance(self.closed_due_at, datetime.datetime):
            closed_due_at = self.closed_due_at.isoformat()
        else:
            closed_due_at = self.closed_due_at

        overdue_stages = []
        for overdue_stages_item_data in self.overdue_stages:
            overdue_stages_item: str = overdue_stages_item_data
            overdue_stages.append(overdue_stages_item)

        note: None | str
        note = self.note

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "response_id": response_id,
                "ticket_id": ticket_id,
                "recovery_case_id": recovery_case_id,
                "account_id": account_id,
                "contact_id": contact_id,
                "trace_id": trace_id,
                "state": state,
                "stage": stage,
                "owner_id": owner_id,
                "opened_at": opened_at,
                "assigned_at": assigned_at,
                "planned_at": planned_at,
                "contacted_at": contacted_at,
                "closed_at": closed_at,
                "result": result,
                "reason": reason,
                "verified_at": verified_at,
                "verified_by": verified_by,
                "assigned_due_at": assigned_due_at,
                "planned_due_at": planned_due_at,
                "contacted_due_at": contacted_due_at,
                "closed_due_at": closed_due_at,
                "overdue_stages": overdue_stages,
                "note": note,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        response_id = UUID(d.pop("response_id"))

        def _parse_ticket_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ticket_id_type_0 = UUID(data)

                return ticket_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        ticket_id = _parse_ticket_id(d.pop("ticket_id"))

        def _parse_recovery_case_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                recovery_case_id_type_0 = UUID(data)

                return recovery_case_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        recovery_case_id = _parse_recovery_case_id(d.pop("recovery_case_id"))

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

        state = check_loop_case_out_state(d.pop("state"))

        stage = check_loop_case_out_stage(d.pop("stage"))

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

        def _parse_assigned_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                assigned_at_type_0 = datetime.datetime.fromisoformat(data)

                return assigned_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        assigned_at = _parse_assigned_at(d.pop("assigned_at"))

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

        def _parse_result(data: object) -> LoopCaseOutResultType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                result_type_0 = check_loop_case_out_result_type_0(data)

                return result_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LoopCaseOutResultType0 | None, data)

        result = _parse_result(d.pop("result"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_verified_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verified_at_type_0 = datetime.datetime.fromisoformat(data)

                return verified_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        verified_at = _parse_verified_at(d.pop("verified_at"))

        def _parse_verified_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verified_by_type_0 = UUID(data)

                return verified_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        verified_by = _parse_verified_by(d.pop("verified_by"))

        def _parse_assigned_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                assigned_due_at_type_0 = datetime.datetime.fromisoformat(data)

                return assigned_due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        assigned_due_at = _parse_assigned_due_at(d.pop("assigned_due_at"))

        def _parse_planned_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                planned_due_at_type_0 = datetime.datetime.fromisoformat(data)

                return planned_due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        planned_due_at = _parse_planned_due_at(d.pop("planned_due_at"))

        def _parse_contacted_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contacted_due_at_type_0 = datetime.datetime.fromisoformat(data)

                return contacted_due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        contacted_due_at = _parse_contacted_due_at(d.pop("contacted_due_at"))

        def _parse_closed_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_due_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_due_at = _parse_closed_due_at(d.pop("closed_due_at"))

        overdue_stages = []
        _overdue_stages = d.pop("overdue_stages")
        for overdue_stages_item_data in _overdue_stages:
            overdue_stages_item = check_loop_case_out_overdue_stages_item(overdue_stages_item_data)

            overdue_stages.append(overdue_stages_item)

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        version = d.pop("version")

        loop_case_out = cls(
            id=id,
            response_id=response_id,
            ticket_id=ticket_id,
            recovery_case_id=recovery_case_id,
            account_id=account_id,
            contact_id=contact_id,
            trace_id=trace_id,
            state=state,
            stage=stage,
            owner_id=owner_id,
            opened_at=opened_at,
            assigned_at=assigned_at,
            planned_at=planned_at,
            contacted_at=contacted_at,
            closed_at=closed_at,
            result=result,
            reason=reason,
            verified_at=verified_at,
            verified_by=verified_by,
            assigned_due_at=assigned_due_at,
            planned_due_at=planned_due_at,
            contacted_due_at=contacted_due_at,
            closed_due_at=closed_due_at,
            overdue_stages=overdue_stages,
            note=note,
            version=version,
        )

        loop_case_out.additional_properties = d
        return loop_case_out

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
