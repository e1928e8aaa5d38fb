"""The pages of what people said, and of what became of those who were disappointed."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from starlette.responses import Response as Answer

from services.feedback.loop_cases import clocks
from services.feedback.loop_cases import queries as loop_cases
from services.feedback.loop_cases.models import LoopCase
from services.feedback.loop_cases.schemas import LoopCaseFilters
from services.feedback.responses import queries
from services.feedback.responses.models import Response
from services.feedback.responses.schemas import ResponseFilters, ResponseOut
from services.feedback.studio import desk, words
from shared.pages import forms
from shared.pages.visit import Visit

OUTCOMES: Final = (("", "All"), ("negative", "Negative"), ("neutral", "Neutral"), ("positive", "Positive"))
LOOPS: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "overdue": ("Overdue", {"state": "open", "overdue": True}),
    "open": ("Open", {"state": "open"}),
    "closed": ("Closed", {"state": "closed"}),
}
STEPS: Final = {"assigned": "Take it up", "planned": "Plan it", "contacted": "Call", "closed": "Close it"}
RESULTS: Final = {
    "resolved": ("Resolved", "ok", "check"),
    "not_recovered": ("Not recovered", "bad", "cross"),
    "unreachable": ("Unreachable", "hold", "phone"),
    "no_action": ("No action", "", "skip"),
}


async def show_answers(visit: Visit) -> Answer:
    """What people said, the latest first."""
    chosen = {name: visit.asked(name) for name in ("outcome", "survey_type")}
    filters = forms.read(ResponseFilters, {name: value for name, value in chosen.items() if value})
    listed = await desk.page(visit).of(visit.session, queries.responses(filters), ResponseOut.of)
    return visit.show(
        "answers.html",
        me=await desk.me(visit),
        answers=listed.items,
        next_cursor=listed.next_cursor,
        chosen=chosen,
        outcomes=OUTCOMES,
        names=await desk.names(
            visit,
            contacts=[each.contact_id for each in listed.items],
            accounts=[each.account_id for each in listed.items],
        ),
        say=words,
    )


async def show_loops(visit: Visit) -> Answer:
    """Cases of those who were disappointed, with what is due and what is late."""
    view = visit.asked("view") if visit.asked("view") in LOOPS else "open"
    filters = forms.read(LoopCaseFilters, LOOPS[view][1])
    listed = await desk.page(visit).of(visit.session, loop_cases.loop_cases(filters, visit.now), lambda row: row)
    cases: list[LoopCase] = list(listed.items)
    ticketing = visit.settings.ticketing_url
    return visit.show(
        "loops.html",
        me=await desk.me(visit),
        cases=[(case, _late(visit, case), _due(visit, case)) for case in cases],
        next_cursor=listed.next_cursor,
        view=view,
        views=LOOPS,
        steps=STEPS,
        results=RESULTS,
        said=await _said(visit, [case.response_id for case in cases]),
        tickets=ticketing.rstrip("/") + "/console/tickets/" if ticketing else None,
        names=await desk.names(
            visit,
            contacts=[case.contact_id for case in cases],
            accounts=[case.account_id for case in cases],
            staff=[case.owner_id for case in cases],
        ),
        say=words,
    )


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
