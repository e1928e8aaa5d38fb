from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.outcome_route_in_notify_roles_item import check_outcome_route_in_notify_roles_item
from ..models.outcome_route_in_notify_roles_item import OutcomeRouteInNotifyRolesItem
from ..models.outcome_route_in_priority import check_outcome_route_in_priority
from ..models.outcome_route_in_priority import OutcomeRouteInPriority
from ..types import UNSET, Unset
from typing import cast
from typing import Literal, cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.route_match import RouteMatch


T = TypeVar("T", bound="OutcomeRouteIn")


@_attrs_define
class OutcomeRouteIn:
    """Who is to do what by when after a negative answer. The route with the lowest rank that fits is taken.

    group: its name or id. assignee_role null: the group owns the ticket. A due's calendar null = 24x7.

        Attributes:
            name (str):
            rank (int):
            group (str):
            notify_roles (list[OutcomeRouteInNotifyRolesItem]):
            plan_due_seconds (int):
            contact_due_seconds (int):
            match (RouteMatch | Unset): Which answers a route is for: every condition that is given must hold; an empty one
                always does.

                Only negative answers escalate, so `outcome` is empty or names negative. tags are the answer's themes.
            priority (OutcomeRouteInPriority | Unset):  Default: 'high'.
            assignee_role (Literal['csm'] | None | Unset):
            plan_calendar_id (None | Unset | UUID):
            contact_calendar_id (None | Unset | UUID):
    """

    name: str
    rank: int
    group: str
    notify_roles: list[OutcomeRouteInNotifyRolesItem]
    plan_due_seconds: int
    contact_due_seconds: int
    match: RouteMatch | Unset = UNSET
    priority: OutcomeRouteInPriority | Unset = "high"
    assignee_role: Literal["csm"] | None | Unset = UNSET
    plan_calendar_id: None | Unset | UUID = UNSET
    contact_calendar_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.route_match import RouteMatch  # noqa: PLC0415

        name = self.name

        rank = self.rank

        group = self.group

        notify_roles = []
        for notify_roles_item_data in self.notify_roles:
            notify_roles_item: str = notify_roles_item_data
            notify_roles.append(notify_roles_item)

        plan_due_seconds = self.plan_due_seconds

        contact_due_seconds = self.contact_due_seconds

        match: dict[str, Any] | Unset = UNSET
        if not isinstance(self.match, Unset):
            match = self.match.to_dict()

        priority: str | Unset = UNSET
        if not isinstance(self.priority, Unset):
            priority = self.priority

        assignee_role: Literal["csm"] | None | Unset
        if isinstance(self.assignee_role, Unset):
            assignee_role = UNSET
        else:
            assignee_role = self.assignee_role

        plan_calendar_id: None | str | Unset
        if isinstance(self.plan_calendar_id, Unset):
            plan_calendar_id = UNSET
        elif isinstance(self.plan_calendar_id, UUID):
            plan_calendar_id = str(self.plan_calendar_id)
        else:
            plan_calendar_id = self.plan_calendar_id

        contact_calendar_id: None | str | Unset
        if isinstance(self.contact_calendar_id, Unset):
            contact_calendar_id = UNSET
        elif isinstance(self.contact_calendar_id, UUID):
            contact_calendar_id = str(self.contact_calendar_id)
        else:
            contact_calendar_id = self.contact_calendar_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "rank": rank,
                "group": group,
                "notify_roles": notify_roles,
                "plan_due_seconds": plan_due_seconds,
                "contact_due_seconds": contact_due_seconds,
            }
        )
        if match is not UNSET:
            field_dict["match"] = match
        if priority is not UNSET:
            field_dict["priority"] = priority
        if assignee_role is not UNSET:
            field_dict["assignee_role"] = assignee_role
        if plan_calendar_id is not UNSET:
            field_dict["plan_calendar_id"] = plan_calendar_id
        if contact_calendar_id is not UNSET:
            field_dict["contact_calendar_id"] = contact_calendar_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.route_match import RouteMatch  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        rank = d.pop("rank")

        group = d.pop("group")

        notify_roles = []
        _notify_roles = d.pop("notify_roles")
        for notify_roles_item_data in _notify_roles:
            notify_roles_item = check_outcome_route_in_notify_roles_item(notify_roles_item_data)

            notify_roles.append(notify_roles_item)

        plan_due_seconds = d.pop("plan_due_seconds")

        contact_due_seconds = d.pop("contact_due_seconds")

        _match = d.pop("match", UNSET)
        match: RouteMatch | Unset
        if isinstance(_match, Unset):
            match = UNSET
        else:
            match = RouteMatch.from_dict(_match)

        _priority = d.pop("priority", UNSET)
        priority: OutcomeRouteInPriority | Unset
        if isinstance(_priority, Unset):
            priority = UNSET
        else:
            priority = check_outcome_route_in_priority(_priority)

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

        outcome_route_in = cls(
            name=name,
            rank=rank,
            group=group,
            notify_roles=notify_roles,
            plan_due_seconds=plan_due_seconds,
            contact_due_seconds=contact_due_seconds,
            match=match,
            priority=priority,
            assignee_role=assignee_role,
            plan_calendar_id=plan_calendar_id,
            contact_calendar_id=contact_calendar_id,
        )

        return outcome_route_in
