"""The queue: which tickets, in which order, by links and filters that a plain page can hold in its address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from services.ticketing.console import clock_words, queries
from services.ticketing.console.clock_words import Shown
from services.ticketing.tickets import queries as tickets
from services.ticketing.tickets import shares
from services.ticketing.tickets.filters import TicketFilters
from services.ticketing.views import counting
from services.ticketing.views import queries as saved_views
from shared.db.listing import Listing
from shared.http import cursors
from shared.http.errors import Invalid, NotFound
from shared.pages import forms
from shared.pages.visit import Visit

LIST: Final = "/console"
READ_GROUPS: Final = "ticketing:groups:read"
READ_AGENTS: Final = "ticketing:agents:read"
READ_VIEWS: Final = "ticketing:views:read"

UNSOLVED: Final = ("new", "open", "pending", "on_hold")


@dataclass(frozen=True, slots=True)
class View:
    """A queue that has a name. due: in the order of what is due; else the newest first. saved: one of `/v1/views`."""

    key: str
    label: str
    statuses: tuple[str, ...]
    due: bool = True
    mine: bool = False
    condition: str | None = None
    saved: UUID | None = None


VIEWS: Final = (
    View("unsolved", "Unsolved", UNSOLVED),
    View("mine", "Mine", UNSOLVED, mine=True),
    View("unassigned", "Unassigned", UNSOLVED, condition="assignee_id IS NULL"),
    View("waiting", "Waiting", ("pending", "on_hold")),
    View("solved", "Solved", ("solved", "closed"), due=False),
    View("all", "All", (), due=False),
)
"""A view is a link, and what it narrows the list of tickets to. Saved ones come behind these."""

MOST_SAVED: Final = 20  # saved views that are shown and counted


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
class Tab:
    """A link to a view. count: of a saved one, as text. own: it is the reader's alone."""

    key: str
    label: str
    count: str | None = None
    version: int | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the queue as it is shown. refused: why there is nothing, where what was asked for cannot be read."""

    asked: Asked
    label: str
    rows: Sequence[Row]
    total: int | None
    late: int
    next_cursor: str | None
    refused: Invalid | None = None


def asked(visit: Visit) -> Asked:
    """What the address asks for; a view that there is not is the usual one."""
    q = visit.asked("q")[:200]
    key = visit.asked("view") or _default(q)
    found = next((view for view in views(visit) if view.key == key), _saved(key) or VIEWS[0])
    return Asked(found, q, visit.asked("group"), visit.asked("priority"), visit.asked("cursor"))


def views(visit: Visit) -> list[View]:
    """The views of this reader: nobody in particular has none of their own."""
    return [view for view in VIEWS if not view.mine or visit.principal.staff_id is not None]


async def tabs(visit: Visit) -> list[Tab]:
    """The views of this reader, built in and saved; the saved ones with how many tickets they show."""
    found = [Tab(view.key, view.label) for view in views(visit)]
    if visit.may(READ_VIEWS) and not visit.partial:
        me = visit.principal.staff_id
        rows = (await visit.session.scalars(saved_views.views(me).limit(MOST_SAVED))).all()
        for row, counted in zip(rows, await counting.count_all(visit.session, rows, me), strict=True):
            text = counted.text if counted else None
            found.append(Tab(str(row.id), row.name, text, row.version, own=row.owner_id is not None))
    return found


async def page(visit: Visit, what: Asked) -> Page:
    """One page; empty, and saying why, where a filter or a search is what the API would refuse too."""
    label = what.view.label
    try:
        listed, label, due = await _listing(visit, what)
        after = cursors.unseal(what.cursor, of=LIST + what.view.key, secret=visit.secret) if what.cursor else None
        if due:
            found = await queries.by_due(visit.session, listed, after, visit.now)
        else:
            found = await queries.by_age(visit.session, listed, after)
    except Invalid as refused:
        return Page(what, label, (), None, 0, None, refused)
    following = None
    if found.following is not None:
        following = cursors.seal(found.following, of=LIST + what.view.key, secret=visit.secret)
    return Page(what, label, await _rows(visit, found.rows), found.total, found.late, following)


async def _listing(visit: Visit, what: Asked) -> tuple[Listing, str, bool]:
    """Which tickets, what they are called together, and whether the next due comes first. Raises Invalid."""
    filters, me = forms.read(TicketFilters, _filters(visit, what)), visit.principal.staff_id
    common = await shares.known(visit.session, filters.q)
    if what.view.saved is None:
        listed = tickets.tickets(filters, me, common=common)
        if what.view.condition:
            listed.where(what.view.condition)
        if what.view.due:  # a merged one asks for nothing
            listed.where("merged_into_id IS NULL")
        return listed, what.view.label, what.view.due
    try:
        if not visit.may(READ_VIEWS):
            raise NotFound
        row = await saved_views.view(visit.session, what.view.saved, me)
    except NotFound:
        raise Invalid("There is no such view.") from None
    listed = await saved_views.shown(visit.session, row, me, queries.PAGE + 1)
    return tickets.narrowed(listed, filters, me, common=common), row.name, False


def _saved(key: str) -> View | None:
    try:
        return View(key, "Saved view", (), due=False, saved=UUID(key))
    except ValueError:
        return None


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
