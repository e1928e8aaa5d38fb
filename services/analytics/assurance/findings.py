"""Findings: raised once for each fault, closed when it is over."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from services.analytics.assurance.reconciliation import Change
from shared.contracts.analytics import (
    AutomationFindingClosed,
    AutomationFindingOpened,
    FindingFact,
    FindingSubject,
)
from shared.events.cause import Cause
from shared.events.outbox import tell
from shared.ids import uuid7

# A fault that came back after it was over opens its finding again; one that is open is not raised twice.
OPEN = """
INSERT INTO finding AS held SELECT * FROM json_populate_recordset(NULL::finding, $1)
ON CONFLICT (expectation_id, kind) DO UPDATE
SET state = 'open', opened_at = excluded.opened_at, closed_at = NULL WHERE held.state = 'closed'
RETURNING *
"""

CLOSE = """
UPDATE finding SET state = 'closed', closed_at = $3
FROM unnest($1::uuid[], $2::text[]) AS ended (expectation, fault)
WHERE expectation_id = ended.expectation AND kind = ended.fault AND state = 'open'
RETURNING finding.*
"""

OPEN_FOR_SERVICE = """
INSERT INTO finding (id, kind, state, subject_kind, subject_id, opened_at)
VALUES ($1, $2, 'open', $3, $4, $5)
ON CONFLICT (kind, subject_kind, subject_id) WHERE state = 'open' AND expectation_id IS NULL DO NOTHING
RETURNING *
"""

CLOSE_FOR_SERVICE = """
UPDATE finding SET state = 'closed', closed_at = $4
WHERE kind = $1 AND subject_kind = $2 AND subject_id = $3 AND state = 'open' AND expectation_id IS NULL
RETURNING *
"""

CANCEL_REPAIRS = """
UPDATE repair SET state = 'cancelled' WHERE finding_id = ANY($1::uuid[]) AND state = 'awaiting_approval'
"""


async def follow(session: AsyncSession, cause: Cause, changes: Sequence[Change]) -> None:
    """Raise and close what follows from changed expectations; a raised one's id goes into the row."""
    await _close(session, cause, [change for change in changes if change.closes])
    await _open(session, cause, [change for change in changes if change.opens])


async def raise_for(session: AsyncSession, cause: Cause, kind: str, *, subject: tuple[str, str]) -> bool:
    """Raise what concerns no single step: `silent`, `offset_gap`, `recompute_differs`.

    subject: (kind, id), as in ("service", "ticketing"). Answers False where it is raised already.
    """
    raised = await _told(
        session,
        cause,
        AutomationFindingOpened,
        OPEN_FOR_SERVICE,
        (uuid7(), kind, *subject, cause.at),
    )
    return bool(raised)


async def close_for(session: AsyncSession, cause: Cause, kind: str, *, subject: tuple[str, str]) -> bool:
    """Close what `raise_for` raised; answers False where nothing was open."""
    return bool(await _told(session, cause, AutomationFindingClosed, CLOSE_FOR_SERVICE, (kind, *subject, cause.at)))


async def _open(session: AsyncSession, cause: Cause, changes: Sequence[Change]) -> None:
    if not changes:
        return
    rows = [_row(change, cause.at) for change in changes]
    raised = await _told(session, cause, AutomationFindingOpened, OPEN, (json.dumps(rows, default=str),))
    by_expectation = {row["expectation_id"]: row["id"] for row in raised}
    for change in changes:
        change.row["finding_id"] = by_expectation.get(change.row["id"], change.row["finding_id"])


async def _close(session: AsyncSession, cause: Cause, changes: Sequence[Change]) -> None:
    if not changes:
        return
    ended = [(change.row["id"], change.before) for change in changes]
    closed = await _told(
        session,
        cause,
        AutomationFindingClosed,
        CLOSE,
        ([expectation for expectation, _ in ended], [fault for _, fault in ended], cause.at),
    )
    connection = await session.connection()
    await connection.exec_driver_sql(CANCEL_REPAIRS, ([row["id"] for row in closed],))


async def _told(
    session: AsyncSession, cause: Cause, fact: type[FindingFact], statement: str, values: tuple[Any, ...]
) -> list[dict[str, Any]]:
    """Run a statement that answers the findings it changed, and tell each."""
    connection = await session.connection()
    rows = [dict(row) for row in (await connection.exec_driver_sql(statement, values)).mappings()]
    for row in rows:
        tell(session, _fact(fact, row), cause, trace_id=row["trace_id"] or row["id"])
    return rows


def _fact(fact: type[FindingFact], row: dict[str, Any]) -> FindingFact:
    return fact(
        finding_id=row["id"],
        rule_id=row["rule_id"],
        rule_version=row["rule_version"],
        step=row["step"],
        kind=row["kind"],
        trace_id=row["trace_id"],
        subject=FindingSubject(kind=row["subject_kind"], id=row["subject_id"]),
        expectation_id=row["expectation_id"],
        opened_at=row["opened_at"],
        closed_at=row["closed_at"],
    )


def _row(change: Change, at: datetime) -> dict[str, Any]:
    expectation = change.row
    return {
        "id": uuid7(),
        "rule_id": expectation["rule_id"],
        "rule_version": expectation["rule_version"],
        "step": expectation["step"],
        "kind": expectation["state"],
        "state": "open",
        "trace_id": expectation["trace_id"],
        "subject_kind": expectation["match"].removesuffix("_id"),
        "subject_id": expectation["subject_id"],
        "expectation_id": expectation["id"],
        "opened_at": at,
    }
