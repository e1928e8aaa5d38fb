"""The table of themes."""

from sqlalchemy import Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.feedback.base import Base
from shared.db.base import Identified, Stamped, Versioned


class Theme(Identified, Stamped, Versioned, Base, table=True):
    """Something that answers are about. words: by language. An inactive one is found in no new comment."""

    __tablename__ = "theme"

    code: str = Field(unique=True, sa_type=Text)
    name: str = Field(sa_type=Text)
    active: bool = True
    words: dict[str, list[str]] = Field(sa_type=JSONB)
