"""Routes of SLA policies, and of the clocks of a ticket."""

from fastapi import APIRouter

from services.ticketing.sla import policies, queries
from services.ticketing.sla.schemas import (
    SlaClockOut,
    SlaExplanationOut,
    SlaPolicyIn,
    SlaPolicyOut,
    SlaPolicyPatch,
)
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

policy_routes = Router(prefix="/v1/sla-policies", tags=["sla"], scope="ticketing:sla-policies")
clock_routes = Router(prefix="/v1/tickets", tags=["sla"], scope="ticketing:tickets")


def routers() -> list[APIRouter]:
    """All routes of this feature."""
    return [policy_routes, clock_routes]


@policy_routes.post("", status_code=201)
async def create_sla_policy(body: SlaPolicyIn, session: Session, cause: RequestCause, answer: Answer) -> SlaPolicyOut:
    """Say what certain tickets are promised."""
    return answer.created(SlaPolicyOut.of(await policies.create_policy(session, cause, body)))


@policy_routes.get("")
async def list_sla_policies(session: Session, page: Page) -> Listed[SlaPolicyOut]:
    """The policies in their newest versions, in the order in which they are tried."""
    return await page.of(session, queries.policies(), SlaPolicyOut.of)


@policy_routes.get("/{policy_id}")
async def read_sla_policy(policy_id: Id, session: Session, answer: Answer) -> SlaPolicyOut:
    """One policy in its newest version."""
    return answer.item(SlaPolicyOut.of(await queries.policy(session, policy_id)))


@policy_routes.patch("/{policy_id}")
async def change_sla_policy(
    policy_id: Id,
    body: SlaPolicyPatch,
    session: Session,
    cause: RequestCause,
    if_match: IfMatch,
    answer: Answer,
) -> SlaPolicyOut:
    """Make the policy's next version, by a merge-patch. Tickets keep the version that they were promised by."""
    return answer.item(SlaPolicyOut.of(await policies.change_policy(session, cause, policy_id, body, if_match)))


@clock_routes.get("/{ticket_id}/sla")
async def list_sla_clocks(ticket_id: Id, session: Session, page: Page, cause: RequestCause) -> Listed[SlaClockOut]:
    """A ticket's clocks as of now, the oldest first."""
    await queries.check_ticket(session, ticket_id)
    rows = await page.of(session, queries.clocks(ticket_id), lambda row: row)
    standing = await queries.standings(session, rows.items)
    items = [SlaClockOut.of(row, standing[row.id], cause.at) for row in rows.items]
    return Listed(items=items, next_cursor=rows.next_cursor)


@clock_routes.get("/{ticket_id}/sla/explain")
async def explain_sla_clocks(
    ticket_id: Id, session: Session, page: Page, cause: RequestCause
) -> Listed[SlaExplanationOut]:
    """How each of a ticket's clocks came to what has elapsed as of now, the oldest first."""
    await queries.check_ticket(session, ticket_id)
    rows = await page.of(session, queries.clocks(ticket_id), lambda row: row)
    trails = await queries.trails(session, rows.items)
    items = [SlaExplanationOut.of(row, trails[row.id], cause.at) for row in rows.items]
    return Listed(items=items, next_cursor=rows.next_cursor)
