"""Reading declared fields. All of them are remembered: every ticket that is made or changed is held against them."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.ticket_fields.models import TicketField, TicketFieldPolicy
from services.ticketing.ticket_fields.schemas import TicketFieldFilters
from shared.db.remembered import Remembered
from shared.http.errors import NotFound


@dataclass(frozen=True, slots=True)
class Declared:
    """A field as tickets are held against it. types: none means all."""

    type: str
    options: tuple[str, ...]
    required_on: frozenset[str]
    types: frozenset[str]

    def is_of(self, ticket_type: str) -> bool:
        """Do tickets of this type have it?"""
        return not self.types or ticket_type in self.types


@dataclass(frozen=True, slots=True)
class Declarations:
    """All active fields by key, and whether other keys are refused."""

    fields: Mapping[str, Declared]
    strict: bool


async def field(session: AsyncSession, field_id: UUID, *, lock: bool = False) -> TicketField:
    """One field. Raises NotFound."""
    found = await session.get(TicketField, field_id, with_for_update=lock or None, populate_existing=lock)
    if found is None:
        raise NotFound("There is no ticket field with this id.")
    return found


def fields(filters: TicketFieldFilters) -> Select[TicketField]:
    """All fields that fit, in the order of their making."""
    listed = select(TicketField).order_by(col(TicketField.id))
    return listed if filters.active is None else listed.where(col(TicketField.active) == filters.active)


async def policy(session: AsyncSession, *, lock: bool = False) -> TicketFieldPolicy | None:
    """What was said about other keys, if anything was."""
    return await session.get(TicketFieldPolicy, 1, with_for_update=lock or None, populate_existing=lock)


async def declarations(session: AsyncSession) -> Declarations:
    """What tickets are held against; it may be a few seconds old."""
    return await _KNOWN.get(session)


async def _read(session: AsyncSession) -> Declarations:
    said = await policy(session)
    rows = await session.scalars(select(TicketField).where(col(TicketField.active)))
    declared = {
        row.key: Declared(row.type, tuple(row.options), frozenset(row.required_on), frozenset(row.types))
        for row in rows
    }
    return Declarations(declared, said is not None and said.undeclared == "refuse")


_KNOWN = Remembered(_read)
