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
    from ..models.ola_counts import OlaCounts


T = TypeVar("T", bound="GroupStatisticsOut")


@_attrs_define
class GroupStatisticsOut:
    """How long tickets rested with a group.

    Attributes:
        group_id (UUID):
        from_ (datetime.datetime):
        to (datetime.datetime):
        as_of (datetime.datetime):
        pickup (OlaCounts): Stays that ended in the period, and what is open now. Durations are business seconds, null
            where none ended.

            median, p90: of the stays in their order, the first that at least so many are no longer than.
        handling (OlaCounts): Stays that ended in the period, and what is open now. Durations are business seconds, null
            where none ended.

            median, p90: of the stays in their order, the first that at least so many are no longer than.
    """

    group_id: UUID
    from_: datetime.datetime
    to: datetime.datetime
    as_of: datetime.datetime
    pickup: OlaCounts
    handling: OlaCounts
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.ola_counts import OlaCounts  # noqa: PLC0415

        group_id = str(self.group_id)

        from_ = self.from_.isoformat()

        to = self.to.isoformat()

        as_of = self.as_of.isoformat()

        pickup = self.pickup.to_dict()

        handling = self.handling.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "group_id": group_id,
                "from": from_,
                "to": to,
                "as_of": as_of,
                "pickup": pickup,
                "handling": handling,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ola_counts import OlaCounts  # noqa: PLC0415

        d = dict(src_dict)
        group_id = UUID(d.pop("group_id"))

        from_ = datetime.datetime.fromisoformat(d.pop("from"))

        to = datetime.datetime.fromisoformat(d.pop("to"))

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        pickup = OlaCounts.from_dict(d.pop("pickup"))

        handling = OlaCounts.from_dict(d.pop("handling"))

        group_statistics_out = cls(
            group_id=group_id,
            from_=from_,
            to=to,
            as_of=as_of,
            pickup=pickup,
            handling=handling,
        )

        group_statistics_out.additional_properties = d
        return group_statistics_out

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
