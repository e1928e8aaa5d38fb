"""The table of macros."""

from typing import Any

from sqlalchemy import Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.ticketing.base import Base
from shared.db.base import Identified, Stamped, Versioned


class Macro(Identified, Stamped, Versioned, Base, table=True):
    """Named deeds on a ticket. actions: in their order, as `POST /v1/macros` gave them."""

    __tablename__ = "macro"

    name: str = Field(sa_type=Text)
    actions: list[dict[str, Any]] = Field(sa_type=JSONB)
    active: bool
