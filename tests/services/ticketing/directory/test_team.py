"""Who holds a role now."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from services.ticketing.directory.team import Absence, holder

AT = datetime(2026, 11, 23, 10, 15, tzinfo=UTC)
HOUR = timedelta(hours=1)
MIA = UUID("01a1f82f-1e81-7a12-8f27-91b0e3c86d03")
IDA = UUID("01a1f82f-1e81-7a13-a4d8-07f52e1b9c04")


def member(staff_id: UUID, name: str, *, backup: bool, role: str = "csm") -> dict[str, object]:
    return {
        "role": role,
        "staff_id": str(staff_id),
        "email": f"{name}@us.example",
        "notify_address": None,
        "backup": backup,
    }


TEAM = [member(IDA, "ida", backup=True), member(MIA, "mia", backup=False)]


@pytest.mark.parametrize(
    ("absence", "present"),
    [
        (Absence(), True),
        (Absence(active=False), False),
        (Absence(away_from=AT), False),
        (Absence(away_from=AT + HOUR), True),
        (Absence(away_from=AT - HOUR, away_until=AT), True),
        (Absence(away_from=AT - HOUR, away_until=AT + HOUR), False),
        (Absence(away_until=AT + HOUR), False),
    ],
)
def test_presence(absence: Absence, present: bool) -> None:
    assert absence.present(AT) is present


def test_the_holder_comes_before_the_backup() -> None:
    found = holder(TEAM, "csm", {}, AT)
    assert found is not None
    assert (found.staff_id, found.address, found.backup) == (MIA, "mailto:mia@us.example", False)


def test_an_absent_holder_leaves_it_to_the_backup() -> None:
    found = holder(TEAM, "csm", {MIA: Absence(active=False)}, AT)
    assert found is not None
    assert (found.staff_id, found.backup) == (IDA, True)


def test_nobody_holds_it() -> None:
    gone = {MIA: Absence(active=False), IDA: Absence(away_from=AT)}
    assert holder(TEAM, "csm", gone, AT) is None
    assert holder(TEAM, "billing", {}, AT) is None
