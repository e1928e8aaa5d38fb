from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.staff_ref import StaffRef


T = TypeVar("T", bound="Acceptance")


@_attrs_define
class Acceptance:
    """The receiving team takes the customer on.

    Attributes:
        project_manager (None | StaffRef | Unset):
        playbook_id (None | Unset | UUID):
        starts_on (datetime.date | None | Unset):
    """

    project_manager: None | StaffRef | Unset = UNSET
    playbook_id: None | Unset | UUID = UNSET
    starts_on: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.staff_ref import StaffRef  # noqa: PLC0415

        project_manager: dict[str, Any] | None | Unset
        if isinstance(self.project_manager, Unset):
            project_manager = UNSET
        elif isinstance(self.project_manager, StaffRef):
            project_manager = self.project_manager.to_dict()
        else:
            project_manager = self.project_manager

        playbook_id: None | str | Unset
        if isinstance(self.playbook_id, Unset):
            playbook_id = UNSET
        elif isinstance(self.playbook_id, UUID):
            playbook_id = str(self.playbook_id)
        else:
            playbook_id = self.playbook_id

        starts_on: None | str | Unset
        if isinstance(self.starts_on, Unset):
            starts_on = UNSET
        elif isinstance(self.starts_on, datetime.date):
            starts_on = self.starts_on.isoformat()
        else:
            starts_on = self.starts_on

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if project_manager is not UNSET:
            field_dict["project_manager"] = project_manager
        if playbook_id is not UNSET:
            field_dict["playbook_id"] = playbook_id
        if starts_on is not UNSET:
            field_dict["starts_on"] = starts_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.staff_ref import StaffRef  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_project_manager(data: object) -> None | StaffRef | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                project_manager_type_0 = StaffRef.from_dict(data)

                return project_manager_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StaffRef | Unset, data)

        project_manager = _parse_project_manager(d.pop("project_manager", UNSET))

        def _parse_playbook_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                playbook_id_type_0 = UUID(data)

                return playbook_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        playbook_id = _parse_playbook_id(d.pop("playbook_id", UNSET))

        def _parse_starts_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                starts_on_type_0 = datetime.date.fromisoformat(data)

                return starts_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        starts_on = _parse_starts_on(d.pop("starts_on", UNSET))

        acceptance = cls(
            project_manager=project_manager,
            playbook_id=playbook_id,
            starts_on=starts_on,
        )

        return acceptance
