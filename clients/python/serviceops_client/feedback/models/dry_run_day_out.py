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
    from ..models.reason_count_out import ReasonCountOut


T = TypeVar("T", bound="DryRunDayOut")


@_attrs_define
class DryRunDayOut:
    """One day, in UTC. asked: considerations that end in asking on it; contact_ids: whom, the first 1,000 of them.

    reasons: of the considerations of that day that do not, the first against each.

        Attributes:
            on (datetime.date):
            asked (int):
            contact_ids (list[UUID]):
            reasons (list[ReasonCountOut]):
    """

    on: datetime.date
    asked: int
    contact_ids: list[UUID]
    reasons: list[ReasonCountOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.reason_count_out import ReasonCountOut  # noqa: PLC0415

        on = self.on.isoformat()

        asked = self.asked

        contact_ids = []
        for contact_ids_item_data in self.contact_ids:
            contact_ids_item = str(contact_ids_item_data)
            contact_ids.append(contact_ids_item)

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "on": on,
                "asked": asked,
                "contact_ids": contact_ids,
                "reasons": reasons,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reason_count_out import ReasonCountOut  # noqa: PLC0415

        d = dict(src_dict)
        on = datetime.date.fromisoformat(d.pop("on"))

        asked = d.pop("asked")

        contact_ids = []
        _contact_ids = d.pop("contact_ids")
        for contact_ids_item_data in _contact_ids:
            contact_ids_item = UUID(contact_ids_item_data)

            contact_ids.append(contact_ids_item)

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = ReasonCountOut.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        dry_run_day_out = cls(
            on=on,
            asked=asked,
            contact_ids=contact_ids,
            reasons=reasons,
        )

        dry_run_day_out.additional_properties = d
        return dry_run_day_out

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
