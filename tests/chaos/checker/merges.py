"""A merged ticket is told as it stands, its clocks stand still, its case goes with it, and both come back.

From ticketing §1 and §2: merge and unmerge; messages, clocks, status and case come back as they were. A merge leaves
all of a ticket its own but its recovery case, which is on the last of what the ticket is merged into.
"""

from collections.abc import Mapping

from tests.chaos.checker.databases import Row
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import World

ENDED = ("completed", "failed")


def path(tickets: Mapping[str, Row], ticket_id: str) -> list[str]:
    """A ticket, the one that it is merged into, and so on; it ends where a circle would begin again."""
    found = [ticket_id]
    while (row := tickets.get(found[-1])) is not None and row["merged_into_id"] is not None:
        if row["merged_into_id"] in found:
            break
        found.append(row["merged_into_id"])
    return found


def check(world: World, verdict: Verdict) -> None:
    """Hold merges against their facts, and clocks and cases against the merges."""
    tickets = world.by("ticketing", "ticket")
    _told(world, tickets, verdict)
    _circles(tickets, verdict)
    _clocks(world, tickets, verdict)
    _cases(world, tickets, verdict)


def _told(world: World, tickets: Mapping[str, Row], verdict: Verdict) -> None:
    """Merges and their undoings take turns, each naming the same ticket; the last one is what holds."""
    into: dict[str, str | None] = {}
    for fact in sorted(world.of_type("ticket.merged", "ticket.unmerged"), key=lambda fact: fact.sequence):
        before, named = into.get(fact.subject), fact.data["into_ticket_id"]
        if before != (None if fact.type == "ticket.merged.v1" else named):
            says = f"{fact.type} of a ticket that was told to be merged into {before}"
            verdict.count("reordered", "merge", says, ticket=fact.subject, fact=fact.id)
        into[fact.subject] = named if fact.type == "ticket.merged.v1" else None
    for id_, ticket in tickets.items():
        if ticket["merged_into_id"] != into.get(id_):
            verdict.count("lost", "merge_state", "a ticket is not merged as told last", ticket=id_, told=into.get(id_))


def _circles(tickets: Mapping[str, Row], verdict: Verdict) -> None:
    for id_ in tickets:
        end = tickets.get(path(tickets, id_)[-1])
        if end is None or end["merged_into_id"] is not None:
            verdict.count(
                "effects_without_cause", "merge", "a ticket is merged into itself or into nothing", ticket=id_
            )


def _clocks(world: World, tickets: Mapping[str, Row], verdict: Verdict) -> None:
    """An open clock stands still because of a merge exactly as long as its ticket is merged."""
    for clock in world.rows("ticketing", "sla_clock"):
        ticket = tickets.get(clock["ticket_id"])
        if ticket is None or clock["state"] not in ("running", "paused"):
            continue
        stands = (clock["state"], clock["reason"]) == ("paused", "merged")
        if stands != (ticket["merged_into_id"] is not None):
            says = f"a clock is {clock['state']} ({clock['reason']}) and its ticket is merged into another one or not"
            verdict.count("lost", "merged_clock", says, clock=clock["id"], ticket=ticket["id"])


def _cases(world: World, tickets: Mapping[str, Row], verdict: Verdict) -> None:
    """A case is on the last ticket of its home's path; its home is where it was opened; one open case a ticket."""
    opened = {fact.subject: fact.data["ticket_id"] for fact in world.of_type("recovery.opened")}
    open_ones: set[str] = set()
    for case in world.rows("ticketing", "recovery_case"):
        home = case["home_ticket_id"] or case["ticket_id"]
        ids = {"case": case["id"], "ticket": case["ticket_id"], "home": home}
        if path(tickets, home)[-1] != case["ticket_id"] or case["home_ticket_id"] == case["ticket_id"]:
            verdict.count("lost", "case_place", "a case is not on the ticket that its home is merged into", **ids)
        if home != opened.get(case["id"], home):
            verdict.count("lost", "case_home", "a case has lost the ticket that it was opened on", **ids)
        if case["state"] in ENDED:
            continue
        if case["ticket_id"] in open_ones:
            verdict.count("doubled", "open_cases", "a ticket has two recovery cases that are open", **ids)
        open_ones.add(case["ticket_id"])
