"""Making, changing and deleting escalation rules. Each is a new version, which holds from then on.

What was reached before, and is only seen later, is decided by the version that held then.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.escalation_rules import queries
from services.ticketing.escalation_rules.errors import UnknownGroups
from services.ticketing.escalation_rules.models import RulesReview
from services.ticketing.escalation_rules.schemas import EscalationRuleIn, EscalationRulePatch
from services.ticketing.sla.level_models import EscalationRule
from shared.db import remembered
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http import etags, merge_patch
from shared.ids import uuid7


async def create_rule(session: AsyncSession, cause: Cause, body: EscalationRuleIn) -> EscalationRule:
    """Make a rule, and have it reach the clocks that run. Raises UnknownGroups."""
    await _check_groups(session, body)
    told = _stored(body)
    rule = EscalationRule(id=uuid7(), version=1, created_at=cause.at, updated_at=cause.at, **told)
    session.add(rule)
    await _record(session, cause, "create", rule.id, {}, told)
    await _reach_clocks(session, rule.id)
    return rule


async def change_rule(
    session: AsyncSession, cause: Cause, rule_id: UUID, patch: EscalationRulePatch, expected: int | None
) -> EscalationRule:
    """Make a rule's next version, which holds from now on. Raises NotFound, PreconditionFailed, UnknownGroups."""
    rule = await queries.rule(session, rule_id, lock=True)
    etags.check(rule.version, expected)
    held = {name: getattr(rule, name) for name in EscalationRuleIn.model_fields}
    body = merge_patch.merged(EscalationRuleIn, held, patch)
    told = _stored(body)
    changed = {name: told[name] for name in held if told[name] != held[name]}
    if not changed:
        return rule
    await _check_groups(session, body)
    following = await _follow(session, cause, rule, told)
    await _record(session, cause, "change", rule_id, {name: held[name] for name in changed}, changed)
    await _reach_clocks(session, rule_id)
    return following


async def delete_rule(session: AsyncSession, cause: Cause, rule_id: UUID, expected: int | None) -> None:
    """Let a rule hold no more; what it did is still known. Raises NotFound, PreconditionFailed."""
    rule = await queries.rule(session, rule_id, lock=True)
    etags.check(rule.version, expected)
    held = {name: getattr(rule, name) for name in EscalationRuleIn.model_fields}
    await _follow(session, cause, rule, {**held, "active": False}, deleted=True)
    await _record(session, cause, "delete", rule_id, held, {})
    await _reach_clocks(session, rule_id)


async def _follow(
    session: AsyncSession, cause: Cause, rule: EscalationRule, told: dict[str, Any], *, deleted: bool = False
) -> EscalationRule:
    following = EscalationRule(
        id=rule.id,
        version=rule.version + 1,
        deleted=deleted,
        created_at=rule.created_at,
        updated_at=max(cause.at, rule.updated_at),
        **told,
    )
    rule.newest = False
    await session.flush()  # before the next version, since one may be the newest
    session.add(following)
    return following


async def _reach_clocks(session: AsyncSession, rule_id: UUID) -> None:
    """Have clocks that run looked at again, a few at a time, and whoever holds rules in memory read them anew."""
    await session.flush()
    remembered.forget_after(session)
    anew = {"after_clock_id": None, "begun_at": func.now(), "due_at": func.now()}
    await session.execute(
        upsert(RulesReview).values(rule_id=rule_id, **anew).on_conflict_do_update(index_elements=["rule_id"], set_=anew)
    )


def _stored(body: EscalationRuleIn) -> dict[str, Any]:
    told = body.model_dump(mode="json")
    return {**told, "levels": [level.model_dump(mode="json", exclude_none=True) for level in body.levels]}


async def _check_groups(session: AsyncSession, body: EscalationRuleIn) -> None:
    named = dict(_named_groups(body))
    known = await queries.known_groups(session, named.values()) if named else set()
    unknown = [where for where, group_id in named.items() if group_id not in known]
    if unknown:
        raise UnknownGroups(unknown)


def _named_groups(body: EscalationRuleIn) -> Iterator[tuple[tuple[str | int, ...], UUID]]:
    """Every group that a rule names, by its place."""
    for number, group_id in enumerate(body.conditions.group_id):
        yield ("conditions", "group_id", number), group_id
    for number, level in enumerate(body.levels):
        for nth, action in enumerate(level.actions):
            if action.group_id is not None:
                yield ("levels", number, "actions", nth, "group_id"), action.group_id


async def _record(
    session: AsyncSession, cause: Cause, verb: str, rule_id: UUID, before: dict[str, Any], after: dict[str, Any]
) -> None:
    await audit.record(
        session,
        cause,
        action=f"escalation_rule.{verb}",
        entity="escalation_rule",
        entity_id=rule_id,
        before=before,
        after=after,
    )
