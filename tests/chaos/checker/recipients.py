"""Who must hear of an escalation, and of good news: worked out again from the directory's facts.

From contract.md: notify_roles of the route; an account's team not known yet: the group owns the ticket, and
account.team_changed assigns the CSM later and notifies them; "a role that nobody holds makes no step".
feedback §3: a positive answer: the people who work with that customer hear the good news.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from tests.chaos.checker.databases import Row
from tests.chaos.checker.directory import NOBODY, Directory, Seat, plain
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import Fact, World, group

GROUP_LEAD = "group_lead"
ESCALATION = "escalation_opened"
GOOD_NEWS = "good_news"


def check(world: World, verdict: Verdict) -> None:
    """Hold what was named and who was written to against our own reading."""
    _Escalations(world, verdict).check()
    _good_news(world, verdict)


class _Escalations:
    def __init__(self, world: World, verdict: Verdict) -> None:
        self._world = world
        self._verdict = verdict
        self._directory = Directory(world, "ticketing")
        self._routes = {(row["id"], row["version"]): row for row in world.rows("ticketing", "outcome_route")}
        self._leads: dict[str, list[Fact]] = defaultdict(list)
        for fact in world.of_type("group.changed"):
            self._leads[fact.subject].append(fact)
        self._notices = group(
            (row for row in world.rows("ticketing", "notification") if row["template"] == ESCALATION), "response_id"
        )
        self._late: dict[str, list[Fact]] = defaultdict(list)
        for fact in world.of_type("ticket.assigned"):
            if fact.data["reason"] == "team_changed" and fact.data["assignee_id"]:
                self._late[fact.data["response_id"]].append(fact)
        self._repaired = {
            fact.data["trigger"]["data"].get("response_id")
            for fact in world.of_type("automation.repair_requested")
            if fact.data["step"] == "notification_sent"
        }

    def check(self) -> None:
        for fact in self._world.of_type("escalation.opened"):
            self._named(fact)
            self._written_to(fact)
        for facts in self._late.values():
            for fact in facts:
                self._assigned_late(fact)
        self._waits_in_vain()

    def _named(self, fact: Fact) -> None:
        """Owner and recipients as the fact names them."""
        route = self._routes.get((fact.data["route_id"], fact.data["route_version"]))
        if route is None or list(fact.data["notify_roles"]) != list(route["notify_roles"]):
            self._wrong(fact, "an escalation names a route that is not there or other roles than the route's")
            return
        named = {recipient["role"]: recipient["staff_id"] for recipient in fact.data["recipients"]}
        at = self._world.heard["ticketing"].get(fact.cause.removeprefix("fact/"))
        account_id = fact.data["account_id"]
        everybody = set(named.values())
        for role in route["notify_roles"]:
            allowed = self._may_be(role, fact, at)
            if role in named and named[role] not in allowed:
                self._wrong(fact, f"an escalation names somebody as {role} who was not", staff=named[role])
            elif role not in named and NOBODY not in allowed and not allowed & everybody:
                self._wrong(fact, f"an escalation passes over its {role}", allowed=sorted(map(str, allowed)))
        for role in named.keys() - set(route["notify_roles"]):
            self._wrong(fact, f"an escalation names a {role}, whom the route does not")
        owners = (
            self._directory.may_hold(account_id, route["assignee_role"], at, fact.recorded_at)
            if route["assignee_role"]
            else {NOBODY}
        )
        if fact.data["owner_id"] not in owners or (fact.data["owner_id"] is None) != (
            fact.data["owner_source"] == "group"
        ):
            self._wrong(fact, "an escalation has the wrong owner", owner=fact.data["owner_id"])

    def _may_be(self, role: str, fact: Fact, at: datetime | None) -> set[str | None]:
        if role != GROUP_LEAD:
            return self._directory.may_hold(fact.data["account_id"], role, at, fact.recorded_at)
        # The group is ticketing's own: the escalation saw what was committed when it began, or a little later.
        told = self._leads.get(fact.data["group_id"] or "", [])
        before = [version for version in told if version.sequence < fact.sequence]
        after = [version for version in told if version.sequence > fact.sequence]
        return {version.data["lead_id"] for version in (*before[-2:], *after[:1])} or {NOBODY}

    def _written_to(self, fact: Fact) -> None:
        """A notification to each recipient, and to nobody else but the CSM who was found later."""
        response_id = fact.data["response_id"]
        named = {recipient["staff_id"] for recipient in fact.data["recipients"]}
        later = {late.data["assignee_id"] for late in self._late.get(response_id, ())}
        rows = self._notices.get(response_id, [])
        told = {row["staff_id"] for row in rows}
        for staff_id in (named | later) - told:
            says = "a recipient of an escalation was not written to"
            self._verdict.count(
                "causes_without_effect", "notification", says, response=response_id, staff=staff_id, fact=fact.id
            )
        if response_id not in self._repaired:
            for staff_id in told - named - later:
                self._wrong(fact, "somebody was written to whom the escalation does not name", staff=staff_id)
        for row in rows:
            self._address(row)

    def _address(self, row: Row) -> None:
        known = self._directory.addresses(row["staff_id"])
        if known and plain(row["address"]) not in known:
            self._verdict.count(
                "wrong_recipients", "address", "a mail went to an address that was never told", notification=row["id"]
            )

    def _assigned_late(self, fact: Fact) -> None:
        at = self._world.heard["ticketing"].get(fact.cause.removeprefix("fact/"))
        allowed = self._directory.may_hold(fact.data["account_id"], "csm", at, fact.recorded_at)
        if fact.data["assignee_id"] not in allowed:
            self._wrong(fact, "a ticket was given to somebody who was not its CSM", staff=fact.data["assignee_id"])

    def _waits_in_vain(self) -> None:
        """A case that is opened and nobody's, though its account's CSM is known and was never away."""
        tickets = self._world.by("ticketing", "ticket")
        for case in self._world.rows("ticketing", "recovery_case"):
            ticket = tickets.get(case["ticket_id"])
            if case["state"] != "opened" or ticket is None or case["response_id"] is None:
                continue
            if case["home_ticket_id"] is not None:
                continue  # merged: it is the other ticket's owner who has it
            idle = ticket["assignee_id"] is None and ticket["assigned_by"] == "route"
            if not idle or ticket["status"] == "closed" or ticket["merged_into_id"] is not None:
                continue
            teams = self._directory.teams(case["account_id"], None)
            newest = teams[-1] if teams else []
            seats = [seat for seat in newest if seat.role == "csm"]
            if any(self._never_away(seat) for seat in seats):
                self._verdict.count(
                    "causes_without_effect",
                    "late_team",
                    "a case waits with its group though the account has a CSM",
                    ticket=ticket["id"],
                    response=case["response_id"],
                )

    def _never_away(self, seat: Seat) -> bool:
        return False not in self._directory.presence(seat.staff_id, None, self._world.now)

    def _wrong(self, fact: Fact, says: str, **ids: object) -> None:
        self._verdict.count("wrong_recipients", "escalation", says, fact=fact.id, subject=fact.subject, **ids)


def _good_news(world: World, verdict: Verdict) -> None:
    """Each role's holder, or the backup while the holder is away, of the team that feedback knew."""
    directory = Directory(world, "feedback")
    notices = group(
        (row for row in world.rows("feedback", "notification") if row["template"] == GOOD_NEWS), "response_id"
    )
    runs = {fact.subject: fact for fact in world.of_type("follow_up.executed")}  # the newest: a repair may follow
    for response_id, fact in runs.items():
        told = {row["staff_id"] for row in notices.get(response_id, ())}
        if fact.data["result"] == "notified":
            _the_team(directory, fact, told, verdict)
        elif told:
            says = "a team was written to though the follow-up was skipped"
            verdict.count("effects_without_cause", "good_news", says, response=response_id)
    for response_id in notices.keys() - runs.keys():
        verdict.count("effects_without_cause", "good_news", "good news that no follow-up told", response=response_id)


def _the_team(directory: Directory, fact: Fact, told: set[str], verdict: Verdict) -> None:
    at, clock = fact.stored_at, fact.recorded_at
    teams = directory.teams(fact.data["account_id"], at)
    if not any(_fits(directory, seats, told, at, clock) for seats in teams):
        says = "good news went to others than the account's team"
        verdict.count("wrong_recipients", "good_news", says, response=fact.subject, told=sorted(told))


def _fits(directory: Directory, seats: Iterable[Seat], told: set[str], at: datetime, clock: datetime) -> bool:
    """Whether these are the people of this team: of each role one who may stand for it, and nobody else."""
    seats = list(seats)
    allowed: set[str | None] = set()
    for role in {seat.role for seat in seats}:
        holders = directory.holders(seats, role, at, clock)
        if NOBODY not in holders and not holders & told:
            return False
        allowed |= holders
    return bool(seats) and told <= allowed
