"""The mark that what ships is there."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from shared.db.base import Platform


class Seeding(Platform, table=True):
    """One row, once what ships is stored: a service is not ready before."""

    __tablename__ = "seeding"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    seeded_at: datetime
