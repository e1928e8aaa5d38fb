"""The plan of a case: making it, by hand or from a response plan, and working through its steps.

The plan lies on the case's row: a step is changed under the case's lock, and raises the case's version.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.directory import queries as directory
from services.ticketing.directory import team
from services.ticketing.recovery import service, states
from services.ticketing.recovery.errors import (
    PlanNeeded,
    StepDone,
    TooManySteps,
    UnknownResponsePlan,
    UnknownStep,
)
from services.ticketing.recovery.models import RecoveryCase
from services.ticketing.recovery.schemas import (
    MOST_STEPS,
    FromTemplateIn,
    PlanIn,
    StepHeld,
    StepIn,
    StepPatch,
)
from services.ticketing.response_plans import queries as response_plans
from services.ticketing.response_plans.models import ResponsePlan
from shared import business_time
from shared.contracts.ticketing import RecoveryPlanned
from shared.events.cause import Cause
from shared.features.calendars import queries as calendars
from shared.http import merge_patch
from shared.http.errors import NotFound
from shared.ids import uuid7

Step = dict[str, Any]
"""As the row holds it: id, title, owner_id, due_at, done_at, in JSON."""

HOUR = 3_600  # seconds


async def plan(
    session: AsyncSession, cause: Cause, case_id: UUID, body: PlanIn, expected_version: int | None = None
) -> RecoveryCase:
    """Give the case its plan, or another one; a case that nobody has acknowledged is acknowledged thereby.

    A step that stays, by its id or else by its title, keeps its id and when it was done.
    Raises NotFound, CaseFinished, UnknownStep, PreconditionFailed.
    """
    case = await service.open_case(session, case_id, expected_version)
    said = body.model_dump(mode="json")
    steps = _kept(said["steps"], case.plan["steps"] if case.plan else [])
    await _take(session, cause, case, {**said, "steps": steps})
    return case


async def plan_from_template(
    session: AsyncSession, cause: Cause, case_id: UUID, body: FromTemplateIn, expected_version: int | None = None
) -> RecoveryCase:
    """Make a response plan the case's plan: its dues count from now, in the business hours of the case's plan.

    A step's owner is whoever holds its role in the account's team, else the case's owner. A case of which nobody
    has said what failed takes the response plan's failure type.
    Raises NotFound, CaseFinished, UnknownResponsePlan, PreconditionFailed.
    """
    case = await service.open_case(session, case_id, expected_version)
    template = await response_plans.find(session, body.template_id)
    if template is None:
        raise UnknownResponsePlan
    steps = await _steps_of(session, cause.at, case, template)
    agreed = body.model_dump(mode="json")["agreed_with_customer_at"]
    if case.failure_type is None:
        case.failure_type = template.failure_type
    made = {"text": template.text, "steps": steps, "agreed_with_customer_at": agreed}
    await _take(session, cause, case, made, template_id=template.id)
    return case


async def add_step(
    session: AsyncSession, cause: Cause, case_id: UUID, body: StepIn, expected_version: int | None = None
) -> RecoveryCase:
    """Add one more thing to do. Raises NotFound, CaseFinished, PlanNeeded, TooManySteps, PreconditionFailed."""
    case = await service.open_case(session, case_id, expected_version)
    steps = _steps(case)
    if len(steps) >= MOST_STEPS:
        raise TooManySteps
    step = {"id": str(uuid7()), **body.model_dump(mode="json"), "done_at": None}
    _put(case, [*steps, step])
    await service.record(session, cause, case, "add_step", after={"step_id": step["id"]})
    return case


async def change_step(
    session: AsyncSession,
    cause: Cause,
    case_id: UUID,
    step_id: UUID,
    patch: StepPatch,
    expected_version: int | None = None,
) -> RecoveryCase:
    """Change a step, or say when it was done, which is said once.

    Raises NotFound, CaseFinished, StepDone, Invalid, PreconditionFailed.
    """
    case = await service.open_case(session, case_id, expected_version)
    held = next((step for step in _steps(case) if step["id"] == str(step_id)), None)
    if held is None:
        raise NotFound("The plan has no step with this id.")
    shown = {name: value for name, value in held.items() if name != "id" and value is not None}
    step = {"id": held["id"], **merge_patch.merged(StepHeld, shown, patch).model_dump(mode="json")}
    if held["done_at"] is not None and step["done_at"] != held["done_at"]:
        raise StepDone(f"It was done at {held['done_at']}.")
    if step == held:
        return case
    _put(case, [step if each is held else each for each in _steps(case)])
    # What it is called are somebody's words, which the audit trail does not need.
    told = [name for name in ("owner_id", "due_at", "done_at") if step[name] != held[name]]
    await service.record(
        session,
        cause,
        case,
        "change_step",
        before={name: held[name] for name in told},
        after={"step_id": step["id"], **{name: step[name] for name in told}},
    )
    return case


async def _take(
    session: AsyncSession, cause: Cause, case: RecoveryCase, made: dict[str, Any], template_id: UUID | None = None
) -> None:
    """Make this the case's plan."""
    before, case.plan = case.plan, made
    if case.state in (states.OPENED, states.ACKNOWLEDGED):
        if case.state == states.OPENED:
            service.acknowledge(session, cause, case)
        case.move(states.PLANNED)
        case.planned_at = cause.at
        service.tell(session, cause, case, RecoveryPlanned)
    after = {"plan": made} if template_id is None else {"plan": made, "template_id": template_id}
    await service.record(session, cause, case, "plan", before={"plan": before}, after=after)


