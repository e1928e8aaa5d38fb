"""HTTP bodies of the directory, as far as surveys need it."""

from typing import Self
from uuid import UUID

from services.feedback.directory.models import Contact
from shared.contracts import story
from shared.http.fields import Filters, ShortText, View, example


class ContactOut(View):
    """Somebody whom surveys may ask; no name and no address once they were erased."""

    model_config = example(
        {
            "id": story.ANA,
            "account_id": story.ACME,
            "name": "Ana Lim",
            "email": "ana@acme.example",
            "locale": "en",
            "timezone": "Europe/Stockholm",
            "roles": ["admin"],
            "active": True,
        }
    )

    id: UUID
    account_id: UUID
    name: str | None
    email: str | None
    locale: str | None
    timezone: str | None
    roles: list[str]
    active: bool

    @classmethod
    def of(cls, row: Contact) -> Self:
        """A row as the API shows it."""
        return cls.model_validate({**row.model_dump(), "id": row.contact_id})


class ContactFilters(Filters):
    """What the list of contacts may be narrowed to. email: the whole address, in whatever case."""

    email: ShortText | None = None
