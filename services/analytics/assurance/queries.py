"""Reading the ledger."""

from collections.abc import Sequence
from typing import TypeVar, get_args
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.analytics.assurance.models import AssuranceRule, Expectation, Finding, Heartbeat, Repair
from services.analytics.assurance.schemas import ExpectationFilters, FindingFilters, FindingKind, RepairFilters
from shared.db.base import Identified
from shared.db.filtering import narrowed
from shared.http.errors import NotFound
from shared.http.fields import Filters

T = TypeVar("T", bound=Identified)


async def rule(session: AsyncSession, rule_id: str) -> AssuranceRule:
    """A rule's newest version. Raises NotFound."""
    found = await newest_version(session, rule_id)
    if found is None:
        raise NotFound("There is no rule with this id.")
    return found


async def newest_version(session: AsyncSession, rule_id: str) -> AssuranceRule | None:
    """A rule's newest version, if there is one."""
    versions = select(AssuranceRule).where(col(AssuranceRule.rule_id) == rule_id)
    newest: AssuranceRule | None = await session.scalar(versions.order_by(col(AssuranceRule.version).desc()).limit(1))
    return newest


def rules() -> Select[AssuranceRule]:
    """The newest version of each rule."""
    newest = (
        select(col(AssuranceRule.rule_id), func.max(col(AssuranceRule.version)).label("version"))
        .group_by(col(AssuranceRule.rule_id))
        .subquery()
    )
    return (
        select(AssuranceRule)
        .join(
            newest,
            (newest.c.rule_id == col(AssuranceRule.rule_id)) & (newest.c.version == col(AssuranceRule.version)),
        )
        .order_by(col(AssuranceRule.rule_id))
    )


def expectations(filters: ExpectationFilters) -> Select[Expectation]:
    """The expectations that fit, in the order in which they were made."""
    return _fitting(Expectation, filters)


def findings(filters: FindingFilters) -> Select[Finding]:
    """The findings that fit, in the order in which they were made."""
    return _fitting(Finding, filters)


async def open_findings(session: AsyncSession) -> dict[str, int]:
    """How many are open of each kind, those with none included."""
    counted = select(col(Finding.kind), func.count().label("open")).group_by(col(Finding.kind))
    counts = await session.execute(counted.where(col(Finding.state) == "open"))
    found = {row.kind: row.open for row in counts}
    return {kind: found.get(kind, 0) for kind in get_args(FindingKind)}


def repairs(filters: RepairFilters) -> Select[Repair]:
    """The repairs that fit, in the order in which they were made."""
    return _fitting(Repair, filters)


async def repair(session: AsyncSession, repair_id: UUID) -> Repair:
    """One repair. Raises NotFound."""
    found = await session.get(Repair, repair_id)
    if found is None:
        raise NotFound("There is no repair with this id.")
    return found


def heartbeats() -> Select[Heartbeat]:
    """The newest heartbeat of each service."""
    return select(Heartbeat).order_by(col(Heartbeat.service))


async def of_trace(session: AsyncSession, trace_id: UUID) -> Sequence[Expectation]:
    """All that is expected in one story."""
    listed = select(Expectation).where(col(Expectation.trace_id) == trace_id)
    return (await session.scalars(listed.order_by(col(Expectation.id)))).all()


def _fitting(model: type[T], filters: Filters) -> Select[T]:
    return narrowed(select(model).order_by(col(model.id)), model, filters)
