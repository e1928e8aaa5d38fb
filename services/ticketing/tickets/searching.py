"""A search as conditions on the list of tickets. What is erased is not found any more: the indexes lie on the rows."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.tickets import search_query, shares, wording
from services.ticketing.tickets.errors import NotStaff, SearchTooBroad
from services.ticketing.tickets.search_query import ME, NONE
from services.ticketing.tickets.shares import Shares
from shared.db.listing import Listing

MOST_SECONDS = 1.5
ROWS = 200  # that a search is planned for where nobody says how many
MANY = 10  # messages that say a word, for each ticket that is wanted: of a part of them there are enough, likely


@asynccontextmanager
async def bounded() -> AsyncIterator[None]:
    """Ask the database for no longer than MOST_SECONDS. Raises SearchTooBroad; the statement is cancelled."""
    try:
        async with asyncio.timeout(MOST_SECONDS):
            yield
    except TimeoutError:
        raise SearchTooBroad from None


def narrow(listed: Listing, text: str, me: UUID | None, *, common: Shares | None = None, rows: int = ROWS) -> None:
    """Narrow a list to what a search asks for.

    me: who asks. common: the shares of words that stand in many messages, by which a quick way is chosen. rows: how
    many are wanted. Raises NotStaff, and `search_query.Unreadable`.
    """
    search = search_query.read(text)
    for name, values in search.filters.items():
        _FILTERS[name](listed, values, me)
    for name, spans in search.spans.items():
        for span in spans:
            if span.start is not None:
                listed.where(f"{name}_at >= {{}}", span.start)
            if span.end is not None:
                listed.where(f"{name}_at < {{}}", span.end)
    if search.vain:
        listed.where("false")
    elif search.either:
        wording.narrow(listed, search.either, common or {}, rows)


async def counting_some(session: AsyncSession, text: str, rows: int) -> tuple[str, *tuple[Any, ...]] | None:
    """The statement that sees at once, of one very common word, that it finds so many tickets; None for other searches.

    It answers no more than there are: fewer rows say nothing.
    """
    term = search_query.read(text).only_word
    share = shares.of(term, await shares.known(session, text)) if term else 0
    if term is None or not share or share * await shares.messages(session) < rows * MANY:
        return None
    return wording.counting_some(term.text, rows)


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


def _by_watcher(listed: Listing, values: list[Any], me: UUID | None) -> None:
    if ME in values and me is None:
        raise NotStaff
    watching = [me if value == ME else value for value in values]
    listed.where("id IN (SELECT ticket_id FROM ticket_watcher WHERE staff_id = ANY ({}::uuid[]))", watching)


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
    "watcher": _by_watcher,
    # account is the directory's table, agent_group the routing's.
    "account": _by_name("account_id", "SELECT account_id FROM account"),
    "group": _by_name("group_id", "SELECT id FROM agent_group"),
}
