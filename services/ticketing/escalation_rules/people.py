"""Who hears of a level: roles become people by the ticket, its group, its account's team and the directory."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.directory import queries as directory
from services.ticketing.directory import team
from services.ticketing.directory.queries import Customer, Mirror
from services.ticketing.routing.models import Group
from services.ticketing.sla.levels import Level
from services.ticketing.tickets.models import Ticket

DUTY_GROUP = "duty-managers"
"""The group whose lead is the duty manager; changing its lead hands the duty over."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody who hears of a level, for which role, and how they were found: see schemas.Found."""

    role: str
    found: str
    staff_id: UUID | None = None
    address: str | None = None

    def shown(self) -> dict[str, Any]:
        """Without the address."""
        return {"role": self.role, "staff_id": self.staff_id, "found": self.found}


@dataclass(frozen=True, slots=True)
class Circle:
    """All who may be meant for some tickets."""

    mirror: Mirror
    groups: Mapping[UUID, Group]
    duty: Group | None

    def customer(self, ticket: Ticket) -> Customer | None:
        """The ticket's account, as far as it is known."""
        return self.mirror.customers.get(ticket.account_id) if ticket.account_id else None

    def tier(self, ticket: Ticket) -> str | None:
        """The tier of the ticket's account."""
        customer = self.customer(ticket)
        return customer.tier if customer else None


async def circle(session: AsyncSession, tickets: Iterable[Ticket]) -> Circle:
    """Those who may be meant for these tickets, in two statements."""
    held = list(tickets)
    if not held:
        return Circle(Mirror({}, {}), {}, None)
    ids = {ticket.group_id for ticket in held if ticket.group_id is not None}
    rows = (await session.scalars(select(Group).where(col(Group.id).in_(ids) | (col(Group.name) == DUTY_GROUP)))).all()
    staff_ids = [*(group.lead_id for group in rows), *(ticket.assignee_id for ticket in held)]
    mirror = await directory.known(session, [ticket.account_id for ticket in held], staff_ids)
    duty = next((group for group in rows if group.name == DUTY_GROUP), None)
    return Circle(mirror, {group.id: group for group in rows}, duty)


def resolve(level: Level, ticket: Ticket, known: Circle, at: datetime) -> list[Heard]:
    """Whom a level's recipients mean now: each person once, and for each role at least one line that says so."""
    found: list[Heard] = []
    for recipient in level.body["recipients"]:
        meant = list(_meant(recipient, ticket, known, at)) or [_instead(recipient["role"], ticket, known, at)]
        found.extend(each for each in meant if not _is_among(each, found))
    return found


def _is_among(one: Heard, found: Sequence[Heard]) -> bool:
    if one.staff_id is not None:
        return any(each.staff_id == one.staff_id for each in found)
    return one.address is not None and any(each.address == one.address for each in found)


def _meant(recipient: Mapping[str, Any], ticket: Ticket, known: Circle, at: datetime) -> Iterator[Heard]:
    role = recipient["role"]
    if role == "address":
        yield Heard(role, "role", address=recipient["address"])
    elif role == "assignee":
        yield from _person(role, ticket.assignee_id, known, at)
    elif role == "group_lead":
        yield from _lead(role, _group(ticket, known), known, at)
    elif role == "duty_manager":
        yield from _lead(role, known.duty, known, at)
    else:
        yield from _of_team(role, known.customer(ticket), known, at)


def _of_team(role: str, customer: Customer | None, known: Circle, at: datetime) -> Iterator[Heard]:
    if customer is None:
        return
    roles = dict.fromkeys(member["role"] for member in customer.members) if role == "account_team" else [role]
    for each in roles:
        held = team.holder(customer.members, each, known.mirror.staff, at)
        if held is not None:
            yield Heard(role, "role", held.staff_id, held.address)


def _lead(role: str, group: Group | None, known: Circle, at: datetime) -> Iterator[Heard]:
    if group is not None:
        yield from _person(role, group.lead_id, known, at)


def _person(role: str, staff_id: UUID | None, known: Circle, at: datetime) -> Iterator[Heard]:
    """Somebody who is present; one of whom the directory has not told has no address, and is nobody."""
    colleague = known.mirror.staff.get(staff_id) if staff_id else None
    if colleague is not None and colleague.present(at):
        yield Heard(role, "role", staff_id, colleague.address)


def _instead(role: str, ticket: Ticket, known: Circle, at: datetime) -> Heard:
    """Who stands in for a role that nobody holds: the group's lead, else its address, else nobody."""
    group = _group(ticket, known)
    for lead in _lead(role, group, known, at):
        return Heard(role, "group_lead", lead.staff_id, lead.address)
    if group is not None and group.notify_address is not None:
        return Heard(role, "group_address", address=group.notify_address)
    return Heard(role, "nobody")


def _group(ticket: Ticket, known: Circle) -> Group | None:
    return known.groups.get(ticket.group_id) if ticket.group_id else None
