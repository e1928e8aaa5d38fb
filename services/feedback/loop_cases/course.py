"""The course of a loop case, by ticketing's facts: each of its times is set once, in whatever order they come."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

State = Literal["open", "closed"]
Stage = Literal["triggered", "assigned", "planned", "contacted"]
Result = Literal["resolved", "not_recovered", "unreachable", "no_action"]


def furthest_stage(assigned_at: datetime | None, planned_at: datetime | None, contacted_at: datetime | None) -> Stage:
    """The furthest step that was reached."""
    if contacted_at is not None:
        return "contacted"
    if planned_at is not None:
        return "planned"
    return "triggered" if assigned_at is None else "assigned"


@dataclass(slots=True)
class Course:
    """A loop case while a transaction moves it; its fields are columns of the table, see models.py.

    owner_sequence: of the ticket's fact that named the owner, since an older one may be replayed later.
    """

    id: UUID
    response_id: UUID
    account_id: UUID | None
    contact_id: UUID | None
    trace_id: UUID
    ticket_id: UUID | None
    recovery_case_id: UUID | None
    owner_id: UUID | None
    owner_sequence: int | None
    assigned_at: datetime | None
    planned_at: datetime | None
    contacted_at: datetime | None
    state: State
    closed_at: datetime | None
    result: Result | None
    reason: str | None

    @property
    def stage(self) -> Stage:
        """The furthest step that was reached."""
        return furthest_stage(self.assigned_at, self.planned_at, self.contacted_at)

    @property
    def ended_without_action(self) -> bool:
        """The answer is gone: whatever is still done for it moves the case no more."""
        return self.result == "no_action"

    def name(self, ticket_id: UUID | None, recovery_case_id: UUID | None) -> None:
        """Take over the ids of what ticketing does about it."""
        self.ticket_id = self.ticket_id or ticket_id
        self.recovery_case_id = self.recovery_case_id or recovery_case_id

    def own(self, owner_id: UUID | None, sequence: int) -> None:
        """Follow the ticket's owner; an older fact than the one that is held says nothing."""
        if self.owner_sequence is None or self.owner_sequence < sequence:
            self.owner_id = owner_id
            self.owner_sequence = sequence

    def assign(self, at: datetime) -> bool:
        """Somebody owns it; False if that was known."""
        if self.assigned_at is not None:
            return False
        self.assigned_at = at
        return True

    def plan(self, at: datetime | None) -> None:
        """There is a plan, if there is a time of one."""
        self.planned_at = self.planned_at or at

    def contact(self, at: datetime) -> bool:
        """The customer was reached; False if that was known."""
        if self.contacted_at is not None:
            return False
        self.contacted_at = at
        return True

    def close(self, result: Result, at: datetime, reason: str | None = None) -> bool:
        """It ended; False if it had ended before."""
        if self.state == "closed":
            return False
        self.state, self.result, self.closed_at, self.reason = "closed", result, at, reason
        return True
