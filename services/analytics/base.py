"""The base class of analytics' tables."""

from sqlmodel import SQLModel

from shared.db.base import new_registry


class Base(SQLModel, registry=new_registry()):
    """The base of analytics' tables, which have a registry of their own."""
