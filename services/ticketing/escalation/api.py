"""Routes of outcome routes."""

from services.ticketing.escalation import queries, routes, simulating
from services.ticketing.escalation.schemas import OutcomeRouteIn, OutcomeRouteOut, OutcomeRoutePatch
from services.ticketing.escalation.simulating import SimulatedAnswer, SimulatedEscalation
from services.ticketing.routing import queries as routing
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router, requires

router = Router(
    prefix="/v1/outcome-routes",
    tags=["outcome routes"],
    scope="ticketing:outcome-routes",
    about="Who is to do what by when after a negative answer.",
)


@router.post("", status_code=201)
async def create_outcome_route(
    body: OutcomeRouteIn, session: Session, cause: RequestCause, answer: Answer
) -> OutcomeRouteOut:
    """Say who is to do what by when after certain negative answers."""
    route, group = await routes.create_route(session, cause, body)
    return answer.created(OutcomeRouteOut.of(route, group.name))


@router.get("")
async def list_outcome_routes(session: Session, page: Page) -> Listed[OutcomeRouteOut]:
    """The routes in force, in the order in which they are tried."""
    return await page.of(session, queries.routes(), lambda row: OutcomeRouteOut.of(row.OutcomeRoute, row.Group.name))


@router.post("/simulate")
@requires("ticketing:outcome-routes:read")
async def simulate_outcome(body: SimulatedAnswer, session: Session, cause: RequestCause) -> SimulatedEscalation:
    """What would come of an answer, and why: which route takes it, who owns it, who is told, what is due when.

    Nothing is changed and nobody is told.
    """
    return await simulating.simulate(session, body, cause.at)


@router.get("/{route_id}")
async def read_outcome_route(route_id: Id, session: Session, answer: Answer) -> OutcomeRouteOut:
    """One route in the version that is in force."""
    route = await queries.route(session, route_id)
    group = await routing.group(session, route.group_id)
    return answer.item(OutcomeRouteOut.of(route, group.name))


@router.patch("/{route_id}")
async def change_outcome_route(
    route_id: Id,
    body: OutcomeRoutePatch,
    session: Session,
    cause: RequestCause,
    if_match: IfMatch,
    answer: Answer,
) -> OutcomeRouteOut:
    """Make the route's next version, by a merge-patch. Escalations keep the version that they were opened by."""
    route, group = await routes.change_route(session, cause, route_id, body, if_match)
    return answer.item(OutcomeRouteOut.of(route, group.name))
