"""Deeds on contacts."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.onboarding.directory import external_ids, queries
from services.onboarding.directory.fields import folded
from services.onboarding.directory.models import Account, Contact
from services.onboarding.directory.schemas import ContactDetails, ContactIn, ContactOut, ContactPatch, ContactWhole
from shared.contracts.onboarding import ContactCreated, ContactUpdated
from shared.events.cause import Cause
from shared.events.outbox import tell
from shared.features.audit import service as audit
from shared.features.privacy import addresses
from shared.http import etags, merge_patch
from shared.http.errors import Conflict, Invalid, NotFound, SourceConflict, place
from shared.http.fields import digest
from shared.ids import uuid7


class UnknownAccount(Invalid):
    """There is no account with this id."""

    code = "unknown_account"


class ContactErased(Conflict):
    """The person was erased: nothing is kept of them any more."""

    code = "contact_erased"


class MadeContact(NamedTuple):
    """A contact, and whether it was made just now."""

    row: Contact
    is_new: bool


async def create(session: AsyncSession, cause: Cause, body: ContactIn) -> MadeContact:
    """Make a contact; the same body with the same address or external id answers what it made before.

    Raises UnknownAccount and SourceConflict.
    """
    try:
        account = await queries.locked_account(session, body.account_id)
    except NotFound:
        raise UnknownAccount(
            errors=[place("body", "account_id", msg="There is no such account", code="unknown_account")]
        ) from None
    held = await _held(session, account.id, body)
    if held is not None:
        if held.digest != digest(body):
            raise SourceConflict("Another contact has this address or id.", conflicting_id=held.id)
        return MadeContact(held, is_new=False)
    return MadeContact(await _make(session, cause, account, body, digest(body)), is_new=True)


async def receive_from_deal(
    session: AsyncSession, cause: Cause, account: Account, bodies: Sequence[ContactDetails]
) -> list[UUID]:
    """The ids of the contacts that a deal names, in its order: found by address or external id, or made.

    The caller has locked the account.
    """
    ids = []
    for body in bodies:
        held = await _held(session, account.id, body)
        if held is None or held.account_id != account.id:
            whole = ContactIn(account_id=account.id, **body.model_dump(exclude_unset=True))
            held = await _make(session, cause, account, body, digest(whole))
        ids.append(held.id)
    return list(dict.fromkeys(ids))


async def change(
    session: AsyncSession, cause: Cause, contact_id: UUID, patch: ContactPatch, expected: int | None
) -> Contact:
    """Change a contact. Raises NotFound, PreconditionFailed, ContactErased, SourceConflict, what validation raises."""
    account, row = await lock(session, contact_id)
    etags.check(row.version, expected)
    if row.erased_at is not None:
        raise ContactErased
    before = _body(row)
    after = merge_patch.merged(ContactWhole, before, patch).model_dump(mode="json")
    changed = {name: value for name, value in after.items() if value != before[name]}
    if changed:
        await _take_keys(session, row, changed)
        for name, value in changed.items():
            setattr(row, name, value)
        row.updated_at = cause.at
        await addresses.keep(session, [(row.id, row.email), (row.id, row.phone)])
        await session.flush()
        tell(session, ContactUpdated(**snapshot(row)), cause, trace_id=account.trace_id)
        await audit.record(
            session,
            cause,
            action="contact.change",
            entity="contact",
            entity_id=row.id,
            before={name: before[name] for name in changed},
            after=changed,
        )
    return row


async def erase(session: AsyncSession, cause: Cause, contact_id: UUID) -> Contact:
    """Take a person out of the directory; the ids and the account stay. It is safe to repeat. Raises NotFound."""
    account, row = await lock(session, contact_id)
    if row.erased_at is None:
        await external_ids.release(session, "contact", row.id)
        row.erase(cause.at)
        await session.flush()
        tell(session, ContactUpdated(**snapshot(row)), cause, trace_id=account.trace_id)
    return row


async def lock(session: AsyncSession, contact_id: UUID) -> tuple[Account, Contact]:
    """A contact and its account, which nobody else changes now. Raises NotFound."""
    account_id = (await queries.contact(session, contact_id)).account_id
    account = await queries.locked_account(session, account_id)
    asked = select(Contact).where(col(Contact.id) == contact_id)
    found = await session.scalars(asked.with_for_update().execution_options(populate_existing=True))
    return account, found.one()


async def _held(session: AsyncSession, account_id: UUID, body: ContactDetails) -> Contact | None:
    """Who has the address within the account, or one of the external ids."""
    if body.email is not None:
        held = await queries.contact_by_email(session, account_id, body.email)
        if held is not None:
            return held
    holders = await external_ids.holders(session, "contact", body.external_ids)
    return await queries.contact(session, min(holders)) if holders else None


async def _make(
    session: AsyncSession, cause: Cause, account: Account, body: ContactDetails, body_digest: str
) -> Contact:
    contact_id = uuid7()
    holder = await external_ids.claim(session, "contact", contact_id, body.external_ids)
    if holder is not None:
        raise SourceConflict("Another contact has one of these external ids.", conflicting_id=holder)
    row = Contact(
        id=contact_id,
        account_id=account.id,
        email_folded=None if body.email is None else folded(body.email),
        active=True,
        digest=body_digest,
        created_at=cause.at,
        updated_at=cause.at,
        version=1,
        **body.model_dump(mode="json", include=set(ContactDetails.model_fields)),
    )
    session.add(row)
    await session.flush()
    await addresses.keep(session, [(row.id, row.email), (row.id, row.phone)])
    tell(session, ContactCreated(**snapshot(row)), cause, trace_id=account.trace_id)
    await audit.record(session, cause, action="contact.create", entity="contact", entity_id=row.id, after=_body(row))
    return row


async def _take_keys(session: AsyncSession, row: Contact, changed: dict[str, Any]) -> None:
    """Take the new address and external ids. The account is locked, so nobody else takes the address now."""
    if "email" in changed:
        email: str | None = changed["email"]
        held = None if email is None else await queries.contact_by_email(session, row.account_id, email)
        if held is not None and held.id != row.id:
            raise SourceConflict("Another contact has this address.", conflicting_id=held.id)
        row.email_folded = None if email is None else folded(email)
    if "external_ids" in changed:
        wanted: dict[str, str] = changed["external_ids"]
        dropped = [system for system, held_id in row.external_ids.items() if wanted.get(system) != held_id]
        await external_ids.release(session, "contact", row.id, dropped)
        holder = await external_ids.claim(session, "contact", row.id, wanted)
        if holder is not None:
            raise SourceConflict("Another contact has one of these external ids.", conflicting_id=holder)


def _body(row: Contact) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ContactWhole.model_fields}


def snapshot(row: Contact) -> dict[str, Any]:
    """The data of the contact's facts."""
    return {"contact_id": row.id, **ContactOut.of(row).model_dump(exclude={"id"})}
