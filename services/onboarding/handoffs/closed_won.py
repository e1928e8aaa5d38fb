"""Deals that arrive on the CRM's topic: deal.closed_won.v1, data = the body of `POST /v1/deals`."""

from collections.abc import Awaitable, Callable

from sqlalchemy.ext.asyncio import AsyncSession

from services.onboarding.handoffs import service
from services.onboarding.handoffs.schemas import DEAL_EXAMPLE, DealIn
from shared.events.event import Event
from shared.events.fact import Fact


class DealClosedWon(Fact, type="deal.closed_won.v1", subject="crm_id", listeners=("onboarding",)):
    """Told by a CRM, not by us. Its data is read as strictly as the HTTP body, by the same class."""

    teller = None
    example = DEAL_EXAMPLE

    crm: str
    crm_id: str


def receiver(acceptance_seconds: int) -> Callable[[AsyncSession, Event[DealClosedWon]], Awaitable[None]]:
    """The deed for each such event; a body that does not fit fails it, and it becomes a dead letter."""

    async def receive_closed_won_deal(session: AsyncSession, event: Event[DealClosedWon]) -> None:
        body = DealIn.model_validate(event.raw)
        await service.receive_deal(session, event.cause, body, acceptance_seconds=acceptance_seconds)

    return receive_closed_won_deal
