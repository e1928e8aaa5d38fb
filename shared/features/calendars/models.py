"""The table of calendars, in a registry of its own: only services with clocks have it."""

from typing import Any

from sqlalchemy import Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from shared.db.base import Identified, Stamped, Versioned, new_registry


class CalendarBase(SQLModel, registry=new_registry()):
    """The base of the calendar's table."""


class CalendarRow(Identified, Stamped, Versioned, CalendarBase, table=True):
    """One calendar, its parts as `POST /v1/calendars` gave them."""

    __tablename__ = "calendar"

    name: str = Field(sa_type=Text)
    timezone: str = Field(sa_type=Text)
    intervals: list[dict[str, Any]] = Field(sa_type=JSONB)
    holidays: dict[str, Any] | None = Field(default=None, sa_type=JSONB(none_as_null=True))
    own_holidays: list[dict[str, Any]] = Field(sa_type=JSONB)
    exceptions: list[dict[str, Any]] = Field(sa_type=JSONB)
