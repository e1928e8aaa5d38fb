from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.dry_run_in_days import DryRunInDays


T = TypeVar("T", bound="DryRunIn")


@_attrs_define
class DryRunIn:
    """Days to try, by entity, instead of those that are set.

    Attributes:
        days (DryRunInDays | Unset):
    """

    days: DryRunInDays | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.dry_run_in_days import DryRunInDays  # noqa: PLC0415

        days: dict[str, Any] | Unset = UNSET
        if not isinstance(self.days, Unset):
            days = self.days.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if days is not UNSET:
            field_dict["days"] = days

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.dry_run_in_days import DryRunInDays  # noqa: PLC0415

        d = dict(src_dict)
        _days = d.pop("days", UNSET)
        days: DryRunInDays | Unset
        if isinstance(_days, Unset):
            days = UNSET
        else:
            days = DryRunInDays.from_dict(_days)

        dry_run_in = cls(
            days=days,
        )

        return dry_run_in
