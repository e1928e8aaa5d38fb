from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.outcome_route_patch_notify_roles_type_0_item import check_outcome_route_patch_notify_roles_type_0_item
from ..models.outcome_route_patch_notify_roles_type_0_item import OutcomeRoutePatchNotifyRolesType0Item
from ..models.outcome_route_patch_priority_type_0 import check_outcome_route_patch_priority_type_0
from ..models.outcome_route_patch_priority_type_0 import OutcomeRoutePatchPriorityType0
from ..types import UNSET, Unset
from typing import cast
from typing import Literal, cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.route_match import RouteMatch


T = TypeVar("T", bound="OutcomeRoutePatch")


@_attrs_define
class OutcomeRoutePatch:
    """What the route's next version says otherwise, as a merge-patch.

    Attributes:
        name (None | str | Unset):
        rank (int | None | Unset):
        match (None | RouteMatch | Unset):
        priority (None | OutcomeRoutePatchPriorityType0 | Unset):
        group (None | str | Unset):
        assignee_role (Literal['csm'] | None | Unset):
        notify_roles (list[OutcomeRoutePatchNotifyRolesType0Item] | None | Unset):
        plan_due_seconds (int | None | Unset):
        plan_calendar_id (None | Unset | UUID):
        contact_due_seconds (int | None | Unset):
        contact_calendar_id (None | Unset | UUID):
    """

    name: None | str | Unset = UNSET
    rank: int | None | Unset = UNSET
    match: None | RouteMatch | Unset = UNSET
    priority: None | OutcomeRoutePatchPriorityType0 | Unset = UNSET
    group: None | str | Unset = UNSET
    assignee_role: Literal["csm"] | None | Unset = UNSET
    notify_roles: list[OutcomeRoutePatchNotifyRolesType0Item] | None | Unset = UNSET
    plan_due_seconds: int | None | Unset = UNSET
    plan_calendar_id: None | Unset | UUID = UNSET
    contact_due_seconds: int | None | Unset = UNSET
    contact_calendar_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.route_match import RouteMatch  # noqa: PLC0415

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        rank: int | None | Unset
        if isinstance(self.rank, Unset):
            rank = UNSET
        else:
            rank = self.rank

        match: dict[str, Any] | None | Unset
        if isinstance(self.match, Unset):
            match = UNSET
        elif isinstance(self.match, RouteMatch):
            match = self.match.to_dict()
        else:
            match = self.match

        priority: None | str | Unset
        if isinstance(self.priority, Unset):
            priority = UNSET
        elif isinstance(self.priority, str):
            priority = self.priority
        else:
            priority = self.priority

        group: None | str | Unset
        if isinstance(self.group, Unset):
            group = UNSET
        else:
            group = self.group

        assignee_role: Literal["csm"] | None | Unset
        if isinstance(self.assignee_role, Unset):
            assignee_role = UNSET
        else:
            assignee_role = self.assignee_role

        notify_roles: list[str] | None | Unset
        if isinstance(self.notify_roles, Unset):
            notify_roles = UNSET
        elif isinstance(self.notify_roles, list):
            notify_roles = []
            for notify_roles_type_0_item_data in self.notify_roles:
                notify_roles_type_0_item: str = notify_roles_type_0_item_data
                notify_roles.append(notify_roles_type_0_item)

        else:
            notify_roles = self.notify_roles

        plan_due_seconds: int | None | Unset
        if isinstance(self.plan_due_seconds, Unset):
            plan_due_seconds = UNSET
        else:
            plan_due_seconds = self.plan_due_seconds

        plan_calendar_id: None | str | Unset
        if isinstance(self.plan_calendar_id, Unset):
            plan_calendar_id = UNSET
        elif isinstance(self.plan_calendar_id, UUID):
            plan_calendar_id = str(self.plan_calendar_id)
        else:
            plan_calendar_id = self.plan_calendar_id

        contact_due_seconds: int | None | Unset
        if isinstance(self.contact_due_seconds, Unset):
            contact_due_seconds = UNSET
        else:
            contact_due_seconds = self.contact_due_seconds

        contact_calendar_id: None | str | Unset
        if isinstance(self.contact_calendar_id, Unset):
            contact_calendar_id = UNSET
        elif isinstance(self.contact_calendar_id, UUID):
            contact_calendar_id = str(self.contact_calendar_id)
        else:
            contact_calendar_id = self.contact_calendar_id

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if rank is not UNSET:
            field_dict["rank"] = rank
        if match is not UNSET:
            field_dict["match"] = match
        if priority is not UNSET:
            field_dict["priority"] = priority
        if group is not UNSET:
            field_dict["group"] = group
        if assignee_role is not UNSET:
            field_dict["assignee_role"] = assignee_role
        if notify_roles is not UNSET:
            field_dict["notify_roles"] = notify_roles
        if plan_due_seconds is not UNSET:
            field_dict["plan_due_seconds"] = plan_due_seconds
        if plan_calendar_id is not UNSET:
            field_dict["plan_calendar_id"] = plan_calendar_id
        if contact_due_seconds is not UNSET:
            field_dict["contact_due_seconds"] = contact_due_seconds
        if contact_calendar_id is not UNSET:
            field_dict["contact_calendar_id"] = contact_calendar_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.route_match import RouteMatch  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_rank(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        rank = _parse_rank(d.pop("rank", UNSET))

        def _parse_match(data: object) -> None | RouteMatch | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                match_type_0 = RouteMatch.from_dict(data)

                return match_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RouteMatch | Unset, data)

        match = _parse_match(d.pop("match", UNSET))

        def _parse_priority(data: object) -> None | OutcomeRoutePatchPriorityType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                priority_type_0 = check_outcome_route_patch_priority_type_0(data)

                return priority_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OutcomeRoutePatchPriorityType0 | Unset, data)

        priority = _parse_priority(d.pop("priority", UNSET))

        def _parse_group(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        group = _parse_group(d.pop("group", UNSET))

        def _parse_assignee_role(data: object) -> Literal["csm"] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            assignee_role_type_0 = cast(Literal["csm"], data)
            if assignee_role_type_0 != "csm":
                raise ValueError(f"assignee_role_type_0 must match const 'csm', got '{assignee_role_type_0}'")
            return assignee_role_type_0
            return cast(Literal["csm"] | None | Unset, data)

        assignee_role = _parse_assignee_role(d.pop("assignee_role", UNSET))

        def _parse_notify_roles(data: object) -> list[OutcomeRoutePatchNotifyRolesType0Item] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                notify_roles_type_0 = []
                _notify_roles_type_0 = data
                for notify_roles_type_0_item_data in _notify_roles_type_0:
                    notify_roles_type_0_item = check_outcome_route_patch_notify_roles_type_0_item(
                        notify_roles_type_0_item_data
                    )

                    notify_roles_type_0.append(notify_roles_type_0_item)

                return notify_roles_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[OutcomeRoutePatchNotifyRolesType0Item] | None | Unset, data)

        notify_roles = _parse_notify_roles(d.pop("notify_roles", UNSET))

        def _parse_plan_due_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        plan_due_seconds = _parse_plan_due_seconds(d.pop("plan_due_seconds", UNSET))

        def _parse_plan_calendar_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                plan_calendar_id_type_0 = UUID(data)

                return plan_calendar_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        plan_calendar_id = _parse_plan_calendar_id(d.pop("plan_calendar_id", UNSET))

        def _parse_contact_due_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        contact_due_seconds = _parse_contact_due_seconds(d.pop("contact_due_seconds", UNSET))

        def _parse_contact_calendar_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contact_calendar_id_type_0 = UUID(data)

                return contact_calendar_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        contact_calendar_id = _parse_contact_calendar_id(d.pop("contact_calendar_id", UNSET))

        outcome_route_patch = cls(
            name=name,
            rank=rank,
            match=match,
            priority=priority,
            group=group,
            assignee_role=assignee_role,
            notify_roles=notify_roles,
            plan_due_seconds=plan_due_seconds,
            plan_calendar_id=plan_calendar_id,
            contact_due_seconds=contact_due_seconds,
            contact_calendar_id=contact_calendar_id,
        )

        return outcome_route_patch
