"""The base of this service's tables."""

from sqlmodel import SQLModel

from shared.db.base import new_registry


class Base(SQLModel, registry=new_registry()):
    """A table of the feedback service."""
