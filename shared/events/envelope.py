"""Reading a Kafka record as a CloudEvent: binary mode (attributes in headers), or structured mode."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, UUID, uuid5

from asyncpg.pgproto import pgproto
from pydantic_core import from_json

from shared.events.fact import known_facts, topic_of

STRUCTURED = b"application/cloudevents+json"

_HEADERS = {
    "ce_specversion": "specversion",
    "ce_id": "id",
    "ce_source": "source",
    "ce_type": "type",
    "ce_subject": "subject",
    "ce_time": "time",
    "ce_recordedtime": "recordedtime",
    "ce_sequence": "sequence",
    "ce_correlationid": "correlationid",
    "ce_causationid": "causationid",
    "ce_actor": "actor",
    "traceparent": "traceparent",
}
"""The attributes that are read, by the header that carries each in binary mode."""


class Undecodable(ValueError):
    """The record is not an event of this topic; it becomes a dead letter with its bytes."""


class UnknownType(LookupError):
    """The type is in no contract that this release knows; it is skipped and counted."""


class Envelope(NamedTuple):
    """The attributes and the data of one event, checked against its topic.

    time: when it happened (ce_time). recorded_at: when the teller wrote it down (ce_recordedtime).
    sequence: rises per subject within one source; compare it with nothing else.
    trace_id: the business story that it belongs to, to be carried on.
    raw: the data as it came, before its contract read it.
    """

    id: UUID
    source: str
    type: str
    subject: str
    time: datetime
    recorded_at: datetime
    sequence: int
    trace_id: UUID
    causation_id: str
    actor: str
    traceparent: str | None
    raw: dict[str, Any]


def decode(topic: str, headers: Mapping[str, bytes], value: bytes | None, *, foreign: bool = False) -> Envelope:
    """One record as an envelope. Raises Undecodable, UnknownType.

    foreign: the topic is not the suite's own; its source is free, and attributes that only the suite
    writes (recordedtime, sequence, correlationid) may be missing.
    """
    if value is None:
        raise Undecodable("the record has no value")
    try:
        attributes, data = _structured(value) if is_structured(headers) else _binary(headers, value)
        envelope = _envelope(attributes, data, foreign=foreign)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Undecodable(f"not a CloudEvent: {type(error).__name__} {_missing(error)}".rstrip()) from None
    if not foreign:
        _check_topic(topic, envelope)
    return envelope


def is_structured(headers: Mapping[str, bytes]) -> bool:
    """Whether the attributes lie in the value, beside the data; `ce_` headers then say nothing."""
    kind, _, _ = headers.get("content-type", b"").partition(b";")
    return kind.strip().lower() == STRUCTURED


def _binary(headers: Mapping[str, bytes], value: bytes) -> tuple[dict[str, str], Any]:
    return {_HEADERS[name]: raw.decode() for name, raw in headers.items() if name in _HEADERS}, from_json(value)


def _structured(value: bytes) -> tuple[dict[str, str], Any]:
    body = from_json(value)
    data = body.pop("data")
    return {name: _text(attribute) for name, attribute in body.items() if attribute is not None}, data


def _text(attribute: Any) -> str:
    """An attribute as a header would hold it; CloudEvents has texts, whole numbers and flags, and null is not set."""
    if isinstance(attribute, bool):
        return str(attribute).lower()
    if isinstance(attribute, str | int):
        return str(attribute)
    raise TypeError("attribute")


def _envelope(attributes: dict[str, str], data: Any, *, foreign: bool) -> Envelope:
    if attributes["specversion"] != "1.0":
        raise ValueError("specversion")
    if not isinstance(data, dict):
        raise TypeError("data")
    if "\0" in "".join(attributes.values()):
        raise ValueError("NUL")  # no column could hold it, not even a dead letter's
    if foreign:
        attributes = _as_ours(attributes)
    return Envelope(
        _uuid(attributes["id"]),
        attributes["source"],
        attributes["type"],
        attributes["subject"],
        _instant(attributes["time"]),
        _instant(attributes["recordedtime"]),
        int(attributes["sequence"]),
        _uuid(attributes["correlationid"]),
        attributes.get("causationid", ""),
        attributes.get("actor", ""),
        attributes.get("traceparent"),
        data,
    )


def _as_ours(attributes: dict[str, str]) -> dict[str, str]:
    """A stranger's attributes, with what CloudEvents lets them leave out. Any id becomes a UUID of its own."""
    try:
        event_id = str(UUID(attributes["id"]))
    except ValueError:
        event_id = str(uuid5(NAMESPACE_URL, f"{attributes['source']} {attributes['id']}"))
    time = attributes.get("time") or datetime.now(UTC).isoformat()
    left_out = {"subject": "", "time": time, "recordedtime": time, "sequence": "0", "correlationid": event_id}
    return {**left_out, **attributes, "id": event_id}


def _uuid(text: str) -> UUID:
    """The driver's own class reads the usual form in a tenth of the time; it knows neither braces nor `urn:uuid:`."""
    found: UUID = pgproto.UUID(text) if len(text) == 36 else UUID(text)
    return found


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError("time")
    return instant if instant.tzinfo is UTC else instant.astimezone(UTC)


def _check_topic(topic: str, envelope: Envelope) -> None:
    if not envelope.source.startswith("/") or topic != topic_of(envelope.source[1:]):
        raise Undecodable("topic and ce_source do not belong together")
    contract = known_facts().get(envelope.type)
    if contract is None:
        raise UnknownType(envelope.type)
    if contract.teller is not None and contract.teller != envelope.source[1:]:
        raise Undecodable("ce_source does not tell this ce_type")


def _missing(error: Exception) -> str:
    """The attribute that a KeyError names; other errors' texts may hold the data."""
    return str(error) if isinstance(error, KeyError) else ""
