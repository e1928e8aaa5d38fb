"""The worker's part: lease → decide → send → record, as notifications go out.

A lease and a record are transactions of their own; none is open while the mail server is spoken to. A process that
dies in between leaves a lease that ends, and the mail goes out again under the same Message-ID: the mail at least
once, the fact once. While the mail server is away nothing is given up: an invitation waits until it expires.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from typing import Self
from uuid import UUID

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.invitations import composing, deciding, names, queries, reports, telling
from services.feedback.invitations.composing import Letter, Places
from services.feedback.invitations.models import Invitation
from services.feedback.invitations.tokens import token_of
from services.feedback.settings import Settings
from shared.db.session import Database
from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.notification_templates.templates import one_line
from shared.features.notifications import mail
from shared.features.notifications.models import LONGEST_ERROR
from shared.features.notifications.not_sent import NotSent
from shared.features.notifications.sender import Patience
from shared.features.notifications.smtp import SMTP_TIMEOUT, MailServer
from shared.ids import uuid7
from shared.ops.clock import Clock
from shared.ops.crash import crash_here
from shared.ops.metrics import Metrics
from shared.worker.jobs import Loop

NAME = "send_invitations"
EVERY_SECONDS = 0.5
PATIENCE = Patience()
CHANNEL = "invitation"
"""What the metrics call it, beside the channels of notifications."""

# What the job `settle_invitations` deals with is left to it.
_LEASE = """
UPDATE invitation
SET attempts = attempts + 1, lease_until = clock_timestamp() + make_interval(secs => $1::float8)
WHERE id IN (
      SELECT invitation.id FROM invitation JOIN program ON program.id = program_id
      WHERE next_at <= $2 AND invitation.expires_at > $2 AND channel = 'email' AND program.state = 'active'
        AND (lease_until IS NULL OR lease_until <= clock_timestamp())
      ORDER BY next_at LIMIT $3 FOR UPDATE OF invitation SKIP LOCKED)
RETURNING id
"""
_HAND_BACK = """
UPDATE invitation SET lease_until = NULL, attempts = attempts - 1
FROM unnest($1::uuid[], $2::int[]) AS held (id, tries)
WHERE invitation.id = held.id AND attempts = held.tries
"""
_REST = "UPDATE invitation SET lease_until = clock_timestamp() + make_interval(secs => $2::float8) WHERE id = $1"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class House:
    """What of the settings sending needs. mailbox: where bounces come back, None where mails return to the sender."""

    smtp_url: str
    places: Places
    sender_name: str
    mailbox: str | None
    allowed_domains: frozenset[str]

    @classmethod
    def of(cls, settings: Settings) -> Self | None:
        """As the settings say; None where nothing can be sent."""
        if not settings.sends_invitations:
            return None
        smtp_url, base = str(settings.smtp_url), str(settings.pages_url)
        MailServer(smtp_url)  # refuses a bad address at the start, not with the first mail
        name, address = parseaddr(settings.mail_from)
        host = mail.host_of(settings.public_base_url or base, settings.mail_from)
        places = Places(base, host, address, settings.secret_key.get_secret_value())
        return cls(smtp_url, places, name, settings.bounce_address, settings.allowed_domains)

    def returns_to(self, invitation_id: UUID) -> str:
        """The envelope's sender, by which a bounce names its invitation."""
        if self.mailbox is None:
            return self.places.mail_from
        return names.return_address(names.name_of(invitation_id, self.places.secret), self.mailbox)


