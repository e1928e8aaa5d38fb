"""The worker's part: lease → send → record.

A lease and a record are transactions of their own; none is open while the mail server is spoken to.
A process that dies in between leaves a lease that ends, and the mail goes out again under the same
Message-ID: the mail at least once, the fact once.
"""

import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from typing import Any, NoReturn
from uuid import UUID

import structlog
from sqlalchemy import func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared.contracts.platform import NotificationFailed, NotificationSent
from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.outbox import tell
from shared.events.transaction import transaction
from shared.features.notifications import mail
from shared.features.notifications.models import LONGEST_ERROR, Notification
from shared.features.notifications.smtp import SMTP_TIMEOUT, MailNotSent, MailServer
from shared.features.notifications.templates import Template, TemplateNotFilled, Templates, UnknownTemplate, one_line
from shared.ops.clock import Clock
from shared.ops.crash import crash_here
from shared.ops.settings import ServiceSettings

log = structlog.get_logger(__name__)


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
        AND (lease_until IS NULL OR lease_until <= clock_timestamp())
        AND (not_before IS NULL OR not_before <= :now)
      ORDER BY id
      LIMIT :batch
      FOR UPDATE SKIP LOCKED)
RETURNING id
""")


class NotificationSender:
    """Sends what is queued in one service's database. Any number of workers may run one."""

    def __init__(
        self,
        database: Database,
        settings: ServiceSettings,
        templates: Iterable[Template],
        clock: Clock,
        patience: Patience = Patience(),
    ) -> None:
        self._database = database
        self._templates = Templates(templates)
        self._clock = clock
        self._patience = patience
        self._smtp_url = settings.smtp_url
        if self._smtp_url:
            MailServer(self._smtp_url)  # refuses a bad address at the start, not with the first mail
        self._sender = settings.mail_from
        self._envelope_sender = parseaddr(settings.mail_from)[1]
        self._host = mail.host_of(settings.public_base_url, settings.mail_from)
        self._allowed_domains = settings.allowed_domains

    async def run_once(self) -> int:
        """Send one batch; answers how many notifications were taken in hand. A full batch has a next."""
        if not self._smtp_url:
            return 0
        give_up_at = time.monotonic() + self._patience.lease_seconds - SMTP_TIMEOUT
        leased = await self._lease()
        crash_here("after_lease")
        async with MailServer(self._smtp_url) as server:
            for place, row in enumerate(leased):
                if time.monotonic() >= give_up_at:
                    await self._hand_back(leased[place:])
                    break
                try:
                    reply = await self._send(server, row)
                except MailNotSent as failure:
                    await self._record_failure([row], failure)
                    if failure.unreachable:
                        await self._record_failure(leased[place + 1 :], failure)
                        break
                else:
                    crash_here("after_mail")
                    await self._record_sent(row, reply)
                    crash_here("after_evidence")
        return len(leased)

    async def _lease(self) -> list[Notification]:
        async with transaction(self._database) as session:
            leased = await session.execute(
                _LEASE,
                {
                    "lease_seconds": self._patience.lease_seconds,
                    "now": self._clock(),
                    "batch": self._patience.batch,
                },
            )
            rows = await session.scalars(
                select(Notification)
                .where(col(Notification.id).in_(leased.scalars().all()))
                .order_by(col(Notification.id))
            )
            return list(rows)

    async def _hand_back(self, rows: Sequence[Notification]) -> None:
        """Give up the leases of what this batch has no time for; it was no attempt."""
        async with transaction(self._database) as session:
            for row in rows:
                await session.execute(
                    update(Notification)
                    .where(col(Notification.id) == row.id, col(Notification.attempts) == row.attempts)
                    .values(lease_until=None, attempts=row.attempts - 1)
                )

    async def _send(self, server: MailServer, row: Notification) -> str:
        try:
            to = mail.usable_address(row.address, self._allowed_domains)
            rendered = self._templates.render(row.template, row.locale, row.values)
            message = mail.compose(
                rendered,
                sender=self._sender,
                to=to,
                identity=mail.message_id(row.id, self._host),
                at=self._clock(),
            )
        except mail.UnusableAddress as refused:
            _fail_for_good(refused.code, refused)
        except UnknownTemplate as unknown:
            _fail_for_good("template_unknown", unknown)
        except TemplateNotFilled as not_filled:
            _fail_for_good("template_not_filled", not_filled)
        except Exception as error:  # a fault of ours in one mail must not keep the others from going out
            log.exception("mail.not_composed", notification_id=str(row.id), template=row.template)
            raise MailNotSent("mail_not_composed", type(error).__name__, permanent=True) from error
        return await server.send(message, sender=self._envelope_sender, to=to)

    async def _record_sent(self, row: Notification, reply: str) -> None:
        async with transaction(self._database) as session:
            held = await _still_queued(session, row.id)
            if held is None:  # another worker took it over when our lease ended, and recorded it
                return
            cause = self._cause(held)
            held.state, held.sent_at, held.lease_until, held.last_error = "sent", cause.at, None, None
            held.evidence = {"message_id": mail.message_id(held.id, self._host), "reply": _kept(reply)}
            tell(session, NotificationSent(**_told(held)), cause, trace_id=held.trace_id)

    async def _record_failure(self, rows: Sequence[Notification], failure: MailNotSent) -> None:
        """Let each rest until its next attempt; after the last one, or if it is permanent, it has failed."""
        for row in rows:
            async with transaction(self._database) as session:
                held = await _still_queued(session, row.id)
                if held is None or held.attempts != row.attempts:
                    continue  # another worker has it in hand: what happened to us is no news
                held.last_error = _kept(f"{failure.code}: {failure.detail}")
                if failure.permanent or held.attempts >= self._patience.attempts:
                    self._fail(session, held, failure.code)
                else:
                    await _rest(session, held.id, self._patience.pause_after(held.attempts))

    def _fail(self, session: AsyncSession, held: Notification, code: str) -> None:
        cause = self._cause(held)
        held.state, held.failed_at, held.lease_until, held.error_code = "failed", cause.at, None, code
        tell(session, NotificationFailed(**_told(held)), cause, trace_id=held.trace_id)
        log.warning("notification.failed", notification_id=str(held.id), error_code=code)

    def _cause(self, row: Notification) -> Cause:
        """What queued it is what its sending follows from."""
        return Cause(
            id=row.caused_by,
            actor=f"service/{self._database.service}",
            at=self._clock(),
            traceparent=row.traceparent,
        )


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


def _told(row: Notification) -> dict[str, Any]:
    """The data of both facts: ids and codes, never an address."""
    return {
        "notification_id": row.id,
        "template": row.template,
        "channel": row.channel,
        "recipient": {
            "kind": row.recipient_kind,
            "staff_id": row.staff_id,
            "contact_id": row.contact_id,
            "role": row.role,
        },
        "response_id": row.response_id,
        "ticket_id": row.ticket_id,
        "recovery_case_id": row.recovery_case_id,
        "account_id": row.account_id,
        "handoff_id": row.handoff_id,
        "project_id": row.project_id,
        "attempts": row.attempts,
        "queued_at": row.queued_at,
        "sent_at": row.sent_at,
        "error_code": row.error_code,
    }


def _fail_for_good(code: str, error: Exception) -> NoReturn:
    raise MailNotSent(code, str(error), permanent=True) from error


def _kept(text: str) -> str:
    return one_line(text)[:LONGEST_ERROR]
