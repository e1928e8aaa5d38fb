"""With whom a ticket rests, by its internal clocks, and the suppliers that it may wait for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from services.ticketing.ola import queries
from services.ticketing.ola.models import Supplier
from services.ticketing.ola.schemas import OlaClockOut, SupplierFilters
from services.ticketing.sla import open_hours
from shared.pages.visit import Visit

READ_SUPPLIERS: Final = "ticketing:suppliers:read"
MOST_SUPPLIERS: Final = 200
WAITS: Final = {"pickup": "Somebody of {} should have it", "handling": "With {}", "supplier_wait": "Waits for {}"}


@dataclass(frozen=True, slots=True)
class Rest:
    """One open stay. said: with whom, in words."""

    said: str
    clock: OlaClockOut


async def suppliers(visit: Visit) -> Sequence[Supplier]:
    """For whom a ticket may be put on hold."""
    if not visit.may(READ_SUPPLIERS):
        return ()
    listed = queries.suppliers(SupplierFilters(active=True)).limit(MOST_SUPPLIERS)
    return (await visit.session.scalars(listed)).all()


async def rests(visit: Visit, ticket_id: UUID, groups: Mapping[UUID, str]) -> list[Rest]:
    """With whom the ticket rests now, as of now."""
    rows = (await queries.open_clocks(visit.session, ticket_id)).values()
    hours = await open_hours.kept(visit.session, [row.hours for row in rows])
    named = dict(groups)
    for row in rows:
        if row.supplier_id is not None:
            found = await queries.known_supplier(visit.session, row.supplier_id)
            named[row.supplier_id] = found.name if found and visit.may(READ_SUPPLIERS) else "a supplier"
    return [
        Rest(
            WAITS[row.metric].format(named.get(row.holder, "a group")),
            OlaClockOut.of(row, hours[row.hours], visit.now),
        )
        for row in rows
    ]
