"""Where a ticket would go, and why: the way of a real one (owning.py), which holds nobody and changes no row."""

from typing import Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.directory import queries as directory
from services.ticketing.routing import deciding, rules_api
from services.ticketing.routing import queries as routing
from services.ticketing.routing.deciding import Routed
from services.ticketing.routing.rule_schemas import RoutingDecisionOut, SimulationOut
from services.ticketing.tickets import impersonal, owning, queries, service
from services.ticketing.tickets.models import Ticket
from services.ticketing.tickets.schemas import TicketIn
from shared.events.cause import Cause
from shared.features.privacy import marks
from shared.http.dependencies import Page, RequestCause, Session
from shared.http.errors import Invalid, place
from shared.http.fields import Body, Id, Listed, example
from shared.http.routes import Router, requires

router = Router(prefix="/v1", tags=rules_api.TAGS, scope=rules_api.SCOPE, about=rules_api.ABOUT)


class UnknownTicket(Invalid):
    """There is no such ticket."""

    code = "unknown_ticket"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "ticket_id", msg="There is no such ticket", code=self.code)])


class SimulationIn(Body):
    """A ticket that is there, or one as it would be opened; neither is touched, and none is opened."""

    model_config = example(
        {"ticket": {"subject": "The invoice is wrong", "type": "question", "channel": "email", "tags": ["billing"]}}
    )

    ticket_id: Id | None = None
    ticket: TicketIn | None = None

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if (self.ticket_id is None) == (self.ticket is None):
            raise PydanticCustomError("subject", "Give either ticket_id or ticket")
        return self


@router.post("/routing-rules/simulate")
@requires("ticketing:routing-rules:read")
async def simulate_routing(body: SimulationIn, session: Session, cause: RequestCause) -> SimulationOut:
    """Where a ticket would go if it were opened now, by which rule, to whom, and why to none of the others.

    Of `ticket` a given group_id is kept, as it would be; one that is there (`ticket_id`) is looked at as if nobody had
    it. Nothing changes, and nobody's turn is taken.
    """
    if body.ticket is not None:
        routed = await _of_body(session, cause, body.ticket)
    else:
        assert body.ticket_id is not None
        routed = await _of_ticket(session, cause, body.ticket_id)
    return SimulationOut.model_validate(
        {
            "rule_id": routed.rule.id if routed.rule else None,
            "rule_version": routed.rule.version if routed.rule else None,
            "group_id": routed.group_id,
            "strategy": routed.strategy,
            "skills": list(routed.skills),
            "assignee_id": routed.assignee_id,
            **deciding.explanation(routed),
        }
    )


@router.get("/tickets/{ticket_id}/routing")
@requires("ticketing:tickets:read")
async def read_ticket_routing(ticket_id: Id, session: Session, page: Page) -> Listed[RoutingDecisionOut]:
    """Why a ticket went where it went, the newest decision first. What people decided is in its audit trail."""
    await queries.ticket(session, ticket_id)
    return await page.of(session, routing.decisions(ticket_id), RoutingDecisionOut.of)


async def _of_ticket(session: AsyncSession, cause: Cause, ticket_id: UUID) -> Routed:
    ticket = await session.get(Ticket, ticket_id)
    if ticket is None:
        raise UnknownTicket
    tier = await directory.tier_of(session, ticket.account_id)
    traits = owning.traits_of(ticket.model_dump(), tier, await owning.first_words(session, ticket_id))
    return await deciding.decide(session, traits, account_id=ticket.account_id, group_id=None, at=cause.at, dry=True)


async def _of_body(session: AsyncSession, cause: Cause, body: TicketIn) -> Routed:
    await service.check_group(session, body.group_id)
    if await marks.is_erased(session, body.requester.contact_id):
        body = impersonal.ticket(body)
    account_id, contact_id = body.account_id, body.requester.contact_id
    if account_id is None and contact_id is not None:
        account_id = (await directory.accounts_of(session, [contact_id])).get(contact_id)
    tier = await directory.tier_of(session, account_id)
    traits = owning.traits_of(body.model_dump(), tier, body.message.body if body.message else None)
    return await deciding.decide(session, traits, account_id=account_id, group_id=body.group_id, at=cause.at, dry=True)
