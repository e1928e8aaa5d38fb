"""Reading macros, and what their texts name."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.directory.models import Account, Staff
from services.ticketing.macros.models import Macro
from services.ticketing.macros.schemas import MacroFilters
from services.ticketing.routing.models import Group
from services.ticketing.tickets.models import Ticket
from shared.http.errors import NotFound


async def macro(session: AsyncSession, macro_id: UUID, *, lock: bool = False) -> Macro:
    """One macro. Raises NotFound."""
    found = await session.get(Macro, macro_id, with_for_update=lock or None, populate_existing=lock)
    if found is None:
        raise NotFound("There is no macro with this id.")
    return found


def macros(filters: MacroFilters) -> Select[Macro]:
    """All macros that fit, in the order of their making."""
    listed = select(Macro).order_by(col(Macro.id))
    return listed if filters.active is None else listed.where(col(Macro.active) == filters.active)


async def values(session: AsyncSession, ticket: Ticket, staff_id: UUID | None) -> Mapping[str, Any]:
    """What a text may name, of a ticket and of who applies the macro. What is not known is null."""
    account = await session.get(Account, ticket.account_id) if ticket.account_id else None
    group = await session.get(Group, ticket.group_id) if ticket.group_id else None
    agent = await session.get(Staff, staff_id) if staff_id else None
    return {
        **{f"ticket.{name}": getattr(ticket, name) for name in ("number", "subject", "status", "priority", "type")},
        "requester.name": ticket.requester_name,
        "requester.email": ticket.requester_email,
        "account.name": account.name if account else None,
        "group.name": group.name if group else None,
        "agent.name": agent.name if agent else None,
    }
