"""Whose data is looked for, and what was found of them in a service's own tables."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

ERASED = "[erased]"
"""What stands where a text that must be there was erased."""


@dataclass(frozen=True, slots=True)
class Person:
    """A contact. addresses: without case, former ones included; empty where the service never heard of them."""

    contact_id: UUID
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The ids of the rows that are about the person, whatever table they are in, and how many lost something."""

    ids: frozenset[UUID] = frozenset()
    records: int = 0

    def __add__(self, other: "Found") -> "Found":
        return Found(self.ids | other.ids, self.records + other.records)


Place = Callable[[AsyncSession, Person, datetime], Awaitable[Found]]
"""Takes a person's data out of some tables of a service. It is safe to repeat, and finds the ids each time."""