class InvitationSender:
    """Sends invitations and reminders that are due. Any number of workers may run one."""

    def __init__(
        self, database: Database, house: House, metrics: Metrics, clock: Clock, patience: Patience = PATIENCE
    ) -> None:
        self._database = database
        self._house = house
        self._metrics = metrics
        self._clock = clock
        self._patience = patience

    def loop(self) -> Loop:
        """What a worker runs."""
        return Loop(NAME, EVERY_SECONDS, self.run_once)

    async def run_once(self) -> int:
        """Send one batch; answers how many invitations were taken in hand, 0 where there is no mail server to ask."""
        give_up_at = time.monotonic() + self._patience.lease_seconds - SMTP_TIMEOUT
        leased, letters = await self._lease()
        if not letters:
            return leased
        crash_here("after_lease")
        async with MailServer(self._house.smtp_url) as server:
            for place, letter in enumerate(letters):
                if time.monotonic() >= give_up_at:
                    await self._hand_back(letters[place:])
                    break
                try:
                    evidence = await self._send(server, letter)
                except NotSent as failure:
                    await self._record_failure(letter, failure)
                    if failure.unreachable:
                        await self._hand_back(letters[place + 1 :])
                        return 0
                else:
                    crash_here("after_mail")
                    await self._record_sent(letter, evidence)
        return leased

    async def _lease(self) -> tuple[int, Sequence[Letter]]:
        async with transaction(self._database) as session:
            now = self._clock()
            taken = await fetch(session, _LEASE, self._patience.lease_seconds, now, self._patience.batch)
            ids = [row.id for row in taken]
            if not ids:
                return 0, ()
            return len(ids), await deciding.decide(session, self._cause(), ids, self._house.sender_name)

    async def _hand_back(self, letters: Sequence[Letter]) -> None:
        """Give up the leases of what this batch has no time for; it was no attempt."""
        async with transaction(self._database) as session:
            held = [one.invitation_id for one in letters], [one.attempts for one in letters]
            await fetch(session, _HAND_BACK, *held)

    async def _send(self, server: MailServer, letter: Letter) -> dict[str, str]:
        """Answers the evidence. Raises NotSent."""
        places = self._house.places
        try:
            to = mail.usable_address(letter.address, self._house.allowed_domains)
            token = token_of(letter.invitation_id, places.secret)
            composed = composing.compose(letter, places, to=to, token=token, at=self._clock())
        except mail.UnusableAddress as refused:
            raise NotSent(refused.code, str(refused), permanent=True) from refused
        except Exception as error:  # a fault of ours in one mail must not keep the others from going out
            log.error("invitation.not_composed", invitation_id=str(letter.invitation_id), error=type(error).__name__)
            raise NotSent("mail_not_composed", type(error).__name__, permanent=True) from error
        if not await self._is_still_wanted(letter):
            raise CalledOff
        reply = await server.send(composed, sender=self._house.returns_to(letter.invitation_id), to=to)
        return {"message_id": str(composed["Message-ID"]), "reply": _kept(reply)}

    async def _is_still_wanted(self, letter: Letter) -> bool:
        """Was it neither taken back nor answered, and its address not suppressed, since the batch was leased?"""
        async with self._database.session() as session:
            held = await queries.if_there(session, letter.invitation_id)
            if held is None or not _waits(held, letter):
                return False
            return not await queries.suppressed(session, [held.id], self._clock())

    async def _record_sent(self, letter: Letter, evidence: dict[str, str]) -> None:
        self._metrics.notification_attempts_total.labels(CHANNEL, "sent").inc()
        async with transaction(self._database) as session:
            held = await queries.invitation(session, letter.invitation_id, lock=True)
            cause = self._cause()
            waited = _waits(held, letter)
            if waited or letter.number not in {one.get("number") for one in held.mails}:
                held.note_mail(number=letter.number, at=cause.at.isoformat(), **evidence)
            if not waited:
                return  # another worker recorded it when our lease ended, or it was taken back while it went out
            reminders = await queries.reminders(session, held.program_id)
            if letter.number:
                held.remind(cause.at, reminders)
                return
            held.send(cause.at, reminders)
            telling.sent(session, cause, held)

    async def _record_failure(self, letter: Letter, failure: NotSent) -> None:
        """Let it rest until its next attempt; after the last one, or where it is permanent, it is given up."""
        if isinstance(failure, CalledOff):
            async with transaction(self._database) as session:
                await fetch(session, _HAND_BACK, [letter.invitation_id], [letter.attempts])
            return
        self._metrics.notification_attempts_total.labels(CHANNEL, "failed").inc()
        async with transaction(self._database) as session:
            held = await queries.invitation(session, letter.invitation_id, lock=True)
            if not _waits(held, letter) or held.attempts != letter.attempts:
                return  # another worker has it in hand, or it is over
            last = letter.attempts >= self._patience.attempts and not failure.unreachable
            if failure.permanent or last:
                await self._give_up(session, held, letter, failure)
            else:
                await fetch(session, _REST, held.id, self._patience.pause_after(letter.attempts))

    async def _give_up(self, session: AsyncSession, held: Invitation, letter: Letter, failure: NotSent) -> None:
        cause = self._cause()
        detail = _kept(failure.detail)
        held.note_mail(number=letter.number, at=cause.at.isoformat(), code=failure.code, detail=detail)
        log.warning("invitation.not_sent", invitation_id=str(held.id), error_code=failure.code)
        refused = failure.code in ("mail_refused", "mail_deferred")
        if refused and held.may_become("bounced"):
            verdict = reports.verdict("failed", None, failure.detail)
            await deciding.bounce(session, cause, held, verdict)
        elif letter.number:
            held.remind_no_more(cause.at)
        else:
            held.cancel(cause.at, failure.code)
            telling.cancelled(session, cause, held, failure.code)

    def _cause(self) -> Cause:
        return Cause(f"job/{NAME}/{uuid7()}", f"service/{self._database.service}", self._clock())


class CalledOff(NotSent):
    """It is not to go out any more: whoever took it back has recorded that, or the next look at it will."""

    def __init__(self) -> None:
        super().__init__("called_off", "")


def _waits(held: Invitation, letter: Letter) -> bool:
    """Is this mail of it still to be sent?"""
    if letter.number == 0:
        return held.state == "queued"
    return held.is_asked and held.reminded < letter.number


def _kept(text: str) -> str:
    return one_line(text)[:LONGEST_ERROR]
