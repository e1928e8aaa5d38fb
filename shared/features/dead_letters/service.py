"""What can be done about a dead letter."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from shared.events.cause import Cause
from shared.events.envelope import Undecodable, UnknownType, decode
from shared.events.handlers import HandlerFailed, Handlers
from shared.events.inbox import as_event, describe
from shared.events.tables import DeadLetter
from shared.events.transient import is_transient
from shared.features.audit import service as audit
from shared.features.dead_letters import queries
from shared.http.errors import Conflict


class AlreadyDecided(Conflict):
    """The dead letter was replayed or discarded before."""

    code = "dead_letter_decided"


class StillFails(Conflict):
    """The fact still cannot be applied; the dead letter stays open."""

    code = "dead_letter_still_fails"


async def replay(session: AsyncSession, cause: Cause, handlers: Handlers, letter_id: UUID) -> DeadLetter:
    """Apply the fact as the consumer would have: same handlers, same event, same id.

    Raises NotFound, AlreadyDecided, StillFails (which rolls back whatever the handlers did).
    """
    letter = await _open_letter(session, letter_id)
    try:
        envelope = decode(
            letter.topic,
            {name: value.encode() for name, value in letter.headers},
            letter.payload,
            foreign=letter.topic in handlers.foreign,
        )
        event = as_event(envelope, service=session.sync_session.info["service"], at=cause.at)
        async with session.begin_nested():
            await handlers.handle(session, [event])
            await session.flush()
    except (Undecodable, UnknownType) as error:
        raise StillFails(f"It cannot be read: {error}") from error
    except HandlerFailed as error:
        if is_transient(error):
            raise
        raise StillFails(f"{error.handler} fails: {describe(error)}") from error
    letter.attempts += 1
    await _decide(session, cause, letter, "replayed", None)
    return letter


async def discard(session: AsyncSession, cause: Cause, letter_id: UUID, reason: str) -> DeadLetter:
    """Give the fact up for good. Raises NotFound, AlreadyDecided."""
    letter = await _open_letter(session, letter_id)
    await _decide(session, cause, letter, "discarded", reason)
    return letter


async def _open_letter(session: AsyncSession, letter_id: UUID) -> DeadLetter:
    letter = await queries.locked(session, letter_id)
    if letter.state != "open":
        raise AlreadyDecided(f"It was {letter.state}.")
    return letter


async def _decide(session: AsyncSession, cause: Cause, letter: DeadLetter, state: str, reason: str | None) -> None:
    letter.state, letter.reason = state, reason
    letter.decided_at, letter.decided_by = cause.at, cause.actor
    await audit.record(
        session,
        cause,
        action=f"dead_letter.{state}",
        entity="dead_letter",
        entity_id=letter.id,
        before={"state": "open"},
        after={"state": state},
        reason=reason,
    )
