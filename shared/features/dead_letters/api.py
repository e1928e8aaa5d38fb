"""Routes of dead letters, the same in every service."""

from typing import Annotated

from fastapi import APIRouter, Query

from shared.events.handlers import Handlers
from shared.features.dead_letters import queries, service
from shared.features.dead_letters.schemas import DeadLetterFilters, DeadLetterOut, DiscardIn
from shared.http.dependencies import Answer, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router


def router(service_name: str, handlers: Handlers) -> APIRouter:
    """The routes, under the service's own scope; a replay runs the service's own handlers."""
    routes = Router(prefix="/v1/dead-letters", tags=["dead letters"], scope=f"{service_name}:dead-letters")

    @routes.get("")
    async def list_dead_letters(
        session: Session, page: Page, filters: Annotated[DeadLetterFilters, Query()]
    ) -> Listed[DeadLetterOut]:
        """Facts that could not be applied, newest first."""
        return await page.of(session, queries.dead_letters(filters.state), DeadLetterOut.of)

    @routes.get("/{dead_letter_id}")
    async def read_dead_letter(dead_letter_id: Id, session: Session, answer: Answer) -> DeadLetterOut:
        """One fact that could not be applied, and where it failed."""
        return answer.item(DeadLetterOut.of(await queries.dead_letter(session, dead_letter_id)))

    @routes.post("/{dead_letter_id}/replay")
    async def replay_dead_letter(dead_letter_id: Id, session: Session, cause: RequestCause) -> DeadLetterOut:
        """Apply the fact again, by the same handlers; 409 where it still fails."""
        return DeadLetterOut.of(await service.replay(session, cause, handlers, dead_letter_id))

    @routes.post("/{dead_letter_id}/discard")
    async def discard_dead_letter(
        dead_letter_id: Id, body: DiscardIn, session: Session, cause: RequestCause
    ) -> DeadLetterOut:
        """Give the fact up for good."""
        return DeadLetterOut.of(await service.discard(session, cause, dead_letter_id, body.reason))

    return routes
