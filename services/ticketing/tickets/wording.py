"""The words of a search as conditions on the list of tickets.

A word is a set of tickets' ids, found by the indexes over subjects and messages. The sets go through an array, so
that the planner takes what was found for little and looks the tickets up by id; `id = ANY (ARRAY(…))` alone would be
searched from its start for each ticket where another filter's index is walked. What is asked for is hidden from the
planner in a subselect: it would read a table from its start for a word that stands in most rows, and take each apart
into words. A common word is looked for in the tickets themselves, as they come in the list, or as the rarer words
beside it found them. A word that stands nowhere is looked for again as its neighbours: the look for them is planned,
but not begun, where the word itself is found.
"""

from collections.abc import Sequence
from math import prod
from typing import Any

from services.ticketing.tickets import shares
from services.ticketing.tickets.models import BODY_LETTERS, BODY_WORDS, SUBJECT_WORDS
from services.ticketing.tickets.search_query import Term, Words
from services.ticketing.tickets.shares import COMMON, Shares
from shared.db.listing import Listing

MOST_WALKED = 2_000
"""Tickets that a list should have to look into until it has its rows: 0.2 s (2 cores)."""

A_LOOK = 20  # messages that are looked up in the time of a look into a ticket, which takes its messages apart
A_RARE_SHARE = COMMON / 10  # of the messages, where the statistics do not know the word
MESSAGES = 4  # of a ticket, as far as the guess goes how many tickets lack a word


class _Conditions:
    """Conditions that are being written: `Listing` puts the places of their values into them."""

    def __init__(self, known: Shares, *, walked: bool) -> None:
        self.values: list[Any] = []
        self._known = known
        self._walked = walked

    def of(self, words: Words) -> list[str]:
        """What holds for the tickets where all of the words are said, and none of those that must not be."""
        looked_up, conditions, fitting = [], [], 1.0
        for term in sorted(words.said, key=self._share):
            if self._walked or self._is_found_by_looking(term, fitting):
                conditions.append(self._says(term))
            else:
                looked_up.append(term)
                fitting *= self._share(term) or A_RARE_SHARE
        if looked_up:
            conditions.insert(0, f"id IN ({self._ids(looked_up)})")
        for term in words.unsaid:
            if not self._is_rare(term) and (self._walked or self._is_found_by_looking(term, fitting)):
                conditions.append(f"NOT {self._says(term)}")
            else:
                conditions.append(f"id NOT IN ({self._ids([term])})")
        return conditions

    def _is_found_by_looking(self, term: Term, fitting: float) -> bool:
        """Is it less to look into the tickets that fit so far than to look the word up? fitting: their share."""
        return fitting * A_LOOK < self._share(term)

    def _share(self, term: Term) -> float:
        return shares.of(term, self._known)

    def _is_rare(self, term: Term) -> bool:
        return self._share(term) < COMMON

    def _place(self, value: Any) -> str:
        self.values.append(value)
        return f"{{{len(self.values) - 1}}}"

    def _ids(self, terms: Sequence[Term]) -> str:
        found = " INTERSECT ".join(f"({self._found(term)})" for term in terms)
        return f"SELECT unnest(ARRAY({found}))"

    def _asked(self, term: Term) -> str:
        asked = "phraseto_tsquery" if term.phrase else "plainto_tsquery"
        return f"(SELECT {asked}('simple'::regconfig, {self._place(term.text)}))"

    def _says(self, term: Term) -> str:
        """Is it said in this ticket's subject or messages? OFFSET: else all messages could be looked into at once."""
        asked = self._asked(term)
        numbered = "" if term.number is None else f" OR number = {self._place(term.number)}"
        return (
            f"({SUBJECT_WORDS} @@ {asked}{numbered} OR EXISTS (SELECT FROM message"
            f" WHERE message.ticket_id = ticket.id AND {BODY_WORDS} @@ {asked} OFFSET 0))"
        )

    def _found(self, term: Term) -> str:
        """The ids of the tickets where a word or a phrase is said."""
        asked = self._asked(term)
        said = (
            f"SELECT id FROM ticket WHERE {SUBJECT_WORDS} @@ {asked}"  # noqa: S608 - our own words
            f" UNION ALL SELECT ticket_id FROM message WHERE {BODY_WORDS} @@ {asked}"
        )
        if term.number is not None:
            return f"{said} UNION ALL SELECT id FROM ticket WHERE number = {self._place(term.number)}"  # noqa: S608
        if term.guesses is None or not self._is_rare(term):
            return said
        like, unknown = f"~* (SELECT {self._place(term.guesses)}::text)", "NOT EXISTS (SELECT FROM said)"
        # Materialized, since what is only asked to exist would be looked for by reading the table from its start.
        return (
            f"WITH said AS MATERIALIZED ({said}) SELECT id FROM said"  # noqa: S608
            f" UNION ALL SELECT id FROM ticket WHERE subject {like} AND {unknown}"
            f" UNION ALL SELECT ticket_id FROM message WHERE {BODY_LETTERS} {like} AND {unknown}"
        )


def narrow(listed: Listing, either: Sequence[Words], known: Shares, rows: int) -> None:
    """Narrow a list to the tickets that say one of these. rows: how many are wanted."""
    walked = rows <= MOST_WALKED * max(_share(words, known) for words in either)
    written = _Conditions(known, walked=walked)
    sides = [" AND ".join(written.of(words)) for words in either]
    if walked:
        listed.where_dear(" OR ".join(map("({})".format, sides)), *written.values)
    elif len(sides) == 1:
        listed.where(sides[0], *written.values)
    else:
        fitting = " UNION ".join(f"SELECT id FROM ticket WHERE {side}" for side in sides)  # noqa: S608 - our own words
        listed.where(f"id IN (SELECT unnest(ARRAY({fitting})))", *written.values)


def _share(words: Words, known: Shares) -> float:
    """Of all tickets, about how many fit at least, if words stand where they like."""
    said = prod(shares.of(term, known) for term in words.said)
    return said * prod((1 - shares.of(term, known)) ** MESSAGES for term in words.unsaid)
