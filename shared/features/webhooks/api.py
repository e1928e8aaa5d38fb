"""Routes of webhooks, the same in every service."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import SecretStr

from shared.features.webhooks import addresses, queries, service
from shared.features.webhooks.schemas import (
    SecretRotationIn,
    WebhookAttemptOut,
    WebhookDeliveryFilters,
    WebhookDeliveryOut,
    WebhookDeliveryReplayIn,
    WebhookFilters,
    WebhookHealthOut,
    WebhookIn,
    WebhookMade,
    WebhookOut,
    WebhookPatch,
    WebhookReplayIn,
    WebhookReplayOut,
)
from shared.http.dependencies import Actor, Answer, IfMatch, Page, RequestCause, Session, setting
from shared.http.fields import Id, Listed
from shared.http.guarded import Guard
from shared.http.routes import Router, asks_first

SecretKey = Annotated[SecretStr, setting("secret_key")]


async def refuse_closed_address(request: Request, body: object) -> None:
    """Before the transaction, since it asks a name server. Raises AddressNotAllowed."""
    url = body.get("url") if isinstance(body, dict) else None
    if isinstance(url, str) and len(url) <= addresses.LONGEST_ADDRESS:
        guard = Guard.of(request.app.state.settings, https_outside=True)
        await addresses.refuse_closed(url, guard)


def routers(name: str) -> list[APIRouter]:
    """The routes, under the service's own scope. name: the service's."""
    return [_webhooks(name), _deliveries(name)]


def _webhooks(name: str) -> APIRouter:
    routes = Router(
        prefix="/v1/webhooks",
        tags=["webhooks"],
        scope=f"{name}:webhooks",
        about="Facts sent to other systems over HTTP, signed as Standard Webhooks say."
        f" A webhook of this service gets any of: {', '.join(service.types_of(name))}.",
    )

    @routes.post("", status_code=201)
    @asks_first(refuse_closed_address)
    async def create_webhook(
        body: WebhookIn, session: Session, cause: RequestCause, asker: Actor, secret_key: SecretKey, answer: Answer
    ) -> WebhookMade:
        """Have facts sent to an address as they are told. The secret is in this answer alone.

        Each comes as a POST of the item that `GET /v1/events` shows of it, with the headers of Standard Webhooks:
        `webhook-id` (the fact's id, the same in each attempt), `webhook-timestamp` and `webhook-signature`. Verify
        them, answer 2xx within 15 s, and drop an id that you know.

        Attempts are made at once and then after 5 min, 30 min, 2 h, 5 h, 10 h and 10 h. Any answer but 2xx is a
        failure, a redirect too; 410 disables the webhook. After 5 failures in a row one attempt a minute is made,
        until one succeeds. Facts may come in another order than they were told: `sequence` rises within one `subject`.

        The address is called over https; over http only in networks that the operator has allowed. To make or
        change a webhook you need the scope to read events as well.
        """
        row, secret = await service.create(
            session, cause, body, asker=asker, service=name, secret_key=secret_key.get_secret_value()
        )
        return answer.created(answer.once(WebhookMade.shown(row, secret), kept=WebhookMade.shown(row, None)))

    @routes.get("")
    async def list_webhooks(
        session: Session, page: Page, filters: Annotated[WebhookFilters, Query()]
    ) -> Listed[WebhookOut]:
        """All webhooks, oldest first."""
        return await page.of(session, queries.webhooks(filters), WebhookOut.of)

    @routes.get("/{webhook_id}")
    async def read_webhook(webhook_id: Id, session: Session, answer: Answer) -> WebhookOut:
        """One webhook without its secret."""
        return answer.item(WebhookOut.of(await queries.webhook(session, webhook_id)))

    @routes.patch("/{webhook_id}")
    @asks_first(refuse_closed_address)
    async def change_webhook(
        webhook_id: Id,
        body: WebhookPatch,
        session: Session,
        cause: RequestCause,
        asker: Actor,
        if_match: IfMatch,
        answer: Answer,
    ) -> WebhookOut:
        """Change a webhook's name, address or types, stop it, or let it go on.

        While it is stopped nothing is queued for it. When it goes on it gets what was due before, and what is told
        from then on; what was told meanwhile comes by a replay of that time.
        """
        row = await service.change(session, cause, webhook_id, body, if_match, asker=asker, service=name)
        return answer.item(WebhookOut.of(row))

    @routes.delete("/{webhook_id}", status_code=204)
    async def remove_webhook(webhook_id: Id, session: Session, cause: RequestCause, if_match: IfMatch) -> None:
        """Take a webhook away. What it was sent can still be read."""
        await service.remove(session, cause, webhook_id, if_match)

    @routes.post("/{webhook_id}/rotate")
    async def rotate_webhook_secret(
        webhook_id: Id,
        body: SecretRotationIn,
        session: Session,
        cause: RequestCause,
        asker: Actor,
        secret_key: SecretKey,
        if_match: IfMatch,
        answer: Answer,
    ) -> WebhookMade:
        """Give a webhook a new secret, which is in this answer alone. For the grace period both sign."""
        row, secret = await service.rotate(
            session,
            cause,
            webhook_id,
            body,
            if_match,
            asker=asker,
            service=name,
            secret_key=secret_key.get_secret_value(),
        )
        return answer.item(answer.once(WebhookMade.shown(row, secret), kept=WebhookMade.shown(row, None)))

    @routes.get("/{webhook_id}/health")
    async def read_webhook_health(webhook_id: Id, session: Session, cause: RequestCause) -> WebhookHealthOut:
        """Whether its endpoint is called just now, and how much waits for it."""
        breaker = await queries.breaker(session, webhook_id)
        return WebhookHealthOut.of(breaker, cause.at, *await queries.waiting(session, webhook_id))

    @routes.post("/{webhook_id}/replay")
    async def replay_webhook(
        webhook_id: Id, body: WebhookReplayIn, session: Session, cause: RequestCause
    ) -> WebhookReplayOut:
        """Send again what was told in a time range, as far as facts are kept: 7 days.

        They come under their old ids: a receiver drops what it knows. At most 10,000 are made due by one request.
        """
        return WebhookReplayOut(replayed=await service.replay(session, cause, webhook_id, body))

    return routes


def _deliveries(name: str) -> APIRouter:
    routes = Router(prefix="/v1/webhook-deliveries", tags=["webhooks"], scope=f"{name}:webhooks")

    @routes.get("")
    async def list_webhook_deliveries(
        session: Session, page: Page, filters: Annotated[WebhookDeliveryFilters, Query()]
    ) -> Listed[WebhookDeliveryOut]:
        """Which facts were sent to which webhook, those of the newest facts first. They are kept for 30 days."""
        return await page.of(session, queries.deliveries(filters), WebhookDeliveryOut.of)

    @routes.get("/{delivery_id}")
    async def read_webhook_delivery(delivery_id: Id, session: Session) -> WebhookDeliveryOut:
        """One fact on its way to one webhook. What is sent is the item that `GET /v1/events` shows of it."""
        return WebhookDeliveryOut.of(await queries.delivery(session, delivery_id))

    @routes.get("/{delivery_id}/attempts")
    async def list_webhook_attempts(delivery_id: Id, session: Session, page: Page) -> Listed[WebhookAttemptOut]:
        """The attempts to deliver it, the first first. One during which the worker died is missing."""
        await queries.delivery(session, delivery_id)
        return await page.of(session, queries.attempts(delivery_id), WebhookAttemptOut.of)

    @routes.post("/{delivery_id}/replay", responses={410: {}})
    async def replay_webhook_delivery(
        delivery_id: Id, body: WebhookDeliveryReplayIn, session: Session, cause: RequestCause
    ) -> WebhookDeliveryOut:
        """Send it again at once, whatever came of it, under the same id; the table of attempts begins anew."""
        return WebhookDeliveryOut.of(await service.replay_delivery(session, cause, delivery_id, body.reason))

    return routes
