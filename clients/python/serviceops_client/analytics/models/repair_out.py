from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.repair_out_result_type_0 import check_repair_out_result_type_0
from ..models.repair_out_result_type_0 import RepairOutResultType0
from ..models.repair_out_state import check_repair_out_state
from ..models.repair_out_state import RepairOutState
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="RepairOut")


@_attrs_define
class RepairOut:
    """A request to do a lost step; `id` is null in a dry run.

    Attributes:
        id (None | UUID):
        finding_id (UUID):
        repair_key (str):
        service (str):
        state (RepairOutState):
        requested_by (str):
        approved_by (None | str):
        requested_at (datetime.datetime):
        answered_at (datetime.datetime | None):
        result (None | RepairOutResultType0):
        reason (None | str):
    """

    id: None | UUID
    finding_id: UUID
    repair_key: str
    service: str
    state: RepairOutState
    requested_by: str
    approved_by: None | str
    requested_at: datetime.datetime
    answered_at: datetime.datetime | None
    result: None | RepairOutResultType0
    reason: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id: None | str
        if isinstance(self.id, UUID):
            id = str(self.id)
        else:
            id = self.id

        finding_id = str(self.finding_id)

        repair_key = self.repair_key

        service = self.service

        state: str = self.state

        requested_by = self.requested_by

        approved_by: None | str
        approved_by = self.approved_by

        requested_at = self.requested_at.isoformat()

        answered_at: None | str
        if isinstance(self.answered_at, datetime.datetime):
            answered_at = self.answered_at.isoformat()
        else:
            answered_at = self.answered_at

        result: None | str
        if isinstance(self.result, str):
            result = self.result
        else:
            result = self.result

        reason: None | str
        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "finding_id": finding_id,
                "repair_key": repair_key,
                "service": service,
                "state": state,
                "requested_by": requested_by,
                "approved_by": approved_by,
                "requested_at": requested_at,
                "answered_at": answered_at,
                "result": result,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                id_type_0 = UUID(data)

                return id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        id = _parse_id(d.pop("id"))

        finding_id = UUID(d.pop("finding_id"))

        repair_key = d.pop("repair_key")

        service = d.pop("service")

        state = check_repair_out_state(d.pop("state"))

        requested_by = d.pop("requested_by")

        def _parse_approved_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        approved_by = _parse_approved_by(d.pop("approved_by"))

        requested_at = datetime.datetime.fromisoformat(d.pop("requested_at"))

        def _parse_answered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_at_type_0 = datetime.datetime.fromisoformat(data)

                return answered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        answered_at = _parse_answered_at(d.pop("answered_at"))

        def _parse_result(data: object) -> None | RepairOutResultType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                result_type_0 = check_repair_out_result_type_0(data)

                return result_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RepairOutResultType0, data)

        result = _parse_result(d.pop("result"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        repair_out = cls(
            id=id,
            finding_id=finding_id,
            repair_key=repair_key,
            service=service,
            state=state,
            requested_by=requested_by,
            approved_by=approved_by,
            requested_at=requested_at,
            answered_at=answered_at,
            result=result,
            reason=reason,
        )

        repair_out.additional_properties = d
        return repair_out

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
