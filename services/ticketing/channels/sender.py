"""The worker's part: lease → compose → send → record, as notifications go out.

No transaction is open while the storage or the mail server is spoken to. A process that dies in between leaves a lease
that ends, and the mail goes out again under the same Message-ID: at least once, and twice only then.
"""

import time
from collections.abc import Sequence
from uuid import UUID

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.attachments.storage import NotThere, Storage, StorageFailed
from services.ticketing.channels import replies
from services.ticketing.channels.replies import Earlier, Part, Reply, Sender
from shared.db.session import Database
from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.audit import service as audit
from shared.features.notifications import mail
from shared.features.notifications.not_sent import NotSent
from shared.features.notifications.sender import Patience
from shared.features.notifications.smtp import SMTP_TIMEOUT, MailServer
from shared.ids import uuid7
from shared.ops.clock import Clock
from shared.ops.crash import crash_here
from shared.ops.metrics import Metrics
from shared.worker.jobs import Loop

EVERY_SECONDS = 0.5
PATIENCE = Patience()
LARGEST_ATTACHED = 20_000_000  # bytes of all files of a mail; many servers take 25 MB in base64
CHANNEL = "reply"
"""What the metrics call it, beside the channels of notifications."""

_LEASE = """
UPDATE message
SET delivery_attempts = delivery_attempts + 1,
    delivery_lease_until = clock_timestamp() + make_interval(secs => $1::float8)
WHERE id IN (
      SELECT id FROM message
      WHERE delivery_state = 'queued' AND (delivery_lease_until IS NULL OR delivery_lease_until <= clock_timestamp())
      ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED)
RETURNING id
"""
# A reply that was written on a merged ticket goes to that ticket's customer, wherever it lies.
# The address that the last mail came from, if it is the requester's or their contact's; else the requester's. A
# stranger who wrote on the ticket gets what was meant for the customer only where there is no other address.
_LEASED = """
SELECT message.id, ticket.id AS ticket_id, number, subject, message.body, message.created_at,
       delivery_attempts AS attempts, message.attachments,
       CASE WHEN last.author_address = lower(requester_email) OR contact.email = last.author_address
                 OR requester_email IS NULL AND contact.email IS NULL
            THEN last.author_address ELSE coalesce(requester_email, contact.email) END AS known
FROM message JOIN ticket ON ticket.id = coalesce(addressed_to_id, message.ticket_id)
     LEFT JOIN contact ON contact.contact_id = ticket.contact_id
     LEFT JOIN LATERAL (
         SELECT author_address FROM message AS mail
         WHERE (mail.ticket_id = ticket.id AND mail.addressed_to_id IS NULL OR mail.addressed_to_id = ticket.id)
           AND author_kind = 'customer' AND channel = 'email'
           AND author_address IS NOT NULL
         ORDER BY id DESC LIMIT 1
     ) AS last ON true
WHERE message.id = ANY ($1::uuid[]) ORDER BY message.id
"""
_EARLIER = """
SELECT asked.id AS reply_id, mail.id, mail.source_id, mail.author_kind = 'customer' AS from_customer
FROM message AS asked CROSS JOIN LATERAL (
    SELECT id, source_id, author_kind FROM message AS before
    WHERE coalesce(asked.addressed_to_id, asked.ticket_id) IN (before.ticket_id, before.addressed_to_id)
      AND before.id < asked.id AND visibility = 'public'
      AND (author_kind = 'customer' AND channel = 'email' AND source_id IS NOT NULL OR delivery_state = 'sent')
    ORDER BY id DESC LIMIT 50
) AS mail
WHERE asked.id = ANY ($1::uuid[]) ORDER BY mail.id
"""
_HAND_BACK = """
UPDATE message SET delivery_lease_until = NULL, delivery_attempts = delivery_attempts - 1
FROM unnest($1::uuid[], $2::int[]) AS held (id, attempts)
WHERE message.id = held.id AND delivery_attempts = held.attempts
"""
_SENT = """
UPDATE message
SET delivery_state = 'sent', delivered_at = $2, delivery_error = NULL, delivery_lease_until = NULL
WHERE id = $1 AND delivery_state = 'queued'
"""
_NOT_SENT = """
UPDATE message
SET delivery_error = $3, delivery_state = CASE WHEN $4::float8 IS NULL THEN 'failed' ELSE delivery_state END,
    delivery_lease_until = clock_timestamp() + make_interval(secs => $4::float8)
WHERE id = $1 AND delivery_state = 'queued' AND delivery_attempts = $2
RETURNING ticket_id, delivery_state
"""

log = structlog.get_logger(__name__)


