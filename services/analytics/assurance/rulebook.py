"""Making, ending and rehearsing rules."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.analytics.assurance import queries, reconciliation, rule_checks, rules_in_use, service
from services.analytics.assurance.errors import ReachesTooFarBack, RuleNotValid
from services.analytics.assurance.models import AssuranceRule
from services.analytics.assurance.rule_schemas import Foreseen, RehearsalOut, RuleIn
from services.analytics.assurance.rules import Happened, RuleBook, compiled
from services.analytics.facts import queries as facts
from services.analytics.facts.models import StoredFact
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http.errors import place
from shared.http.fields import digest
from shared.ids import uuid7

MOST_PAST_FACTS = 5_000
"""How many facts a new rule takes in that came before it: a request lasts 30 s at most."""

EVIDENCE_BEFORE = timedelta(minutes=5)
"""How much earlier than its trigger evidence may have been recorded, by clocks that differ."""

REHEARSED = timedelta(days=7)
MOST_REHEARSED_FACTS = 20_000
MOST_FORESEEN = 100


async def create(session: AsyncSession, cause: Cause, body: RuleIn) -> tuple[AssuranceRule, bool]:
    """Make a rule or its next version; answers it and whether it is new.

    The same body as that of the newest version, which has not ended, changes nothing. The rule takes in the
    facts that were recorded since its effective_from. Raises RuleNotValid, ReachesTooFarBack.
    """
    _check(body)
    await rules_in_use.book_for_change(session)
    newest = await queries.newest_version(session, body.rule_id)
    if newest is not None and newest.ended_at is None and newest.digest == digest(body):
        return newest, False
    row = _row(cause, body, newest.version + 1 if newest else 1)
    session.add(row)
    await session.flush()
    await _take_in_past(session, cause, row)
    await audit.record(
        session,
        cause,
        action="assurance_rule.create",
        entity="assurance_rule",
        entity_id=row.id,
        after={"rule_id": row.rule_id, "version": row.version},
    )
    return row, True


async def end(session: AsyncSession, cause: Cause, rule_id: str) -> AssuranceRule:
    """End a rule: triggers recorded from now on no longer set it off; what it expects already stays.

    A rule that has ended stays as it is. Raises NotFound.
    """
    await rules_in_use.book_for_change(session)
    row = await queries.rule(session, rule_id)
    if row.ended_at is None:
        row.ended_at = cause.at
        await audit.record(
            session,
            cause,
            action="assurance_rule.end",
            entity="assurance_rule",
            entity_id=row.id,
            before={"ended_at": None},
            after={"ended_at": cause.at},
        )
    return row


async def rehearse(session: AsyncSession, cause: Cause, body: RuleIn) -> RehearsalOut:
    """What the facts of the last days, or since effective_from, would give. Raises RuleNotValid."""
    _check(body)
    newest = await queries.newest_version(session, body.rule_id)
    row = _row(cause, body, newest.version + 1 if newest else 1)
    row.effective_from = min(body.effective_from or cause.at - REHEARSED, cause.at)
    rule = compiled(row.rule_id, row.version, row.body, row.effective_from)
    book = RuleBook([rule])
    by_story, truncated = await _past(session, cause, book, row.effective_from)
    cases = [case for key, known in by_story.items() for case in reconciliation.cases(key, known, [], book)]
    mirror = await service.mirror_of(session, cases)
    covered = {step.service: cause.at for step in rule.steps} | dict.fromkeys(service.TELLERS, cause.at)
    changes = [
        change for case in cases for change in reconciliation.changes(case, mirror, covered, timedelta(0), at=cause.at)
    ]
    return RehearsalOut.model_validate(
        {
            "rule_id": row.rule_id,
            "version": row.version,
            "from": row.effective_from,
            "to": cause.at,
            "triggers": len(cases),
            "counts": Counter(change.row["state"] for change in changes),
            "items": [_foreseen(change.row) for change in changes[:MOST_FORESEEN]],
            "truncated": truncated,
        }
    )


def _check(body: RuleIn) -> None:
    if faults := rule_checks.faults(body):
        raise RuleNotValid(errors=faults)


def _row(cause: Cause, body: RuleIn, version: int) -> AssuranceRule:
    told = body.model_dump(mode="json", by_alias=True)
    return AssuranceRule(
        id=uuid7(),
        rule_id=body.rule_id,
        version=version,
        body={name: told[name] for name in ("triggers", "match", "repair", "steps", "called_off_by")},
        digest=digest(body),
        effective_from=body.effective_from or cause.at,
        created_at=cause.at,
        created_by=cause.actor,
    )


async def _take_in_past(session: AsyncSession, cause: Cause, row: AssuranceRule) -> None:
    """Let the new rule see the facts that were recorded since it holds, and came before it was made."""
    if row.effective_from > cause.at:
        return
    book = await rules_in_use.changed_book(session)
    alone = RuleBook([compiled(row.rule_id, row.version, row.body, row.effective_from)])
    since = row.effective_from - EVIDENCE_BEFORE
    enough = select(col(StoredFact.event_id)).where(
        col(StoredFact.type).in_(alone.types()), col(StoredFact.recorded_at) >= since
    )
    count = await session.scalar(select(func.count()).select_from(enough.limit(MOST_PAST_FACTS + 1).subquery()))
    if (count or 0) > MOST_PAST_FACTS:
        raise ReachesTooFarBack(
            errors=[
                place(
                    "body",
                    "effective_from",
                    msg=f"More than {MOST_PAST_FACTS} facts were recorded since; begin later",
                    code="reaches_too_far_back",
                )
            ]
        )
    async for events in facts.replay(session, alone.types(), cause, since=since):
        await service.match(session, cause, book, events)


async def _past(
    session: AsyncSession, cause: Cause, book: RuleBook, since: datetime
) -> tuple[dict[tuple[str, str], list[Happened]], bool]:
    """The past facts that a rule looks at, by story, and whether there were too many of them."""
    by_story: dict[tuple[str, str], list[Happened]] = {}
    seen = 0
    async for events in facts.replay(session, book.types(), cause, since=since - EVIDENCE_BEFORE):
        for event in events:
            for key, fact in service.places(book, event):
                by_story.setdefault(key, []).append(fact)
        seen += len(events)
        if seen >= MOST_REHEARSED_FACTS:
            return by_story, True
    return by_story, False


def _foreseen(row: dict[str, Any]) -> Foreseen:
    return Foreseen(
        step=row["step"],
        trigger_fact_id=row["trigger_fact_id"],
        trace_id=row["trace_id"],
        subject_id=row["subject_id"],
        target=row["target_id"],
        due_at=row["due_at"],
        state=row["state"],
        reason=row["reason"],
    )
