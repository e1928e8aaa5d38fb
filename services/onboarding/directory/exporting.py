"""The lists of accounts and contacts, as exports write them down."""

from sqlalchemy import Select, select
from sqlmodel import col

from services.onboarding.directory import queries
from services.onboarding.directory.models import Contact
from services.onboarding.directory.schemas import AccountFilters, AccountOut, ContactOut
from shared.features.bulk_jobs import kinds
from shared.http.fields import Filters, Id


class ContactFilters(Filters):
    """What an export of contacts may be narrowed to."""

    account_id: Id | None = None


def _contacts(filters: ContactFilters) -> Select[Contact]:
    if filters.account_id is not None:
        return queries.contacts(filters.account_id)
    return select(Contact).order_by(col(Contact.id))


ENTITIES = (
    kinds.selected(
        "accounts",
        "onboarding:accounts:read",
        AccountFilters,
        queries.accounts,
        AccountOut,
        AccountOut.of,
        shown={"status": "active"},
    ),
    kinds.selected(
        "contacts", "onboarding:contacts:read", ContactFilters, _contacts, ContactOut, ContactOut.of, shown={}
    ),
)
