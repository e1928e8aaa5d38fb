"""A fact as it arrives: the CloudEvents envelope around the data."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Generic, TypeVar, cast
from uuid import UUID

from shared.events.cause import Cause
from shared.events.fact import Fact, known_facts

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True)
class Event(Generic[F]):
    """One fact with its envelope, as a handler is given it.

    time: when it happened (ce_time). recorded_at: when the teller wrote it down (ce_recordedtime).
    sequence: rises per subject within one source; compare it with nothing else.
    trace_id: the business story that it belongs to, to be carried on.
    cause: what deeds done for this event name as their cause; its `at` is the handling transaction's.
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
    raw: dict[str, Any]
    cause: Cause
    traceparent: str | None = None

    @cached_property
    def data(self) -> F:
        """The data as its contract reads it. Raises pydantic's ValidationError where it does not fit."""
        return cast(F, known_facts()[self.type].model_validate(self.raw))

    @property
    def teller(self) -> str:
        """The service that told it."""
        return self.source.removeprefix("/")
