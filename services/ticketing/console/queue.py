"""The queue: which tickets, in which order, by links and filters that a plain page can hold in its address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from services.ticketing.console import clock_words, queries
from services.ticketing.console.clock_words import Shown
from services.ticketing.tickets import queries as tickets
from services.ticketing.tickets.schemas import TicketFilters
from shared.http import cursors
from shared.pages import forms
from shared.pages.visit import Visit

LIST: Final = "/console"
READ_GROUPS: Final = "ticketing:groups:read"
READ_AGENTS: Final = "ticketing:agents:read"

UNSOLVED: Final = ("new", "open", "pending", "on_hold")


@dataclass(frozen=True, slots=True)
class View:
    """A queue that has a name. due: in the order of what is due; else the newest first."""

    key: str
    label: str
    statuses: tuple[str, ...]
    due: bool = True
    mine: bool = False
    condition: str | None = None


VIEWS: Final = (
    View("unsolved", "Unsolved", UNSOLVED),
    View("mine", "Mine", UNSOLVED, mine=True),
    View("unassigned", "Unassigned", UNSOLVED, condition="assignee_id IS NULL"),
    View("waiting", "Waiting", ("pending", "on_hold")),
    View("solved", "Solved", ("solved", "closed"), due=False),
    View("all", "All", (), due=False),
)
"""Saved views come here: a view is a link, and what it narrows the list of tickets to."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the queue: the ticket's columns, and what goes with them."""

    ticket: Mapping[str, Any]
    clock: Shown | None
    account: str | None
    owner: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for, and how it is asked for again."""

    view: View
    q: str
    group: str
    priority: str
    cursor: str

    @property
    def query(self) -> dict[str, str]:
        """The parameters of the same queue from its begin, as they follow the reader to a ticket and back."""
        named = {"q": self.q, "group": self.group, "priority": self.priority}
        return {"view": self.view.key if self.view.key != _default(self.q) else "", **named}


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the queue as it is shown."""

    asked: Asked
    rows: Sequence[Row]
    total: int | None
    late: int
    next_cursor: str | None


def asked(visit: Visit) -> Asked:
    """What the address asks for; a view that there is not is the usual one."""
    q = visit.asked("q")[:200]
    key = visit.asked("view") or _default(q)
    found = next((view for view in views(visit) if view.key == key), VIEWS[0])
    return Asked(found, q, visit.asked("group"), visit.asked("priority"), visit.asked("cursor"))


def views(visit: Visit) -> list[View]:
    """The views of this reader: nobody in particular has none of their own."""
    return [view for view in VIEWS if not view.mine or visit.principal.staff_id is not None]


async def page(visit: Visit, what: Asked) -> Page:
    """One page. Raises Invalid for a filter that the API would refuse too."""
    filters = forms.read(TicketFilters, _filters(visit, what))
    listed = tickets.tickets(filters)
    if what.view.condition:
        listed.where(what.view.condition)
    after = cursors.unseal(what.cursor, of=LIST + what.view.key, secret=visit.secret) if what.cursor else None
    if what.view.due:
        found = await queries.by_due(visit.session, listed, after, visit.now)
    else:
        found = await queries.by_age(visit.session, listed, after)
    following = None
    if found.following is not None:
        following = cursors.seal(found.following, of=LIST + what.view.key, secret=visit.secret)
    return Page(what, await _rows(visit, found.rows), found.total, found.late, following)


def _default(q: str) -> str:
    return "all" if q else "unsolved"


def _filters(visit: Visit, what: Asked) -> dict[str, Any]:
    asked_for: dict[str, Any] = {"status": list(what.view.statuses)}
    if what.view.mine:
        asked_for["assignee_id"] = str(visit.principal.staff_id)
    if what.priority:
        asked_for["priority"] = [what.priority]
    return asked_for | {name: value for name, value in (("q", what.q), ("group_id", what.group)) if value}


async def _rows(visit: Visit, rows: Sequence[Mapping[str, Any]]) -> list[Row]:
    ids: list[UUID] = [row["id"] for row in rows]
    clocks = await queries.clocks(visit.session, ids, visit.now)
    accounts = await queries.accounts(visit.session, [row["account_id"] for row in rows])
    owners = await queries.staff(visit.session, [row["assignee_id"] for row in rows]) if visit.may(READ_AGENTS) else {}
    return [
        Row(
            row,
            clock_words.most_urgent([shown for view in clocks[row["id"]] if (shown := clock_words.shown(*view))]),
            accounts[row["account_id"]].name if row["account_id"] in accounts else None,
            owners[row["assignee_id"]].name if row["assignee_id"] in owners else None,
        )
        for row in rows
    ]
