"""Which routing rule a ticket takes: the first by rank of which every given condition holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from services.ticketing.conditions import among, says, spaced


@dataclass(frozen=True)
class Traits:
    """What of a ticket a rule looks at. contact_reason_id: as text. message: the first one, if there is one."""

    channel: str
    type: str
    priority: str
    brand: str
    subject: str
    tags: Sequence[str] = ()
    contact_reason_id: str | None = None
    account_tier: str | None = None
    message: str | None = None

    @cached_property
    def said(self) -> str:
        """The words of subject and message; a phrase does not stand across the two."""
        return f"{spaced(self.subject)}|{spaced(self.message or '')}"


def misses(match: Mapping[str, Any], traits: Traits) -> tuple[str, ...]:
    """The conditions that do not hold, by name; none where the rule fits. An empty or absent one always holds.

    tags and words: one of them suffices. Words are compared whole and whatever their case; several in one
    text must stand together.
    """
    failing = [name for name in _OF_ONE if not among(match.get(name), [getattr(traits, name)])]
    if not among(match.get("tags"), traits.tags):
        failing.append("tags")
    if not says(match.get("words"), traits.said):
        failing.append("words")
    return tuple(failing)


_OF_ONE = ("channel", "type", "priority", "brand", "contact_reason_id", "account_tier")
