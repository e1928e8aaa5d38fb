"""The states of a recovery case: which leads where, and which outcomes end it."""

from collections.abc import Mapping
from typing import Final

OPENED: Final = "opened"
ACKNOWLEDGED: Final = "acknowledged"
PLANNED: Final = "planned"
IN_PROGRESS: Final = "in_progress"
COMPLETED: Final = "completed"
FAILED: Final = "failed"

UNFINISHED: Final = (OPENED, ACKNOWLEDGED, PLANNED, IN_PROGRESS)

ALLOWED: Final[Mapping[str, tuple[str, ...]]] = {
    OPENED: (ACKNOWLEDGED, PLANNED, COMPLETED, FAILED),
    ACKNOWLEDGED: (PLANNED, COMPLETED, FAILED),
    PLANNED: (IN_PROGRESS, COMPLETED, FAILED),
    IN_PROGRESS: (COMPLETED, FAILED),
    COMPLETED: (),
    FAILED: (),
}

OUTCOMES: Final[Mapping[str, tuple[str, ...]]] = {
    COMPLETED: ("recovered", "partly"),
    FAILED: ("lost", "unreachable"),
}
"""The outcomes with which a case may end in a state."""
