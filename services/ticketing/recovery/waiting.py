"""Accounts whose waiting cases are still to be given to their team. Who owns a case is for escalation to say."""

from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.recovery.models import AccountToAssign
from shared.events.cause import Cause

FIRST = UUID(int=0)
"""Before every case."""


async def leave(session: AsyncSession, cause: Cause, account_id: UUID, after_case_id: UUID = FIRST) -> None:
    """Leave the account's cases behind this one to a job, with those that were left to it before."""
    row = {
        "account_id": account_id,
        "after_case_id": after_case_id,
        "cause_id": cause.id,
        "actor": cause.actor,
        "traceparent": cause.traceparent,
        "left_at": cause.at,
    }
    insert = upsert(AccountToAssign).values(row)
    changed: dict[str, Any] = {name: insert.excluded[name] for name in row if name != "account_id"}
    changed["after_case_id"] = func.least(insert.excluded.after_case_id, AccountToAssign.after_case_id)
    await session.execute(insert.on_conflict_do_update(index_elements=["account_id"], set_=changed))
