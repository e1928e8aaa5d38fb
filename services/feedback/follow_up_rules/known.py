"""The follow-up rules in force, kept in the process: no answer need wait for them to be read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.follow_up_rules import matching
from services.feedback.follow_up_rules.matching import Answer
from services.feedback.follow_up_rules.models import FollowUpRule
from services.feedback.surveys.models import EMPLOYEE
from shared.db.remembered import Remembered

Named = tuple[str, int]
"""A version of a rule as runs and facts name it: code and version."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One version of a rule."""

    id: UUID
    code: str
    version: int
    match: Mapping[str, Any]
    actions: Sequence[Mapping[str, Any]]

    @property
    def waits(self) -> timedelta:
        """How long it waits for the account's team to be known."""
        return timedelta(seconds=max((action.get("wait_seconds", 0) for action in self.actions), default=0))


async def for_answer(session: AsyncSession, columns: Mapping[str, Any]) -> list[Rule]:
    """The rules that a new or changed answer sets off, as far as it tells itself. columns: the answer's."""
    if columns["survey_type"] == EMPLOYEE or columns["silent"]:
        return []
    answer = Answer.of(columns)
    return [rule for rule in await IN_FORCE.get(session) if matching.may_fit(rule.match, answer)]


async def versions(session: AsyncSession, named: Iterable[Named]) -> dict[Named, Rule]:
    """Rules in the versions that runs name."""
    wanted = set(named)
    if not wanted:
        return {}
    key = tuple_(col(FollowUpRule.code), col(FollowUpRule.version))
    rows = await session.scalars(select(FollowUpRule).where(key.in_(wanted)))
    return {(row.code, row.version): rule_of(row) for row in rows}


def rule_of(row: FollowUpRule) -> Rule:
    """A row as the rule that it is."""
    return Rule(row.id, row.code, row.version, row.match, tuple(row.actions))


async def _read(session: AsyncSession) -> Sequence[Rule]:
    asked = (
        select(FollowUpRule).where(col(FollowUpRule.current), col(FollowUpRule.active)).order_by(col(FollowUpRule.code))
    )
    return [rule_of(row) for row in await session.scalars(asked)]


IN_FORCE = Remembered(_read)
"""The active rules in their newest versions."""
