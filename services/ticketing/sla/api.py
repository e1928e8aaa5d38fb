"""Routes of SLA policies, and of the clocks of a ticket."""

from fastapi import APIRouter

from services.ticketing.sla import policies, previews, queries, replays, simulation
from services.ticketing.sla.preview_schemas import SlaPreviewIn, SlaPreviewOut
from services.ticketing.sla.schemas import (
    SlaClockOut,
    SlaExplanationOut,
    SlaPolicyIn,
    SlaPolicyOut,
    SlaPolicyPatch,
)
from services.ticketing.sla.trial_schemas import SlaReplayOut, SlaSimulationIn, SlaSimulationOut
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router, requires

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


@policy_routes.post("/preview")
@requires("ticketing:sla-policies:read")
async def preview_sla(body: SlaPreviewIn, session: Session, cause: RequestCause) -> SlaPreviewOut:
    """What would a ticket like this be promised, when would that be due, and why do the other policies not take it?"""
    return SlaPreviewOut.of(await previews.preview(session, body, cause.at))


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


@policy_routes.post("/{policy_id}/simulate")
@requires("ticketing:sla-policies:read")
async def simulate_sla_policy(
    policy_id: Id, body: SlaSimulationIn, session: Session, cause: RequestCause
) -> SlaSimulationOut:
    """What would the changed policy have done to past tickets? Changes nothing."""
    return SlaSimulationOut.of(policy_id, await simulation.simulate(session, policy_id, body, cause.at))


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


@clock_routes.post("/{ticket_id}/sla/replay")
@requires("ticketing:tickets:read")
async def replay_sla_clocks(ticket_id: Id, session: Session, cause: RequestCause) -> SlaReplayOut:
    """Go through a ticket's history again: where is something kept otherwise than it says? Changes nothing."""
    found = await replays.replay(session, ticket_id, cause.at)
    return SlaReplayOut.of(ticket_id, found.deeds, found.clocks, found.differences, cause.at)
