"""Routes of retention, the same in every service."""

from collections.abc import Sequence

from fastapi import APIRouter

from shared.features.retention import service
from shared.features.retention.entities import Entity
from shared.features.retention.schemas import DryRunIn, DryRunOut, RetentionPolicyIn, RetentionPolicyOut
from shared.http.dependencies import RequestCause, Session
from shared.http.fields import Listed, ShortText
from shared.http.routes import Router


def router(service_name: str, entities: Sequence[Entity]) -> APIRouter:
    """The routes, under the service's own scope."""
    routes = Router(
        prefix="/v1/retention-policies",
        tags=["privacy"],
        scope=f"{service_name}:retention-policies",
        about="Erasing people, giving out what is held about them, and how long things are kept.",
    )

    @routes.get("")
    async def list_retention_policies(session: Session) -> Listed[RetentionPolicyOut]:
        """For how long what is kept; all that may be limited is here."""
        held = await service.policies(session)
        items = [RetentionPolicyOut.of(entity, held.get(entity.name)) for entity in entities]
        return Listed(items=items, next_cursor=None)

    @routes.put("/{entity}")
    async def set_retention_policy(
        entity: ShortText, body: RetentionPolicyIn, session: Session, cause: RequestCause
    ) -> RetentionPolicyOut:
        """Set for how many days something is kept; null = for ever. What is older goes within the hour."""
        return RetentionPolicyOut.of(*await service.set_days(session, cause, entities, entity, body.days))

    @routes.post("/dry-run")
    async def rehearse_retention(body: DryRunIn, session: Session) -> DryRunOut:
        """How many rows would go now, by the days that are set or by others; nothing is changed."""
        return DryRunOut(items=await service.rehearse(session, entities, body.days))

    return routes
