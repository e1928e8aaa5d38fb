"""Making and changing SLA policies. A change is a new version; clocks keep the one that they name."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.sla import queries
from services.ticketing.sla.errors import DefaultPolicyMatchesAll, UnknownCalendar
from services.ticketing.sla.models import SlaPolicy
from services.ticketing.sla.schemas import Metric, Priority, SlaConditions, SlaPolicyIn, SlaPolicyPatch, SlaTarget
from shared.db import remembered
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.features.calendars import queries as calendars
from shared.http import etags, merge_patch
from shared.http.fields import EARLIEST
from shared.ids import uuid7

DEFAULT_POLICY_ID: Final = UUID("01935f2e-7c00-7000-8000-000000000301")
"""The policy that ships, and takes what no other policy takes."""

HOUR, DAY = 3600, 86_400  # seconds

_PRIORITIES: tuple[Priority, ...] = ("urgent", "high", "normal", "low")
_REPLY = (HOUR, 4 * HOUR, 8 * HOUR, DAY)
_SHIPPED: dict[Metric, tuple[int, int, int, int]] = {
    "first_reply": _REPLY,
    "next_reply": _REPLY,
    "total_resolution": (DAY, 3 * DAY, 5 * DAY, 10 * DAY),
}

DEFAULT_POLICY = SlaPolicyIn(
    name="Default",
    rank=1000,
    targets=[
        SlaTarget(metric=metric, priority=priority, seconds=seconds)
        for metric, each in _SHIPPED.items()
        for priority, seconds in zip(_PRIORITIES, each, strict=True)
    ],
    effective_from=EARLIEST,  # whenever a ticket is opened, some policy takes it
)


async def create_policy(
    session: AsyncSession, cause: Cause, body: SlaPolicyIn, *, policy_id: UUID | None = None
) -> SlaPolicy:
    """Make a policy. Raises UnknownCalendar."""
    await check_calendars(session, body)
    policy = _version(body, cause, policy_id or uuid7(), 1)
    session.add(policy)
    remembered.forget_after(session)
    await _record(session, cause, "sla_policy.create", policy, {}, body.model_dump(mode="json"))
    await session.flush()
    return policy


async def change_policy(
    session: AsyncSession, cause: Cause, policy_id: UUID, patch: SlaPolicyPatch, expected: int | None
) -> SlaPolicy:
    """Make a policy's next version. It holds from effective_from on: by default from now, or from when the
    version that it changes would have held.

    Raises NotFound, PreconditionFailed, UnknownCalendar, DefaultPolicyMatchesAll.
    """
    policy = await queries.policy(session, policy_id, lock=True)
    etags.check(policy.version, expected)
    held = policy.model_dump(mode="json", include=set(SlaPolicyIn.model_fields) - {"effective_from"})
    body = merge_patch.merged(SlaPolicyIn, held, patch)
    told = body.model_dump(mode="json")
    changed = {name: told[name] for name in held if told[name] != held[name]}
    if body.effective_from is not None and body.effective_from != policy.effective_from:
        changed["effective_from"] = told["effective_from"]
    if not changed:
        return policy
    if policy_id == DEFAULT_POLICY_ID and body.conditions != SlaConditions():
        raise DefaultPolicyMatchesAll("Give another policy a lower rank instead of narrowing this one.")
    await check_calendars(session, body)
    following = _version(body, cause, policy.id, policy.version + 1)
    if body.effective_from is None:
        following.effective_from = max(cause.at, policy.effective_from)
    policy.newest = False
    await session.flush()  # before the next version, since one may be the newest
    session.add(following)
    remembered.forget_after(session)
    before = {name: policy.model_dump(mode="json")[name] for name in changed}
    await _record(session, cause, "sla_policy.change", policy, before, changed)
    await session.flush()
    return following


def _version(body: SlaPolicyIn, cause: Cause, policy_id: UUID, version: int) -> SlaPolicy:
    stored = body.model_dump(mode="json", include={"name", "rank", "conditions", "targets", "on_reopen"})
    return SlaPolicy(
        id=policy_id,
        version=version,
        effective_from=body.effective_from or cause.at,
        created_at=cause.at,
        **stored,
    )


async def check_calendars(session: AsyncSession, body: SlaPolicyIn) -> None:
    """Raises UnknownCalendar for a target of a calendar that there is not."""
    known = await calendars.load(session, (target.calendar_id for target in body.targets))
    unknown = [
        number
        for number, target in enumerate(body.targets)
        if target.calendar_id is not None and target.calendar_id not in known
    ]
    if unknown:
        raise UnknownCalendar(unknown)


async def _record(
    session: AsyncSession,
    cause: Cause,
    action: str,
    policy: SlaPolicy,
    before: dict[str, Any],
    after: dict[str, Any],
) -> None:
    await audit.record(
        session,
        cause,
        action=action,
        entity="sla_policy",
        entity_id=policy.id,
        before=before,
        after=after,
    )
