"""The table of brands."""

from sqlalchemy import CheckConstraint, Text
from sqlmodel import Field

from services.feedback.base import Base
from shared.db.base import Identified, Stamped, Versioned

DEFAULT = "default"
"""The key of the brand that ships, and under which is asked what names no other."""


class Brand(Identified, Stamped, Versioned, Base, table=True):
    """Under which name and colours a customer is asked. colour: of buttons, which bear a text of text_colour."""

    __tablename__ = "brand"
    __table_args__ = (CheckConstraint("colour ~ '^#[0-9a-f]{6}$' AND text_colour ~ '^#[0-9a-f]{6}$'", name="colours"),)

    key: str = Field(unique=True, sa_type=Text)
    name: str = Field(sa_type=Text)
    colour: str = Field(sa_type=Text)
    text_colour: str = Field(sa_type=Text)
    logo_url: str | None = Field(default=None, sa_type=Text)
    sender_name: str = Field(sa_type=Text)
