"""The table of attachments; their bytes lie in the storage."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, Text, text
from sqlmodel import Field

from services.ticketing.base import Base
from shared.db.base import Identified


class Attachment(Identified, Base, table=True):
    """A file that was uploaded, for one message at most.

    name, media_type: as the uploader said, made harmless. sha256: of its bytes, in hex. message_id: whose it is; no
    foreign key, since the row is taken before its message is written. uploaded_by: the actor. removed_at: it is
    erased; the row goes once its bytes are gone.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        Index("ix_attachment_message_id", "message_id", postgresql_where=text("message_id IS NOT NULL")),
        Index("ix_attachment_orphan", "created_at", postgresql_where=text("message_id IS NULL")),
        Index("ix_attachment_removed", "removed_at", postgresql_where=text("removed_at IS NOT NULL")),
    )

    name: str = Field(sa_type=Text)
    media_type: str = Field(sa_type=Text)
    size: int = Field(sa_type=BigInteger)
    sha256: str = Field(sa_type=Text)
    message_id: UUID | None = None
    uploaded_by: str = Field(sa_type=Text)
    created_at: datetime
    removed_at: datetime | None = None
