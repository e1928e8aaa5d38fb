"""What one service tells the others: an immutable statement in the past tense."""

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict

OUTSIDE = "outside"
"""A listener that is no service of the suite: whoever reads the topic or the feed."""

ANALYTICS_ALONE = ("analytics",)
"""The listeners of a fact that no service but the observer acts on; said aloud, never left empty."""


def _in_utc(instant: datetime) -> datetime:
    return instant.astimezone(UTC)


Instant = Annotated[AwareDatetime, AfterValidator(_in_utc)]
"""An aware time, kept in UTC so that it is written as RFC 3339 with Z."""

_REGISTER: dict[str, type["Fact"]] = {}
_KNOWN = MappingProxyType(_REGISTER)


class Detail(BaseModel):
    """A group of fields inside a fact: frozen, and open to fields that come later, like the fact itself."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Fact(BaseModel):
    """The base of every contract in `shared/contracts`. A subclass declares itself in its class line:

    `class TicketSolved(TicketFact, type="ticket.solved.v1", subject="ticket_id", listeners=("feedback",))`

    type: past tense and version; a breaking change is a new class told beside the old one.
    subject: the field that names the row which the telling transaction holds locked; Kafka's key. Facts of
    one thing inherit it from their base.
    listeners: the services that act on it and `OUTSIDE`; analytics, which listens to every fact, is
    named only by `ANALYTICS_ALONE`.
    Unknown fields are ignored, so that an old consumer reads a new fact. What the class says of itself is
    named so that data may have fields called `type` and `subject`.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    fact_type: ClassVar[str]
    teller: ClassVar[str | None]
    """The service that tells it; None for facts that each service tells on its own topic."""
    subject_field: ClassVar[str]
    listeners: ClassVar[tuple[str, ...]]
    example: ClassVar[dict[str, Any]]

    def __init_subclass__(
        cls,
        *,
        type: str | None = None,  # noqa: A002 - CloudEvents calls it so
        subject: str | None = None,
        listeners: tuple[str, ...] = (),
        **config: Any,
    ) -> None:
        super().__init_subclass__(**config)
        if subject is not None:
            cls.subject_field = subject
        if type is not None:
            cls.fact_type, cls.listeners = type, listeners
            if type in _REGISTER:
                raise TypeError(f"{type} is declared twice: by {_REGISTER[type]} and by {cls}.")
            _REGISTER[type] = cls

    @property
    def key(self) -> str:
        """The subject's value (ce_subject, Kafka's key): order holds for one subject, nowhere else."""
        return str(getattr(self, self.subject_field))


def known_facts() -> Mapping[str, type[Fact]]:
    """Every contract that was imported, by its type."""
    return _KNOWN


def topic_of(service: str) -> str:
    """The one topic on which a service tells."""
    return f"{service}-events"
