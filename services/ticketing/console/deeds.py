"""The forms on a ticket. Each calls what the API calls, and leads back to the ticket."""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from starlette.responses import Response

from services.ticketing.console import attaching, queries, queue
from services.ticketing.console.changes import STATUS
from services.ticketing.tickets import conversing, messages, service, states
from services.ticketing.tickets.models import Ticket
from services.ticketing.tickets.schemas import AssignIn, MessageIn, TicketPatch, TransitionIn
from shared.http.errors import Invalid, place
from shared.pages import forms
from shared.pages.visit import Undo, Visit

LONGEST_ONCE = 40  # characters


async def reply(visit: Visit) -> Response:
    """Write to the customer or leave a note, with files, and move the ticket on if a button says so."""
    ticket = await _ticket(visit)
    source_id = _once(visit)
    written = forms.read(
        MessageIn,
        {
            "body": visit.form.get("body", "").strip(),
            "visibility": visit.form.get("visibility", "public"),
            "channel": await conversing.way_out(visit.session, ticket),
            "source_id": source_id,
            "attachments": await attaching.attached(visit),
        },
    )
    window = visit.settings.reopen_window
    await messages.add_message(
        visit.session, visit.cause, ticket.id, written, window=window, goes_out=True, request=source_id
    )
    to = visit.form.get("to")
    if to in ("pending", "on_hold") and ticket.status not in (to, "solved", "closed"):
        await _move(visit, ticket, forms.read(TransitionIn, {"to": to}), None)
    done = "Your note is kept." if written.visibility == "internal" else "Your reply is on its way."
    return back(visit, ticket, done=done)


async def move(visit: Visit) -> Response:
    """Solve, reopen, or say whom it waits for."""
    ticket = await _ticket(visit)
    previous = ticket.status
    named = ("supplier_id",) if visit.form.get("to") == "on_hold" else ()
    body = forms.read(TransitionIn, forms.given(visit.form, "to", "resolution_code", "reason", *named))
    moved = await _move(visit, ticket, body, version(visit.form))
    undoable = states.allowed(
        moved.status,
        merged=moved.merged_into_id is not None,
        reopenable=moved.reopenable(visit.settings.reopen_window, visit.now),
    )
    to = "open" if moved.status == "solved" else previous
    undo = undo_by(moved, "transitions", {"to": to}) if to in undoable and previous != "solved" else None
    said = "reopened" if previous == "solved" and moved.status == "open" else STATUS[moved.status]
    return back(visit, moved, done=f"#{moved.number} is {said}.", undo=undo)


async def assign(visit: Visit) -> Response:
    """Give it to somebody, to a group, or to oneself."""
    ticket = await _ticket(visit)
    before = {"assignee_id": ticket.assignee_id, "group_id": ticket.group_id}
    names = ("assignee_id", "group_id")
    wanted = {name: visit.form[name] or None for name in names if name in visit.form}
    if visit.form.get("me"):
        wanted = {"assignee_id": _myself(visit)}
    assigned = await service.assign(
        visit.session, visit.cause, ticket.id, forms.read(AssignIn, wanted), expected=version(visit.form)
    )
    undo = undo_by(assigned, "assign", {name: str(before[name] or "") for name in wanted})
    people = await queries.staff(visit.session, [assigned.assignee_id]) if visit.may(queue.READ_AGENTS) else {}
    owner = next((person.name for person in people.values()), "a colleague") if assigned.assignee_id else "nobody"
    return back(visit, assigned, done=f"#{assigned.number} belongs to {owner}.", undo=undo)


async def change(visit: Visit) -> Response:
    """Change what the ticket says."""
    ticket = await _ticket(visit)
    before = {
        "subject": ticket.subject,
        "priority": ticket.priority,
        "type": ticket.type,
        "tags": ", ".join(ticket.tags),
    }
    wanted: dict[str, Any] = forms.given(visit.form, "subject", "priority", "type")
    if "tags" in visit.form:
        wanted["tags"] = [tag.strip() for tag in visit.form["tags"].split(",") if tag.strip()]
    patch = forms.read(TicketPatch, wanted)
    changed = await service.change(visit.session, visit.cause, ticket.id, patch, version(visit.form))
    undo = undo_by(changed, "details", {name: before[name] for name in wanted})
    return back(visit, changed, done=f"#{changed.number} is changed.", undo=undo)


def back(visit: Visit, ticket: Ticket, *, done: str, undo: Undo | None = None) -> Response:
    """To the page of the ticket, beside the queue that it was opened from."""
    return visit.go(f"/console/tickets/{ticket.number}", done=done, undo=undo, **queue.asked(visit).query)


def version(form: Mapping[str, str]) -> int | None:
    """The version on which a form was based: what changed since is not overwritten unseen."""
    text = form.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


async def _ticket(visit: Visit) -> Ticket:
    return await queries.ticket(visit.session, visit.request.path_params["ref"])


async def _move(visit: Visit, ticket: Ticket, body: TransitionIn, expected: int | None) -> Ticket:
    return await service.transition(
        visit.session,
        visit.cause,
        ticket.id,
        body,
        window=visit.settings.reopen_window,
        closable=visit.may(service.CLOSING_SCOPE),
        expected=expected,
    )


def undo_by(ticket: Ticket, form: str, fields: Mapping[str, str]) -> Undo:
    """A form of the ticket's page that takes a deed back."""
    return Undo(f"/console/tickets/{ticket.number}/{form}", {**fields, "version": str(ticket.version)})


def _myself(visit: Visit) -> str:
    if visit.principal.staff_id is None:
        raise Invalid(
            "The key that you are signed in with acts for nobody in particular.",
            errors=[place("body", "assignee_id", msg="Choose somebody by name", code="nobody")],
        )
    return str(visit.principal.staff_id)


def _once(visit: Visit) -> str | None:
    """What makes a form that was sent twice one message: what the page was given, and what was written."""
    once = visit.form.get("once", "")
    if not once or len(once) > LONGEST_ONCE or not once.isascii() or not once.isprintable():
        return None
    files = "".join(f"\0{each.name}\0{each.media_type}\0{each.sha256}" for each in visit.files)
    said = f"{visit.principal.actor}\0{visit.form.get('visibility')}\0{visit.form.get('body')}{files}"
    return f"console/{once}/{blake2b(said.encode('utf-8', 'replace'), digest_size=12).hexdigest()}"
