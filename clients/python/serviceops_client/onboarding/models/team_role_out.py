from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.team_role_out_role import check_team_role_out_role
from ..models.team_role_out_role import TeamRoleOutRole
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.staff_in_team import StaffInTeam


T = TypeVar("T", bound="TeamRoleOut")


@_attrs_define
class TeamRoleOut:
    """A role of an account's team. since_at: when its holder took it.

    Attributes:
        account_id (UUID):
        role (TeamRoleOutRole):
        staff (StaffInTeam): A member of staff, as a team shows them.
        backup (None | StaffInTeam):
        since_at (datetime.datetime):
        version (int):
    """

    account_id: UUID
    role: TeamRoleOutRole
    staff: StaffInTeam
    backup: None | StaffInTeam
    since_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.staff_in_team import StaffInTeam  # noqa: PLC0415

        account_id = str(self.account_id)

        role: str = self.role

        staff = self.staff.to_dict()

        backup: dict[str, Any] | None
        if isinstance(self.backup, StaffInTeam):
            backup = self.backup.to_dict()
        else:
            backup = self.backup

        since_at = self.since_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "account_id": account_id,
                "role": role,
                "staff": staff,
                "backup": backup,
                "since_at": since_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.staff_in_team import StaffInTeam  # noqa: PLC0415

        d = dict(src_dict)
        account_id = UUID(d.pop("account_id"))

        role = check_team_role_out_role(d.pop("role"))

        staff = StaffInTeam.from_dict(d.pop("staff"))

        def _parse_backup(data: object) -> None | StaffInTeam:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                backup_type_0 = StaffInTeam.from_dict(data)

                return backup_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StaffInTeam, data)

        backup = _parse_backup(d.pop("backup"))

        since_at = datetime.datetime.fromisoformat(d.pop("since_at"))

        version = d.pop("version")

        team_role_out = cls(
            account_id=account_id,
            role=role,
            staff=staff,
            backup=backup,
            since_at=since_at,
            version=version,
        )

        team_role_out.additional_properties = d
        return team_role_out

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
