"""What conditions of policies, routes and rules have in common: of several values one suffices, and phrases are words.

Words are compared by their letters alone: nothing of a rule, an answer or a ticket is ever read as a pattern.
"""

import re
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"\w+")


def among(wanted: Sequence[str] | None, given: Iterable[str | None]) -> bool:
    """Is one of the wanted values given? Where none is wanted, any does."""
    return not wanted or not set(wanted).isdisjoint(given)


def says(phrases: Sequence[str] | None, said: str) -> bool:
    """Does one of the phrases stand in what was said (`spaced`)? Where none is wanted, anything does."""
    if not phrases:
        return True
    return any((phrase := spaced(each)).strip() and phrase in said for each in phrases)


def spaced(text: str) -> str:
    """The words of a text, in one case, each between single spaces."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
