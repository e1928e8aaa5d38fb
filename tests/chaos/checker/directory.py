"""Who held which role when, as the directory told it and as a listener could know it: our own reading.

From contract.md: a role has one holder and one backup; notify_address null = mailto: + email; the owner is the
holder if active and present, else the backup, else the group. From ticketing §3 and feedback §3.

A listener knows what it has taken in. When it took a change in is the time of its inbox row, which is the
beginning of a transaction; so a change near a decision may have been known to it or not, and near a fault
that moment is wide. Both ends are then allowed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from tests.chaos.checker.site import instant
from tests.chaos.checker.world import Fact, World

NEAR = timedelta(seconds=5)
"""How long a transaction may last when nothing is broken."""
NEAR_A_FAULT = timedelta(seconds=90)
"""How long one may last whose process stands still for 40 s, or waits for a database that does."""

NOBODY = None
"""Among those who may have held a role: perhaps no one did."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One member of a team, as told."""

    role: str
    staff_id: str
    backup: bool


class Directory:
    """The history of teams and presence, as one service could see it."""

    def __init__(self, world: World, service: str) -> None:
        self._world = world
        self._heard = world.heard[service]
        self._teams = _by_subject(world.of_type("account.team_changed"))
        self._people = _by_subject(world.of_type("staff.updated"))

    def teams(self, account_id: str | None, at: datetime | None) -> list[list[Seat]]:
        """The teams that the service may have seen then; [] stands for an account that nobody works with."""
        versions = list(self._seen(self._teams.get(account_id or "", []), at))
        return [_seats(fact) if fact is not None else [] for fact in versions]

    def holders(self, seats: Iterable[Seat], role: str, at: datetime | None, clock: datetime) -> set[str | None]:
        """Who may stand for a role in this team: the holder if present, else the backup if present, else NOBODY.

        at: the database's time of the decision; clock: the application's, by which absences are judged.
        """
        found: set[str | None] = set()
        for seat in sorted((seat for seat in seats if seat.role == role), key=lambda seat: seat.backup):
            presence = self.presence(seat.staff_id, at, clock)
            if True in presence:
                found.add(seat.staff_id)
            if False not in presence:
                return found
        return found | {NOBODY}

    def may_hold(self, account_id: str | None, role: str, at: datetime | None, clock: datetime) -> set[str | None]:
        """Who may stand for a role at this account, by any team that may have been seen."""
        return {holder for seats in self.teams(account_id, at) for holder in self.holders(seats, role, at, clock)}

    def presence(self, staff_id: str, at: datetime | None, clock: datetime) -> set[bool]:
        """Whether a person may have been there, or away. Of whom nothing was told is there."""
        return {
            fact is None or _there(fact.data, clock + skew)
            for fact in self._seen(self._people.get(staff_id, []), at)
            for skew in (-self._near(at), timedelta(0), self._near(at))
        }

    def addresses(self, staff_id: str) -> set[str]:
        """Every address that was ever told for a person."""
        told = [*(fact.data for fact in self._people.get(staff_id, [])), *self._as_members.get(staff_id, [])]
        return {_plain(data["notify_address"] or data["email"]) for data in told}

    @cached_property
    def _as_members(self) -> Mapping[str, list[Mapping[str, Any]]]:
        found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for versions in self._teams.values():
            for fact in versions:
                for member in fact.data["members"]:
                    found[member["staff_id"]].append(member)
        return found

    def _seen(self, versions: list[Fact], at: datetime | None) -> Iterator[Fact | None]:
        """The newest version that was surely taken in by then (None: none was), and those that perhaps were."""
        if at is None:
            yield None
            yield from versions
            return
        near = self._near(at)
        sure: Fact | None = None
        perhaps = []
        for fact in versions:
            heard = self._heard.get(fact.id)
            if heard is not None and heard < at - near:
                sure = fact  # the newest, since they come in the order of telling
            elif heard is None or heard <= at + near:
                perhaps.append(fact)
        yield sure
        yield from (fact for fact in perhaps if sure is None or fact.sequence > sure.sequence)

    def _near(self, at: datetime | None) -> timedelta:
        if at is None:
            return NEAR_A_FAULT
        near = NEAR_A_FAULT
        faulty = any(fault.at - near <= at <= fault.until + near for fault in self._world.site.faults)
        return near if faulty else NEAR


def _by_subject(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[fact.subject].append(fact)
    return found


def _seats(fact: Fact) -> list[Seat]:
    return [Seat(member["role"], member["staff_id"], bool(member["backup"])) for member in fact.data["members"]]


def _there(person: Mapping[str, Any], at: datetime) -> bool:
    if not person["active"]:
        return False
    begins, ends = person["away_from"], person["away_until"]
    if begins is None and ends is None:
        return True
    begun = begins is None or instant(begins) <= at
    over = ends is not None and instant(ends) <= at
    return not begun or over


def _plain(address: str) -> str:
    return address.removeprefix("mailto:").partition("?")[0]


def plain(address: str | None) -> str | None:
    """An address without its scheme."""
    return None if address is None else _plain(address)
