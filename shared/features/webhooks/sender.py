"""The worker's part: lease → send → record, for each webhook apart, so that one that hangs keeps no other waiting.

A lease and a record are transactions of their own; none is open while a receiver is spoken to. A process that dies
in between leaves a lease that ends, and the fact goes out again under the same webhook-id.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import httpx
import structlog
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.inbox import describe
from shared.events.tables import OutboxRow
from shared.events.transaction import transaction
from shared.features.audit import service as audit
from shared.features.events.schemas import EventOut
from shared.features.webhooks import sending, signing
from shared.features.webhooks.models import (
    WHOLE_TABLE_SECONDS,
    Webhook,
    WebhookAttempt,
    WebhookBreaker,
    WebhookDelivery,
)
from shared.features.webhooks.sending import Outcome
from shared.ops.clock import Clock
from shared.ops.crash import crash_here
from shared.ops.metrics import Metrics
from shared.ops.pauses import pause
from shared.ops.settings import ServiceSettings

LOOK_EVERY_SECONDS = 0.5
LEASE_SECONDS = 60.0  # longer than an attempt and its record take
BATCH = 10  # deliveries of one webhook that are under way at once
MOST_AT_ONCE = 50  # webhooks
LAST_SECONDS = 5.0  # that attempts under way are given when the worker ends
GIVEN_UP_AT_ONCE = 1_000  # deliveries

log = structlog.get_logger(__name__)

_DUE = text("""
SELECT webhook.id FROM webhook JOIN webhook_breaker ON webhook_breaker.webhook_id = webhook.id
WHERE enabled AND webhook.id <> ALL (:in_hand) AND (open_until IS NULL OR open_until <= :now) AND EXISTS (
    SELECT FROM webhook_delivery AS waiting
    WHERE waiting.webhook_id = webhook.id AND state = 'pending' AND due_at <= :now
      AND (lease_until IS NULL OR lease_until <= clock_timestamp()))
LIMIT :most
""")
_LEASE = text("""
UPDATE webhook_delivery
SET attempts = attempts + 1, tries = tries + 1, lease_until = clock_timestamp() + make_interval(secs => :seconds)
WHERE id IN (
    SELECT id FROM webhook_delivery
    WHERE webhook_id = :webhook_id AND state = 'pending' AND due_at <= :now
      AND (lease_until IS NULL OR lease_until <= clock_timestamp())
    ORDER BY due_at LIMIT :batch FOR UPDATE SKIP LOCKED)
