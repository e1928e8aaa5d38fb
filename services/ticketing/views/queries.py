"""Reading views, and what they show."""

from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.routing.models import GroupMember
from services.ticketing.tickets import queries as tickets
from services.ticketing.tickets import shares
from services.ticketing.views.models import TicketView
from services.ticketing.views.schemas import ViewFilters
from shared.db.listing import Listing
from shared.http.errors import NotFound


async def view(session: AsyncSession, view_id: UUID, me: UUID | None, *, lock: bool = False) -> TicketView:
    """One view that the caller may see. Raises NotFound."""
    wanted = select(TicketView).where(col(TicketView.id) == view_id, _seen_by(me))
    found = await session.scalar(wanted.with_for_update() if lock else wanted)
    if found is None:
        raise NotFound("There is no view with this id.")
    return found


def views(me: UUID | None) -> Select[TicketView]:
    """All views that the caller may see, in the order of their making."""
    return select(TicketView).where(_seen_by(me)).order_by(col(TicketView.id))


async def shown(session: AsyncSession, row: TicketView, me: UUID | None, rows: int) -> Listing:
    """The tickets of a view, in its order. me: who looks. rows: how many are wanted. Raises NotStaff."""
    filters = ViewFilters.model_validate(row.filters)
    common = await shares.known(session, filters.q)
    return tickets.tickets(filters, me, newest_first=row.sort == "newest", common=common, rows=rows)


def _seen_by(me: UUID | None) -> ColumnElement[bool]:
    """What the caller may see. One that is no member of staff, as a wall board, sees what no person owns."""
    if me is None:
        return col(TicketView.owner_id).is_(None)
    groups = select(col(GroupMember.group_id)).where(col(GroupMember.staff_id) == me)
    alls = col(TicketView.owner_id).is_(None) & col(TicketView.group_id).is_(None)
    return or_(alls, col(TicketView.owner_id) == me, col(TicketView.group_id).in_(groups))
