"""A ticket's stays with groups and suppliers: each is told as it stands, and late exactly when its time was up.

From ticketing's documentation (internal clocks): pickup and handling with a group, supplier_wait on hold for a
supplier; what each does while its ticket waits or is merged; a breach is decided from timestamps and not by when
somebody looked.
Worked out again from a stay's own history, for those that count by the hour (24x7).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import zip_longest

from tests.chaos.checker.databases import Row
from tests.chaos.checker.levels import periods_run, reached_after
from tests.chaos.checker.site import Request, instant
from tests.chaos.checker.states import same
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import Fact, World

SEEN_WITHIN = timedelta(seconds=20)
"""The job comes every five seconds."""

IN_USE_WITHIN = timedelta(seconds=20)
"""What is promised is kept in a process for five seconds, and read by a transaction before it tells anything."""

KINDS = ("ola.started", "ola.breached", "ola.ended")
PROMISED = ("ticket_id", "account_id", "metric", "group_id", "supplier_id", "calendar_id", "target_seconds")
FOLLOWED = ("ticket.created", "ticket.assigned", "ticket.status_changed", "ticket.merged", "ticket.unmerged")
"""After each of these a ticket's stays are as the ticket stands."""

OVER, ELSEWHERE = ("solved", "closed"), ("pending", "on_hold")
OPEN = ("running", "paused")


def check(world: World, verdict: Verdict) -> None:
    """Hold stays against their facts, their tickets, and their own history."""
    stays = _Stays(world, verdict)
    stays.told()
    stays.standing()
    stays.times()
    stays.owed()


