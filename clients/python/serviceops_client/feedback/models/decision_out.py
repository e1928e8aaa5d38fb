from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.decision_out_verdict import check_decision_out_verdict
from ..models.decision_out_verdict import DecisionOutVerdict
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.decision_reason_out import DecisionReasonOut


T = TypeVar("T", bound="DecisionOut")


@_attrs_define
class DecisionOut:
    """Whether a contact was to be asked, and every reason why not. program_id: null where no program takes what
    happened; contact_id: null where no contact is known. probability: of having been sampled.

        Attributes:
            id (UUID):
            contact_id (None | UUID):
            account_id (None | UUID):
            program_id (None | UUID):
            wave_id (None | UUID):
            at (datetime.datetime):
            verdict (DecisionOutVerdict):
            reasons (list[DecisionReasonOut]):
            next_eligible_at (datetime.datetime | None):
            probability (float):
            ticket_id (None | UUID):
            project_id (None | UUID):
            recovery_case_id (None | UUID):
            response_id (None | UUID):
            trace_id (None | UUID):
    """

    id: UUID
    contact_id: None | UUID
    account_id: None | UUID
    program_id: None | UUID
    wave_id: None | UUID
    at: datetime.datetime
    verdict: DecisionOutVerdict
    reasons: list[DecisionReasonOut]
    next_eligible_at: datetime.datetime | None
    probability: float
    ticket_id: None | UUID
    project_id: None | UUID
    recovery_case_id: None | UUID
    response_id: None | UUID
    trace_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.decision_reason_out import DecisionReasonOut  # noqa: PLC0415

        id = str(self.id)

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

        program_id: None | str
        if isinstance(self.program_id, UUID):
            program_id = str(self.program_id)
        else:
            program_id = self.program_id

        wave_id: None | str
        if isinstance(self.wave_id, UUID):
            wave_id = str(self.wave_id)
        else:
            wave_id = self.wave_id

        at = self.at.isoformat()

        verdict: str = self.verdict

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        next_eligible_at: None | str
        if isinstance(self.next_eligible_at, datetime.datetime):
            next_eligible_at = self.next_eligible_at.isoformat()
        else:
            next_eligible_at = self.next_eligible_at

        probability = self.probability

        ticket_id: None | str
        if isinstance(self.ticket_id, UUID):
            ticket_id = str(self.ticket_id)
        else:
            ticket_id = self.ticket_id

        project_id: None | str
        if isinstance(self.project_id, UUID):
            project_id = str(self.project_id)
        else:
            project_id = self.project_id

        recovery_case_id: None | str
        if isinstance(self.recovery_case_id, UUID):
            recovery_case_id = str(self.recovery_case_id)
        else:
            recovery_case_id = self.recovery_case_id

        response_id: None | str
        if isinstance(self.response_id, UUID):
            response_id = str(self.response_id)
        else:
            response_id = self.response_id

        trace_id: None | str
        if isinstance(self.trace_id, UUID):
            trace_id = str(self.trace_id)
        else:
            trace_id = self.trace_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "contact_id": contact_id,
                "account_id": account_id,
                "program_id": program_id,
                "wave_id": wave_id,
                "at": at,
                "verdict": verdict,
                "reasons": reasons,
                "next_eligible_at": next_eligible_at,
                "probability": probability,
                "ticket_id": ticket_id,
                "project_id": project_id,
                "recovery_case_id": recovery_case_id,
                "response_id": response_id,
                "trace_id": trace_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.decision_reason_out import DecisionReasonOut  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

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

        def _parse_program_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                program_id_type_0 = UUID(data)

                return program_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        program_id = _parse_program_id(d.pop("program_id"))

        def _parse_wave_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                wave_id_type_0 = UUID(data)

                return wave_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        wave_id = _parse_wave_id(d.pop("wave_id"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        verdict = check_decision_out_verdict(d.pop("verdict"))

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = DecisionReasonOut.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        def _parse_next_eligible_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_eligible_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_eligible_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_eligible_at = _parse_next_eligible_at(d.pop("next_eligible_at"))

        probability = d.pop("probability")

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

        def _parse_project_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                project_id_type_0 = UUID(data)

                return project_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        project_id = _parse_project_id(d.pop("project_id"))

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

        decision_out = cls(
            id=id,
            contact_id=contact_id,
            account_id=account_id,
            program_id=program_id,
            wave_id=wave_id,
            at=at,
            verdict=verdict,
            reasons=reasons,
            next_eligible_at=next_eligible_at,
            probability=probability,
            ticket_id=ticket_id,
            project_id=project_id,
            recovery_case_id=recovery_case_id,
            response_id=response_id,
            trace_id=trace_id,
        )

        decision_out.additional_properties = d
        return decision_out

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
