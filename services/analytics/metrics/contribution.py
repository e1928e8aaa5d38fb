"""What one thing adds to one metric."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

NEVER = datetime(2100, 1, 1, tzinfo=UTC)
"""`mature_at` of what may change for as long as it stands as it does."""

UNKNOWN = ""
"""A group that is not known."""

Kept = tuple[str, int]
"""(metric, version): whose contributions lie together."""

Key = tuple[str, int, UUID]
"""(metric, version, subject): there is one contribution of each."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a subject (an answer, a ticket, a clock, an expectation) adds to a metric.

    owner_id: the answer, ticket or expectation whose facts it comes from; a clock's is its ticket.
    at: the instant by which it belongs to a period.
    groups: for every name by which the metric may be grouped the subject's group, or UNKNOWN.
    numerator, denominator: what it adds to each. value: for quantiles, in the metric's unit; None where the
    subject has none and is only counted as left out.
    mature_at: until then the contribution may still change without any correction; None = it is settled.
    """

    metric: str
    subject: UUID
    owner_id: UUID
    trace_id: UUID
    at: datetime
    groups: Mapping[str, str] = field(default_factory=dict)
    numerator: int = 0
    denominator: int = 0
    value: float | None = None
    mature_at: datetime | None = None
    version: int = 1

    @property
    def key(self) -> Key:
        """What makes it the only one of its kind."""
        return (self.metric, self.version, self.subject)
