"""Making, changing, rotating and removing webhooks, and sending facts again."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts import told_by
from shared.contracts.platform import ServiceHeartbeat
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.features.webhooks import queries, queueing, signing
from shared.features.webhooks.models import Webhook, WebhookBreaker, WebhookDelivery
from shared.features.webhooks.schemas import (
    Changed,
    SecretRotationIn,
    WebhookIn,
    WebhookPatch,
    WebhookReplayIn,
)
from shared.http import etags, merge_patch
from shared.http.errors import Conflict, Forbidden, Gone, Invalid, place
from shared.http.principal import Principal

MOST_WEBHOOKS = 100
MOST_REPLAYED = 10_000  # deliveries by one request
CONFIGURED = ("name", "url", "types", "enabled")


class TooManyWebhooks(Conflict):
    """There are as many webhooks as there may be."""

    code = "too_many_webhooks"


class WebhookDisabled(Conflict):
    """The webhook is disabled; enable it first."""

    code = "webhook_disabled"


class ReplayTooLarge(Invalid):
    """So much is not sent again at once; choose a shorter range."""

    code = "replay_too_large"


class FactGone(Gone):
    """The fact is not kept any more, and cannot be sent again."""

    code = "fact_gone"


def types_of(service: str) -> tuple[str, ...]:
    """The facts that a webhook of a service can want.

    Heartbeats are removed minutes after they were told, and each says more than the one before.
    """
    return tuple(fact.fact_type for fact in told_by(service) if fact is not ServiceHeartbeat)


async def create(
    session: AsyncSession, cause: Cause, body: WebhookIn, *, asker: Principal, service: str, secret_key: str
) -> tuple[Webhook, str]:
    """Make a webhook; answers its row and, this once, its secret.

    It gets what is published from now on. Raises Forbidden, Invalid for unknown types, TooManyWebhooks.
    """
    _refuse_who_may_not_read(asker, service)
    types = _known(body.types, service)
    if await queries.count(session) >= MOST_WEBHOOKS:
        raise TooManyWebhooks(f"There are {MOST_WEBHOOKS}.")
    row = Webhook(
        name=body.name,
        url=body.url,
        types=types,
        enabled=True,
        created_at=cause.at,
        created_by=cause.actor,
        updated_at=cause.at,
        salt=signing.new_salt(),
        since_position=await queries.newest_position(session),
        version=1,
    )
    session.add(row)
    await session.flush()
    session.add(WebhookBreaker(webhook_id=row.id))
    await audit.record_row(session, cause, "create", row, {}, audit.state_of(row, *CONFIGURED), body.reason)
    return row, signing.secret_of(row.salt, secret_key)


async def change(
    session: AsyncSession,
    cause: Cause,
    webhook_id: UUID,
    patch: WebhookPatch,
    expected: int | None,
    *,
    asker: Principal,
    service: str,
) -> Webhook:
    """Give a webhook another name, address or types, stop it or let it go on; an address gets another chance at once.

    Raises NotFound, PreconditionFailed, Forbidden, Invalid.
    """
    _refuse_who_may_not_read(asker, service)
    row = await _locked(session, webhook_id, expected)
    before = audit.state_of(row, *CONFIGURED)
    result = merge_patch.merged(Changed, before, patch)
    after = {**audit.state_of(result, *CONFIGURED), "types": _known(result.types, service)}
    changed = {field: value for field, value in after.items() if value != before[field]}
    if not changed:
        return row
    row.name, row.url, row.types, row.updated_at = result.name, result.url, after["types"], cause.at
    if changed.get("enabled") is False:
        row.disable("asked", cause.at)
    elif changed.get("enabled"):
        row.enable(await queries.newest_position(session))
    if "url" in changed or changed.get("enabled"):
        (await queries.breaker(session, webhook_id, lock=True)).close()
    held = {field: before[field] for field in changed}
    await audit.record_row(session, cause, "change", row, held, changed, result.reason)
    await session.flush()
    return row


async def rotate(
    session: AsyncSession,
    cause: Cause,
    webhook_id: UUID,
    body: SecretRotationIn,
    expected: int | None,
    *,
    asker: Principal,
    service: str,
    secret_key: str,
) -> tuple[Webhook, str]:
    """Give a webhook a new secret; until the grace period ends, all is signed with both, with an older one no more.

    Raises NotFound, PreconditionFailed, Forbidden.
    """
    _refuse_who_may_not_read(asker, service)
    row = await _locked(session, webhook_id, expected)
    before = audit.state_of(row, "rotated_at", "previous_expires_at")
    row.rotate(signing.new_salt(), cause.at, cause.at + timedelta(seconds=body.grace_seconds))
    after = audit.state_of(row, "rotated_at", "previous_expires_at")
    await audit.record_row(session, cause, "rotate", row, before, after, body.reason)
    await session.flush()
    return row, signing.secret_of(row.salt, secret_key)


async def remove(session: AsyncSession, cause: Cause, webhook_id: UUID, expected: int | None) -> None:
    """Take a webhook away; what it was sent stays as evidence. Raises NotFound, PreconditionFailed."""
    row = await _locked(session, webhook_id, expected)
    await audit.record_row(session, cause, "remove", row, audit.state_of(row, *CONFIGURED), {}, None)
    await session.delete(row)
    await session.flush()


async def replay(session: AsyncSession, cause: Cause, webhook_id: UUID, body: WebhookReplayIn) -> int:
    """Make due again what was told in a range, as far as the outbox holds it; answers how many deliveries.

    Raises NotFound, WebhookDisabled, ReplayTooLarge.
    """
    row = await queries.webhook(session, webhook_id)
    _refuse_disabled(row)
    replayed = await queueing.queue_again(
        session,
        row,
        begins_at=body.begins_at,
        ends_at=body.ends_at,
        delivered=body.delivered,
        at=cause.at,
        most=MOST_REPLAYED + 1,
    )
    if replayed > MOST_REPLAYED:
        raise ReplayTooLarge(
            f"At most {MOST_REPLAYED} deliveries are made due by one request.",
            errors=[place("body", "to", msg="The range holds too many facts", code="range")],
        )
    asked = {"from": body.begins_at, "to": body.ends_at, "delivered": body.delivered, "replayed": replayed}
    await audit.record_row(session, cause, "replay", row, {}, asked, body.reason)
    return replayed


async def replay_delivery(
    session: AsyncSession, cause: Cause, delivery_id: UUID, reason: str | None
) -> WebhookDelivery:
    """Send one fact again, whatever came of it. Raises NotFound, WebhookDisabled, FactGone."""
    row = await queries.delivery(session, delivery_id, lock=True)
    webhook = await queries.webhook(session, row.webhook_id)
    _refuse_disabled(webhook)
    if not await queueing.is_kept(session, row.event_id):
        raise FactGone
    before = {"state": row.state}
    row.replay(cause.at)
    await audit.record_row(session, cause, "replay", row, before, {"state": row.state}, reason)
    await session.flush()
    return row


def _refuse_who_may_not_read(asker: Principal, service: str) -> None:
    """A webhook hands facts to whoever has its address and secret: its maker must be able to read them."""
    needed = f"{service}:events:read"
    if not asker.may(needed):
        raise Forbidden(f"The scope {needed} is needed as well.")


def _refuse_disabled(row: Webhook) -> None:
    if not row.enabled:
        raise WebhookDisabled(allowed=["enable"])


def _known(types: list[str], service: str) -> list[str]:
    """The types in order, each once. Raises Invalid with the places of those that the service does not tell."""
    known = types_of(service)
    unknown = [number for number, type_ in enumerate(types) if type_ not in known]
    if unknown:
        raise Invalid(
            errors=[
                place("body", "types", number, msg="No webhook of this service gets such a fact", code="unknown_type")
                for number in unknown[:50]
            ],
            allowed=known,
        )
    return sorted(set(types))


async def _locked(session: AsyncSession, webhook_id: UUID, expected: int | None) -> Webhook:
    row = await queries.webhook(session, webhook_id, lock=True)
    etags.check(row.version, expected)
    return row
