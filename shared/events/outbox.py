"""Telling facts: they lie on the transaction that makes them true and are stored by its commit.

`tell` is all that application code needs. A fact that was told inside a savepoint is dropped when the
savepoint rolls back, and every fact is dropped when the transaction does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session as SyncSession
from sqlalchemy.orm import SessionTransaction

from shared.db.alone import AlreadyDone
from shared.db.session import ServiceSession
from shared.events.cause import Cause
from shared.events.fact import Fact, topic_of
from shared.events.tables import LARGEST_PAYLOAD
from shared.ids import uuid7

_FACTS = "facts"

_HANDED_OVER = "facts_handed_over"

_REFUSAL = "facts_refused"


PARAMETERS = 6
"""Of the statement that stores told facts."""


def storing(first: int = 1, where: str = "true") -> str:
    """The statement that stores told facts; its PARAMETERS are numbered from `first`."""
    topic, *columns = (f"${first + place}" for place in range(PARAMETERS))
    arrays = ", ".join(map("{}::{}[]".format, columns, ("uuid", "text", "text", "text", "bytea")))
    return f"""
INSERT INTO outbox (event_id, topic, key, type, subject, headers, payload)
SELECT event_id, {topic}, subject, type, subject, headers::jsonb, payload
FROM unnest({arrays}) WITH ORDINALITY AS told (event_id, type, subject, headers, payload, place)
WHERE {where} ORDER BY place
"""  # noqa: S608 - of numbers and of our own words


INSERT_FACTS = storing()


class FactTooLarge(ValueError):
    """A fact's data has more bytes than the outbox takes."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact that waits for its transaction's commit."""

    event_id: UUID
    type: str
    subject: str
    headers: str
    payload: bytes


def take_facts(session: SyncSession) -> None:
    """From now on facts are told in this session. Whoever calls this stores them: `transaction` does."""
    session.info[_FACTS] = {}


def refuse_facts(session: SyncSession, refusal: Exception) -> None:
    """From now on `tell` raises this: what tells nothing may still be done."""
    session.info[_REFUSAL] = refusal


def tell(
    session: AsyncSession,
    fact: Fact,
    cause: Cause,
    *,
    trace_id: UUID,
    time: datetime | None = None,
) -> UUID:
    """Tell a fact with the current transaction, nested or not; answers its id.

    trace_id: the business story that the fact belongs to.
    time: when it happened, where that is not the transaction's time (answered_at, breached_at).
    Raises FactTooLarge, and what `refuse_facts` was given.
    """
    if _REFUSAL in session.sync_session.info:
        raise session.sync_session.info[_REFUSAL]
    payload = fact.__pydantic_serializer__.to_json(fact)
    if len(payload) > LARGEST_PAYLOAD:
        raise FactTooLarge(f"{fact.fact_type} has {len(payload)} bytes; at most {LARGEST_PAYLOAD} are told.")
    sync = session.sync_session
    service: str = sync.info["service"]
    event_id, subject = uuid7(), fact.key
    headers = _headers(fact.fact_type, subject, cause, event_id=event_id, service=service, trace_id=trace_id, time=time)
    _facts_on(sync).append(Told(event_id, fact.fact_type, subject, to_json(headers).decode(), payload))
    return event_id


def _headers(
    type_: str, subject: str, cause: Cause, *, event_id: UUID, service: str, trace_id: UUID, time: datetime | None
) -> dict[str, str]:
    """The CloudEvents attributes; the relay adds ce_sequence, the row's id."""
    headers = {
        "ce_specversion": "1.0",
        "ce_id": str(event_id),
        "ce_source": f"/{service}",
        "ce_type": type_,
        "ce_subject": subject,
        "ce_time": rfc3339(time or cause.at),
        "ce_recordedtime": rfc3339(cause.at),
        "ce_correlationid": str(trace_id),
        "ce_causationid": cause.id,
        "ce_actor": cause.actor,
        "content-type": "application/json",
    }
    if cause.traceparent:
        headers["traceparent"] = cause.traceparent
    return headers


