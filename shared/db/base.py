"""The base classes of tables: a registry for each owner of tables, and the columns they share.

Every service has a registry of its own, so that two services can be loaded into one process
(SQLModel would otherwise put all tables into one MetaData). The tables that every service has
(outbox, inbox, keys, jobs, ...) lie in `Platform`, whose classes serve any service's session.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import MetaData, text
from sqlalchemy.orm import declared_attr, registry
from sqlmodel import Field, SQLModel

from shared.ids import uuid7

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def new_registry() -> registry:
    """A registry for one owner of tables."""
    return registry(metadata=MetaData(naming_convention=NAMING_CONVENTION))


class Platform(SQLModel, registry=new_registry()):
    """The base of the tables that every service has."""


class Identified(SQLModel):
    """A row with an id of its own."""

    id: UUID = Field(default_factory=uuid7, primary_key=True)


class Stamped(SQLModel):
    """A row that knows when it was made and last changed (application clock, see `Cause.at`)."""

    created_at: datetime
    updated_at: datetime


class Versioned(SQLModel):
    """A row whose `version` rises by one with each change of its own columns.

    A write that was based on an older version fails with `StaleDataError`, which the API answers as 409.
    """

    version: int = Field(default=1, sa_column_kwargs={"server_default": text("1")})

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - declared_attr hands the class
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]
