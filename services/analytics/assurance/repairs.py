"""Repairs: the owning service is asked, once, to do a lost step now."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.analytics.assurance import ledger
from services.analytics.assurance.errors import (
    ApproverIsRequester,
    NotAwaitingApproval,
    NotRepairable,
    TooManyRepairs,
    UnknownFinding,
)
from services.analytics.assurance.models import AssuranceRule, Expectation, Finding, Repair
from services.analytics.facts import queries as facts
from shared.contracts.analytics import AutomationRepairRequested, RepairTarget, RepairTrigger
from shared.contracts.platform import RepairAnswered
from shared.events.cause import Cause
from shared.events.event import Event
from shared.events.outbox import tell
from shared.features.access import queries as access
from shared.features.audit import service as audit
from shared.http.errors import NotFound
from shared.ids import uuid7

REPAIRABLE = ("missing", "failed")
STORM_WINDOW = timedelta(minutes=1)

ANSWER = """
UPDATE repair SET state = 'answered', result = answer.result, reason = answer.reason, answered_at = answer.at
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
     AS answer (id, service, result, reason, at)
WHERE repair.id = answer.id AND repair.service = answer.service AND state = 'requested'
"""


_KEY = func.concat_ws(
    ":",
    col(Expectation.rule_id),
    col(Expectation.rule_version),
    col(Expectation.trigger_fact_id),
    col(Expectation.step),
    col(Expectation.target_id),
)
"""`key` in SQL."""


def key(expectation: Expectation) -> str:
    """What makes a repair the same one: rule, version, trigger, step, and the target where there is one."""
    parts = [
        expectation.rule_id,
        expectation.rule_version,
        expectation.trigger_fact_id,
        expectation.step,
        expectation.target_id,
    ]
    return ":".join(str(part) for part in parts if part is not None)


async def request(session: AsyncSession, cause: Cause, finding_id: UUID, *, per_minute: int) -> tuple[Repair, bool]:
    """Ask for a repair, or for its approval where the rule wants one; answers it and whether it is new.

    Raises UnknownFinding, NotRepairable, TooManyRepairs.
    """
    repair, expectation, is_new = await _prepare(session, cause, finding_id)
    if is_new:
        session.add(repair)
        expectation.repair_id = repair.id
        finding = await session.get_one(Finding, finding_id)
        finding.repair_id = repair.id
        if repair.state == "requested":
            await _keep_ceiling(session, cause, per_minute)
            await _tell(session, cause, repair, expectation)
        await _record(session, cause, repair, "repair.request", None)
    return repair, is_new


async def rehearse(session: AsyncSession, cause: Cause, finding_id: UUID) -> Repair:
    """The repair that `request` would make, without making it. Raises UnknownFinding, NotRepairable."""
    repair, _, _ = await _prepare(session, cause, finding_id)
    return repair


async def approve(session: AsyncSession, cause: Cause, repair_id: UUID, *, per_minute: int) -> Repair:
    """Approve a repair that waits for it. Raises NotFound, NotAwaitingApproval, ApproverIsRequester, TooManyRepairs."""
    repair = await session.get(Repair, repair_id)
    if repair is None:
        raise NotFound("There is no repair with this id.")
    expectation = await _locked_expectation(session, repair.expectation_id)
    await session.refresh(repair)
    if repair.state == "requested" and repair.approved_by == cause.actor:
        return repair
    if repair.state != "awaiting_approval":
        raise NotAwaitingApproval(f"The repair is {repair.state}.", allowed=["awaiting_approval"])
    if await _is_requester(session, cause, repair):
        raise ApproverIsRequester
    await _keep_ceiling(session, cause, per_minute)
    repair.state = "requested"
    repair.approved_by = cause.actor
    await _tell(session, cause, repair, expectation)
    await _record(session, cause, repair, "repair.approve", "awaiting_approval")
    return repair


async def _is_requester(session: AsyncSession, cause: Cause, repair: Repair) -> bool:
    """Is it the same person? Where one of them is no known member of staff, keys that one of them made count too."""
    if cause.actor == repair.requested_by:
        return True
    if cause.staff_id is not None and repair.requested_by_staff_id is not None:
        return cause.staff_id == repair.requested_by_staff_id
    return await access.origin(session, cause.actor) == await access.origin(session, repair.requested_by)


async def request_automatic(session: AsyncSession, cause: Cause, *, per_minute: int, at_most: int) -> int:
    """Ask for what rules have repaired of themselves, as far as the ceiling allows; answers how many.

    What was asked for once is passed over, also where another finding about the same step came after it.
    """
    if await _count_lately(session, cause) >= per_minute:
        return 0
    listed = (
        select(Finding)
        .join(Expectation, col(Expectation.id) == col(Finding.expectation_id))
        .join(
            AssuranceRule,
            (col(AssuranceRule.rule_id) == col(Finding.rule_id))
            & (col(AssuranceRule.version) == col(Finding.rule_version)),
        )
        .where(
            col(Finding.state) == "open",
            col(Finding.kind).in_(REPAIRABLE),
            col(Finding.repair_id).is_(None),
            col(AssuranceRule.body)["repair"].astext == "automatic",
            ~select(Repair).where(col(Repair.repair_key) == _KEY).correlate(Expectation).exists(),
        )
        .order_by(col(Finding.id))
        .limit(min(at_most, per_minute))
    )
    found = (await session.scalars(listed)).all()
    if not found:
        return 0
    # The stories first, the ceiling after them, as requests of people do: the other way round they would deadlock.
    await ledger.lock(session, {(f"{finding.subject_kind}_id", finding.subject_id) for finding in found})
    room = per_minute - await _told_lately(session, cause)
    asked = 0
    for finding in found:
        if asked >= room:
            break
        await session.refresh(finding)
        if finding.state == "open":
            _, is_new = await request(session, cause, finding.id, per_minute=per_minute)
            asked += is_new
    return asked


async def hear_answers(session: AsyncSession, events: Sequence[Event[Any]]) -> None:
    """Keep what the owning services answered; the first answer stands."""
    answers = [event for event in events if event.type == RepairAnswered.fact_type]
    if not answers:
        return
    answers.sort(key=lambda event: str(event.raw["repair_id"]))
    connection = await session.connection()
    await connection.exec_driver_sql(
        ANSWER,
        (
            [UUID(event.raw["repair_id"]) for event in answers],
            [event.teller for event in answers],
            [event.raw["result"] for event in answers],
            [event.raw.get("reason") for event in answers],
            [event.recorded_at for event in answers],
        ),
    )


async def _prepare(session: AsyncSession, cause: Cause, finding_id: UUID) -> tuple[Repair, Expectation, bool]:
    """The repair of a finding: the one that is there, or a new one that is not stored yet."""
    finding = await session.get(Finding, finding_id)
    if finding is None:
        raise UnknownFinding.in_body()
    if finding.expectation_id is None:
        raise NotRepairable("It is about no single step.")
    expectation = await _locked_expectation(session, finding.expectation_id)
    await session.refresh(finding)
    repair_key = key(expectation)
    known = await session.scalar(select(Repair).where(col(Repair.repair_key) == repair_key))
    if known is not None:
        return known, expectation, False
    if finding.state != "open" or finding.kind not in REPAIRABLE:
        raise NotRepairable(f"The finding is {finding.state} and its kind {finding.kind}.", allowed=REPAIRABLE)
    rule = await session.scalar(
        select(AssuranceRule).where(
            col(AssuranceRule.rule_id) == expectation.rule_id,
            col(AssuranceRule.version) == expectation.rule_version,
        )
    )
    needs_approval = rule is not None and rule.body["repair"] == "approval"
    repair = Repair(
        id=uuid7(),
        repair_key=repair_key,
        finding_id=finding_id,
        expectation_id=expectation.id,
        service=expectation.service,
        state="awaiting_approval" if needs_approval else "requested",
        requested_by=cause.actor,
        requested_by_staff_id=cause.staff_id,
        requested_at=cause.at,
    )
    return repair, expectation, True


async def _locked_expectation(session: AsyncSession, expectation_id: UUID) -> Expectation:
    """The expectation, its story locked: the observer holds that lock too when it writes."""
    expectation = await session.get_one(Expectation, expectation_id)
    await ledger.lock(session, {(expectation.match, expectation.subject_id)})
    await session.refresh(expectation)
    return expectation


async def _tell(session: AsyncSession, cause: Cause, repair: Repair, expectation: Expectation) -> None:
    trigger = await facts.one(session, expectation.trigger_fact_id, expectation.trigger_recorded_at)
    if trigger is None:
        raise NotRepairable("The fact that set the step off is not kept any more.")
    repair.told_at = cause.at
    expectation.repair_requested_at = cause.at
    expectation.updated_at = cause.at
    fact = AutomationRepairRequested(
        repair_id=repair.id,
        repair_key=repair.repair_key,
        rule_id=expectation.rule_id,
        rule_version=expectation.rule_version,
        step=expectation.step,
        expectation_id=expectation.id,
        finding_id=repair.finding_id,
        service=repair.service,
        target=RepairTarget(staff_id=expectation.target_id) if expectation.target_id else None,
        trigger=RepairTrigger(
            id=trigger.event_id,
            source=trigger.source,
            type=trigger.type,
            subject=trigger.subject,
            time=trigger.time,
            recordedtime=trigger.recorded_at,
            correlationid=trigger.trace_id,
            data=trigger.data,
        ),
    )
    tell(session, fact, cause, trace_id=expectation.trace_id)


async def _keep_ceiling(session: AsyncSession, cause: Cause, per_minute: int) -> None:
    if await _told_lately(session, cause) >= per_minute:
        raise TooManyRepairs(retry_after=int(STORM_WINDOW.total_seconds()))


async def _told_lately(session: AsyncSession, cause: Cause) -> int:
    """How many repairs were asked for within the last minute; the transaction holds the count still."""
    connection = await session.connection()
    await connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('repair ceiling'))")
    return await _count_lately(session, cause)


async def _count_lately(session: AsyncSession, cause: Cause) -> int:
    counted = await session.scalar(
        select(func.count()).select_from(Repair).where(col(Repair.told_at) > cause.at - STORM_WINDOW)
    )
    return counted or 0


async def _record(session: AsyncSession, cause: Cause, repair: Repair, action: str, before: str | None) -> None:
    await audit.record(
        session,
        cause,
        action=action,
        entity="repair",
        entity_id=repair.id,
        before={"state": before} if before else {},
        after={"state": repair.state, "repair_key": repair.repair_key},
    )
