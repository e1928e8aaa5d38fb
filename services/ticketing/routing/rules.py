"""Making, changing and taking away routing rules. Tickets keep where they went; the next ones go by the rules as
they are then."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.routing import queries
from services.ticketing.routing.errors import TooManyRules, UnknownGroup
from services.ticketing.routing.models import RoutingRule
from services.ticketing.routing.rule_schemas import MOST_RULES, RoutingRuleIn, RoutingRulePatch
from shared.db import remembered
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http import etags, merge_patch
from shared.ids import uuid7

_MAKE_RULES = text("SELECT pg_advisory_xact_lock(hashtextextended('routing_rules', 0))")


async def create_rule(session: AsyncSession, cause: Cause, body: RoutingRuleIn) -> RoutingRule:
    """Make a rule. Raises UnknownGroup, TooManyRules."""
    await _check_group(session, body.group_id)
    await session.execute(_MAKE_RULES)
    if (await session.scalar(select(func.count()).select_from(RoutingRule)) or 0) >= MOST_RULES:
        raise TooManyRules
    row = RoutingRule(id=uuid7(), created_at=cause.at, updated_at=cause.at, version=1, **_columns(body))
    session.add(row)
    remembered.forget_after(session)
    await _record(session, cause, "create", row.id, {}, body.model_dump(mode="json"))
    await session.flush()
    return row


async def change_rule(
    session: AsyncSession, cause: Cause, rule_id: UUID, patch: RoutingRulePatch, expected: int | None
) -> RoutingRule:
    """Change a rule. Raises NotFound, PreconditionFailed, UnknownGroup."""
    row = await queries.rule(session, rule_id, lock=True)
    etags.check(row.version, expected)
    held = row.model_dump(mode="json", include=set(RoutingRuleIn.model_fields))
    body = merge_patch.merged(RoutingRuleIn, held, patch)
    told = body.model_dump(mode="json")
    changed = {name: value for name, value in told.items() if value != held[name]}
    if not changed:
        return row
    if "group_id" in changed:
        await _check_group(session, body.group_id)
    for name, value in _columns(body).items():
        setattr(row, name, value)
    row.updated_at = max(row.updated_at, cause.at)
    remembered.forget_after(session)
    await _record(session, cause, "change", rule_id, {name: held[name] for name in changed}, changed)
    await session.flush()
    return row


async def remove_rule(session: AsyncSession, cause: Cause, rule_id: UUID, expected: int | None) -> None:
    """Take a rule away; what was decided by it still names it. Raises NotFound, PreconditionFailed."""
    row = await queries.rule(session, rule_id, lock=True)
    etags.check(row.version, expected)
    held = row.model_dump(mode="json", include=set(RoutingRuleIn.model_fields))
    await session.delete(row)
    remembered.forget_after(session)
    await _record(session, cause, "remove", rule_id, held, {})
    await session.flush()


def _columns(body: RoutingRuleIn) -> dict[str, Any]:
    return {**body.model_dump(exclude={"match"}), "match": body.match.model_dump(mode="json")}


async def _check_group(session: AsyncSession, group_id: UUID) -> None:
    if not await queries.group_exists(session, group_id):
        raise UnknownGroup


async def _record(
    session: AsyncSession, cause: Cause, verb: str, rule_id: UUID, before: dict[str, Any], after: dict[str, Any]
) -> None:
    await audit.record(
        session,
        cause,
        action=f"routing_rule.{verb}",
        entity="routing_rule",
        entity_id=rule_id,
        before=before,
        after=after,
    )
