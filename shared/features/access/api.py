"""Routes of API keys, the same in every service."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import SecretStr

from shared.features.access import queries, service
from shared.features.access.schemas import (
    ApiKeyFilters,
    ApiKeyIn,
    ApiKeyMade,
    ApiKeyOut,
    ApiKeyPatch,
    RevokeIn,
    RotateIn,
)
from shared.http.dependencies import Actor, Answer, IfMatch, Page, RequestCause, Session, setting
from shared.http.fields import Id, Listed
from shared.http.routes import Router

SecretKey = Annotated[SecretStr, setting("secret_key")]


def router(name: str) -> APIRouter:
    """The routes, under the service's own scope. name: the service's."""
    routes = Router(
        prefix="/v1/api-keys",
        tags=["api keys"],
        scope=f"{name}:api-keys",
        about="Who may call this service: keys, what each opens, and until when.",
    )

    @routes.post("", status_code=201)
    async def create_api_key(
        body: ApiKeyIn, session: Session, cause: RequestCause, asker: Actor, secret_key: SecretKey, answer: Answer
    ) -> ApiKeyMade:
        """Make a key that may at most what you may. Its secret is in this answer alone."""
        row, plain = await service.create(
            session, cause, body, asker=asker, service=name, secret_key=secret_key.get_secret_value()
        )
        return answer.created(answer.once(ApiKeyMade.shown(row, plain), kept=ApiKeyMade.shown(row, None)))

    @routes.get("")
    async def list_api_keys(
        session: Session, page: Page, filters: Annotated[ApiKeyFilters, Query()]
    ) -> Listed[ApiKeyOut]:
        """All keys, oldest first, the revoked and expired ones too."""
        return await page.of(session, queries.keys(filters), ApiKeyOut.of)

    @routes.get("/{api_key_id}")
    async def read_api_key(api_key_id: Id, session: Session) -> ApiKeyOut:
        """One key without its secret. It has no ETag here: its last use changes without its version."""
        return ApiKeyOut.of(await queries.key(session, api_key_id))

    @routes.patch("/{api_key_id}")
    async def change_api_key(
        api_key_id: Id,
        body: ApiKeyPatch,
        session: Session,
        cause: RequestCause,
        asker: Actor,
        if_match: IfMatch,
        answer: Answer,
    ) -> ApiKeyOut:
        """Change a key's name or end. An end that has passed ends it within a second."""
        row = await service.change(session, cause, api_key_id, body, if_match, asker=asker, service=name)
        return answer.item(ApiKeyOut.of(row))

    @routes.post("/{api_key_id}/rotate")
    async def rotate_api_key(
        api_key_id: Id,
        body: RotateIn,
        session: Session,
        cause: RequestCause,
        asker: Actor,
        secret_key: SecretKey,
        if_match: IfMatch,
        answer: Answer,
    ) -> ApiKeyMade:
        """Give a key a new secret, which is in this answer alone. The old one opens for the grace period."""
        row, plain = await service.rotate(
            session,
            cause,
            api_key_id,
            body,
            if_match,
            asker=asker,
            service=name,
            secret_key=secret_key.get_secret_value(),
        )
        return answer.item(answer.once(ApiKeyMade.shown(row, plain), kept=ApiKeyMade.shown(row, None)))

    @routes.post("/{api_key_id}/revoke")
    async def revoke_api_key(
        api_key_id: Id,
        body: RevokeIn,
        session: Session,
        cause: RequestCause,
        asker: Actor,
        if_match: IfMatch,
        answer: Answer,
    ) -> ApiKeyOut:
        """End a key for good. Within a second nobody gets in with it."""
        row = await service.revoke(session, cause, api_key_id, body.reason, if_match, asker=asker, service=name)
        return answer.item(ApiKeyOut.of(row))

    return routes
