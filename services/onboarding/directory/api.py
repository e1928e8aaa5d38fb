"""Routes of the directory."""

from typing import Annotated

from fastapi import Query
from sqlalchemy.ext.asyncio import AsyncSession

from services.onboarding.directory import accounts, contacts, importing, queries, staff, team
from services.onboarding.directory.importing import ImportAsked
from services.onboarding.directory.models import Role
from services.onboarding.directory.schemas import (
    AccountFilters,
    AccountIn,
    AccountOut,
    AccountPatch,
    ContactIn,
    ContactOut,
    ContactPatch,
)
from services.onboarding.directory.staff_schemas import (
    StaffFilters,
    StaffIn,
    StaffOut,
    StaffPatch,
    TeamPeriodOut,
    TeamRoleIn,
    TeamRoleOut,
)
from shared.events.cause import Cause
from shared.features.bulk_jobs import service as bulk_jobs
from shared.features.bulk_jobs.api import accepts_rows
from shared.features.bulk_jobs.kinds import RowKind
from shared.features.bulk_jobs.schemas import BulkJobOut
from shared.features.notifications import addresses
from shared.http.dependencies import Actor, Answer, Answering, IfMatch, Page, RequestCause, Session, Settings, Upload
from shared.http.fields import Id, Listed
from shared.http.principal import Principal
from shared.http.routes import Router
from shared.http.uploads import Uploaded

ACCOUNTS_CSV = """\
name,external_ids.crm,tier,status
Acme,A-1,gold,active
"""
ACCOUNTS_JSON_LINES = '{"name": "Acme", "external_ids": {"crm": "A-1"}, "tier": "gold"}\n'
CONTACTS_CSV = """\
name,email,account_external_ids.crm,external_ids.crm,roles,consent.email
Ana,ana@acme.example,A-1,C-1,champion,true
"""
CONTACTS_JSON_LINES = '{"name": "Ana", "account_external_ids": {"crm": "A-1"}, "external_ids": {"crm": "C-1"}}\n'

SENT_BEFORE = "The same was sent before: what came of it then."

account_routes = Router(
    prefix="/v1/accounts",
    tags=["accounts"],
    scope="onboarding:accounts",
    about="Customers, and who of our staff works with them.",
)
contact_routes = Router(
    prefix="/v1/contacts", tags=["contacts"], scope="onboarding:contacts", about="The people at our customers."
)
staff_routes = Router(
    prefix="/v1/staff", tags=["staff"], scope="onboarding:staff", about="Our own people; ticketing's agents too."
)


@account_routes.post("", status_code=201, responses={200: {"model": AccountOut, "description": SENT_BEFORE}})
async def create_account(body: AccountIn, session: Session, cause: RequestCause, answer: Answer) -> AccountOut:
    """Make an account; its external ids belong to no other one."""
    made = await accounts.create(session, cause, body)
    view = AccountOut.of(made.row)
    return answer.created(view) if made.is_new else answer.existing(view)


@account_routes.post("/import", status_code=202, openapi_extra=accepts_rows(ACCOUNTS_CSV, ACCOUNTS_JSON_LINES))
async def import_accounts(
    asked: Annotated[ImportAsked, Query()],
    upload: Upload,
    session: Session,
    cause: RequestCause,
    asker: Actor,
    answer: Answer,
) -> BulkJobOut:
    """Import accounts as CSV or JSON Lines, of up to IMPORT_MAX_BYTES (50 MiB), each with an external id.

    An external id that has an account is skipped, so that an import may be run again. CSV is UTF-8 with a header,
    between commas, semicolons or tabs; its columns are an account's fields (`contract.plan`, `external_ids.<system>`).
    """
    [kind, _] = importing.ROWS
    return await _imported(session, cause, kind, asked, upload, asker, answer)


@account_routes.get("")
async def list_accounts(
    session: Session, page: Page, filters: Annotated[AccountFilters, Query()]
) -> Listed[AccountOut]:
    """Accounts."""
    return await page.of(session, queries.accounts(filters), AccountOut.of)


@account_routes.get("/{account_id}")
async def read_account(account_id: Id, session: Session, answer: Answer) -> AccountOut:
    """One account."""
    return answer.item(AccountOut.of(await queries.account(session, account_id)))


@account_routes.patch("/{account_id}")
async def change_account(
    account_id: Id,
    body: AccountPatch,
    session: Session,
    cause: RequestCause,
    if_match: IfMatch,
    answer: Answer,
) -> AccountOut:
    """Change an account by a merge-patch."""
    return answer.item(AccountOut.of(await accounts.change(session, cause, account_id, body, if_match)))


@account_routes.get("/{account_id}/contacts")
async def list_account_contacts(account_id: Id, session: Session, page: Page) -> Listed[ContactOut]:
    """An account's contacts."""
    await queries.account(session, account_id)
    return await page.of(session, queries.contacts(account_id), ContactOut.of)


@account_routes.get("/{account_id}/team")
async def read_account_team(account_id: Id, session: Session) -> Listed[TeamRoleOut]:
    """An account's team as it is now."""
    await queries.account(session, account_id)
    return Listed(items=await queries.team(session, account_id))


@account_routes.get("/{account_id}/team/{role}")
async def read_team_role(account_id: Id, role: Role, session: Session, answer: Answer) -> TeamRoleOut:
    """Who holds a role now."""
    return answer.item(await queries.team_role(session, account_id, role))


