"""Definitions that seldom change and are read all the time: routes, policies, calendars, kept in the process.

A change that this process makes is in use after its commit, another's within HOLDS_SECONDS.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, SessionTransaction

from shared.db.session import ServiceSession

HOLDS_SECONDS = 5.0

T = TypeVar("T")

_CHANGES = "changes_definitions"


@dataclass(slots=True)
class _Memory:
    """What is known of one database. changes: how often this process has changed a definition."""

    changes: int = 0
    held: dict[Any, tuple[float, Any]] = field(default_factory=dict)


_memories: WeakKeyDictionary[Engine | Connection, _Memory] = WeakKeyDictionary()


class Remembered(Generic[T]):
    """All definitions of one kind. read: reads them; what it answers outlives the session and is shared."""

    def __init__(self, read: Callable[[AsyncSession], Awaitable[T]]) -> None:
        self._read = read

    async def get(self, session: AsyncSession, *, anew: bool = False) -> T:
        """The definitions. anew: where those in memory lack one that must be there."""
        if session.sync_session.info.get(_CHANGES):
            return await self._read(session)  # they may never be committed
        memory = _memory(session.sync_session)
        entry = memory.held.get(self)
        if entry is not None and monotonic() < entry[0] and not anew:
            held: T = entry[1]
            return held
        changes = memory.changes
        read = await self._read(session)
        if memory.changes == changes:  # else it may be from before the change
            memory.held[self] = monotonic() + HOLDS_SECONDS, read
        return read


def forget_after(session: AsyncSession) -> None:
    """This transaction changes a definition: once it has ended, all are read anew."""
    session.sync_session.info[_CHANGES] = True


@event.listens_for(ServiceSession, "after_transaction_end")
def _forget(session: Session, ended: SessionTransaction) -> None:
    if ended.parent is None and session.info.pop(_CHANGES, False):
        memory = _memory(session)
        memory.changes += 1
        memory.held.clear()


def _memory(session: Session) -> _Memory:
    return _memories.setdefault(session.get_bind(), _Memory())
