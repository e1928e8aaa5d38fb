"""Which routing rule a ticket takes: the first by rank of which every given condition holds.

Words are compared by their letters alone: nothing of a rule or of a ticket is ever read as a pattern.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

_WORD = re.compile(r"\w+")


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
    failing = [name for name in _OF_ONE if not _among(match.get(name), [getattr(traits, name)])]
    if not _among(match.get("tags"), traits.tags):
        failing.append("tags")
    if not _says(match.get("words"), traits):
        failing.append("words")
    return tuple(failing)


def spaced(text: str) -> str:
    """The words of a text, in one case, each between single spaces."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


_OF_ONE = ("channel", "type", "priority", "brand", "contact_reason_id", "account_tier")


def _among(wanted: Sequence[str] | None, given: Iterable[str | None]) -> bool:
    return not wanted or not set(wanted).isdisjoint(given)


def _says(words: Sequence[str] | None, traits: Traits) -> bool:
    if not words:
        return True
    return any((phrase := spaced(word)).strip() and phrase in traits.said for word in words)
