"""Routes of suppliers, of what groups promise, and of a ticket's internal clocks."""

from typing import Annotated

from fastapi import APIRouter, Query

from services.ticketing.ola import queries, suppliers
from services.ticketing.ola.schemas import (
    GroupStatisticsOut,
    OlaClockOut,
    OlaExplanationOut,
    OlaPeriod,
    OlaTargetIn,
    OlaTargetOut,
    SupplierFilters,
    SupplierIn,
    SupplierOut,
    SupplierPatch,
    SupplierStatisticsOut,
)
from services.ticketing.routing import queries as routing
from services.ticketing.sla import open_hours
from services.ticketing.sla import queries as sla
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.errors import NotFound
from shared.http.fields import Id, Listed
from shared.http.routes import Router

supplier_routes = Router(
    prefix="/v1/suppliers",
    tags=["suppliers"],
    scope="ticketing:suppliers",
    about="Third parties for whom tickets wait, and how long that takes.",
)
group_routes = Router(prefix="/v1/groups", tags=["groups"], scope="ticketing:groups")
clock_routes = Router(prefix="/v1/tickets", tags=["sla"], scope="ticketing:tickets")


def routers() -> list[APIRouter]:
    """All routes of this feature."""
    return [supplier_routes, group_routes, clock_routes]


@supplier_routes.post("", status_code=201)
async def create_supplier(body: SupplierIn, session: Session, cause: RequestCause, answer: Answer) -> SupplierOut:
    """Make a supplier. A ticket waits for it by a transition to on_hold that names it."""
    return answer.created(SupplierOut.model_validate(await suppliers.create(session, cause, body)))


@supplier_routes.get("")
async def list_suppliers(
    session: Session, page: Page, filters: Annotated[SupplierFilters, Query()]
) -> Listed[SupplierOut]:
    """All suppliers, in the order of their making."""
    return await page.of(session, queries.suppliers(filters), SupplierOut.model_validate)


@supplier_routes.get("/{supplier_id}")
async def read_supplier(supplier_id: Id, session: Session, answer: Answer) -> SupplierOut:
    """One supplier."""
    return answer.item(SupplierOut.model_validate(await queries.supplier(session, supplier_id)))


@supplier_routes.patch("/{supplier_id}")
async def change_supplier(
    supplier_id: Id, body: SupplierPatch, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> SupplierOut:
    """Change a supplier by a merge-patch. What waits already keeps what it was promised."""
    return answer.item(SupplierOut.model_validate(await suppliers.change(session, cause, supplier_id, body, if_match)))


@supplier_routes.get("/{supplier_id}/statistics")
async def read_supplier_statistics(
    supplier_id: Id, session: Session, cause: RequestCause, period: Annotated[OlaPeriod, Query()]
) -> SupplierStatisticsOut:
    """How long tickets waited for a supplier: of the waits that ended in [from, to), and those that are open now."""
    await queries.supplier(session, supplier_id)
    counted = await queries.counts(session, "supplier_wait", supplier_id, period.starts_at, period.ends_at, cause.at)
    shown = {"supplier_id": supplier_id, "from": period.starts_at, "to": period.ends_at, "as_of": cause.at}
    return SupplierStatisticsOut.model_validate({**shown, **counted})


@group_routes.get("/{group_id}/ola")
async def read_group_ola(group_id: Id, session: Session, answer: Answer) -> OlaTargetOut:
    """What a group promises the others."""
    await routing.group(session, group_id)
    row = await queries.target(session, group_id)
    if row is None:
        raise NotFound("Nobody has said what this group promises.")
    return answer.item(OlaTargetOut.model_validate(row))


@group_routes.put("/{group_id}/ola")
async def set_group_ola(
    group_id: Id, body: OlaTargetIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> OlaTargetOut:
    """Say how long tickets may rest with a group. What it has already keeps what it was promised."""
    return answer.item(
        OlaTargetOut.model_validate(await suppliers.set_target(session, cause, group_id, body, if_match))
    )


@group_routes.get("/{group_id}/ola/statistics")
async def read_group_statistics(
    group_id: Id, session: Session, cause: RequestCause, period: Annotated[OlaPeriod, Query()]
) -> GroupStatisticsOut:
    """How long tickets rested with a group: of the stays that ended in [from, to), and those that are open now."""
    await routing.group(session, group_id)
    given = (group_id, period.starts_at, period.ends_at, cause.at)
    shown = {"group_id": group_id, "from": period.starts_at, "to": period.ends_at, "as_of": cause.at}
    counted = {
        "pickup": await queries.counts(session, "pickup", *given),
        "handling": await queries.counts(session, "handling", *given),
    }
    return GroupStatisticsOut.model_validate({**shown, **counted})


@clock_routes.get("/{ticket_id}/ola")
async def list_ola_clocks(ticket_id: Id, session: Session, page: Page, cause: RequestCause) -> Listed[OlaClockOut]:
    """A ticket's stays with groups and suppliers as of now, the oldest first."""
    await sla.check_ticket(session, ticket_id)
    rows = await page.of(session, queries.clocks(ticket_id), lambda row: row)
    hours = await open_hours.kept(session, [row.hours for row in rows.items])
    items = [OlaClockOut.of(row, hours[row.hours], cause.at) for row in rows.items]
    return Listed(items=items, next_cursor=rows.next_cursor)


@clock_routes.get("/{ticket_id}/ola/explain")
async def explain_ola_clocks(
    ticket_id: Id, session: Session, page: Page, cause: RequestCause
) -> Listed[OlaExplanationOut]:
    """How each of a ticket's stays came to what has elapsed as of now, the oldest first."""
    await sla.check_ticket(session, ticket_id)
    rows = await page.of(session, queries.clocks(ticket_id), lambda row: row)
    hours = await open_hours.kept(session, [row.hours for row in rows.items])
    items = [OlaExplanationOut.of(row, hours[row.hours], cause.at) for row in rows.items]
    return Listed(items=items, next_cursor=rows.next_cursor)
