"""The tables of privacy: who was erased, and under which addresses a contact is known."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, Text, func, text
from sqlmodel import Field

from shared.db.base import Platform


class ErasedContact(Platform, table=True):
    """The mark of a person who asked to be erased; it stays for ever, and holds nothing about them but the id.

    requested_at, erased_at: database time. Without erased_at the deed is still to be done.
    """

    __tablename__ = "erased_contact"
    __table_args__ = (
        Index("ix_erased_contact_waiting", "requested_at", postgresql_where=text("erased_at IS NULL")),
        Index("ix_erased_contact_erased_at", "erased_at"),
    )

    contact_id: UUID = Field(primary_key=True)
    requested_at: datetime = Field(sa_column_kwargs={"server_default": func.now()})
    erased_at: datetime | None = None


class ContactAddress(Platform, table=True):
    """An address that a contact has or had, without case: what stands under it is theirs."""

    __tablename__ = "contact_address"

    contact_id: UUID = Field(primary_key=True)
    address: str = Field(primary_key=True, sa_type=Text)
