"""What all of ticketing's facts have in common."""

from typing import ClassVar

from shared.events.fact import Fact


class TicketingFact(Fact):
    """A fact on ticketing's topic."""

    teller: ClassVar[str | None] = "ticketing"
