from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.bounce_out_outcome import BounceOutOutcome
from ..models.bounce_out_outcome import check_bounce_out_outcome
from ..models.bounce_out_reason_type_0 import BounceOutReasonType0
from ..models.bounce_out_reason_type_0 import check_bounce_out_reason_type_0
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID


T = TypeVar("T", bound="BounceOut")


@_attrs_define
class BounceOut:
    """What became of a mail that came back.

    bounced: the invitation has; hard, where its address gets no more. delivered: it was a receipt. delayed: it may
    still arrive. complained: its reader called it spam, and gets no more. known: nothing new. ignored: it is no such
    report, or of no mail of ours, or names another recipient; nothing was changed. status: as RFC 3463 has it.

        Attributes:
            outcome (BounceOutOutcome):
            hard (bool | None | Unset):
            status (None | str | Unset):
            invitation_id (None | Unset | UUID):
            reason (BounceOutReasonType0 | None | Unset):
    """

    outcome: BounceOutOutcome
    hard: bool | None | Unset = UNSET
    status: None | str | Unset = UNSET
    invitation_id: None | Unset | UUID = UNSET
    reason: BounceOutReasonType0 | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        outcome: str = self.outcome

        hard: bool | None | Unset
        if isinstance(self.hard, Unset):
            hard = UNSET
        else:
            hard = self.hard

        status: None | str | Unset
        if isinstance(self.status, Unset):
            status = UNSET
        else:
            status = self.status

        invitation_id: None | str | Unset
        if isinstance(self.invitation_id, Unset):
            invitation_id = UNSET
        elif isinstance(self.invitation_id, UUID):
            invitation_id = str(self.invitation_id)
        else:
            invitation_id = self.invitation_id

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        elif isinstance(self.reason, str):
            reason = self.reason
        else:
            reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "outcome": outcome,
            }
        )
        if hard is not UNSET:
            field_dict["hard"] = hard
        if status is not UNSET:
            field_dict["status"] = status
        if invitation_id is not UNSET:
            field_dict["invitation_id"] = invitation_id
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = check_bounce_out_outcome(d.pop("outcome"))

        def _parse_hard(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        hard = _parse_hard(d.pop("hard", UNSET))

        def _parse_status(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        status = _parse_status(d.pop("status", UNSET))

        def _parse_invitation_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                invitation_id_type_0 = UUID(data)

                return invitation_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        invitation_id = _parse_invitation_id(d.pop("invitation_id", UNSET))

        def _parse_reason(data: object) -> BounceOutReasonType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reason_type_0 = check_bounce_out_reason_type_0(data)

                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BounceOutReasonType0 | None | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        bounce_out = cls(
            outcome=outcome,
            hard=hard,
            status=status,
            invitation_id=invitation_id,
            reason=reason,
        )

        bounce_out.additional_properties = d
        return bounce_out

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