class ReplySender:
    """Sends the replies that are queued. Any number of workers may run one."""

    def __init__(
        self,
        database: Database,
        *,
        smtp_url: str | None,
        sender: Sender,
        storage: Storage | None,
        metrics: Metrics,
        clock: Clock,
        allowed_domains: frozenset[str] = frozenset(),
        patience: Patience = PATIENCE,
    ) -> None:
        self._database = database
        self._smtp_url = smtp_url
        self._sender = sender
        self._storage = storage
        self._metrics = metrics
        self._clock = clock
        self._allowed_domains = allowed_domains
        self._patience = patience

    def loop(self) -> Loop:
        """What a worker runs."""
        return Loop("send_replies", EVERY_SECONDS, self.run_once)

    async def run_once(self) -> int:
        """Send one batch; answers how many replies were taken in hand. Without a mail server they wait."""
        if not self._smtp_url:
            return 0
        give_up_at = time.monotonic() + self._patience.lease_seconds - SMTP_TIMEOUT
        leased = await self._lease()
        if not leased:
            return 0
        crash_here("after_lease")
        async with MailServer(self._smtp_url) as server:
            for place, reply in enumerate(leased):
                if time.monotonic() >= give_up_at:
                    await self._hand_back(leased[place:])
                    break
                try:
                    await self._send(server, reply)
                except NotSent as failure:
                    await self._record_failure([reply], failure)
                    if failure.unreachable:
                        await self._record_failure(leased[place + 1 :], failure)
                        break
                else:
                    crash_here("after_mail")
                    await self._record_sent(reply)
        return len(leased)

    async def _lease(self) -> Sequence[Reply]:
        async with transaction(self._database) as session:
            ids = [row.id for row in await fetch(session, _LEASE, self._patience.lease_seconds, self._patience.batch)]
            if not ids:
                return ()
            earlier: dict[UUID, list[Earlier]] = {}
            for row in await fetch(session, _EARLIER, ids):
                earlier.setdefault(row.reply_id, []).append(Earlier(row.id, row.source_id, row.from_customer))
            return [
                Reply(
                    id=row.id,
                    ticket_id=row.ticket_id,
                    number=row.number,
                    subject=row.subject,
                    body=row.body,
                    created_at=row.created_at,
                    address=row.known,
                    attempts=row.attempts,
                    attachments=row.attachments,
                    earlier=earlier.get(row.id, ()),
                )
                for row in await fetch(session, _LEASED, ids)
            ]

    async def _hand_back(self, leased: Sequence[Reply]) -> None:
        """Give up the leases of what this batch has no time for; it was no attempt."""
        async with transaction(self._database) as session:
            await fetch(session, _HAND_BACK, [one.id for one in leased], [one.attempts for one in leased])

    async def _send(self, server: MailServer, reply: Reply) -> None:
        """Raises NotSent."""
        try:
            to = mail.usable_address(reply.address, self._allowed_domains)
            parts = await self._parts(reply)
            composed = replies.compose(reply, self._sender, to=to, parts=parts)
        except mail.UnusableAddress as refused:
            raise NotSent(refused.code, str(refused), permanent=True) from refused
        except NotSent:
            raise
        except Exception as error:  # a fault of ours in one mail must not keep the others from going out
            log.error("reply.not_composed", message_id=str(reply.id), error=type(error).__name__)
            raise NotSent("mail_not_composed", type(error).__name__, permanent=True) from error
        await server.send(composed, sender=self._sender.address, to=to)

    async def _parts(self, reply: Reply) -> list[Part]:
        if not reply.attachments:
            return []
        if sum(file["size"] for file in reply.attachments) > LARGEST_ATTACHED:
            raise NotSent("attachments_too_large", "", permanent=True)
        if self._storage is None:
            raise NotSent("storage_away", "")
        try:
            return [
                Part(file["name"], file["media_type"], await self._storage.whole(UUID(file["id"])))
                for file in reply.attachments
            ]
        except NotThere as gone:
            raise NotSent("attachment_gone", str(gone), permanent=True) from gone
        except StorageFailed as away:
            raise NotSent("storage_away", str(away)) from away

    async def _record_sent(self, reply: Reply) -> None:
        self._metrics.notification_attempts_total.labels(CHANNEL, "sent").inc()
        async with transaction(self._database) as session:
            await fetch(session, _SENT, reply.id, self._clock())

    async def _record_failure(self, leased: Sequence[Reply], failure: NotSent) -> None:
        """Let each rest until its next attempt; after the last one, or if it is permanent, it has failed."""
        for reply in leased:
            self._metrics.notification_attempts_total.labels(CHANNEL, "failed").inc()
            over = failure.permanent or reply.attempts >= self._patience.attempts
            pause = None if over else self._patience.pause_after(reply.attempts)
            async with transaction(self._database) as session:
                held = await fetch(session, _NOT_SENT, reply.id, reply.attempts, failure.code, pause)
                if held and held[0].delivery_state == "failed":
                    await self._tell_audit(session, reply, failure)

    async def _tell_audit(self, session: AsyncSession, reply: Reply, failure: NotSent) -> None:
        service = self._database.service
        await audit.record(
            session,
            Cause(f"job/send_replies/{uuid7()}", f"service/{service}", self._clock()),
            action="message.delivery_failed",
            entity="ticket",
            entity_id=reply.ticket_id,
            before={"delivery_state": "queued"},
            after={"message_id": reply.id, "delivery_state": "failed", "delivery_error": failure.code},
        )
