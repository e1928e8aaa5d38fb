"""The pages of those who were disappointed: what is due, what is late, and what one does about it."""

import re
import unicodedata
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from starlette.responses import Response as Answer

from services.feedback.directory.models import Staff
from services.feedback.loop_cases import clocks, service
from services.feedback.loop_cases import queries as loop_cases
from services.feedback.loop_cases.models import LoopCase
from services.feedback.loop_cases.schemas import LoopCaseCloseIn, LoopCaseFilters, LoopCasePatch
from services.feedback.responses.models import Response
from services.feedback.studio import desk, words
from shared.pages import forms
from shared.pages.visit import Undo, Visit

MOST_COLLEAGUES: Final = 500
REASONS: Final = ("Duplicate of another answer", "Answered by phone", "Not about us", "A test")
"""For closing without action; others can be typed."""

NO_REASON: Final = "Say it in a few words: they are told to others as a code of 40 letters at most"

LOOPS: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "overdue": ("Overdue", {"state": "open", "overdue": True}),
    "open": ("Open", {"state": "open"}),
    "closed": ("Closed", {"state": "closed"}),
}
STEPS: Final = {"assigned": "Take it up", "planned": "Plan it", "contacted": "Call", "closed": "Close it"}
DONE: Final = {"assigned": "Taken up", "planned": "Planned", "contacted": "Customer called", "closed": "Closed"}
RESULTS: Final = {
    "resolved": ("Resolved", "ok", "check"),
    "not_recovered": ("Not recovered", "bad", "cross"),
    "unreachable": ("Unreachable", "hold", "phone"),
    "no_action": ("No action", "", "skip"),
}


async def show_loops(visit: Visit) -> Answer:
    """Cases of those who were disappointed, with what is due and what is late."""
    view = visit.asked("view") if visit.asked("view") in LOOPS else "open"
    filters = forms.read(LoopCaseFilters, LOOPS[view][1])
    listed = await desk.page(visit).of(visit.session, loop_cases.loop_cases(filters, visit.now), lambda row: row)
    cases: list[LoopCase] = list(listed.items)
    return visit.show(
        "loops.html",
        me=await desk.me(visit),
        cases=[(case, _late(visit, case), _due(visit, case)) for case in cases],
        next_cursor=listed.next_cursor,
        view=view,
        views=LOOPS,
        steps=STEPS,
        results=RESULTS,
        may_write=visit.may(desk.WRITE_LOOPS),
        mine=visit.principal.staff_id,
        said=await _said(visit, [case.response_id for case in cases]),
        tickets=_tickets(visit),
        names=await desk.names(
            visit,
            contacts=[case.contact_id for case in cases],
            accounts=[case.account_id for case in cases],
            staff=[case.owner_id for case in cases],
        ),
        say=words,
    )


async def show_case(visit: Visit) -> Answer:
    """One case: what they said, which steps are done and due, and what one can do about it."""
    case = await loop_cases.loop_case(visit.session, desk.named(visit, "case"))
    refused = visit.problem.errors if visit.problem else []
    for each in refused:
        each["msg"] = NO_REASON if each["loc"][-1] == "reason" else each["msg"]
    done = clocks.reached(case.times)
    return visit.show(
        "loop.html",
        me=await desk.me(visit),
        case=case,
        late=_late(visit, case),
        due=_due(visit, case),
        course=[(DONE[step], done[step], case.dues[step]) for step in clocks.STAGES],
        steps=STEPS,
        results=RESULTS,
        reasons=REASONS,
        form=visit.form if visit.problem else {},
        faults={str(each["loc"][-1]): each["msg"] for each in refused},
        stands={},
        colleagues=await _colleagues(visit, case),
        may_write=visit.may(desk.WRITE_LOOPS),
        mine=visit.principal.staff_id,
        answer=(await _said(visit, [case.response_id])).get(case.response_id),
        tickets=_tickets(visit),
        names=await desk.names(visit, contacts=[case.contact_id], accounts=[case.account_id], staff=[case.owner_id]),
        say=words,
    )


async def assign(visit: Visit) -> Answer:
    """Give a case to a colleague, to oneself, or to nobody."""
    before = await loop_cases.loop_case(visit.session, desk.named(visit, "case"))
    previous = str(before.owner_id or "")
    patch = forms.read(LoopCasePatch, {"owner_id": visit.form.get("owner_id") or None})
    case = await service.change(visit.session, visit.cause, before.id, patch, desk.version(visit))
    owner = (await desk.names(visit, staff=[case.owner_id])).staff.get(case.owner_id) if case.owner_id else "Nobody"
    undo = Undo(f"/studio/loops/{case.id}/assign", {"owner_id": previous, "version": str(case.version)})
    return _go(visit, case, f"{owner or 'A colleague'} has the case now.", undo)


async def note(visit: Visit) -> Answer:
    """Keep what colleagues should know of a case."""
    patch = forms.read(LoopCasePatch, {"note": visit.form.get("note", "").strip() or None})
    case = await service.change(visit.session, visit.cause, desk.named(visit, "case"), patch, desk.version(visit))
    return _go(visit, case, "The note is kept." if case.note else "There is no note any more.")


async def close(visit: Visit) -> Answer:
    """End a case without action, for a reason."""
    body = forms.read(LoopCaseCloseIn, {"reason": _code(visit.form.get("reason", ""))})
    case = await service.close(visit.session, visit.cause, desk.named(visit, "case"), body, desk.version(visit))
    return _go(visit, case, "The case is closed.")


def _go(visit: Visit, case: LoopCase, done: str, undo: Undo | None = None) -> Answer:
    return visit.go(f"/studio/loops/{case.id}", done=done, undo=undo)


def _tickets(visit: Visit) -> str | None:
    """Where tickets are read, with the id to come."""
    ticketing = visit.settings.ticketing_url
    return ticketing.rstrip("/") + "/console/tickets/" if ticketing else None


def _code(text: str) -> str:
    """A reason as others are told it: `Answered by phone` is `answered_by_phone`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


async def _colleagues(visit: Visit, case: LoopCase) -> list[tuple[str, str]]:
    """Whom a case can be given to, and who has it."""
    asked = select(Staff).where(col(Staff.active)).order_by(col(Staff.name), col(Staff.staff_id)).limit(MOST_COLLEAGUES)
    found = {str(one.staff_id): one.name for one in await visit.session.scalars(asked)}
    owner = str(case.owner_id) if case.owner_id else None
    return [*found.items(), *([(owner, "Who has it now")] if owner and owner not in found else [])]


def _late(visit: Visit, case: LoopCase) -> list[tuple[str, Any]]:
    """The steps of an open case that are due and not done, with since when."""
    if case.state != "open":
        return []
    done = clocks.reached(case.times)
    return [(step, due) for step, due in clocks.missed(case.dues, case.times, visit.now) if done[step] is None]


def _due(visit: Visit, case: LoopCase) -> Any:
    """The step that is due next, and when."""
    if case.state != "open":
        return None
    done = clocks.reached(case.times)
    ahead = [(at, step) for step, at in case.dues.items() if at is not None and at >= visit.now and done[step] is None]
    return min(ahead, default=None)


async def _said(visit: Visit, response_ids: list[UUID]) -> dict[UUID, Response]:
    """The answers behind the cases, to who may read answers."""
    if not response_ids or not visit.may(desk.READ_RESPONSES):
        return {}
    asked = select(Response).where(col(Response.id).in_(response_ids), col(Response.deleted_at).is_(None))
    return {each.id: each for each in await visit.session.scalars(asked)}
