"""Importing accounts and contacts from elsewhere, found again by their external ids."""

from typing import Any
from uuid import UUID

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from services.onboarding.directory import accounts, contacts, external_ids
from services.onboarding.directory.fields import ExternalIds
from services.onboarding.directory.schemas import AccountIn, ContactDetails, ContactIn
from shared.events.cause import Cause
from shared.features.bulk_jobs.cells import Columns
from shared.features.bulk_jobs.kinds import Asked, Dealt, RowKind
from shared.http.errors import Invalid, SourceConflict, place
from shared.http.fields import Filters, Id

ACCOUNTS = "import_accounts"
CONTACTS = "import_contacts"

ACCOUNT_COLUMNS = Columns(
    texts=frozenset(
        {
            *("name", "segment", "tier", "industry", "region", "timezone", "locale", "currency", "status"),
            *("contract.starts_on", "contract.ends_on", "contract.plan"),
        }
    ),
    integers=frozenset({"contract.mrr_minor"}),
    maps=frozenset({"external_ids", "custom"}),
)
CONTACT_COLUMNS = Columns(
    texts=frozenset({"account_id", "name", "email", "phone", "locale", "timezone"}),
    lists=frozenset({"roles"}),
    flags=frozenset({"consent"}),
    maps=frozenset({"external_ids", "account_external_ids"}),
)


class KeyNeeded(Invalid):
    """A row names what it can be found by again, so that an import may be run again."""

    code = "key_needed"


class ContactImport(ContactDetails):
    """A person at a customer, who is named by an id of ours or by ids in other systems."""

    account_id: Id | None = None
    account_external_ids: ExternalIds = Field(default_factory=dict)


class ImportAsked(Filters):
    """How they are imported. dry_run: only say what would come of each row."""

    dry_run: bool = False


async def import_account(session: AsyncSession, cause: Cause, asked: Asked, row: Any) -> Dealt:
    """Make an account, unless one has one of its external ids. Raises what validation raises, KeyNeeded."""
    body = AccountIn.model_validate(row)
    if not body.external_ids:
        raise _key_needed("external_ids")
    try:
        async with session.begin_nested():  # a conflict leaves claims of the other ids behind
            made = await accounts.create(session, cause, body)
    except SourceConflict as conflict:
        return _there_already(conflict)
    return Dealt(made.row.id) if made.is_new else Dealt(made.row.id, "skipped", "already_there")


async def import_contact(session: AsyncSession, cause: Cause, asked: Asked, row: Any) -> Dealt:
    """Make a contact, unless one has its address at the account or one of its external ids.

    Raises what validation raises, KeyNeeded, UnknownAccount, AmbiguousAccount.
    """
    body = ContactImport.model_validate(row)
    if not (body.external_ids or body.email):
        raise _key_needed("external_ids")
    details = body.model_dump(exclude_unset=True, exclude={"account_id", "account_external_ids"})
    whole = ContactIn.model_validate({**details, "account_id": await _account_of(session, body)})
    try:
        async with session.begin_nested():
            made = await contacts.create(session, cause, whole)
    except SourceConflict as conflict:
        return _there_already(conflict)
    return Dealt(made.row.id) if made.is_new else Dealt(made.row.id, "skipped", "already_there")


ROWS = (
    RowKind(ACCOUNTS, import_account, ACCOUNT_COLUMNS),
    RowKind(CONTACTS, import_contact, CONTACT_COLUMNS),
)


async def _account_of(session: AsyncSession, body: ContactImport) -> UUID:
    if body.account_id is not None:
        return body.account_id
    if not body.account_external_ids:
        raise _key_needed("account_external_ids")
    holders = await external_ids.holders(session, "account", body.account_external_ids)
    if not holders:
        said = "There is no such account"
        raise contacts.UnknownAccount(errors=[place("body", "account_external_ids", msg=said, code="unknown_account")])
    if len(holders) > 1:
        raise accounts.AmbiguousAccount(conflicting_id=min(holders))
    return holders.pop()


def _key_needed(field: str) -> KeyNeeded:
    return KeyNeeded(errors=[place("body", field, msg="Field required", code="missing")])


def _there_already(conflict: SourceConflict) -> Dealt:
    return Dealt(UUID(conflict.conflicting_id or ""), "skipped", conflict.code)
