"""Who owns an escalation and who must hear of it, by the route, the account's team and the group."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from services.ticketing.directory import team
from services.ticketing.directory.queries import Colleague, Customer
from services.ticketing.escalation.known import Route

GROUP_LEAD = "group_lead"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has the ticket, and how that was found; without a staff_id the group has it."""

    staff_id: UUID | None
    source: Literal["csm", "backup", "group"]
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Listener:
    """A member of staff who must hear of it, for which role, and where to reach them."""

    staff_id: UUID
    role: str
    address: str | None


def owner(route: Route, customer: Customer | None, staff: Mapping[UUID, Colleague], at: datetime) -> Owner:
    """The holder of the route's role if present, else the backup, else the group."""
    found = None
    if route.assignee_role is not None:
        found = _holder(route.assignee_role, customer, staff, at)
    if found is None:
        return Owner(None, "group")
    return Owner(found.staff_id, "backup" if found.backup else "csm", found.address)


def listeners(route: Route, customer: Customer | None, staff: Mapping[UUID, Colleague], at: datetime) -> list[Listener]:
    """The people whom the route's roles mean, each once; a role that nobody holds means nobody."""
    found: dict[UUID, Listener] = {}
    for role in route.notify_roles:
        if role == GROUP_LEAD:
            if route.lead_id is not None:
                lead = staff.get(route.lead_id)
                address = lead.address if lead else route.group_address
                found.setdefault(route.lead_id, Listener(route.lead_id, role, address))
        elif (held := _holder(role, customer, staff, at)) is not None:
            found.setdefault(held.staff_id, Listener(held.staff_id, role, held.address))
    return list(found.values())


def _holder(role: str, customer: Customer | None, staff: Mapping[UUID, Colleague], at: datetime) -> team.Holder | None:
    return team.holder(customer.members, role, staff, at) if customer else None
