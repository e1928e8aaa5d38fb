"""Complaints stand as they were told; compensations were agreed to by whoever may.

From ticketing §3: a complaint comes with its ticket and goes from stage to stage; a compensation over its giver's
limit needs another person, who approves or rejects it, once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from tests.chaos.checker.databases import Row
from tests.chaos.checker.states import same
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import World

COMPLAINT = (
    *("ticket_id", "stage", "opened_at", "acknowledgement_due_at", "acknowledged_at", "decision_due_at"),
    *("decided_at", "outcome", "reopen_count", "closed_at", "closed_as"),
)
"""What changes only with a fact; what the customer answers, and what the ticket says of them, is told with the next."""

DECIDED = {"approve": "approved", "reject": "rejected"}


def check(world: World, verdict: Verdict) -> None:
    """Hold complaints and compensations against what was told and answered."""
    _complaints(world, verdict)
    _stages(world, verdict)
    _agreed_to(world, verdict)
    _decisions(world, verdict)


def _complaints(world: World, verdict: Verdict) -> None:
    """One for each ticket of that type, as told last; closed if, and only if, the newest word is that it closed."""
    newest = world.newest("complaint.opened", "complaint.stage_changed", "complaint.closed")
    rows = world.by("ticketing", "complaint")
    for id_ in newest.keys() - rows.keys():
        verdict.count("lost", "complaint_row", "a complaint that was told of is not there", complaint=id_)
    for id_, row in rows.items():
        fact = newest.get(id_)
        if fact is None:
            verdict.count("lost", "complaint_fact", "a complaint was never told of", complaint=id_)
            continue
        differs = [name for name in COMPLAINT if not same(row[name], fact.data[name])]
        if (row["stage"] == "closed") != (fact.type == "complaint.closed.v1"):
            differs.append("closed")
        if differs:
            says = f"a complaint is not as told last: {', '.join(differs)}"
            verdict.count("lost", "complaint_state", says, complaint=id_, fact=fact.id)
    held = Counter(row["ticket_id"] for row in rows.values())
    for ticket in world.rows("ticketing", "ticket"):
        if ticket["type"] == "complaint" and not ticket["silent"] and not held[ticket["id"]]:
            says = "a complaint's ticket without its complaint"
            verdict.count("causes_without_effect", "complaint", says, ticket=ticket["id"])
    for ticket_id, times in held.items():
        for _ in range(times - 1):
            verdict.count("doubled", "complaint", "a ticket has two complaints", ticket=ticket_id)


def _stages(world: World, verdict: Verdict) -> None:
    """Each change of a stage starts from where the one before ended."""
    now: dict[str, str] = {}
    for fact in sorted(world.of_type("complaint.opened", "complaint.stage_changed"), key=lambda fact: fact.sequence):
        if now.get(fact.subject) != fact.data.get("previous_stage"):
            says = f"a complaint that was {now.get(fact.subject)} changed from {fact.data.get('previous_stage')}"
            verdict.count("reordered", "stage", says, complaint=fact.subject, fact=fact.id)
        now[fact.subject] = fact.data["stage"]


def _agreed_to(world: World, verdict: Verdict) -> None:
    """Who gave it agrees to it within their limit, counted over the case; anything more is another person's."""
    limits = {
        (row["staff_id"], row["currency"]): row["amount_minor"] for row in world.rows("ticketing", "authority_limit")
    }
    granted: Counter[tuple[str, str, str]] = Counter()
    by_case: dict[str, list[Row]] = defaultdict(list)
    for row in world.rows("ticketing", "compensation"):
        by_case[row["case_id"]].append(row)
        if row["amount_minor"] == 0 or row["state"] == "pending_approval":
            continue
        if row["decided_by"] is None or (row["state"] == "rejected" and row["decided_by"] == row["requested_by_id"]):
            says = "a compensation was decided by nobody, or rejected by who gave it"
            verdict.count("effects_without_cause", "compensation", says, compensation=row["id"])
        elif row["state"] == "approved":
            granted[row["case_id"], row["decided_by"], row["currency"]] += row["amount_minor"]
    for (case_id, staff_id, currency), amount in granted.items():
        limit = limits.get((staff_id, currency), limits.get((None, currency), 0))
        if amount > limit:
            says = f"somebody agreed to {amount} on a case, and may to {limit}"
            verdict.count("effects_without_cause", "authority", says, case=case_id, staff=staff_id)
    for case in world.rows("ticketing", "recovery_case"):
        _counted(case, by_case[case["id"]], verdict)


def _counted(case: Row, given: Iterable[Row], verdict: Verdict) -> None:
    states = Counter(row["state"] for row in given)
    ours = (states.total(), states["pending_approval"])
    if ours != (case["compensations"], case["pending_compensations"]):
        verdict.count("lost", "compensations", "a case counts its compensations wrongly", case=case["id"], held=ours)
    if case["state"] in ("completed", "failed") and states["pending_approval"]:
        verdict.count("effects_without_cause", "compensation", "a case ended with one pending", case=case["id"])


def _decisions(world: World, verdict: Verdict) -> None:
    """What was acknowledged as approved or rejected is so, and not both; one request gave one compensation."""
    rows = world.by("ticketing", "compensation")
    asked: dict[str, set[object]] = defaultdict(set)
    for place, request in enumerate(world.site.requests):
        parts = request.path.split("/")
        if request.service != "ticketing" or request.method != "POST" or "compensations" not in parts:
            continue
        if parts[-1] in DECIDED and request.done:
            row = rows.get(parts[5])
            if row is None or row["state"] != DECIDED[parts[-1]]:
                says = f"a compensation that was acknowledged as {DECIDED[parts[-1]]} is not"
                verdict.count("lost", "decision", says, compensation=parts[5])
        elif parts[-1] == "compensations" and (request.done or request.uncertain) and request.body.get("reason"):
            asked[request.body["reason"]].add(request.key or place)
    held = Counter(row["reason"] for row in rows.values())
    for reason, keys in asked.items():
        for _ in range(held[reason] - len(keys)):
            verdict.count("doubled", "request", "one request gave two compensations", reason=reason)
