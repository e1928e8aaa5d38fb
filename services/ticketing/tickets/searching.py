"""A search as conditions on the list of tickets.

Each word is a set of tickets' ids, found by the indexes over subjects and messages. The sets go through an array, so
that the planner takes what was found for little and looks the tickets up by id; `id = ANY (ARRAY(…))` alone would be
searched from its start for each ticket where another filter's index is walked. A word that stands nowhere is looked
for again as its neighbours: the look for them is planned, but not begun, where the word itself is found. The indexes
lie on the rows: what is erased there is not found any more.
"""

from typing import Any
from uuid import UUID

from services.ticketing.tickets import search_query
from services.ticketing.tickets.errors import NotStaff
from services.ticketing.tickets.models import BODY_LETTERS, BODY_WORDS, SUBJECT_WORDS
from services.ticketing.tickets.search_query import ME, NONE, Search, Term, Words
from shared.db.listing import Listing


class _Condition:
    """A condition that is being written: `Listing` puts the places of its values into it."""

    def __init__(self) -> None:
        self.values: list[Any] = []

    def of(self, value: Any) -> str:
        """The place of a value."""
        self.values.append(value)
        return f"{{{len(self.values) - 1}}}"


def narrow(listed: Listing, text: str, me: UUID | None) -> None:
    """Narrow a list to what a search asks for. me: who asks. Raises NotStaff, and `search_query.Unreadable`."""
    search = search_query.read(text)
    for name, values in search.filters.items():
        _FILTERS[name](listed, values, me)
    for name, spans in search.spans.items():
        for span in spans:
            if span.start is not None:
                listed.where(f"{name}_at >= {{}}", span.start)
            if span.end is not None:
                listed.where(f"{name}_at < {{}}", span.end)
    _narrow_by_words(listed, search)


def _narrow_by_words(listed: Listing, search: Search) -> None:
    written = _Condition()
    if search.vain:
        listed.where("false")
    elif search.either and not search.either[0].said:
        unsaid = " UNION ALL ".join(f"({_found(written, term)})" for term in search.either[0].unsaid)
        listed.where(f"id NOT IN (SELECT unnest(ARRAY({unsaid})))", *written.values)
    elif search.either:
        fitting = " UNION ".join(f"({_fitting(written, words)})" for words in search.either)
        listed.where(f"id IN (SELECT unnest(ARRAY({fitting})))", *written.values)


def _fitting(written: _Condition, words: Words) -> str:
    """The ids of the tickets where all of the words are said, and none of those that must not be."""
    said = " INTERSECT ".join(f"({_found(written, term)})" for term in words.said)
    return said + "".join(f" EXCEPT ({_found(written, term)})" for term in words.unsaid)


def _found(written: _Condition, term: Term) -> str:
    """The ids of the tickets where a word or a phrase is said, in the subject or in a message."""
    asked = "phraseto_tsquery" if term.phrase else "plainto_tsquery"
    words = f"{asked}('simple'::regconfig, {written.of(term.text)})"
    said = (
        f"SELECT id FROM ticket WHERE {SUBJECT_WORDS} @@ {words}"  # noqa: S608 - our own words, and places of parameters
        f" UNION ALL SELECT ticket_id FROM message WHERE {BODY_WORDS} @@ {words}"
    )
    if term.number is not None:
        return f"{said} UNION ALL SELECT id FROM ticket WHERE number = {written.of(term.number)}"  # noqa: S608
    if term.guesses is None:
        return said
    like, unknown = f"~* {written.of(term.guesses)}", "NOT EXISTS (SELECT FROM said)"
    # Materialized, since what is only asked to exist would be looked for by reading the table from its start.
    return (
        f"WITH said AS MATERIALIZED ({said}) SELECT id FROM said"  # noqa: S608
        f" UNION ALL SELECT id FROM ticket WHERE subject {like} AND {unknown}"
        f" UNION ALL SELECT ticket_id FROM message WHERE {BODY_LETTERS} {like} AND {unknown}"
    )


def _by_choice(column: str) -> Any:
    def where(listed: Listing, values: list[Any], _: UUID | None) -> None:
        listed.where(f"{column} = ANY ({{}})", values)

    return where


def _by_tags(listed: Listing, values: list[Any], _: UUID | None) -> None:
    listed.where("tags @> {}::text[]", values)


def _by_requester(listed: Listing, values: list[Any], _: UUID | None) -> None:
    listed.where(
        "requester_email IS NOT NULL"
        " AND lower(requester_email) = ANY (ARRAY(SELECT lower(given) FROM unnest({}::text[]) AS given))",
        values,
    )


def _by_assignee(listed: Listing, values: list[Any], me: UUID | None) -> None:
    if ME in values and me is None:
        raise NotStaff
    owners = [me if value == ME else value for value in values if value != NONE]
    if not owners:
        listed.where("assignee_id IS NULL")
    else:
        nobodys = " OR assignee_id IS NULL" if NONE in values else ""
        listed.where(f"assignee_id = ANY ({{}}::uuid[]){nobodys}", owners)


def _by_name(column: str, ids_of_names: str) -> Any:
    """By ids, or by names that others gave, without case."""

    def where(listed: Listing, values: list[Any], _: UUID | None) -> None:
        ids = [value for value in values if isinstance(value, UUID)]
        names = [value for value in values if isinstance(value, str)]
        nothing = f" OR {column} IS NULL" if NONE in values and column == "group_id" else ""
        listed.where(
            f"{column} = ANY (ARRAY(SELECT unnest({{0}}::uuid[]) UNION ALL {ids_of_names}"  # noqa: S608 - our own words
            f" WHERE lower(name) IN (SELECT lower(given) FROM unnest({{1}}::text[]) AS given))){nothing}",
            ids,
            names,
        )

    return where


_FILTERS = {
    **{name: _by_choice(name) for name in ("status", "type", "priority", "number")},
    "tag": _by_tags,
    "requester": _by_requester,
    "assignee": _by_assignee,
    # account is the directory's table, agent_group the routing's.
    "account": _by_name("account_id", "SELECT account_id FROM account"),
    "group": _by_name("group_id", "SELECT id FROM agent_group"),
}
