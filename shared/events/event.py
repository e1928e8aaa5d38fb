"""A fact as it arrives: the CloudEvents envelope around the data."""

from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from shared.events.cause import Cause
from shared.events.envelope import Envelope
from shared.events.fact import Fact, known_facts

F = TypeVar("F", bound=Fact)


class Event(Envelope, Generic[F]):
    """One fact with its envelope, as a handler is given it.

    cause: what deeds done for this event name as their cause; its `at` is the handling transaction's.
    """

    cause: Cause

    @classmethod
    def of(cls, envelope: Envelope, cause: Cause) -> "Event[Any]":
        """The event that lies in an envelope."""
        event: Event[Any] = cls(*envelope)
        event.cause = cause
        return event

    @cached_property
    def data(self) -> F:
        """The data as its contract reads it. Raises pydantic's ValidationError where it does not fit."""
        return cast(F, known_facts()[self.type].model_validate(self.raw))

    @property
    def teller(self) -> str:
        """The service that told it."""
        return self.source.removeprefix("/")
