from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.staff_ref import StaffRef


T = TypeVar("T", bound="TeamRoleIn")


@_attrs_define
class TeamRoleIn:
    """Who holds a role, and who stands in.

    Attributes:
        staff (StaffRef): A member of staff, found by staff_id, else by the email without case, else made.

            An address with secrets is set at `/v1/staff`.
        backup (None | StaffRef | Unset):
    """

    staff: StaffRef
    backup: None | StaffRef | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.staff_ref import StaffRef  # noqa: PLC0415

        staff = self.staff.to_dict()

        backup: dict[str, Any] | None | Unset
        if isinstance(self.backup, Unset):
            backup = UNSET
        elif isinstance(self.backup, StaffRef):
            backup = self.backup.to_dict()
        else:
            backup = self.backup

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "staff": staff,
            }
        )
        if backup is not UNSET:
            field_dict["backup"] = backup

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.staff_ref import StaffRef  # noqa: PLC0415

        d = dict(src_dict)
        staff = StaffRef.from_dict(d.pop("staff"))

        def _parse_backup(data: object) -> None | StaffRef | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                backup_type_0 = StaffRef.from_dict(data)

                return backup_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StaffRef | Unset, data)

        backup = _parse_backup(d.pop("backup", UNSET))

        team_role_in = cls(
            staff=staff,
            backup=backup,
        )

        return team_role_in
