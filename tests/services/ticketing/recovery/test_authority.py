"""Who may give how much: pure rules."""

from dataclasses import dataclass
from uuid import UUID

import pytest

from services.ticketing.compensations.authority import authority, covers
from shared.ids import uuid7

MIA, LEO = uuid7(), uuid7()


@dataclass(frozen=True)
class Limit:
    amount_minor: int
    staff_id: UUID | None = None
    role: str | None = None
    currency: str = "EUR"


LIMITS = [
    Limit(100),
    Limit(500, role="agent"),
    Limit(5_000, role="team_lead"),
    Limit(50, staff_id=MIA),
    Limit(9_000, currency="USD", staff_id=MIA),
]


def test_a_persons_own_limit_holds_even_where_it_is_lower() -> None:
    assert authority(LIMITS, "EUR", MIA, lambda role: True) == 50
    assert authority(LIMITS, "USD", MIA, lambda role: False) == 9_000


def test_without_one_the_highest_of_their_roles_else_that_of_everybody_else_nothing() -> None:
    assert authority(LIMITS, "EUR", LEO, lambda role: True) == 5_000
    assert authority(LIMITS, "EUR", LEO, lambda role: role == "agent") == 500
    assert authority(LIMITS, "EUR", LEO, lambda role: False) == 100
    assert authority(LIMITS, "SEK", LEO, lambda role: True) == 0
    assert authority([], "EUR", LEO, lambda role: True) == 0


@pytest.mark.parametrize(
    ("granted", "amount", "within"),
    [(0, 500, True), (0, 501, False), (200, 300, True), (200, 301, False), (500, 0, True)],
)
def test_exactly_at_the_limit_is_within_it_all_of_a_case_together(granted: int, amount: int, within: bool) -> None:
    assert covers(500, granted, amount) is within
