"""What all facts of feedback's have in common."""

from typing import ClassVar

from shared.events.fact import Fact


class FeedbackFact(Fact):
    """A fact on feedback's topic."""

    teller: ClassVar[str | None] = "feedback"
