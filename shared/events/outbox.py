"""Telling facts: they lie on the transaction that makes them true (shared/db/pending.py) and are stored by its commit.

`tell` is all that application code needs.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session as SyncSession

from shared.db import pending
from shared.events.cause import Cause
from shared.events.fact import Fact, topic_of
from shared.events.tables import LARGEST_PAYLOAD
from shared.ids import uuid7

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


class FactTooLarge(ValueError):
    """A fact's data has more bytes than the outbox takes."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A fact that waits for its transaction's commit."""

    event_id: UUID
    type: str
    subject: str
    headers: str
    payload: bytes


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
    pending.of(sync).facts.append(_Told(event_id, fact.fact_type, subject, to_json(headers).decode(), payload))
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


def anything_stored(session: SyncSession) -> bool:
    """Has a statement of this session's transaction stored facts that it told?"""
    return bool(session.info.get(_HANDED_OVER))


def hand_over(session: SyncSession) -> tuple[Any, ...]:
    """What was told until now, as the parameters of a statement with `storing` in it, which stores it instead.

    For the few writes that are worth a round trip less. If the statement does not store it, nobody does.
    """
    facts: list[_Told] = pending.of(session).take_facts()
    session.info[_HANDED_OVER] = session.info.get(_HANDED_OVER, 0) + len(facts)
    return (
        topic_of(session.info["service"]),
        [fact.event_id for fact in facts],
        [fact.type for fact in facts],
        [fact.subject for fact in facts],
        [fact.headers for fact in facts],
        [fact.payload for fact in facts],
    )


def take_count(session: SyncSession) -> int:
    """How many facts this session's transaction has stored."""
    return int(session.info.pop(_HANDED_OVER, 0))
