from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="SupplierStatisticsOut")


@_attrs_define
class SupplierStatisticsOut:
    """How long tickets waited for a supplier.

    Attributes:
        ended (int):
        breached (int):
        median_seconds (int | None):
        p90_seconds (int | None):
        longest_seconds (int | None):
        total_seconds (int):
        open_ (int):
        open_breached (int):
        supplier_id (UUID):
        from_ (datetime.datetime):
        to (datetime.datetime):
        as_of (datetime.datetime):
    """

    ended: int
    breached: int
    median_seconds: int | None
    p90_seconds: int | None
    longest_seconds: int | None
    total_seconds: int
    open_: int
    open_breached: int
    supplier_id: UUID
    from_: datetime.datetime
    to: datetime.datetime
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ended = self.ended

        breached = self.breached

        median_seconds: int | None
        median_seconds = self.median_seconds

        p90_seconds: int | None
        p90_seconds = self.p90_seconds

        longest_seconds: int | None
        longest_seconds = self.longest_seconds

        total_seconds = self.total_seconds

        open_ = self.open_

        open_breached = self.open_breached

        supplier_id = str(self.supplier_id)

        from_ = self.from_.isoformat()

        to = self.to.isoformat()

        as_of = self.as_of.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ended": ended,
                "breached": breached,
                "median_seconds": median_seconds,
                "p90_seconds": p90_seconds,
                "longest_seconds": longest_seconds,
                "total_seconds": total_seconds,
                "open": open_,
                "open_breached": open_breached,
                "supplier_id": supplier_id,
                "from": from_,
                "to": to,
                "as_of": as_of,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ended = d.pop("ended")

        breached = d.pop("breached")

        def _parse_median_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        median_seconds = _parse_median_seconds(d.pop("median_seconds"))

        def _parse_p90_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        p90_seconds = _parse_p90_seconds(d.pop("p90_seconds"))

        def _parse_longest_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        longest_seconds = _parse_longest_seconds(d.pop("longest_seconds"))

        total_seconds = d.pop("total_seconds")

        open_ = d.pop("open")

        open_breached = d.pop("open_breached")

        supplier_id = UUID(d.pop("supplier_id"))

        from_ = datetime.datetime.fromisoformat(d.pop("from"))

        to = datetime.datetime.fromisoformat(d.pop("to"))

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        supplier_statistics_out = cls(
            ended=ended,
            breached=breached,
            median_seconds=median_seconds,
            p90_seconds=p90_seconds,
            longest_seconds=longest_seconds,
            total_seconds=total_seconds,
            open_=open_,
            open_breached=open_breached,
            supplier_id=supplier_id,
            from_=from_,
            to=to,
            as_of=as_of,
        )

        supplier_statistics_out.additional_properties = d
        return supplier_statistics_out

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
