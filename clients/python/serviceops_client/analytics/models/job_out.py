from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime


T = TypeVar("T", bound="JobOut")


@_attrs_define
class JobOut:
    """One kind of periodic work: its last run and when it is due next. `last_count`: things dealt with.

    Attributes:
        name (str):
        interval_seconds (float):
        next_run_at (datetime.datetime):
        last_run_at (datetime.datetime | None):
        last_duration_seconds (float | None):
        last_count (int | None):
        outcome (None | str):
    """

    name: str
    interval_seconds: float
    next_run_at: datetime.datetime
    last_run_at: datetime.datetime | None
    last_duration_seconds: float | None
    last_count: int | None
    outcome: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        interval_seconds = self.interval_seconds

        next_run_at = self.next_run_at.isoformat()

        last_run_at: None | str
        if isinstance(self.last_run_at, datetime.datetime):
            last_run_at = self.last_run_at.isoformat()
        else:
            last_run_at = self.last_run_at

        last_duration_seconds: float | None
        last_duration_seconds = self.last_duration_seconds

        last_count: int | None
        last_count = self.last_count

        outcome: None | str
        outcome = self.outcome

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "interval_seconds": interval_seconds,
                "next_run_at": next_run_at,
                "last_run_at": last_run_at,
                "last_duration_seconds": last_duration_seconds,
                "last_count": last_count,
                "outcome": outcome,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        interval_seconds = d.pop("interval_seconds")

        next_run_at = datetime.datetime.fromisoformat(d.pop("next_run_at"))

        def _parse_last_run_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_run_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_run_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_run_at = _parse_last_run_at(d.pop("last_run_at"))

        def _parse_last_duration_seconds(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        last_duration_seconds = _parse_last_duration_seconds(d.pop("last_duration_seconds"))

        def _parse_last_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        last_count = _parse_last_count(d.pop("last_count"))

        def _parse_outcome(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        outcome = _parse_outcome(d.pop("outcome"))

        job_out = cls(
            name=name,
            interval_seconds=interval_seconds,
            next_run_at=next_run_at,
            last_run_at=last_run_at,
            last_duration_seconds=last_duration_seconds,
            last_count=last_count,
            outcome=outcome,
        )

        job_out.additional_properties = d
        return job_out

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
