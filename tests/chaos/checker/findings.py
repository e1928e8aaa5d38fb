"""A finding stands for a fault that is there, once, and is closed when it is not there any more.

From analytics §2: "Finding raised once per fault, closed when evidence arrives; alarmed by notification and
fact"; a silent service is one finding of its own; doing a repair twice does nothing twice.
"""

from collections import Counter
from datetime import timedelta

from tests.chaos.checker.databases import Row
from tests.chaos.checker.ledger import FAULTY
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import World

ALIVE = timedelta(seconds=60)
"""A service whose heartbeat came so recently is not silent."""

REPAIRED_WITHIN = timedelta(seconds=60)


def check(world: World, verdict: Verdict) -> None:
    """Hold open findings against what they are about. Runs last: some stand for what other rules have found."""
    expectations = world.by("analytics", "expectation")
    findings = world.rows("analytics", "finding")
    for finding in findings:
        if finding["state"] == "open":
            says = _without_fault(world, verdict, finding, expectations.get(finding["expectation_id"] or ""))
            if says:
                ids = {name: finding[name] for name in ("id", "kind", "rule_id", "step", "subject_id")}
                verdict.count("findings_without_fault", "finding", says, **ids)
    open_ones = Counter(
        (finding["expectation_id"] or (finding["kind"], finding["subject_kind"], finding["subject_id"]))
        for finding in findings
        if finding["state"] == "open"
    )
    for about, times in open_ones.items():
        for _ in range(times - 1):
            verdict.count("doubled", "finding", "one fault is found twice", about=about)
    _told(world, findings, verdict)
    _repairs(world, verdict)


def _without_fault(world: World, verdict: Verdict, finding: Row, expectation: Row | None) -> str | None:
    """Why an open finding should not stand; None if it should."""
    if finding["expectation_id"] is not None:
        if expectation is None:
            return "a finding about an expectation that is not there"
        return (
            None if expectation["state"] in FAULTY else f"a finding is open for a step that is {expectation['state']}"
        )
    beats = {row["service"]: row["received_at"] for row in world.rows("analytics", "heartbeat")}
    match finding["kind"]:
        case "silent":
            service = str(finding["subject_id"]).partition("/")[0]
            # An outbox that is stuck is one such finding too (platform.md, Jobs).
            stuck = any(fact.service == service and not fact.published for fact in world.facts)
            alive = service in beats and world.now - beats[service] < ALIVE and not stuck
            return "a service counts as silent and its heart beats" if alive else None
        case "offset_gap":
            return None if verdict.counts["lost"] else "an offset gap is found and nothing is lost"
        case "recompute_differs":
            differs = any("/metric" in rule for rule in verdict.by_rule)
            return None if differs else "a recomputation is said to differ and does not"
    return None


def _told(world: World, findings: list[Row], verdict: Verdict) -> None:
    opened = {fact.subject for fact in world.of_type("automation.finding_opened")}
    closed = {fact.subject for fact in world.of_type("automation.finding_closed")}
    for finding in findings:
        if finding["id"] not in opened or (finding["state"] == "closed") != (finding["id"] in closed):
            verdict.count("lost", "finding_fact", "a finding is not told as it stands", finding=finding["id"])
    for id_ in opened - {finding["id"] for finding in findings}:
        verdict.count("lost", "finding_row", "a finding that was told of is not there", finding=id_)


def _repairs(world: World, verdict: Verdict) -> None:
    """A repair is requested once for each key and recipient, and answered."""
    repairs = world.rows("analytics", "repair")
    keys = Counter((row["repair_key"], row["finding_id"]) for row in repairs if row["state"] != "cancelled")
    for (key, _), times in keys.items():
        for _ in range(times - 1):
            verdict.count("doubled", "repair", "one step is repaired twice", key=key)
    answered = {fact.data["repair_id"] for fact in world.of_type("repair.answered")}
    for row in repairs:
        waits = row["state"] == "requested" and row["told_at"] is not None
        if waits and world.now - row["told_at"] > REPAIRED_WITHIN:
            says = "a repair was answered, and that is not known" if row["id"] in answered else "a repair has no answer"
            verdict.count("causes_without_effect", "repair", says, repair=row["id"])