@account_routes.put(
    "/{account_id}/team/{role}", responses={201: {"model": TeamRoleOut, "description": "Nobody held it before."}}
)
async def set_team_role(
    account_id: Id,
    role: Role,
    body: TeamRoleIn,
    session: Session,
    cause: RequestCause,
    if_match: IfMatch,
    answer: Answer,
) -> TeamRoleOut:
    """Give a role to one holder and at most one backup; 201 if nobody held it."""
    done = await team.set_role(session, cause, account_id, role, body, if_match)
    here = f"/v1/accounts/{account_id}/team/{role}"
    return answer.created(done.role, location=here) if done.is_new else answer.item(done.role)


@account_routes.delete("/{account_id}/team/{role}", status_code=204)
async def vacate_team_role(
    account_id: Id, role: Role, session: Session, cause: RequestCause, if_match: IfMatch
) -> None:
    """End who holds a role and who backs them up."""
    await team.vacate(session, cause, account_id, role, if_match)


@account_routes.get("/{account_id}/team/{role}/history")
async def list_team_role_history(account_id: Id, role: Role, session: Session, page: Page) -> Listed[TeamPeriodOut]:
    """Who held a role and backed its holder up, from when to when."""
    await queries.account(session, account_id)
    return await page.of(session, queries.team_history(account_id, role), TeamPeriodOut.of)


@contact_routes.post("", status_code=201, responses={200: {"model": ContactOut, "description": SENT_BEFORE}})
async def create_contact(body: ContactIn, session: Session, cause: RequestCause, answer: Answer) -> ContactOut:
    """Make a contact; within its account no other one has its address, whatever the case."""
    made = await contacts.create(session, cause, body)
    view = ContactOut.of(made.row)
    return answer.created(view) if made.is_new else answer.existing(view)


@contact_routes.post("/import", status_code=202, openapi_extra=accepts_rows(CONTACTS_CSV, CONTACTS_JSON_LINES))
async def import_contacts(
    asked: Annotated[ImportAsked, Query()],
    upload: Upload,
    session: Session,
    cause: RequestCause,
    asker: Actor,
    answer: Answer,
) -> BulkJobOut:
    """Import contacts as accounts are imported; each with a mail address or an external id, and its account.

    The account is named by `account_id`, or by `account_external_ids.<system>`. Roles are between commas.
    """
    [_, kind] = importing.ROWS
    return await _imported(session, cause, kind, asked, upload, asker, answer)


@contact_routes.get("/{contact_id}")
async def read_contact(contact_id: Id, session: Session, answer: Answer) -> ContactOut:
    """One contact."""
    return answer.item(ContactOut.of(await queries.contact(session, contact_id)))


@contact_routes.patch("/{contact_id}")
async def change_contact(
    contact_id: Id,
    body: ContactPatch,
    session: Session,
    cause: RequestCause,
    if_match: IfMatch,
    answer: Answer,
) -> ContactOut:
    """Change a contact by a merge-patch."""
    return answer.item(ContactOut.of(await contacts.change(session, cause, contact_id, body, if_match)))


@staff_routes.post("", status_code=201, responses={200: {"model": StaffOut, "description": SENT_BEFORE}})
async def create_staff_member(
    body: StaffIn, session: Session, cause: RequestCause, settings: Settings, answer: Answer
) -> StaffOut:
    """Make a member of staff; ticketing's agents have the same ids.

    `notify_address`: `mailto:` and a mail address; a webhook as `https://…#whsec_…`, whose fragment is the secret that
    signs each POST as Standard Webhooks say; or an address of apprise such as `slack://…`. `preferences`: quiet hours
    and digests, by the clock of `timezone`. `locale`: whose texts are sent.
    """
    made = await staff.create(session, cause, addresses.seal(body, settings))
    view = StaffOut.of(made.row)
    return answer.created(view) if made.is_new else answer.existing(view)


@staff_routes.get("")
async def list_staff(session: Session, page: Page, filters: Annotated[StaffFilters, Query()]) -> Listed[StaffOut]:
    """Members of staff."""
    return await page.of(session, queries.staff(filters), StaffOut.of)


@staff_routes.get("/{staff_id}")
async def read_staff_member(staff_id: Id, session: Session, answer: Answer) -> StaffOut:
    """One member of staff."""
    return answer.item(StaffOut.of(await queries.staff_member(session, staff_id)))


@staff_routes.patch("/{staff_id}")
async def change_staff_member(
    staff_id: Id,
    body: StaffPatch,
    session: Session,
    cause: RequestCause,
    settings: Settings,
    if_match: IfMatch,
    answer: Answer,
) -> StaffOut:
    """Change a member of staff by a merge-patch. What waits to be told to them is decided anew."""
    row = await staff.change(session, cause, staff_id, addresses.seal(body, settings), if_match)
    return answer.item(StaffOut.of(row))


async def _imported(
    session: AsyncSession,
    cause: Cause,
    kind: RowKind,
    asked: ImportAsked,
    upload: Uploaded,
    asker: Principal,
    answer: Answering,
) -> BulkJobOut:
    job = await bulk_jobs.start_import(
        session,
        cause,
        asker=asker,
        kind=kind.name,
        columns=kind.columns,
        upload=upload,
        options={},
        dry_run=asked.dry_run,
    )
    return answer.accepted(BulkJobOut.of(job), f"/v1/bulk-jobs/{job.id}")
