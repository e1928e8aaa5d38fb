"""The base class of onboarding's tables."""

from sqlmodel import SQLModel

from shared.db.base import new_registry


class Base(SQLModel, registry=new_registry()):
    """The base of onboarding's tables, which have a registry of their own."""
