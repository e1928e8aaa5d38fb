from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.outcome_route_out_priority import check_outcome_route_out_priority
from ..models.outcome_route_out_priority import OutcomeRouteOutPriority
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.route_match import RouteMatch


T = TypeVar("T", bound="OutcomeRouteOut")


@_attrs_define
class OutcomeRouteOut:
    """A route in the version that is in force. updated_at: since when.

    Attributes:
        id (UUID):
        name (str):
        rank (int):
        match (RouteMatch): Which answers a route is for: every condition that is given must hold; an empty one always
            does.

            Only negative answers escalate, so `outcome` is empty or names negative. tags are the answer's themes.
        priority (OutcomeRouteOutPriority):
        group (str):
        group_id (UUID):
        assignee_role (None | str):
        notify_roles (list[str]):
        plan_due_seconds (int):
        plan_calendar_id (None | UUID):
        contact_due_seconds (int):
        contact_calendar_id (None | UUID):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        version (int):
    """

    id: UUID
    name: str
    rank: int
    match: RouteMatch
    priority: OutcomeRouteOutPriority
    group: str
    group_id: UUID
    assignee_role: None | str
    notify_roles: list[str]
    plan_due_seconds: int
    plan_calendar_id: None | UUID
    contact_due_seconds: int
    contact_calendar_id: None | UUID
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.route_match import RouteMatch  # noqa: PLC0415

        id = str(self.id)

        name = self.name

        rank = self.rank

        match = self.match.to_dict()

        priority: str = self.priority

        group = self.group

        group_id = str(self.group_id)

        assignee_role: None | str
        assignee_role = self.assignee_role

        notify_roles = self.notify_roles

        plan_due_seconds = self.plan_due_seconds

        plan_calendar_id: None | str
        if isinstance(self.plan_calendar_id, UUID):
            plan_calendar_id = str(self.plan_calendar_id)
        else:
            plan_calendar_id = self.plan_calendar_id

        contact_due_seconds = self.contact_due_seconds

        contact_calendar_id: None | str
        if isinstance(self.contact_calendar_id, UUID):
            contact_calendar_id = str(self.contact_calendar_id)
        else:
            contact_calendar_id = self.contact_calendar_id

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "rank": rank,
                "match": match,
                "priority": priority,
                "group": group,
                "group_id": group_id,
                "assignee_role": assignee_role,
                "notify_roles": notify_roles,
                "plan_due_seconds": plan_due_seconds,
                "plan_calendar_id": plan_calendar_id,
                "contact_due_seconds": contact_due_seconds,
                "contact_calendar_id": contact_calendar_id,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.route_match import RouteMatch  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        rank = d.pop("rank")

        match = RouteMatch.from_dict(d.pop("match"))

        priority = check_outcome_route_out_priority(d.pop("priority"))

        group = d.pop("group")

        group_id = UUID(d.pop("group_id"))

        def _parse_assignee_role(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        assignee_role = _parse_assignee_role(d.pop("assignee_role"))

        notify_roles = cast(list[str], d.pop("notify_roles"))

        plan_due_seconds = d.pop("plan_due_seconds")

        def _parse_plan_calendar_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                plan_calendar_id_type_0 = UUID(data)

                return plan_calendar_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        plan_calendar_id = _parse_plan_calendar_id(d.pop("plan_calendar_id"))

        contact_due_seconds = d.pop("contact_due_seconds")

        def _parse_contact_calendar_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contact_calendar_id_type_0 = UUID(data)

                return contact_calendar_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        contact_calendar_id = _parse_contact_calendar_id(d.pop("contact_calendar_id"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        outcome_route_out = cls(
            id=id,
            name=name,
            rank=rank,
            match=match,
            priority=priority,
            group=group,
            group_id=group_id,
            assignee_role=assignee_role,
            notify_roles=notify_roles,
            plan_due_seconds=plan_due_seconds,
            plan_calendar_id=plan_calendar_id,
            contact_due_seconds=contact_due_seconds,
            contact_calendar_id=contact_calendar_id,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        outcome_route_out.additional_properties = d
        return outcome_route_out

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
