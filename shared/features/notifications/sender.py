"""The worker's part: lease → decide → send → record.

A lease and a record are transactions of their own; none is open while the mail server or a receiver is spoken to. What
its reader wants later is let wait in the lease's transaction. A process that dies in between leaves a lease that ends,
and the message goes out again under the same id: the message at least once, the fact once.
"""

import asyncio
import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from uuid import UUID

import structlog
from sqlalchemy import func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.notification_templates import queries as template_queries
from shared.features.notification_templates.digest import DIGEST
from shared.features.notification_templates.language import OutputTooLarge, TemplateNotFilled
from shared.features.notification_templates.templates import (
    Edited,
    Rendered,
    Template,
    Templates,
    UnknownTemplate,
    one_line,
)
from shared.features.notifications import deciding, digests, mail, telling
from shared.features.notifications.channels import Channels, Evidence
from shared.features.notifications.models import LONGEST_ERROR, Notification
from shared.features.notifications.not_sent import NotSent
from shared.features.notifications.smtp import SMTP_TIMEOUT, MailServer
from shared.ops.clock import Clock
from shared.ops.crash import crash_here
from shared.ops.metrics import Metrics
from shared.ops.settings import ServiceSettings

log = structlog.get_logger(__name__)

MAIL = ("email",)
ELSEWHERE = ("webhook", "apprise")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a notification is tried.

    The pauses double from the first to the longest: with these, 12 attempts last about 40 minutes.
    lease_seconds: after so long an interrupted send is taken up again; a batch ends before it.
    """

    attempts: int = 12
    first_pause_seconds: float = 2.0
    longest_pause_seconds: float = 900.0
    lease_seconds: float = 30.0
    batch: int = 50

    def pause_after(self, attempts: int) -> float:
        """Seconds to rest after so many failed attempts: half of the pause is drawn by lot."""
        pause = min(self.first_pause_seconds * 2.0 ** (attempts - 1), self.longest_pause_seconds)
        return pause * random.uniform(0.5, 1.0)


_LEASE = text("""
UPDATE notification
SET attempts = attempts + 1, lease_until = clock_timestamp() + make_interval(secs => :lease_seconds)
WHERE id IN (
      SELECT id FROM notification
      WHERE state = 'queued'
        AND channel = ANY (:channels)
        AND (lease_until IS NULL OR lease_until <= clock_timestamp())
        AND (not_before IS NULL OR not_before <= :now)
      ORDER BY id
      LIMIT :batch
      FOR UPDATE SKIP LOCKED)
RETURNING id
""")


# What nobody waits for costs one statement that reads. The orders lead to the indexes: what only has to be there is
# looked for in the table, if many are.
_LOOK = text("""
SELECT (SELECT id FROM notification
        WHERE state = 'queued' AND channel = ANY (:channels)
          AND (lease_until IS NULL OR lease_until <= clock_timestamp())
          AND (not_before IS NULL OR not_before <= :now)
        ORDER BY id LIMIT 1) IS NOT NULL AS due,
       (SELECT id FROM notification WHERE state = 'held' AND digest_id IS NULL AND not_before <= :now
        ORDER BY not_before, staff_id LIMIT 1) IS NOT NULL AS over
