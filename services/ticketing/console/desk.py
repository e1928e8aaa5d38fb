"""What the page of a ticket shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from starlette.responses import Response

from services.ticketing.console import (
    attaching,
    cards,
    changes,
    clock_words,
    kin,
    queries,
    queue,
    resting,
    standing,
    timeline,
    using_macros,
    watching,
)
from services.ticketing.console.changes import Names
from services.ticketing.console.clock_words import Shown
from services.ticketing.directory.models import Staff
from services.ticketing.recovery import queries as recovery
from services.ticketing.recovery import states as recovery_states
from services.ticketing.routing.models import Group
from services.ticketing.sla import queries as sla
from services.ticketing.sla.schemas import SlaExplanationOut
from services.ticketing.tickets import states
from services.ticketing.tickets.models import Ticket
from services.ticketing.tickets.service import CLOSING_SCOPE
from services.ticketing.timeline.queries import Happened
from shared.ids import uuid7
from shared.pages.visit import Visit

READ: Final = "ticketing:tickets:read"
WRITE: Final = "ticketing:tickets:write"
READ_CASES: Final = "ticketing:recovery-cases:read"
WRITE_CASES: Final = "ticketing:recovery-cases:write"
READ_AUDIT: Final = "ticketing:audit:read"

SPARE_STEPS: Final = 2  # empty lines of a plan, to write more steps into


@dataclass(frozen=True, slots=True)
class Me:
    """Who is signed in, as the account menu names them."""

    name: str
    initials: str


async def show_ticket(visit: Visit) -> Response:
    """The page of a ticket, with the queue that it was opened from."""
    ticket = await queries.ticket(visit.session, visit.request.path_params["ref"])
    macro = await using_macros.preview(visit, ticket.id) if visit.asked("macro") and not visit.problem else None
    if macro is not None:  # what was tried out and given up is read again
        await visit.session.refresh(ticket)
    what = queue.asked(visit)
    clocks = await clocks_of(visit, ticket)
    case = await recovery.case_of_ticket(visit.session, ticket.id) if visit.may(READ_CASES) else None
    complaint = await cards.complaint_of(visit.session, ticket.id) if visit.may(cards.READ_COMPLAINTS) else None
    people = await queries.colleagues(visit.session) if visit.may(queue.READ_AGENTS) else []
    teams = await queries.groups(visit.session) if visit.may(queue.READ_GROUPS) else []
    others = await kin.kin_of(visit.session, ticket)
    shown = await timeline.page(visit, ticket.id, others.held)
    watchers = await watching.of(visit.session, others.held)
    names = await _names(visit, ticket, people, teams, shown, {each.staff_id for each in watchers})
    account = (await queries.accounts(visit.session, [ticket.account_id])).get(ticket.account_id or UUID(int=0))
    owner = names.staff.get(ticket.assignee_id) if ticket.assignee_id else None
    return visit.show(
        "ticket.html",
        me=await me(visit),
        ticket=ticket,
        queue=await queue.page(visit, what),
        query=what.query,
        account=account,
        owner=owner or ("a colleague" if ticket.assignee_id else None),
        names=names,
        people=people,
        teams=teams,
        clocks=_worth_showing(clocks),
        sentence=standing.sentence(ticket, owner, clocks, case, now=visit.now, zone=visit.zone),
        entries=timeline.entries(shown, names),
        older=shown.older,
        paged=not shown.newest,
        moves=_moves(visit, ticket),
        kin=others,
        watchers=watchers,
        rests=[] if visit.partial else await resting.rests(visit, ticket.id, names.groups),
        suppliers=await resting.suppliers(visit),
        macro=macro,
        macros=await using_macros.choices(visit),
        linked=kin.LINKED,
        case=case,
        case_moves=recovery_states.ALLOWED[case.state] if case else (),
        spare_steps=SPARE_STEPS,
        once=visit.form.get("once") or str(uuid7()),
        failed=visit.request.url.path.rpartition("/")[2] if visit.problem else None,
        may_write=visit.may(WRITE),
        may_recover=visit.may(WRITE_CASES),
        may_complain=visit.may(cards.WRITE_COMPLAINTS),
        may_read_files=visit.may(cards.READ_FILES),
        largest_file=attaching.largest(visit),
        most_files=attaching.FILES.most,
        **await cards.beside(visit, ticket, case, complaint),
    )


async def _names(
    visit: Visit,
    ticket: Ticket,
    people: Sequence[Staff],
    teams: Sequence[Group],
    shown: timeline.Page,
    watching: set[UUID],
) -> Names:
    """Who and what the page names, as far as the reader may know."""
    named = {person.staff_id: person.name for person in people}
    messages = shown.messages.values()
    absent = {message.author_id for message in messages if message.author_kind == "agent"}
    acting = {row.actor.removeprefix("key/") for row in shown.rows if row.actor and row.actor.startswith("key/")}
    holders = await queries.holders(visit.session, acting) if visit.may(queue.READ_AGENTS) else {}
    absent |= {ticket.assignee_id, *_actors(shown.rows), *holders.values(), *watching}
    if visit.may(queue.READ_AGENTS):
        strangers = await queries.staff(visit.session, absent - named.keys())
        named |= {staff_id: person.name for staff_id, person in strangers.items()}
    tickets = {message.ticket_id for message in messages} | {message.addressed_to_id for message in messages}
    tickets |= {changes.other_ticket(row) for row in shown.rows}
    numbers = await kin.numbers(visit.session, {each for each in tickets if each is not None})
    called = await queries.keys(visit.session, acting - holders.keys()) if visit.may(READ_AUDIT) else {}
    return Names(named, {team.id: team.name for team in teams}, holders, numbers, called)


async def show_clocks(visit: Visit) -> Response:
    """How each clock came to where it is, in words."""
    ticket = await queries.ticket(visit.session, visit.request.path_params["ref"])
    rows = (await visit.session.scalars(sla.clocks(ticket.id).limit(queries.MOST_CLOCKS))).all()
    trails = await sla.trails(visit.session, rows)
    shown = {clock.view.id: clock for clock in await clocks_of(visit, ticket)}
    return visit.show(
        "clocks.html",
        me=await me(visit),
        ticket=ticket,
        explained=[(SlaExplanationOut.of(row, trails[row.id], visit.now), shown.get(row.id)) for row in rows],
        said=clock_words,
        query=queue.asked(visit).query,
    )


async def clocks_of(visit: Visit, ticket: Ticket) -> list[Shown]:
    """A ticket's clocks as of now, the oldest first."""
    found = await queries.clocks(visit.session, [ticket.id], visit.now)
    return [shown for view in found[ticket.id] if (shown := clock_words.shown(*view))]