def _kept(said: list[Step], held: list[Step]) -> list[Step]:
    """The steps of a new plan; those that the old one had keep their ids and when they were done."""
    ids = {step["id"]: step for step in held}
    if any(step["id"] is not None and step["id"] not in ids for step in said):
        raise UnknownStep
    named = [step["id"] for step in said if step["id"] is not None]
    if len(named) != len(set(named)):
        raise UnknownStep
    unnamed = [step for step in held if step["id"] not in named]
    made = []
    for step in said:
        same = ids.get(step["id"]) or next((each for each in unnamed if each["title"] == step["title"]), None)
        if same in unnamed:
            unnamed.remove(same)
        known = same or {"id": str(uuid7()), "done_at": None}
        made.append({**step, "id": known["id"], "done_at": known["done_at"]})
    return made


async def _steps_of(session: AsyncSession, at: datetime, case: RecoveryCase, template: ResponsePlan) -> list[Step]:
    """A response plan's steps as those of a case, with owners and dues."""
    hours = await calendars.load(session, [case.plan_calendar_id])
    calendar = hours.get(case.plan_calendar_id) if case.plan_calendar_id else None
    owners = await _holders(session, at, case, {step["owner_role"] for step in template.steps} - {None})
    return [
        {
            "id": str(uuid7()),
            "title": step["title"],
            "owner_id": _text(owners.get(step["owner_role"], case.owner_id)),
            "due_at": _due(calendar, at, step["due_after_business_hours"]),
            "done_at": None,
        }
        for step in template.steps
    ]


async def _holders(session: AsyncSession, at: datetime, case: RecoveryCase, roles: Iterable[str]) -> dict[str, UUID]:
    """Who holds these roles in the account's team, as far as anybody does."""
    mirror = await directory.known(session, [case.account_id])
    customer = mirror.customers.get(case.account_id) if case.account_id else None
    if customer is None:
        return {}
    held = {role: team.holder(customer.members, role, mirror.staff, at) for role in roles}
    return {role: holder.staff_id for role, holder in held.items() if holder is not None}


def _due(calendar: business_time.Calendar | None, at: datetime, hours: int | None) -> str | None:
    """When a step is due; None where it is not, or where the calendar has no such time within ten years."""
    if hours is None:
        return None
    try:
        due_at = business_time.add(calendar, at, hours * HOUR)
    except business_time.NoBusinessTime:
        return None
    return due_at.isoformat().replace("+00:00", "Z")


def _steps(case: RecoveryCase) -> list[Step]:
    if case.plan is None:
        raise PlanNeeded
    return list(case.plan["steps"])


def _put(case: RecoveryCase, steps: list[Step]) -> None:
    """A new object: one that is changed in place is not saved."""
    case.plan = {**(case.plan or {}), "steps": steps}


def _text(staff_id: UUID | None) -> str | None:
    return None if staff_id is None else str(staff_id)