""")


@dataclass(frozen=True, slots=True)
class Taken:
    """What a batch has in hand. rows: to send now. lists: what each digest among them lists."""

    leased: int
    rows: Sequence[Notification]
    lists: dict[UUID, Sequence[Notification]]
    edited: Edited


class NotificationSender:
    """Sends what is queued in one service's database. Any number of workers may run one."""

    def __init__(
        self,
        database: Database,
        settings: ServiceSettings,
        templates: Iterable[Template],
        metrics: Metrics,
        clock: Clock,
        patience: Patience = Patience(),
    ) -> None:
        self._database = database
        self._templates = Templates((*templates, DIGEST))
        self._metrics = metrics
        self._clock = clock
        self._patience = patience
        self._smtp_url = settings.smtp_url
        if self._smtp_url:
            MailServer(self._smtp_url)  # refuses a bad address at the start, not with the first mail
        self._sender = settings.mail_from
        self._envelope_sender = parseaddr(settings.mail_from)[1]
        self._host = mail.host_of(settings.public_base_url, settings.mail_from)
        self._allowed_domains = settings.allowed_domains
        self._channels = Channels(settings)

    async def run_once(self) -> int:
        """Send one batch of mails; answers how many notifications were taken in hand. A full batch has a next."""
        due, over = await self._look(MAIL)
        if over:
            await self._wake()
        if not self._smtp_url or not (due or over):
            return 0
        give_up_at = time.monotonic() + self._patience.lease_seconds - SMTP_TIMEOUT
        taken = await self._lease(MAIL)
        crash_here("after_lease")
        async with MailServer(self._smtp_url) as server:
            for place, row in enumerate(taken.rows):
                if time.monotonic() >= give_up_at:
                    await self._hand_back(taken.rows[place:])
                    break
                try:
                    evidence = await self._mail(server, row, taken)
                except NotSent as failure:
                    await self._record_failure([row], failure)
                    if failure.unreachable:
                        await self._record_failure(taken.rows[place + 1 :], failure)
                        break
                else:
                    crash_here("after_mail")
                    await self._record_sent(row, evidence)
                    crash_here("after_evidence")
        return taken.leased

    async def run_elsewhere_once(self) -> int:
        """The same for what is no mail: all of a batch at once, so that it ends well before its leases do."""
        due, _ = await self._look(ELSEWHERE)
        if not due:
            return 0
        taken = await self._lease(ELSEWHERE)
        crash_here("after_lease")
        async with asyncio.TaskGroup() as sending:
            for row in taken.rows:
                sending.create_task(self._send_elsewhere(row, taken))
        return taken.leased

    async def close(self) -> None:
        """Give up the connections."""
        await self._channels.close()

    async def _look(self, channels: Sequence[str]) -> tuple[bool, bool]:
        """Whether something is to be sent over these channels, and whether something has waited long enough."""
        async with self._database.session() as session:
            found = (await session.execute(_LOOK, {"channels": list(channels), "now": self._clock()})).one()
        return found.due, found.over

    async def _wake(self) -> None:
        """Take up again whose time has come: quiet hours that ended, and digests."""
        async with transaction(self._database) as session:
            await deciding.end_quiet_hours(session, self._clock(), most=self._patience.batch)
            gathered = await digests.gather(session, self._clock())
        if gathered:
            crash_here("after_digest")

    async def _lease(self, channels: Sequence[str]) -> Taken:
        async with transaction(self._database) as session:
            now = self._clock()
            leased = await session.execute(
                _LEASE,
                {
                    "lease_seconds": self._patience.lease_seconds,
                    "now": now,
                    "batch": self._patience.batch,
                    "channels": list(channels),
                },
            )
            ids = leased.scalars().all()
            if not ids:
                return Taken(0, (), {}, {})
            found = await session.scalars(
                select(Notification).where(col(Notification.id).in_(ids)).order_by(col(Notification.id))
            )
            edited = await template_queries.edited(session)
            rows = await deciding.decide(session, found.all(), self._templates, edited, self._database.service, now)
            lists = {row.id: await digests.listed_in(session, row.id) for row in rows if row.template == DIGEST.name}
            return Taken(len(ids), rows, lists, edited)

    async def _hand_back(self, rows: Sequence[Notification]) -> None:
        """Give up the leases of what this batch has no time for; it was no attempt."""
        async with transaction(self._database) as session:
            for row in rows:
                await session.execute(
                    update(Notification)
                    .where(col(Notification.id) == row.id, col(Notification.attempts) == row.attempts)
                    .values(lease_until=None, attempts=row.attempts - 1)
                )

    async def _mail(self, server: MailServer, row: Notification, taken: Taken) -> Evidence:
        identity = mail.message_id(row.id, self._host)
        try:
            to = mail.usable_address(row.address, self._allowed_domains)
            rendered = self._rendered(row, taken)
            message = mail.compose(rendered, sender=self._sender, to=to, identity=identity, at=self._clock())
        except mail.UnusableAddress as refused:
            raise NotSent(refused.code, str(refused), permanent=True) from refused
        except NotSent:
            raise
        except Exception as error:  # a fault of ours in one mail must not keep the others from going out
            log.exception("mail.not_composed", notification_id=str(row.id), template=row.template)
            raise NotSent("mail_not_composed", type(error).__name__, permanent=True) from error
        reply = await server.send(message, sender=self._envelope_sender, to=to)
        return {"message_id": identity, "reply": _kept(reply)}

    async def _send_elsewhere(self, row: Notification, taken: Taken) -> None:
        try:
            evidence = await self._channels.send(row, self._rendered(row, taken), self._clock())
        except NotSent as failure:
            await self._record_failure([row], failure)
        except Exception as error:  # a fault of ours in one must not keep the others from going out
            log.error("notification.not_sent", notification_id=str(row.id), error=type(error).__name__)
            await self._record_failure([row], NotSent("channel_failed", type(error).__name__))
        else:
            crash_here("after_mail")
            await self._record_sent(row, evidence)
            crash_here("after_evidence")

    def _rendered(self, row: Notification, taken: Taken) -> Rendered:
        """What it says. Raises NotSent."""
        try:
            if row.id not in taken.lists:
                return self._templates.render(row.template, row.locale, row.values, taken.edited)
            return digests.rendered(taken.lists[row.id], row.locale, self._templates, taken.edited)
        except UnknownTemplate as unknown:
            raise NotSent("template_unknown", str(unknown), permanent=True) from unknown
        except TemplateNotFilled as not_filled:
            raise NotSent("template_not_filled", str(not_filled), permanent=True) from not_filled
        except OutputTooLarge as large:
            raise NotSent("template_too_large", str(large), permanent=True) from large

    async def _record_sent(self, row: Notification, evidence: Evidence) -> None:
        self._metrics.notification_attempts_total.labels(row.channel, "sent").inc()
        async with transaction(self._database) as session:
            held = await _still_queued(session, row.id)
            if held is None:  # another worker took it over when our lease ended, and recorded it
                return
            telling.sent(session, held, {**evidence, "locale": row.locale}, self._cause(held))
            if held.template != DIGEST.name:
                return
            for one in await digests.listed_in(session, held.id, lock=True):
                telling.sent(session, one, {"digest_id": str(held.id), **evidence}, self._cause(one))

    async def _record_failure(self, rows: Sequence[Notification], failure: NotSent) -> None:
        """Let each rest until its next attempt; after the last one, or if it is permanent, it has failed."""
        for row in rows:
            self._metrics.notification_attempts_total.labels(row.channel, "failed").inc()
            async with transaction(self._database) as session:
                held = await _still_queued(session, row.id)
                if held is None or held.attempts != row.attempts:
                    continue  # another worker has it in hand: what happened to us is no news
                held.last_error = _kept(f"{failure.code}: {failure.detail}")
                held.add_try(self._clock(), failure.code, _kept(failure.detail))
                if failure.permanent or held.attempts >= self._patience.attempts:
                    await digests.fail(session, held, failure.code, self._database.service, self._clock())
                else:
                    await _rest(session, held.id, self._patience.pause_after(held.attempts))

    def _cause(self, row: Notification) -> Cause:
        return telling.cause_of(row, self._database.service, self._clock())


async def _still_queued(session: AsyncSession, notification_id: UUID) -> Notification | None:
    found = await session.scalars(
        select(Notification)
        .where(col(Notification.id) == notification_id, col(Notification.state) == "queued")
        .with_for_update()
    )
    return found.one_or_none()


async def _rest(session: AsyncSession, notification_id: UUID, seconds: float) -> None:
    until = func.clock_timestamp() + func.make_interval(0, 0, 0, 0, 0, 0, seconds)
    await session.execute(update(Notification).where(col(Notification.id) == notification_id).values(lease_until=until))


def _kept(text: str) -> str:
    return one_line(text)[:LONGEST_ERROR]
