from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.planned_step_owner_role_type_0 import check_planned_step_owner_role_type_0
from ..models.planned_step_owner_role_type_0 import PlannedStepOwnerRoleType0
from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="PlannedStep")


@_attrs_define
class PlannedStep:
    """One thing to do, and how long after the plan was made it is due. owner_role null: the case's owner does it.

    Attributes:
        title (str):
        due_after_business_hours (int | None | Unset):
        owner_role (None | PlannedStepOwnerRoleType0 | Unset):
    """

    title: str
    due_after_business_hours: int | None | Unset = UNSET
    owner_role: None | PlannedStepOwnerRoleType0 | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        due_after_business_hours: int | None | Unset
        if isinstance(self.due_after_business_hours, Unset):
            due_after_business_hours = UNSET
        else:
            due_after_business_hours = self.due_after_business_hours

        owner_role: None | str | Unset
        if isinstance(self.owner_role, Unset):
            owner_role = UNSET
        elif isinstance(self.owner_role, str):
            owner_role = self.owner_role
        else:
            owner_role = self.owner_role

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
            }
        )
        if due_after_business_hours is not UNSET:
            field_dict["due_after_business_hours"] = due_after_business_hours
        if owner_role is not UNSET:
            field_dict["owner_role"] = owner_role

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        title = d.pop("title")

        def _parse_due_after_business_hours(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        due_after_business_hours = _parse_due_after_business_hours(d.pop("due_after_business_hours", UNSET))

        def _parse_owner_role(data: object) -> None | PlannedStepOwnerRoleType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                owner_role_type_0 = check_planned_step_owner_role_type_0(data)

                return owner_role_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PlannedStepOwnerRoleType0 | Unset, data)

        owner_role = _parse_owner_role(d.pop("owner_role", UNSET))

        planned_step = cls(
            title=title,
            due_after_business_hours=due_after_business_hours,
            owner_role=owner_role,
        )

        return planned_step
