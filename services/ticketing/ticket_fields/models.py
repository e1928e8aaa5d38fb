"""The tables of declared fields, and of what becomes of keys that are not declared."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from services.ticketing.base import Base
from shared.db.base import Identified, Stamped, Versioned


class TicketField(Identified, Stamped, Versioned, Base, table=True):
    """One declared key of `custom`. types: of the tickets that have it; none means all. options: of a choice."""

    __tablename__ = "ticket_field"
    __table_args__ = (
        CheckConstraint(
            "type IN ('text', 'integer', 'decimal', 'boolean', 'date', 'choice', 'multi_choice')", name="type"
        ),
        CheckConstraint("(type IN ('choice', 'multi_choice')) = (cardinality(options) > 0)", name="options"),
        CheckConstraint("required_on <@ ARRAY['create', 'solve']", name="required_on"),
    )

    key: str = Field(unique=True, sa_type=Text)
    label: str = Field(sa_type=Text)
    type: str = Field(sa_type=Text)
    options: list[str] = Field(default_factory=list, sa_type=ARRAY(Text))
    required_on: list[str] = Field(default_factory=list, sa_type=ARRAY(Text))
    types: list[str] = Field(default_factory=list, sa_type=ARRAY(Text))
    active: bool


class TicketFieldPolicy(Versioned, Base, table=True):
    """What becomes of keys that are not declared: one row, once somebody has said it."""

    __tablename__ = "ticket_field_policy"
    __table_args__ = (
        CheckConstraint("id = 1", name="one_row"),
        CheckConstraint("undeclared IN ('keep', 'refuse')", name="undeclared"),
    )

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    undeclared: str = Field(sa_type=Text)
    updated_at: datetime
