from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.complaint_policy_out_recourse import ComplaintPolicyOutRecourse


T = TypeVar("T", bound="ComplaintPolicyOut")


@_attrs_define
class ComplaintPolicyOut:
    """What complainants are promised. What was opened before a change keeps the dues that it was given.

    Attributes:
        id (UUID):
        brand (None | str):
        acknowledge_seconds (int):
        acknowledge_calendar_id (None | UUID):
        decide_seconds (int):
        decide_calendar_id (None | UUID):
        repeat_days (int):
        default_locale (str):
        recourse (ComplaintPolicyOutRecourse):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        version (int):
    """

    id: UUID
    brand: None | str
    acknowledge_seconds: int
    acknowledge_calendar_id: None | UUID
    decide_seconds: int
    decide_calendar_id: None | UUID
    repeat_days: int
    default_locale: str
    recourse: ComplaintPolicyOutRecourse
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.complaint_policy_out_recourse import ComplaintPolicyOutRecourse  # noqa: PLC0415

        id = str(self.id)

        brand: None | str
        brand = self.brand

        acknowledge_seconds = self.acknowledge_seconds

        acknowledge_calendar_id: None | str
        if isinstance(self.acknowledge_calendar_id, UUID):
            acknowledge_calendar_id = str(self.acknowledge_calendar_id)
        else:
            acknowledge_calendar_id = self.acknowledge_calendar_id

        decide_seconds = self.decide_seconds

        decide_calendar_id: None | str
        if isinstance(self.decide_calendar_id, UUID):
            decide_calendar_id = str(self.decide_calendar_id)
        else:
            decide_calendar_id = self.decide_calendar_id

        repeat_days = self.repeat_days

        default_locale = self.default_locale

        recourse = self.recourse.to_dict()

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "brand": brand,
                "acknowledge_seconds": acknowledge_seconds,
                "acknowledge_calendar_id": acknowledge_calendar_id,
                "decide_seconds": decide_seconds,
                "decide_calendar_id": decide_calendar_id,
                "repeat_days": repeat_days,
                "default_locale": default_locale,
                "recourse": recourse,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.complaint_policy_out_recourse import ComplaintPolicyOutRecourse  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        def _parse_brand(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        brand = _parse_brand(d.pop("brand"))

        acknowledge_seconds = d.pop("acknowledge_seconds")

        def _parse_acknowledge_calendar_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                acknowledge_calendar_id_type_0 = UUID(data)

                return acknowledge_calendar_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        acknowledge_calendar_id = _parse_acknowledge_calendar_id(d.pop("acknowledge_calendar_id"))

        decide_seconds = d.pop("decide_seconds")

        def _parse_decide_calendar_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decide_calendar_id_type_0 = UUID(data)

                return decide_calendar_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        decide_calendar_id = _parse_decide_calendar_id(d.pop("decide_calendar_id"))

        repeat_days = d.pop("repeat_days")

        default_locale = d.pop("default_locale")

        recourse = ComplaintPolicyOutRecourse.from_dict(d.pop("recourse"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        complaint_policy_out = cls(
            id=id,
            brand=brand,
            acknowledge_seconds=acknowledge_seconds,
            acknowledge_calendar_id=acknowledge_calendar_id,
            decide_seconds=decide_seconds,
            decide_calendar_id=decide_calendar_id,
            repeat_days=repeat_days,
            default_locale=default_locale,
            recourse=recourse,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        complaint_policy_out.additional_properties = d
        return complaint_policy_out

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
