"""What several pages of the studio need: who is signed in, whom rows name, and pages of lists."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from services.feedback.directory.models import Account, Contact, Staff
from shared.http.dependencies import Paging
from shared.http.errors import Invalid, NotFound, place
from shared.pages.visit import Visit

READ_PROGRAMS: Final = "feedback:programs:read"
WRITE_PROGRAMS: Final = "feedback:programs:write"
READ_DECISIONS: Final = "feedback:decisions:read"
READ_CONTACTS: Final = "feedback:contacts:read"
READ_SURVEYS: Final = "feedback:surveys:read"
WRITE_SURVEYS: Final = "feedback:surveys:write"
READ_SCORES: Final = "feedback:scores:read"
READ_RESPONSES: Final = "feedback:responses:read"
READ_LOOPS: Final = "feedback:loop-cases:read"
WRITE_LOOPS: Final = "feedback:loop-cases:write"


@dataclass(frozen=True, slots=True)
class Me:
    """Who is signed in, as the account menu names them."""

    name: str
    initials: str


@dataclass(frozen=True, slots=True)
class Names:
    """How people call the contacts, accounts and staff of a page, as far as its reader may know."""

    contacts: dict[UUID, Contact] = field(default_factory=dict)
    accounts: dict[UUID, str] = field(default_factory=dict)
    staff: dict[UUID, str] = field(default_factory=dict)

    def contact(self, contact_id: UUID | None) -> str:
        """A contact's name, else their address, else the begin of their id."""
        if contact_id is None:
            return "Nobody who is known"
        known = self.contacts.get(contact_id)
        return (known and (known.name or known.email)) or f"Contact {str(contact_id)[-12:]}"

    def account(self, account_id: UUID | str | None) -> str:
        """An account's name, else the begin of its id; nothing where there is none."""
        if account_id is None:
            return ""
        return self.accounts.get(UUID(str(account_id))) or f"Account {str(account_id)[-12:]}"


async def me(visit: Visit) -> Me | None:
    """The member of staff whom the key acts for, as far as they are known."""
    staff_id = visit.principal.staff_id
    person = await visit.session.get(Staff, staff_id) if staff_id else None
    if person is None:
        return None
    return Me(person.name, "".join(part[0] for part in person.name.split()[:2]))


async def names(
    visit: Visit,
    *,
    contacts: Iterable[UUID | None] = (),
    accounts: Iterable[UUID | None] = (),
    staff: Iterable[UUID | None] = (),
) -> Names:
    """The names of these; none of customers without the scope for contacts."""
    found = Names()
    if wanted := {each for each in staff if each}:
        people = await visit.session.scalars(select(Staff).where(col(Staff.staff_id).in_(wanted)))
        found.staff.update({each.staff_id: each.name for each in people})
    if not visit.may(READ_CONTACTS):
        return found
    if wanted := {each for each in contacts if each}:
        known = await visit.session.scalars(select(Contact).where(col(Contact.contact_id).in_(wanted)))
        found.contacts.update({each.contact_id: each for each in known})
    if wanted := {each for each in accounts if each} | {each.account_id for each in found.contacts.values()}:
        companies = await visit.session.scalars(select(Account).where(col(Account.account_id).in_(wanted)))
        found.accounts.update({each.account_id: each.name for each in companies})
    return found


def page(visit: Visit) -> Paging:
    """The page of the list that the address asks for, by the cursors of this page."""
    return Paging(visit.request)


def named(visit: Visit, parameter: str) -> UUID:
    """The id in the path. Raises NotFound."""
    try:
        return UUID(visit.request.path_params[parameter])
    except ValueError:
        raise NotFound from None


def version(visit: Visit) -> int | None:
    """The version on which a form was based: what changed since is not overwritten unseen."""
    text = visit.form.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def instant(visit: Visit, name: str) -> str | None:
    """A time that a field says by the reader's clock, in UTC. Raises Invalid, at that field."""
    text = visit.form.get(name, "").strip()
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=visit.zone).astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        raise Invalid(errors=[place("body", name, msg="A time, as in 2026-11-24 15:00", code="instant")]) from None
