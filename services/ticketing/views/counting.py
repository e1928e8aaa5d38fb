"""How many tickets views show, as far as one counts."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.tickets import searching
from services.ticketing.tickets.errors import NotStaff, SearchTooBroad
from services.ticketing.views import queries
from services.ticketing.views.models import TicketView
from services.ticketing.views.schemas import MOST_COUNTED, ViewCountOut, ViewFilters
from shared.db import alone

SIDE_BY_SIDE = 3  # counts of one request, each on a connection of its own

_MOST = MOST_COUNTED + 1

Statement = tuple[str, *tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What counts a view: all of it, and before that what may see at once that it shows as many as one counts."""

    whole: Statement
    part: Statement | None


async def count(session: AsyncSession, row: TicketView, me: UUID | None) -> ViewCountOut:
    """How many tickets a view shows. me: who looks. Raises NotStaff, SearchTooBroad."""
    return await _counted(session, await _asked(session, row, me))


async def count_all(session: AsyncSession, rows: Sequence[TicketView], me: UUID | None) -> list[ViewCountOut | None]:
    """The same of each; None for a view that says "me" to somebody who is no member of staff, or takes too long."""
    asked = [await _asked_if_possible(session, row, me) for row in rows]  # one after another: they share the session
    gate = asyncio.Semaphore(SIDE_BY_SIDE)

    async def counted(each: _Asked | None) -> ViewCountOut | None:
        async with gate:
            return await _counted_if_possible(session, each) if each is not None else None

    return await asyncio.gather(*map(counted, asked))


async def _asked(session: AsyncSession, row: TicketView, me: UUID | None) -> _Asked:
    search = ViewFilters.model_validate(row.filters).only_search
    part = await searching.counting_some(session, search, _MOST) if search is not None else None
    return _Asked((await queries.shown(session, row, me, _MOST)).count(_MOST), part)


async def _asked_if_possible(session: AsyncSession, row: TicketView, me: UUID | None) -> _Asked | None:
    try:
        return await _asked(session, row, me)
    except NotStaff:
        return None


async def _counted(session: AsyncSession, asked: _Asked) -> ViewCountOut:
    """Apart from the session's transaction, so that several may be counted side by side."""
    if asked.part is not None:
        async with searching.bounded():
            [some] = await alone.read_apart(session, *asked.part, planned_anew=False)
        if some["rows"] == _MOST:
            return ViewCountOut.of(_MOST)
    async with searching.bounded():
        [whole] = await alone.read_apart(session, *asked.whole)
    return ViewCountOut.of(whole["rows"])


async def _counted_if_possible(session: AsyncSession, asked: _Asked) -> ViewCountOut | None:
    try:
        return await _counted(session, asked)
    except SearchTooBroad:
        return None
