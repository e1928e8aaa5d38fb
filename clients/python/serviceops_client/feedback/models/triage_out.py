from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.triage_out_outcome_type_0 import check_triage_out_outcome_type_0
from ..models.triage_out_outcome_type_0 import TriageOutOutcomeType0
from ..models.triage_out_state import check_triage_out_state
from ..models.triage_out_state import TriageOutState
from ..models.triage_out_withdrawn_for_type_0 import check_triage_out_withdrawn_for_type_0
from ..models.triage_out_withdrawn_for_type_0 import TriageOutWithdrawnForType0
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="TriageOut")


@_attrs_define
class TriageOut:
    """An answer that a person must see.

    reasons: `contradictory`, and the kinds of word lists of which it holds words. occasion: how often it was opened.
    told_at: when the account's team was told of it. decided_by: as the audit trail names them.

        Attributes:
            id (UUID):
            response_id (UUID):
            account_id (None | UUID):
            trace_id (UUID):
            reasons (list[str]):
            state (TriageOutState):
            assignee_id (None | UUID):
            occasion (int):
            opened_at (datetime.datetime):
            told_at (datetime.datetime | None):
            closed_at (datetime.datetime | None):
            outcome (None | TriageOutOutcomeType0):
            note (None | str):
            decided_by (None | str):
            withdrawn_for (None | TriageOutWithdrawnForType0):
            version (int):
    """

    id: UUID
    response_id: UUID
    account_id: None | UUID
    trace_id: UUID
    reasons: list[str]
    state: TriageOutState
    assignee_id: None | UUID
    occasion: int
    opened_at: datetime.datetime
    told_at: datetime.datetime | None
    closed_at: datetime.datetime | None
    outcome: None | TriageOutOutcomeType0
    note: None | str
    decided_by: None | str
    withdrawn_for: None | TriageOutWithdrawnForType0
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        response_id = str(self.response_id)

        account_id: None | str
        if isinstance(self.account_id, UUID):
            account_id = str(self.account_id)
        else:
            account_id = self.account_id

        trace_id = str(self.trace_id)

        reasons = self.reasons

        state: str = self.state

        assignee_id: None | str
        if isinstance(self.assignee_id, UUID):
            assignee_id = str(self.assignee_id)
        else:
            assignee_id = self.assignee_id

        occasion = self.occasion

        opened_at = self.opened_at.isoformat()

        told_at: None | str
        if isinstance(self.told_at, datetime.datetime):
            told_at = self.told_at.isoformat()
        else:
            told_at = self.told_at

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        outcome: None | str
        if isinstance(self.outcome, str):
            outcome = self.outcome
        else:
            outcome = self.outcome

        note: None | str
        note = self.note

        decided_by: None | str
        decided_by = self.decided_by

        withdrawn_for: None | str
        if isinstance(self.withdrawn_for, str):
            withdrawn_for = self.withdrawn_for
        else:
            withdrawn_for = self.withdrawn_for

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "response_id": response_id,
                "account_id": account_id,
                "trace_id": trace_id,
                "reasons": reasons,
                "state": state,
                "assignee_id": assignee_id,
                "occasion": occasion,
                "opened_at": opened_at,
                "told_at": told_at,
                "closed_at": closed_at,
                "outcome": outcome,
                "note": note,
                "decided_by": decided_by,
                "withdrawn_for": withdrawn_for,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        response_id = UUID(d.pop("response_id"))

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

        trace_id = UUID(d.pop("trace_id"))

        reasons = cast(list[str], d.pop("reasons"))

        state = check_triage_out_state(d.pop("state"))

        def _parse_assignee_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                assignee_id_type_0 = UUID(data)

                return assignee_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        assignee_id = _parse_assignee_id(d.pop("assignee_id"))

        occasion = d.pop("occasion")

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

        def _parse_told_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                told_at_type_0 = datetime.datetime.fromisoformat(data)

                return told_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        told_at = _parse_told_at(d.pop("told_at"))

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

        def _parse_outcome(data: object) -> None | TriageOutOutcomeType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                outcome_type_0 = check_triage_out_outcome_type_0(data)

                return outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TriageOutOutcomeType0, data)

        outcome = _parse_outcome(d.pop("outcome"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        def _parse_decided_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        decided_by = _parse_decided_by(d.pop("decided_by"))

        def _parse_withdrawn_for(data: object) -> None | TriageOutWithdrawnForType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                withdrawn_for_type_0 = check_triage_out_withdrawn_for_type_0(data)

                return withdrawn_for_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TriageOutWithdrawnForType0, data)

        withdrawn_for = _parse_withdrawn_for(d.pop("withdrawn_for"))

        version = d.pop("version")

        triage_out = cls(
            id=id,
            response_id=response_id,
            account_id=account_id,
            trace_id=trace_id,
            reasons=reasons,
            state=state,
            assignee_id=assignee_id,
            occasion=occasion,
            opened_at=opened_at,
            told_at=told_at,
            closed_at=closed_at,
            outcome=outcome,
            note=note,
            decided_by=decided_by,
            withdrawn_for=withdrawn_for,
            version=version,
        )

        triage_out.additional_properties = d
        return triage_out

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
