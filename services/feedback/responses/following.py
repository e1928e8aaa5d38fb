"""What a changed or deleted answer does to what the answer set off: triage, follow-ups, and the story it verified.

The statements write the tables of neighbours; their columns stand in triage/models.py, follow_ups/models.py and
loop_cases/models.py.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.follow_up_rules import known as rules
from services.feedback.responses.models import POST_RECOVERY
from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.features.audit.service import Change
from shared.ids import uuid7

# What was decided is opened again only for reasons that were not seen then.
_TRIAGE = """
INSERT INTO triage_case AS held
    (id, response_id, account_id, trace_id, reasons, state, closed, occasion, opened_at, version)
VALUES ($1, $2, $3, $4, $5, 'open', false, 1, $6, 1)
ON CONFLICT (response_id) DO UPDATE
SET reasons = excluded.reasons, state = 'open', closed = false, opened_at = excluded.opened_at, told_at = NULL,
    closed_at = NULL, outcome = NULL, decided_by = NULL, withdrawn_for = NULL, occasion = held.occasion + 1,
    version = held.version + 1
WHERE held.state = 'withdrawn' OR NOT excluded.reasons <@ held.reasons
RETURNING id, reasons, occasion
"""
_FEWER_REASONS = """
UPDATE triage_case SET reasons = $2, version = version + 1
WHERE response_id = $1 AND state = 'open' AND reasons <> $2
"""
_WITHDRAW = """
UPDATE triage_case
SET state = 'withdrawn', closed = true, closed_at = $2, withdrawn_for = $3, version = version + 1
WHERE response_id = $1 AND state = 'open'
RETURNING id
"""
# A run that was skipped may have been so for what the answer was; one that was done is done once for ever.
_RUNS = """
INSERT INTO follow_up_run AS held
    (id, response_id, account_id, trace_id, state, rule_id, rule_version, opened_at, waits_until)
SELECT id, $1, $2, $3, 'waiting', rule_id, rule_version, $4::timestamptz, $4::timestamptz + waits
FROM unnest($5::uuid[], $6::text[], $7::int[], $8::interval[]) AS run (id, rule_id, rule_version, waits)
ON CONFLICT (response_id, rule_id) DO UPDATE
SET state = 'waiting', rule_version = excluded.rule_version, opened_at = excluded.opened_at,
    waits_until = excluded.waits_until, result = NULL, reason = NULL, done = NULL, executed_at = NULL
WHERE held.result = 'skipped'
"""
_VERIFY = """
UPDATE loop_case SET verified_at = $4, verified_by = $1, version = version + 1
WHERE verified_at IS NULL AND id = (
    SELECT id FROM loop_case AS story
    WHERE trace_id = $2 AND response_id <> $1
    ORDER BY coalesce(ticket_id = $3, false) DESC, id DESC LIMIT 1
)
"""
_UNVERIFY = """
UPDATE loop_case SET verified_at = NULL, verified_by = NULL, version = version + 1
WHERE trace_id = $1 AND verified_by = $2
"""


async def settled(
    session: AsyncSession,
    cause: Cause,
    response: Mapping[str, Any],
    reasons: Sequence[str],
    about_ticket: UUID | None,
) -> None:
    """A partial answer is told now: here follows what else follows one as it is recorded.

    about_ticket: whose recovery it was asked about, if it was.
    """
    if reasons:
        await _to_triage(session, cause, response, list(reasons))
    await _follow(session, cause, response)
    if response["survey_type"] == POST_RECOVERY:
        await fetch(session, _VERIFY, response["id"], response["trace_id"], about_ticket, response["answered_at"])


async def edited(
    session: AsyncSession,
    cause: Cause,
    response: Mapping[str, Any],
    reasons: Sequence[str],
    outcome_before: str,
) -> None:
    """An answer says something else now. response: its columns. reasons: why a person must see it, if so."""
    if reasons:
        await _to_triage(session, cause, response, list(reasons))
    else:
        await _withdraw(session, cause, response["id"], "response_edited")
    if response["outcome"] != outcome_before:
        await _follow(session, cause, response)


async def deleted(session: AsyncSession, cause: Cause, response_id: UUID, trace_id: UUID) -> None:
    """An answer is gone: nobody need see it, and it verifies nothing. Its follow-ups find that out themselves."""
    await _withdraw(session, cause, response_id, "response_deleted")
    await fetch(session, _UNVERIFY, trace_id, response_id)


async def _to_triage(session: AsyncSession, cause: Cause, response: Mapping[str, Any], reasons: list[str]) -> None:
    given = (uuid7(), *(response[name] for name in ("id", "account_id", "trace_id")), reasons, cause.at)
    opened = await fetch(session, _TRIAGE, *given)
    for row in opened:
        after = {"state": "open", "reasons": reasons, "occasion": row.occasion}
        await audit.record_many(session, cause, [Change("triage_case.open", "triage_case", row.id, after=after)])
    if not opened:
        await fetch(session, _FEWER_REASONS, response["id"], reasons)


async def _withdraw(session: AsyncSession, cause: Cause, response_id: UUID, why: str) -> None:
    for row in await fetch(session, _WITHDRAW, response_id, cause.at, why):
        change = Change("triage_case.withdraw", "triage_case", row.id, {"state": "open"}, {"state": "withdrawn"}, why)
        await audit.record_many(session, cause, [change])


async def _follow(session: AsyncSession, cause: Cause, response: Mapping[str, Any]) -> None:
    found = await rules.for_answer(session, response)
    if found:
        await fetch(
            session,
            _RUNS,
            *(response[name] for name in ("id", "account_id", "trace_id")),
            cause.at,
            [uuid7() for _ in found],
            [rule.code for rule in found],
            [rule.version for rule in found],
            [rule.waits for rule in found],
        )
