from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.staff_in_team import StaffInTeam


T = TypeVar("T", bound="TeamPeriodOut")


@_attrs_define
class TeamPeriodOut:
    """Who held a role or backed its holder up, from when to when; null = still.

    Attributes:
        staff (StaffInTeam): A member of staff, as a team shows them.
        backup (bool):
        since_at (datetime.datetime):
        until_at (datetime.datetime | None):
    """

    staff: StaffInTeam
    backup: bool
    since_at: datetime.datetime
    until_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.staff_in_team import StaffInTeam  # noqa: PLC0415

        staff = self.staff.to_dict()

        backup = self.backup

        since_at = self.since_at.isoformat()

        until_at: None | str
        if isinstance(self.until_at, datetime.datetime):
            until_at = self.until_at.isoformat()
        else:
            until_at = self.until_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "staff": staff,
                "backup": backup,
                "since_at": since_at,
                "until_at": until_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.staff_in_team import StaffInTeam  # noqa: PLC0415

        d = dict(src_dict)
        staff = StaffInTeam.from_dict(d.pop("staff"))

        backup = d.pop("backup")

        since_at = datetime.datetime.fromisoformat(d.pop("since_at"))

        def _parse_until_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_at_type_0 = datetime.datetime.fromisoformat(data)

                return until_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        until_at = _parse_until_at(d.pop("until_at"))

        team_period_out = cls(
            staff=staff,
            backup=backup,
            since_at=since_at,
            until_at=until_at,
        )

        team_period_out.additional_properties = d
        return team_period_out

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
