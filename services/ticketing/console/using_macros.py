"""Macros on the page of a ticket: what one would do, before it is used, and using it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from starlette.responses import Response

from services.ticketing.console import queries
from services.ticketing.console.deeds import back, version
from services.ticketing.macros import applying
from services.ticketing.macros import queries as macros
from services.ticketing.macros.applying import Terms
from services.ticketing.macros.models import Macro
from services.ticketing.macros.schemas import MacroFilters, MacroOutcome, MacroUse
from services.ticketing.tickets.service import CLOSING_SCOPE
from shared.http.errors import NotFound, Problem
from shared.pages import forms
from shared.pages.visit import Visit

READ = "ticketing:macros:read"
WRITE = "ticketing:tickets:write"
MOST_SHOWN = 200  # macros to choose from


@dataclass(frozen=True, slots=True)
class Preview:
    """A macro that was chosen: what it would do, or why it would be refused."""

    id: UUID
    name: str
    outcome: MacroOutcome | None
    refused: str | None

    @property
    def moves(self) -> Sequence[tuple[str, str]]:
        """Which fields become what, in words; ids are not."""
        if self.outcome is None:
            return ()
        shown = {name: was for name, was in self.outcome.changes.items() if name in _SHOWN}
        moves = [(_SHOWN[name], _words(was.after)) for name, was in shown.items()]
        owners = {"group_id": "Group", "assignee_id": "Owner"}
        return [*moves, *((said, "another one") for name, said in owners.items() if name in self.outcome.changes)]


_SHOWN = {"type": "Type", "status": "Status", "priority": "Priority", "tags": "Tags", "resolution_code": "Solved as"}


async def choices(visit: Visit) -> Sequence[Macro]:
    """The macros that may be used."""
    if not visit.may(READ):
        return ()
    return (await visit.session.scalars(macros.macros(MacroFilters(active=True)).limit(MOST_SHOWN))).all()


async def preview(visit: Visit, ticket_id: UUID) -> Preview | None:
    """What the macro that the address names would do; None where it names none. It changes nothing."""
    if not visit.may(READ) or not visit.may(WRITE):
        return None
    try:
        macro = await macros.macro(visit.session, UUID(visit.asked("macro")))
    except (ValueError, NotFound):
        return None
    chosen, name = macro.id, macro.name
    try:
        outcome = await applying.preview(visit.session, visit.cause, chosen, ticket_id, _terms(visit))
    except Problem as refused:
        return Preview(chosen, name, None, refused.detail or refused.title)
    return Preview(chosen, name, outcome, None)


async def use(visit: Visit) -> Response:
    """Do what a macro says, all of it or nothing."""
    ticket = await queries.ticket(visit.session, visit.request.path_params["ref"])
    asked = forms.read(MacroUse, forms.given(visit.form, "macro_id"))
    macro = await macros.macro(visit.session, asked.macro_id)
    name = macro.name
    terms, expected = _terms(visit), version(visit.form)
    outcome = await applying.apply(visit.session, visit.cause, asked.macro_id, ticket.id, terms, expected)
    written = len(outcome.messages)
    said = f" and wrote {written} {'message' if written == 1 else 'messages'}" if written else ""
    changed = len(outcome.changes)
    fields = f"changed {changed} {'field' if changed == 1 else 'fields'}"
    return back(visit, ticket, done=f"“{name}” is done: it {fields}{said}.")


def _terms(visit: Visit) -> Terms:
    return Terms(visit.settings.reopen_window, visit.may(CLOSING_SCOPE))


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(each) for each in value) or "none"
    return str(value).replace("_", " ")