RETURNING id
""")
"""It waits for no row: who records an attempt holds one, and may wait for the breaker that the lease holds."""

_GIVE_UP = text("""
UPDATE webhook_delivery SET state = 'exhausted', last_outcome = 'breaker_open' WHERE id IN (
    SELECT id FROM webhook_delivery
    WHERE webhook_id = :webhook_id AND state = 'pending' AND due_at <= :before
      AND (lease_until IS NULL OR lease_until <= clock_timestamp())
    ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
RETURNING id
""")
_PENDING = text("""
SELECT count(*) FROM (
    SELECT FROM webhook JOIN webhook_delivery ON webhook_id = webhook.id AND state = 'pending'
    WHERE enabled LIMIT 1000000) AS waiting
""")


@dataclass(frozen=True, slots=True)
class Leased:
    """One delivery in hand. body: None where the fact is not kept any more."""

    id: UUID
    number: int
    event_id: UUID
    body: bytes | None


@dataclass(frozen=True, slots=True)
class Batch:
    """What is in hand for one webhook, and where and how it is sent."""

    webhook_id: UUID
    url: str
    secrets: Sequence[str]
    deliveries: Sequence[Leased]


class WebhookSender:
    """Sends what is due in one service's database. Any number of workers may run one."""

    def __init__(self, database: Database, settings: ServiceSettings, metrics: Metrics, clock: Clock) -> None:
        self._database = database
        self._settings = settings
        self._secret_key = settings.secret_key.get_secret_value()
        self._metrics = metrics
        self._clock = clock
        self._in_hand: set[UUID] = set()
        self._http: httpx.AsyncClient | None = None

    async def run(self) -> int:
        """Send whatever gets due, until it is cancelled; then what is under way is given a little time."""
        async with asyncio.TaskGroup() as serving:
            while True:
                await self._begin(serving)
                await pause(LOOK_EVERY_SECONDS)

    async def run_once(self) -> None:
        """Send what is due now."""
        async with asyncio.TaskGroup() as serving:
            await self._begin(serving)

    async def count(self) -> None:
        """Keep the gauge that only the database knows."""
        async with self._database.session() as session:
            self._metrics.webhook_deliveries_pending.set(await session.scalar(_PENDING) or 0)

    async def close(self) -> None:
        """Give up the connections."""
        if self._http is not None:
            await self._http.aclose()

    async def _begin(self, serving: asyncio.TaskGroup) -> None:
        """Serve each webhook for which something is due and that is not being served."""
        values = {"in_hand": list(self._in_hand), "now": self._clock(), "most": MOST_AT_ONCE - len(self._in_hand)}
        try:
            async with self._database.session() as session:
                due = (await session.scalars(_DUE, values)).all()
        except Exception as error:  # what is under way goes on
            log.warning("webhooks.wait", error=describe(error))
            return
        for webhook_id in due:
            self._in_hand.add(webhook_id)
            serving.create_task(self._serve(webhook_id))

    async def _serve(self, webhook_id: UUID) -> None:
        """Send what is due for one webhook until nothing is, or its breaker opens."""
        try:
            while batch := await self._lease(webhook_id):
                crash_here("after_lease")
                await _all_of([asyncio.create_task(self._deliver(batch, one)) for one in batch.deliveries])
        except Exception as error:  # its leases end, and the others go on
            log.warning("webhook.waits", webhook_id=str(webhook_id), error=describe(error))
        finally:
            self._in_hand.discard(webhook_id)

    async def _lease(self, webhook_id: UUID) -> Batch | None:
        async with transaction(self._database) as session:
            now = self._clock()
            webhook = await session.get(Webhook, webhook_id)
            breaker = await session.get(WebhookBreaker, webhook_id, with_for_update={"skip_locked": True})
            if webhook is None or not webhook.enabled or breaker is None or breaker.state(now) == "open":
                return None
            decides = breaker.state(now) == "half_open"
            leased = await session.scalars(
                _LEASE,
                {"webhook_id": webhook_id, "now": now, "seconds": LEASE_SECONDS, "batch": 1 if decides else BATCH},
            )
            rows = await _with_facts(session, leased.all())
            if not rows:
                return None
            if decides:
                breaker.open(now)  # for all others, until this one has decided
            secrets = [signing.secret_of(salt, self._secret_key) for salt in webhook.salts(now)]
            return Batch(webhook_id, webhook.url, secrets, rows)

    async def _deliver(self, batch: Batch, leased: Leased) -> None:
        at = self._clock()
        if leased.body is None:
            outcome = Outcome("not_kept", 0)
        else:
            if self._http is None:
                self._http = sending.client(self._settings)
            headers = signing.headers(batch.secrets, str(leased.event_id), at, leased.body.decode())
            outcome = await sending.attempt(self._http, batch.url, headers, leased.body)
            crash_here("after_webhook")
        async with transaction(self._database) as session:
            await self._record(session, batch, leased, outcome, at)
        crash_here("after_evidence")
        self._metrics.webhook_attempts_total.labels("delivered" if outcome.delivered else "failed").inc()

    async def _record(
        self, session: AsyncSession, batch: Batch, leased: Leased, outcome: Outcome, began: datetime
    ) -> None:
        held = await session.get(WebhookDelivery, leased.id, with_for_update=True)
        if held is None:
            return  # retention took it away
        session.add(
            WebhookAttempt(
                delivery_id=held.id,
                number=leased.number,
                at=began,
                outcome=outcome.name,
                status=outcome.status,
                milliseconds=outcome.milliseconds,
            )
        )
        if held.state != "pending":
            return  # another worker took it over when our lease ended, and recorded it
        now = self._clock()
        if outcome.delivered:
            held.deliver(now)
            await _close_breaker(session, batch.webhook_id)
        elif held.attempts == leased.number:  # else another worker has it in hand: what happened to us is no news
            await self._fail(session, batch, held, outcome, now)

    async def _fail(
        self, session: AsyncSession, batch: Batch, held: WebhookDelivery, outcome: Outcome, now: datetime
    ) -> None:
        if outcome.name == "not_kept":
            held.give_up(outcome.name)
        else:
            held.fail(outcome.name, now)
            if outcome.status == sending.GONE:
                await self._disable(session, batch, held, now)
        if held.state == "exhausted":
            self._given_up(held.webhook_id, 1, outcome.name)
        if outcome.name == "not_kept":
            return  # the endpoint was not asked
        breaker = await session.get(WebhookBreaker, batch.webhook_id, with_for_update=True)
        if breaker is not None:
            breaker.count_failure(now)
            if breaker.open_until is not None:
                await session.flush()
                await self._give_up_what_waits(session, batch.webhook_id, now)

    async def _disable(self, session: AsyncSession, batch: Batch, held: WebhookDelivery, now: datetime) -> None:
        """The receiver says that nobody is there any more; unless somebody has moved the webhook meanwhile."""
        webhook = await session.get(Webhook, batch.webhook_id, with_for_update=True)
        if webhook is None or not webhook.enabled or webhook.url != batch.url:
            return
        webhook.disable("gone", now)
        webhook.updated_at = now
        cause = Cause(f"job/send_webhooks/{held.id}", f"service/{self._database.service}", now)
        after = {"enabled": False, "disabled": "gone"}
        await audit.record_row(session, cause, "disable", webhook, {"enabled": True}, after)
        log.warning("webhook.disabled", webhook_id=str(webhook.id))

    async def _give_up_what_waits(self, session: AsyncSession, webhook_id: UUID, now: datetime) -> None:
        """What has been due for as long as the whole table of attempts lasts, and could not be tried."""
        before = now - timedelta(seconds=WHOLE_TABLE_SECONDS)
        given_up = await session.scalars(
            _GIVE_UP, {"webhook_id": webhook_id, "before": before, "most": GIVEN_UP_AT_ONCE}
        )
        self._given_up(webhook_id, len(given_up.all()), "breaker_open")

    def _given_up(self, webhook_id: UUID, count: int, outcome: str) -> None:
        if count:
            self._metrics.webhook_deliveries_exhausted_total.inc(count)
            log.warning("webhook.exhausted", webhook_id=str(webhook_id), deliveries=count, outcome=outcome)


async def _with_facts(session: AsyncSession, ids: Sequence[UUID]) -> list[Leased]:
    """Leased deliveries with what is sent for each: the fact as the feed shows it."""
    found = await session.execute(
        select(WebhookDelivery, OutboxRow)
        .join(OutboxRow, col(OutboxRow.event_id) == col(WebhookDelivery.event_id), isouter=True)
        .where(col(WebhookDelivery.id).in_(ids))
    )
    return [Leased(held.id, held.attempts, held.event_id, _body(fact)) for held, fact in found]


def _body(fact: OutboxRow | None) -> bytes | None:
    return None if fact is None else EventOut.of(fact).model_dump_json().encode()


async def _close_breaker(session: AsyncSession, webhook_id: UUID) -> None:
    """Only where it has something to forget: a receiver that answers costs no write."""
    breaker = await session.get(WebhookBreaker, webhook_id)
    if breaker is not None and breaker.failures:
        await session.refresh(breaker, with_for_update=True)
        breaker.close()


async def _all_of(attempts: Sequence[asyncio.Task[None]]) -> None:
    """Wait for attempts under way; where the worker ends meanwhile, for a little while. Raises the first error."""
    try:
        await asyncio.wait(attempts)
    except asyncio.CancelledError:
        _, late = await asyncio.wait(attempts, timeout=LAST_SECONDS)
        for one in late:
            one.cancel()
        raise
    for error in [one.exception() for one in attempts]:  # of all, or asyncio would log those nobody asked for
        if error is not None:
            raise error