class _Stays:
    def __init__(self, world: World, verdict: Verdict) -> None:
        self._world = world
        self._verdict = verdict
        self._rows = world.by("ticketing", "ola_clock")
        self._tickets = world.by("ticketing", "ticket")
        self._open: dict[tuple[str, str], Row] = {}
        for row in world.rows("ticketing", "ola_clock"):
            if row["state"] not in OPEN:
                continue
            if (row["ticket_id"], row["metric"]) in self._open:
                self._count("doubled", "stay", "a ticket rests twice at once by one metric", row)
            self._open[row["ticket_id"], row["metric"]] = row

    def told(self) -> None:
        """Each began once, was late once if it was, and ended once if it has; in this order, and as it is."""
        facts: dict[str, list[Fact]] = defaultdict(list)
        for fact in sorted(self._world.of_type(*KINDS), key=lambda fact: fact.sequence):
            facts[fact.data["clock_id"]].append(fact)
        for id_ in facts.keys() - self._rows.keys():
            self._verdict.count("lost", "stay_row", "a stay that was told of is not there", stay=id_)
        for id_, row in self._rows.items():
            times = Counter(fact.type.removesuffix(".v1") for fact in facts[id_])
            expected = {
                "ola.started": True,
                "ola.breached": row["detected_at"] is not None,
                "ola.ended": row["state"] not in OPEN,
            }
            for kind, so in expected.items():
                if so != (times[kind] > 0):
                    self._count("lost", "stay_fact", f"a stay's {kind} is so or told, not both", row)
                for _ in range(times[kind] - 1):
                    self._count("doubled", "stay_told", f"a stay's {kind} was told twice", row)
            order = [KINDS.index(fact.type.removesuffix(".v1")) for fact in facts[id_]]
            if order != sorted(order):
                self._count("reordered", "stay", "a stay was late or over before it began, or late after its end", row)
            for fact in facts[id_]:
                self._as_told(row, fact)

    def _as_told(self, row: Row, fact: Fact) -> None:
        differs = [name for name in PROMISED if not same(row[name], fact.data[name])]
        if fact.type == "ola.breached.v1":
            differs += [name for name in ("breached_at", "detected_at") if not same(row[name], fact.data[name])]
        if fact.type == "ola.ended.v1":
            differs += [name for name in ("reason", "breached_at") if not same(row[name], fact.data[name])]
            if fact.data["elapsed_seconds"] != row["elapsed_us"] // 1_000_000:
                differs.append("elapsed_seconds")
        if differs:
            self._count("lost", "stay_state", f"a stay is not as was told: {', '.join(differs)}", row)

    def standing(self) -> None:
        """Who has a ticket is who it rests with, and the clock runs or stands still as the ticket asks."""
        for row in self._open.values():
            ticket = self._tickets.get(row["ticket_id"])
            if ticket is None or not _rests(row, ticket):
                self._count("lost", "stay_standing", "a ticket rests where it is not", row)
            elif (row["state"], row["reason"]) != _stands(row, ticket):
                says = f"a stay is {row['state']} ({row['reason']}), and its ticket is {ticket['status']}"
                self._count("lost", "stay_standing", says, row)

    def times(self) -> None:
        """What has elapsed is what its history adds up to, and it is late exactly when that reached its target."""
        for row in self._rows.values():
            if row["calendar_id"] is not None:
                continue
            before = [{**each, "since": instant(each["since"])} for each in row["past"]]
            counted = list(periods_run({**row, "state": "counted"}, before, row["since"]))
            elapsed = sum((until - since for since, until in counted), timedelta())
            if elapsed != timedelta(microseconds=row["elapsed_us"]):
                self._count("lost", "stay_time", f"{elapsed} of a stay's time is kept as {row['elapsed_us']} µs", row)
            target, breached_at = timedelta(seconds=row["target_seconds"]), row["breached_at"]
            ran = list(periods_run(row, before, self._world.now + self._world.site.skew))
            late_at = reached_after(ran, target)
            if breached_at is not None and breached_at not in self._may_be_up([*before, row], target):
                says = f"a stay is late since {breached_at}, and its time was up at {late_at}"
                self._count("effects_without_cause", "stay", says, row)
            elif breached_at is None and self._is_seen(row, late_at):
                self._count("causes_without_effect", "stay", f"a stay is late since {late_at}, and nobody saw it", row)

    def _may_be_up(self, states: list[Row], target: timedelta) -> Iterator[datetime]:
        """When its time was up, or would have been had it run on: who looked and who ended it had different clocks.

        A state that was left by a clock that was behind lasted for nothing, and only its beginning is known.
        """
        for state, after in zip_longest(states, states[1:]):
            since = until = state["since"]
            if state["state"] == "running":
                until = after["since"] if after is not None else self._world.now + self._world.site.skew
            if timedelta(0) <= target and since + target < until + 2 * self._world.site.skew:
                yield since + target
            target -= until - since

    def _is_seen(self, row: Row, late_at: datetime | None) -> bool:
        """Whether it must be known by now that a stay is late: at once where it has been left, else by the job."""
        if late_at is None:
            return False
        return row["state"] != "running" or late_at + SEEN_WITHIN + self._world.site.skew < self._world.now

    def owed(self) -> None:
        """Where a group has promised something, what was given to it after that rests with it; a supplier's too."""
        promised = dict(self._promised())
        for fact in self._newest_of_tickets():
            ticket = self._tickets.get(fact.subject)
            if ticket is None or ticket["silent"] or ticket["status"] in OVER or ticket["group_id"] is None:
                continue
            for metric in ("handling", "pickup") if ticket["assignee_id"] is None else ("handling",):
                since = promised.get((metric, ticket["group_id"]))
                if since is not None and since < fact.stored_at and (ticket["id"], metric) not in self._open:
                    says = f"a ticket rests with a group that has promised something, and no {metric} counts"
                    ids = {"ticket": ticket["id"], "group": ticket["group_id"], "fact": fact.id}
                    self._verdict.count("causes_without_effect", "stay", says, **ids)
        self._waits(promised)

    def _waits(self, promised: dict[tuple[str, str], datetime]) -> None:
        waited = {(row["ticket_id"], row["supplier_id"]) for row in self._rows.values()}
        for request in self._world.done("ticketing", "POST"):
            if not request.path.endswith("/transitions") or "supplier_id" not in request.body:
                continue
            ticket_id, supplier_id = request.path.split("/")[3], request.body["supplier_id"]
            since = promised.get(("supplier_wait", supplier_id))
            known = since is not None and since < self._world.site.sent_at(request)
            if known and (ticket_id, supplier_id) not in waited:
                says = "a ticket was put on hold for a supplier, and no wait was counted"
                ids = {"ticket": ticket_id, "supplier": supplier_id}
                self._verdict.count("causes_without_effect", "stay", says, **ids)

    def _newest_of_tickets(self) -> Iterator[Fact]:
        """What was told last of each ticket that its stays follow."""
        newest: dict[str, Fact] = {}
        for fact in sorted(self._world.of_type(*FOLLOWED), key=lambda fact: fact.sequence):
            newest[fact.subject] = fact
        yield from newest.values()

    def _promised(self) -> Iterator[tuple[tuple[str, str], datetime]]:
        """From when on every process knows what a group or a supplier has promised, by metric and its id."""
        of_groups: dict[str, list[Request]] = defaultdict(list)
        for request in self._world.site.requests:
            parts = request.path.split("/")
            if request.service != "ticketing" or not request.perhaps:
                continue
            if parts[2] == "suppliers" and request.method == "POST" and request.done:
                yield ("supplier_wait", request.answer["id"]), request.until + self._in_use_within
            elif parts[2] == "groups" and parts[4:] == ["ola"]:
                of_groups[parts[3]].append(request)
        for group_id, requests in of_groups.items():
            known = min((request.until for request in requests if request.done), default=None)
            for metric in ("pickup", "handling"):
                if known is not None and all(request.body.get(f"{metric}_seconds") for request in requests):
                    yield (metric, group_id), known + self._in_use_within

    @property
    def _in_use_within(self) -> timedelta:
        return IN_USE_WITHIN + self._world.site.standstill

    def _count(self, column: str, rule: str, says: str, row: Row) -> None:
        self._verdict.count(column, rule, says, stay=row["id"], ticket=row["ticket_id"], metric=row["metric"])


def _rests(row: Row, ticket: Row) -> bool:
    """Whether a ticket may rest so, where it stands."""
    if ticket["status"] in OVER:
        return False
    if row["metric"] == "supplier_wait":
        return bool(ticket["status"] == "on_hold")
    here = row["group_id"] == ticket["group_id"]
    return here and (row["metric"] == "handling" or ticket["assignee_id"] is None)


def _stands(row: Row, ticket: Row) -> tuple[str, str]:
    """How an open stay's clock is to stand, and why; of one that runs the reason is its own."""
    if ticket["merged_into_id"] is not None:
        return "paused", "merged"
    if row["metric"] != "supplier_wait" and ticket["status"] in ELSEWHERE:
        return "paused", ticket["status"]
    return "running", row["reason"]
