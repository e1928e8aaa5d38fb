"""A clock in words, and as the picture that goes with them."""

from dataclasses import dataclass
from typing import Final, Literal

from services.ticketing.sla.clock import State, Verdict
from services.ticketing.sla.schemas import SlaClockOut
from shared.pages import words

METRICS: Final = {
    "first_reply": "First reply",
    "next_reply": "Next reply",
    "requester_wait": "Requester’s wait",
    "agent_work": "Agent’s work",
    "periodic_update": "Update",
    "total_resolution": "Resolution",
}

WAITING: Final = {
    "pending": "waiting for the customer",
    "on_hold": "on hold",
    "merged": "merged",
    "outside_hours": "outside business hours",
    "running": "running",
    "new": "new",
    "open": "open",
    "solved": "solved",
}

Kind = Literal["running", "warned", "breached", "paused", "met"]


@dataclass(frozen=True, slots=True)
class Shown:
    """One clock as people read it. share: of the target that is used, 0 to 100."""

    view: SlaClockOut
    kind: Kind
    words: str
    share: int

    @property
    def metric(self) -> str:
        """What it promises."""
        return METRICS[self.view.metric]

    @property
    def open(self) -> bool:
        """Does it still ask for something?"""
        return self.view.state in (State.RUNNING, State.PAUSED)

    @property
    def target(self) -> str:
        """How much was promised."""
        return words.duration(self.view.target_seconds)


def shown(view: SlaClockOut, warn_at: float) -> Shown | None:
    """The clock as people read it; None for one that ended without being kept or broken."""
    share = min(100, 100 * view.elapsed_seconds // view.target_seconds)
    left, over = words.duration(max(view.remaining_seconds, 0)), words.duration(max(-view.remaining_seconds, 0))
    if view.verdict is Verdict.BREACHED:
        running = view.state is State.RUNNING
        return Shown(view, "breached", f"Overdue {over}" if running else f"Missed by {over}", share)
    if view.state is State.FULFILLED:
        return Shown(view, "met", f"Met in {words.duration(view.elapsed_seconds)}", share)
    if view.state is State.PAUSED:
        return Shown(view, "paused", f"Paused: {left}", share)
    if view.state is State.RUNNING:
        soon = view.elapsed_seconds >= warn_at * view.target_seconds
        return Shown(view, "warned" if soon else "running", f"Soon: {left}" if soon else f"{left} left", share)
    return None


def most_urgent(clocks: list[Shown]) -> Shown | None:
    """The clock to show where there is room for one: what is late, what is next, what stands still, what was last."""
    running = [clock for clock in clocks if clock.view.state is State.RUNNING and clock.view.due_at is not None]
    if running:
        return min(running, key=lambda clock: (clock.view.due_at, clock.view.started_at))
    paused = [clock for clock in clocks if clock.open]
    if paused:
        return min(paused, key=lambda clock: clock.view.remaining_seconds)
    return next((clock for clock in reversed(clocks) if clock.kind == "breached"), clocks[-1] if clocks else None)
