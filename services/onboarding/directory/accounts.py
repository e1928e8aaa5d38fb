"""Deeds on accounts."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.onboarding.directory import external_ids, queries
from services.onboarding.directory.models import Account
from services.onboarding.directory.schemas import AccountIn, AccountOut, AccountPatch
from shared.contracts.onboarding import AccountCreated, AccountStatus, AccountUpdated
from shared.events.cause import Cause
from shared.events.outbox import tell
from shared.features.audit import service as audit
from shared.http import etags, merge_patch
from shared.http.errors import Conflict, SourceConflict
from shared.http.fields import digest
from shared.ids import uuid7


class AmbiguousAccount(Conflict):
    """The external ids belong to more than one account."""

    code = "ambiguous_account"


class MadeAccount(NamedTuple):
    """An account, and whether it was made just now."""

    row: Account
    is_new: bool


async def create(session: AsyncSession, cause: Cause, body: AccountIn) -> MadeAccount:
    """Make an account; the same body with the same external ids answers what they made before.

    Raises SourceConflict.
    """
    account_id = uuid7()
    holder = await external_ids.claim(session, "account", account_id, body.external_ids)
    if holder is not None:
        held = await queries.account(session, holder)
        if held.digest != digest(body):
            raise SourceConflict("Another account has one of these external ids.", conflicting_id=holder)
        await external_ids.release(session, "account", account_id)
        return MadeAccount(held, is_new=False)
    made = await _make(session, cause, account_id, body, trace_id=account_id, status=body.status)
    return MadeAccount(made, is_new=True)


async def change(
    session: AsyncSession, cause: Cause, account_id: UUID, patch: AccountPatch, expected: int | None
) -> Account:
    """Change an account. Raises NotFound, PreconditionFailed, SourceConflict and what validation raises."""
    row = await queries.locked_account(session, account_id)
    etags.check(row.version, expected)
    whole = merge_patch.merged(AccountIn, _body(row), patch)
    await _become(session, cause, row, whole.model_dump(mode="json"))
    return row


async def receive_from_deal(session: AsyncSession, cause: Cause, body: AccountIn, *, trace_id: UUID) -> Account:
    """The account that a won deal names by its external ids, or a new one, from now on in the deal's story.

    What is known stays; the deal adds what was not, and its contract. Nobody who bought is a prospect.
    Raises AmbiguousAccount.
    """
    account_id = uuid7()
    holders = await external_ids.holders(session, "account", body.external_ids)
    if not holders:
        # Somebody may be claiming them just now: the claim waits, and says who was quicker.
        holder = await external_ids.claim(session, "account", account_id, body.external_ids)
        if holder is None:
            status = body.status if "status" in body.model_fields_set else "onboarding"
            return await _make(session, cause, account_id, body, trace_id=trace_id, status=status)
        await external_ids.release(session, "account", account_id)
        holders = await external_ids.holders(session, "account", body.external_ids)
    if len(holders) > 1:
        raise AmbiguousAccount(conflicting_id=min(holders))
    row = await queries.locked_account(session, holders.pop())
    row.trace_id = trace_id
    await _become(session, cause, row, _with_what_the_deal_adds(row, body))
    return row


async def _make(
    session: AsyncSession,
    cause: Cause,
    account_id: UUID,
    body: AccountIn,
    *,
    trace_id: UUID,
    status: AccountStatus,
) -> Account:
    row = Account(
        id=account_id,
        trace_id=trace_id,
        digest=digest(body),
        created_at=cause.at,
        updated_at=cause.at,
        version=1,
        **{**body.model_dump(mode="json"), "status": status},
    )
    session.add(row)
    await session.flush()
    tell(session, AccountCreated(**snapshot(row)), cause, trace_id=trace_id)
    await audit.record(session, cause, action="account.create", entity="account", entity_id=row.id, after=_body(row))
    return row


async def _become(session: AsyncSession, cause: Cause, row: Account, whole: Mapping[str, Any]) -> None:
    """Give a locked row what differs in `whole`, and tell of it; nothing if nothing differs."""
    before = _body(row)
    changed = {name: value for name, value in whole.items() if value != before[name]}
    if not changed:
        return
    if "external_ids" in changed:
        await _move_external_ids(session, row, changed["external_ids"])
    for name, value in changed.items():
        setattr(row, name, value)
    row.updated_at = cause.at
    await session.flush()
    tell(session, AccountUpdated(**snapshot(row)), cause, trace_id=row.trace_id)
    await audit.record(
        session,
        cause,
        action="account.change",
        entity="account",
        entity_id=row.id,
        before={name: before[name] for name in changed},
        after=changed,
    )


async def _move_external_ids(session: AsyncSession, row: Account, wanted: dict[str, str]) -> None:
    dropped = [system for system, held in row.external_ids.items() if wanted.get(system) != held]
    await external_ids.release(session, "account", row.id, dropped)
    holder = await external_ids.claim(session, "account", row.id, wanted)
    if holder is not None:
        raise SourceConflict("Another account has one of these external ids.", conflicting_id=holder)


def _with_what_the_deal_adds(row: Account, body: AccountIn) -> dict[str, Any]:
    known, told = _body(row), body.model_dump(mode="json", exclude_unset=True)
    whole = {name: told.get(name) if value is None else value for name, value in known.items()}
    whole["external_ids"] = {**told.get("external_ids", {}), **known["external_ids"]}
    whole["custom"] = {**told.get("custom", {}), **known["custom"]}
    contract = body.model_dump(mode="json")["contract"]
    contract = body.model_dump(mode="json")["contract"]
    whole["contract"] = known["contract"] if contract is None else contract
    if known["status"] == "prospect":
        whole["status"] = told.get("status", "onboarding")
    return whole


def _body(row: Account) -> dict[str, Any]:
    return {name: getattr(row, name) for name in AccountIn.model_fields}


def snapshot(row: Account) -> dict[str, Any]:
    """The data of the account's facts."""
    return {"account_id": row.id, **AccountOut.of(row).model_dump(exclude={"id"})}
