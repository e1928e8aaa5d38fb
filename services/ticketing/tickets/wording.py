"""The words of a search as conditions on the list of tickets.

A word is a set of tickets' ids, found by the indexes over subjects and messages. The sets go through an array, so
that the planner takes what was found for little and looks the tickets up by id; `id = ANY (ARRAY(…))` alone would be
searched from its start for each ticket where another filter's index is walked. What is asked for is hidden from the
planner in a subselect: it would read a table from its start for a word that stands in most rows, and take each apart
into words. A common word is looked for in the tickets themselves, as they come in the list, or as the rarer words
beside it found them. A word that stands nowhere is looked for again as its neighbours, some hundred words in the same
indexes: the look for them is planned, but not begun, where the word itself is found.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import prod
from typing import Any

from services.ticketing.tickets import shares
from services.ticketing.tickets.models import BODY_WORDS, SUBJECT_WORDS
from services.ticketing.tickets.search_query import Term, Words
from services.ticketing.tickets.shares import COMMON, Shares
from shared.db.listing import Listing

MOST_WALKED = 2_000
"""Tickets that a list should have to look into until it has its rows: 0.2 s (2 cores)."""

A_LOOK = 20  # messages that are looked up in the time of a look into a ticket, which takes its messages apart
A_RARE_SHARE = COMMON / 10  # of the messages, where the statistics do not know the word
MESSAGES = 4  # of a ticket, as far as the guess goes how many tickets lack a word


@dataclass(slots=True)
class _Way:
    """How the words of one side are found: looked up in the index, or looked for in the tickets that are left."""

    looked_up: list[Term] = field(default_factory=list)
    looked_for: list[Term] = field(default_factory=list)
    looked_for_in_vain: list[Term] = field(default_factory=list)
    ruled_out: list[Term] = field(default_factory=list)


def _way(words: Words, known: Shares, *, walked: bool) -> _Way:
    way, fitting = _Way(), 1.0
    for term in sorted(words.said, key=lambda term: shares.of(term, known)):
        share = shares.of(term, known)
        if walked or fitting * A_LOOK < share:
            way.looked_for.append(term)
        else:
            way.looked_up.append(term)
            fitting *= share or A_RARE_SHARE
    for term in words.unsaid:
        share = shares.of(term, known)
        common = share >= COMMON and (walked or fitting * A_LOOK < share)
        (way.looked_for_in_vain if common else way.ruled_out).append(term)
    return way


class _Condition:
    """A condition that is being written: `Listing` puts the places of its values into it."""

    def __init__(self, known: Shares) -> None:
        self.values: list[Any] = []
        self._known = known

    def looked_up(self, way: _Way) -> str:
        """Nothing where no word is looked up."""
        return f"id IN ({self._ids(way.looked_up, way.ruled_out)})" if way.looked_up else ""

    def left(self, way: _Way) -> str:
        """What is to hold beside that; nothing where that is all."""
        ruled_out = [] if way.looked_up else way.ruled_out
        conditions = [f"id NOT IN ({self._ids([term])})" for term in ruled_out]
        conditions += [self._says(term) for term in way.looked_for]
        conditions += [f"NOT {self._says(term)}" for term in way.looked_for_in_vain]
        return " AND ".join(conditions)

    def whole(self, way: _Way) -> str:
        """All of it."""
        return " AND ".join(filter(None, (self.looked_up(way), self.left(way))))

    def _place(self, value: Any) -> str:
        self.values.append(value)
        return f"{{{len(self.values) - 1}}}"

    def _ids(self, terms: Sequence[Term], without: Sequence[Term] = ()) -> str:
        found = " INTERSECT ".join(f"({self._found(term)})" for term in terms)
        found += "".join(f" EXCEPT ({self._found(term)})" for term in without)
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
        if not term.guesses or shares.of(term, self._known) >= COMMON:
            return said
        # One look-up for each: a query of all of them takes a time that grows with their square.
        near = f"unnest((SELECT {self._place(term.guesses)}::text[])) AS near (word)"
        guess, unknown = "plainto_tsquery('simple'::regconfig, near.word)", "NOT EXISTS (SELECT FROM said)"
        # Materialized, since what is only asked to exist would be looked for by reading the table from its start.
        return (
            f"WITH said AS MATERIALIZED ({said}) SELECT id FROM said"  # noqa: S608
            f" UNION ALL SELECT id FROM {near} JOIN ticket ON {SUBJECT_WORDS} @@ {guess} WHERE {unknown}"
            f" UNION ALL SELECT ticket_id FROM {near} JOIN message ON {BODY_WORDS} @@ {guess} WHERE {unknown}"
        )


def narrow(listed: Listing, either: Sequence[Words], known: Shares, rows: int) -> None:
    """Narrow a list to the tickets that say one of these. rows: how many are wanted."""
    walked = rows <= MOST_WALKED * max(_share(words, known) for words in either)
    ways = [_way(words, known, walked=walked) for words in either]
    if walked:
        written = _Condition(known)
        listed.where_dear(" OR ".join(f"({written.whole(way)})" for way in ways), *written.values)
    elif len(ways) == 1:
        looked_up, left = _Condition(known), _Condition(known)
        if condition := looked_up.looked_up(ways[0]):
            listed.where(condition, *looked_up.values)
        if condition := left.left(ways[0]):
            listed.where_dear(condition, *left.values)
    else:
        written = _Condition(known)
        found = " UNION ".join(f"SELECT id FROM ticket WHERE {written.whole(way)}" for way in ways)  # noqa: S608
        listed.where(f"id IN (SELECT unnest(ARRAY({found})))", *written.values)


def counting_some(word: str, rows: int) -> tuple[str, *tuple[Any, ...]]:
    """The statement that counts tickets that say a word, no further than to `rows`, and its parameters.

    It visits no more messages than that takes where a ticket has MESSAGES that say it. Of 50,000 that say it, to visit
    all and to look their tickets up takes 24 ms of the processor; to visit 4,000 takes 4 ms, most of it in the index.
    """
    asked, first = "(SELECT plainto_tsquery('simple'::regconfig, $1))", f"LIMIT {rows * MESSAGES}"
    return (
        (
            "SELECT count(*) AS rows FROM (SELECT DISTINCT id FROM ("  # noqa: S608 - our own words
            f"(SELECT id FROM ticket WHERE {SUBJECT_WORDS} @@ {asked} {first})"
            f" UNION ALL (SELECT ticket_id FROM message WHERE {BODY_WORDS} @@ {asked} {first})"
            ") AS said LIMIT $2) AS fitting"
        ),
        word,
        rows,
    )


def _share(words: Words, known: Shares) -> float:
    """Of all tickets, about how many fit at least, if words stand where they like."""
    said = prod(shares.of(term, known) for term in words.said)
    return said * prod((1 - shares.of(term, known)) ** MESSAGES for term in words.unsaid)