async def me(visit: Visit) -> Me | None:
    """The member of staff whom the key acts for, as far as they are known."""
    staff_id = visit.principal.staff_id
    person: Staff | None = (await queries.staff(visit.session, [staff_id])).get(staff_id) if staff_id else None
    if person is None:
        return None
    return Me(person.name, "".join(part[0] for part in person.name.split()[:2]))


def _worth_showing(clocks: list[Shown]) -> list[Shown]:
    """The newest cycle of each metric, in the order in which they are due."""
    newest = {clock.view.metric: clock for clock in clocks}
    return sorted(newest.values(), key=lambda clock: (not clock.open, clock.view.remaining_seconds))


def _moves(visit: Visit, ticket: Ticket) -> tuple[str, ...]:
    return states.allowed(
        ticket.status,
        merged=ticket.merged_into_id is not None,
        reopenable=ticket.reopenable(visit.settings.reopen_window, visit.now),
        closable=visit.may(CLOSING_SCOPE),
    )


def _actors(rows: Sequence[Happened]) -> set[UUID | None]:
    found: set[UUID | None] = set()
    for row in rows:
        ids = [(row.actor or "").removeprefix("staff/"), row.after.get("assignee_id"), row.after.get("owner_id")]
        ids += [side.get("watcher_id") for side in (row.before, row.after)]
        for each in ids:
            try:
                found.add(UUID(str(each)))
            except ValueError:
                continue
    return found