def rfc3339(instant: datetime) -> str:
    """An aware UTC instant as RFC 3339 with Z."""
    return instant.isoformat().replace("+00:00", "Z")


def sequence(row_id: int) -> str:
    """ce_sequence: the outbox row's id, so long that texts compare as numbers do."""
    return f"{row_id:019d}"


def anything_told(session: SyncSession) -> bool:
    """Is there a fact that this session's transaction has to store, or has stored?"""
    return bool(session.info.get(_HANDED_OVER) or any(session.info.get(_FACTS, {}).values()))


def store_told_facts(session: SyncSession) -> int:
    """Insert what was told, as the transaction's last statement before its commit; answers how many.

    Application code never calls this: `transaction` does.
    """
    return _store(session) + int(session.info.pop(_HANDED_OVER, 0))


def stored_by_a_statement(session: SyncSession) -> int:
    """How many facts were stored by a statement that was the whole transaction. Raises AlreadyDone for a later one."""
    if _facts_on(session):
        raise AlreadyDone
    return int(session.info.pop(_HANDED_OVER, 0))


def store_told_facts_here(session: SyncSession) -> None:
    """Insert what was told in the open savepoint, so that what the outbox refuses is refused inside it."""
    session.info[_HANDED_OVER] = _store(session) + int(session.info.get(_HANDED_OVER, 0))


def _store(session: SyncSession) -> int:
    facts: list[Told] = session.info.get(_FACTS, {}).pop(session.get_nested_transaction(), [])
    if facts:
        session.connection().exec_driver_sql(INSERT_FACTS, _parameters(session, facts))
    return len(facts)


def hand_over(session: SyncSession) -> tuple[Any, ...]:
    """What was told until now, as the parameters of a statement with `storing` in it, which stores it instead.

    For the few writes that are worth a round trip less. If the statement does not store it, nobody does.
    """
    facts = _facts_on(session).copy()
    _facts_on(session).clear()
    session.info[_HANDED_OVER] = session.info.get(_HANDED_OVER, 0) + len(facts)
    return _parameters(session, facts)


def _parameters(session: SyncSession, facts: Sequence[Told]) -> tuple[Any, ...]:
    return (
        topic_of(session.info["service"]),
        [fact.event_id for fact in facts],
        [fact.type for fact in facts],
        [fact.subject for fact in facts],
        [fact.headers for fact in facts],
        [fact.payload for fact in facts],
    )


def _facts_on(session: SyncSession) -> list[Told]:
    by_savepoint: dict[SessionTransaction | None, list[Told]] | None = session.info.get(_FACTS)
    if by_savepoint is None:
        raise RuntimeError("A fact is told inside a transaction; there is none here.")
    return by_savepoint.setdefault(session.get_nested_transaction(), [])


@event.listens_for(ServiceSession, "before_commit")
def _hand_facts_to_the_outer_transaction(session: SyncSession) -> None:
    """A savepoint is about to be released: what was told in it now lies on the transaction around it."""
    released = session.get_nested_transaction()
    if released is not None and released.parent is not None:
        facts = session.info.get(_FACTS, {}).pop(released, None)
        if facts:
            session.info[_FACTS].setdefault(_savepoint(released.parent), []).extend(facts)


@event.listens_for(ServiceSession, "after_transaction_end")
def _drop_facts(session: SyncSession, ended: SessionTransaction) -> None:
    """What was neither handed on nor stored was rolled back."""
    if ended.nested or ended.parent is None:
        session.info.get(_FACTS, {}).pop(_savepoint(ended), None)


def _savepoint(transaction: SessionTransaction) -> SessionTransaction | None:
    """What facts lie under: the savepoint, or None for the transaction itself, which may not have begun yet."""
    return transaction if transaction.nested else None
