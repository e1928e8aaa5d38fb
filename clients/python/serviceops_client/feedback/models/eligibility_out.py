from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.eligibility_out_verdict import check_eligibility_out_verdict
from ..models.eligibility_out_verdict import EligibilityOutVerdict
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.decision_reason_out import DecisionReasonOut


T = TypeVar("T", bound="EligibilityOut")


@_attrs_define
class EligibilityOut:
    """Whether a program would ask a contact now, and every reason why not.

    verdict: `queue` where all that is against it is that the sending window is not open. next_eligible_at: the first
    time at which it would, where it would not at once and that is known.

        Attributes:
            contact_id (UUID):
            program_id (UUID):
            verdict (EligibilityOutVerdict):
            reasons (list[DecisionReasonOut]):
            next_eligible_at (datetime.datetime | None):
            as_of (datetime.datetime):
    """

    contact_id: UUID
    program_id: UUID
    verdict: EligibilityOutVerdict
    reasons: list[DecisionReasonOut]
    next_eligible_at: datetime.datetime | None
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.decision_reason_out import DecisionReasonOut  # noqa: PLC0415

        contact_id = str(self.contact_id)

        program_id = str(self.program_id)

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

        as_of = self.as_of.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "contact_id": contact_id,
                "program_id": program_id,
                "verdict": verdict,
                "reasons": reasons,
                "next_eligible_at": next_eligible_at,
                "as_of": as_of,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.decision_reason_out import DecisionReasonOut  # noqa: PLC0415

        d = dict(src_dict)
        contact_id = UUID(d.pop("contact_id"))

        program_id = UUID(d.pop("program_id"))

        verdict = check_eligibility_out_verdict(d.pop("verdict"))

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

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        eligibility_out = cls(
            contact_id=contact_id,
            program_id=program_id,
            verdict=verdict,
            reasons=reasons,
            next_eligible_at=next_eligible_at,
            as_of=as_of,
        )

        eligibility_out.additional_properties = d
        return eligibility_out

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
