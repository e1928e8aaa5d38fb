from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.compensation_out_kind import check_compensation_out_kind
from ..models.compensation_out_kind import CompensationOutKind
from ..models.compensation_out_state import check_compensation_out_state
from ..models.compensation_out_state import CompensationOutState
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="CompensationOut")


@_attrs_define
class CompensationOut:
    """What the customer was given, or waits for somebody's approval.

    requested_by: who asked, as the audit trail names them; requested_by_id: as a member of staff.
    approved_by: null until somebody agreed; the giver where it was within their limit.

        Attributes:
            id (UUID):
            kind (CompensationOutKind):
            amount_minor (int):
            currency (None | str):
            reason (None | str):
            state (CompensationOutState):
            requested_at (datetime.datetime):
            requested_by (str):
            requested_by_id (None | UUID):
            approved_by (None | UUID):
            decided_by (None | UUID):
            decided_at (datetime.datetime | None):
            decision_note (None | str):
    """

    id: UUID
    kind: CompensationOutKind
    amount_minor: int
    currency: None | str
    reason: None | str
    state: CompensationOutState
    requested_at: datetime.datetime
    requested_by: str
    requested_by_id: None | UUID
    approved_by: None | UUID
    decided_by: None | UUID
    decided_at: datetime.datetime | None
    decision_note: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        kind: str = self.kind

        amount_minor = self.amount_minor

        currency: None | str
        currency = self.currency

        reason: None | str
        reason = self.reason

        state: str = self.state

        requested_at = self.requested_at.isoformat()

        requested_by = self.requested_by

        requested_by_id: None | str
        if isinstance(self.requested_by_id, UUID):
            requested_by_id = str(self.requested_by_id)
        else:
            requested_by_id = self.requested_by_id

        approved_by: None | str
        if isinstance(self.approved_by, UUID):
            approved_by = str(self.approved_by)
        else:
            approved_by = self.approved_by

        decided_by: None | str
        if isinstance(self.decided_by, UUID):
            decided_by = str(self.decided_by)
        else:
            decided_by = self.decided_by

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        decision_note: None | str
        decision_note = self.decision_note

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "amount_minor": amount_minor,
                "currency": currency,
                "reason": reason,
                "state": state,
                "requested_at": requested_at,
                "requested_by": requested_by,
                "requested_by_id": requested_by_id,
                "approved_by": approved_by,
                "decided_by": decided_by,
                "decided_at": decided_at,
                "decision_note": decision_note,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = check_compensation_out_kind(d.pop("kind"))

        amount_minor = d.pop("amount_minor")

        def _parse_currency(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        currency = _parse_currency(d.pop("currency"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        state = check_compensation_out_state(d.pop("state"))

        requested_at = datetime.datetime.fromisoformat(d.pop("requested_at"))

        requested_by = d.pop("requested_by")

        def _parse_requested_by_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                requested_by_id_type_0 = UUID(data)

                return requested_by_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        requested_by_id = _parse_requested_by_id(d.pop("requested_by_id"))

        def _parse_approved_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                approved_by_type_0 = UUID(data)

                return approved_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        approved_by = _parse_approved_by(d.pop("approved_by"))

        def _parse_decided_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_by_type_0 = UUID(data)

                return decided_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        decided_by = _parse_decided_by(d.pop("decided_by"))

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

        def _parse_decision_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        decision_note = _parse_decision_note(d.pop("decision_note"))

        compensation_out = cls(
            id=id,
            kind=kind,
            amount_minor=amount_minor,
            currency=currency,
            reason=reason,
            state=state,
            requested_at=requested_at,
            requested_by=requested_by,
            requested_by_id=requested_by_id,
            approved_by=approved_by,
            decided_by=decided_by,
            decided_at=decided_at,
            decision_note=decision_note,
        )

        compensation_out.additional_properties = d
        return compensation_out

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
