from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast


T = TypeVar("T", bound="OlaCounts")


@_attrs_define
class OlaCounts:
    """Stays that ended in the period, and what is open now. Durations are business seconds, null where none ended.

    median, p90: of the stays in their order, the first that at least so many are no longer than.

        Attributes:
            ended (int):
            breached (int):
            median_seconds (int | None):
            p90_seconds (int | None):
            longest_seconds (int | None):
            total_seconds (int):
            open_ (int):
            open_breached (int):
    """

    ended: int
    breached: int
    median_seconds: int | None
    p90_seconds: int | None
    longest_seconds: int | None
    total_seconds: int
    open_: int
    open_breached: int
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

        ola_counts = cls(
            ended=ended,
            breached=breached,
            median_seconds=median_seconds,
            p90_seconds=p90_seconds,
            longest_seconds=longest_seconds,
            total_seconds=total_seconds,
            open_=open_,
            open_breached=open_breached,
        )

        ola_counts.additional_properties = d
        return ola_counts

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
