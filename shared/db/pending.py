"""What lies on a transaction until its end: the facts that were told, and rows that nothing in it reads again.

What came inside a savepoint is dropped when the savepoint rolls back, and everything when the transaction does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session, SessionTransaction
from sqlmodel import SQLModel

from shared.db.session import ServiceSession

_PENDING = "pending"


@dataclass(slots=True)
class Pending:
    """What waits for a commit, in the order in which it came.

    facts: as shared/events/outbox.py keeps them. rows: by table, each table's with the same columns.
    """

    facts: list[Any] = field(default_factory=list)
    rows: dict[type[SQLModel], list[Mapping[str, Any]]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.facts or self.rows)

    def take_facts(self) -> list[Any]:
        """The facts, which wait no more: whoever calls this stores them."""
        facts, self.facts = self.facts, []
        return facts

    def take_rows(self) -> dict[type[SQLModel], list[Mapping[str, Any]]]:
        """The rows, likewise."""
        rows, self.rows = self.rows, {}
        return rows

    def add(self, later: "Pending") -> None:
        """Take over what came after this."""
        self.facts += later.facts
        for model, rows in later.rows.items():
            self.rows.setdefault(model, []).extend(rows)


def begin(session: Session) -> None:
    """From now on things may wait in this session. Whoever calls this stores them: `transaction` does."""
    session.info[_PENDING] = {}


def anything(session: Session) -> bool:
    """Does anything wait for this session's commit?"""
    return any(session.info.get(_PENDING, {}).values())


def of(session: Session) -> Pending:
    """What waits in the innermost savepoint, or in the transaction. Raises RuntimeError where there is neither."""
    by_savepoint: dict[SessionTransaction | None, Pending] | None = session.info.get(_PENDING)
    if by_savepoint is None:
        raise RuntimeError("Facts are told and changes recorded inside a transaction; there is none here.")
    savepoint = session.get_nested_transaction()
    if savepoint not in by_savepoint:
        by_savepoint[savepoint] = Pending()
    return by_savepoint[savepoint]


@event.listens_for(ServiceSession, "before_commit")
def _hand_to_the_outer_transaction(session: Session) -> None:
    """A savepoint is about to be released: what waited in it now lies on the transaction around it."""
    released = session.get_nested_transaction()
    if released is not None and released.parent is not None:
        waiting: Pending | None = session.info.get(_PENDING, {}).pop(released, None)
        if waiting:
            session.info[_PENDING].setdefault(_savepoint(released.parent), Pending()).add(waiting)


@event.listens_for(ServiceSession, "after_transaction_end")
def _drop(session: Session, ended: SessionTransaction) -> None:
    """What was neither handed on nor stored was rolled back."""
    if ended.nested or ended.parent is None:
        session.info.get(_PENDING, {}).pop(_savepoint(ended), None)


def _savepoint(transaction: SessionTransaction) -> SessionTransaction | None:
    """What things lie under: the savepoint, or None for the transaction itself, which may not have begun yet."""
    return transaction if transaction.nested else None
