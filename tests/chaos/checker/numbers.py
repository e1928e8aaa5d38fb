"""The numbers are those of the facts: what each answer, ticket and clock adds to each metric, and each day's sums.

From analytics §1, contract.md ("Ids: …") and feedback §3–4: late, doubled and out-of-order facts give the same
numbers; a deleted answer counts nowhere; the two services agree. What feedback computes its scores from are
its rows; `states` holds those against the facts, and here their outcomes are held against the bands.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from tests.chaos.checker.databases import Row
from tests.chaos.checker.site import instant
from tests.chaos.checker.stories import Answer, answers
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import Fact, World

CONTACT_WITHIN = timedelta(hours=48)
BANDS = {"nps": (7, 9), "csat": (3, 4), "ces": (4, 5)}
"""Up to below the first score an answer is negative, from the second on positive."""

HOURLY = ("nps", "csat", "ces", "ces_share", "detractors_contacted_48h", "time_to_resolution", "sla_attainment")
KEPT = (*HOURLY, "time_to_first_resolution", "automation_conformance")
"""The metrics that are worked out again."""


class Adds(NamedTuple):
    """What one thing adds to one metric."""

    at: datetime
    numerator: int
    denominator: int
    value: float | None = None


Key = tuple[str, str]
"""(metric, subject)."""


def check(world: World, verdict: Verdict) -> None:
    """Compare contributions with our own, and days with the sum of them."""
    ours = dict(_ours(world))
    theirs = {
        (row["metric"], row["subject"]): Adds(row["at"], row["numerator"], row["denominator"], row["value"])
        for row in world.rows("analytics", "contribution")
        if row["metric"] in KEPT and row["version"] == 1
    }
    for key, adds in ours.items():
        ids = {"metric": key[0], "subject": key[1]}
        if key not in theirs:
            verdict.count("causes_without_effect", "metric", f"{key[0]} does not count something", **ids)
        elif theirs[key] != adds:
            says = f"{key[0]} counts something otherwise"
            verdict.count("reordered", "metric", says, ours=str(adds), theirs=str(theirs[key]), **ids)
    for metric, subject in theirs.keys() - ours.keys():
        says = f"{metric} counts what is not to be counted"
        verdict.count("effects_without_cause", "metric", says, metric=metric, subject=subject)
    _days(world, ours, verdict)
    _outcomes(world, verdict)


def _ours(world: World) -> Iterator[tuple[Key, Adds]]:
    contacted = _contacts(world)
    for answer in answers(world).values():
        yield from _of_answer(answer, contacted.get(answer.id))
    yield from _of_tickets(world)
    yield from _of_clocks(world)
    yield from _of_steps(world)


def _contacts(world: World) -> dict[str, datetime]:
    """When each answer's customer was first reached."""
    first: dict[str, datetime] = {}
    for fact in world.of_type("recovery.planned", "recovery.contacted", "recovery.completed"):
        response_id, at = fact.data["response_id"], fact.data["contacted_at"]
        if response_id and at:
            first[response_id] = min(instant(at), first.get(response_id, instant(at)))
    return first


def outcome(survey_type: str, score: int) -> str:
    """The band of a score (feedback §3)."""
    neutral, positive = BANDS[survey_type]
    return "negative" if score < neutral else "neutral" if score < positive else "positive"


def _of_answer(answer: Answer, contacted: datetime | None) -> Iterator[tuple[Key, Adds]]:
    if answer.deleted or not answer.words:
        return
    data = answer.words[-1].data
    kind, score, at = data["survey_type"], data["score"], instant(data["answered_at"])
    if kind not in BANDS or score is None:
        return
    band = outcome(kind, score)
    positive = int(band == "positive")
    match kind:
        case "nps":
            yield ("nps", answer.id), Adds(at, positive - (band == "negative"), 1)
        case "csat":
            yield ("csat", answer.id), Adds(at, positive, 1)
        case "ces":
            yield ("ces", answer.id), Adds(at, score, 1)
            yield ("ces_share", answer.id), Adds(at, positive, 1)
    if kind == "nps" and band == "negative":
        in_time = contacted is not None and contacted <= _turned(answer) + CONTACT_WITHIN
        yield ("detractors_contacted_48h", answer.id), Adds(at, int(in_time), 1)


def _turned(answer: Answer) -> datetime:
    """The recording of the fact by which the answer last became negative."""
    turned, before = answer.words[0], None
    for fact in answer.words:
        if fact.data["outcome"] == "negative" and before != "negative":
            turned = fact
        before = fact.data["outcome"]
    return turned.recorded_at


def _of_tickets(world: World) -> Iterator[tuple[Key, Adds]]:
    """By the last solve, in 24x7 seconds; a reopened ticket leaves, and so does a merged one."""
    solved: dict[str, list[datetime | None]] = defaultdict(list)
    for fact in sorted(world.of_type("ticket.solved", "ticket.reopened"), key=lambda fact: fact.sequence):
        solved[fact.subject].append(instant(fact.data["at"]) if fact.type == "ticket.solved.v1" else None)
    snapshots = world.newest("ticket.created", "ticket.updated")
    for ticket_id, times in solved.items():
        data = snapshots[ticket_id].data if ticket_id in snapshots else None
        if data is None or data["merged_into_id"] is not None:
            continue
        created = instant(data["created_at"])
        if (last := times[-1]) is not None:
            yield ("time_to_resolution", ticket_id), _took(created, last)
        first = min(at for at in times if at is not None)
        yield ("time_to_first_resolution", ticket_id), _took(created, first)


def _took(created: datetime, until: datetime) -> Adds:
    return Adds(until, 0, 0, max((until - created).total_seconds(), 0.0))


def _of_clocks(world: World) -> Iterator[tuple[Key, Adds]]:
    """met / (met + breached), dated by breached_at or the fulfilment; what is merged stands out."""
    newest: dict[str, Fact] = {}
    breached: dict[str, datetime] = {}
    words = ("applied", "paused", "resumed", "fulfilled", "breached")
    for fact in sorted(world.of_type(*(f"sla.{word}" for word in words)), key=lambda fact: fact.sequence):
        clock = fact.data["clock_id"]
        if fact.data["breached_at"]:
            breached[clock] = instant(fact.data["breached_at"])
        if fact.type != "sla.breached.v1":
            newest[clock] = fact
    for clock, fact in newest.items():
        if fact.type == "sla.paused.v1" and fact.data["reason"] == "merged":
            continue
        if clock in breached:
            yield ("sla_attainment", clock), Adds(breached[clock], 0, 1)
        elif fact.type == "sla.fulfilled.v1":
            yield ("sla_attainment", clock), Adds(instant(fact.data["at"]), 1, 1)


def _of_steps(world: World) -> Iterator[tuple[Key, Adds]]:
    """steps met on time, dated then / steps expected, dated when due; what is open, skipped or waived stands apart."""
    for row in world.rows("analytics", "expectation"):
        if row["state"] not in ("open", "skipped", "waived"):
            at = row["met_at"] if row["state"] == "met" else row["due_at"]
            if at is not None:
                yield ("automation_conformance", row["id"]), Adds(at, int(row["state"] == "met"), 1)


def _days(world: World, ours: dict[Key, Adds], verdict: Verdict) -> None:
    """What is read for a UTC day: hours that are added up, and the contributions of hours that are not."""
    due: dict[tuple[str, Any], Counter[str]] = defaultdict(Counter)
    for (metric, _), adds in ours.items():
        _add(due[metric, adds.at.astimezone(UTC).date()], 1, adds.numerator, adds.denominator)
    stale = {(row["metric"], row["hour"]) for row in world.rows("analytics", "metric_stale_hour")}
    cells = {
        (row["metric"], row["hour"])
        for row in world.rows("analytics", "metric_cell")
        if (row["metric"], row["hour"]) not in stale
    }
    read: dict[tuple[str, Any], Counter[str]] = defaultdict(Counter)
    for row in world.rows("analytics", "metric_cell"):
        if row["metric"] in HOURLY and (row["metric"], row["hour"]) in cells:
            _add(read[row["metric"], _day(row["hour"])], row["n"], row["numerator"], row["denominator"])
    for row in world.rows("analytics", "contribution"):
        hour = row["at"].replace(minute=0, second=0, microsecond=0)
        if row["metric"] in HOURLY and (row["metric"], hour) not in cells:
            _add(read[row["metric"], _day(row["at"])], 1, row["numerator"], row["denominator"])
    for metric, day in due.keys() | read.keys():
        if metric in HOURLY and due[metric, day] != read[metric, day]:
            says = f"{metric} of a day is not the sum of its facts"
            sums = {"ours": dict(due[metric, day]), "theirs": dict(read[metric, day])}
            verdict.count("reordered", "metric_day", says, metric=metric, day=day, **sums)


def _day(at: datetime) -> Any:
    return at.astimezone(UTC).date()


def _add(sums: Counter[str], count: int, numerator: int, denominator: int) -> None:
    sums["n"] += count
    sums["numerator"] += numerator
    sums["denominator"] += denominator


def _outcomes(world: World, verdict: Verdict) -> None:
    """feedback's scores count outcomes: each row has the one of its score."""
    rows: list[Row] = world.rows("feedback", "response")
    for row in rows:
        counts = row["deleted_at"] is None and row["survey_type"] in BANDS and row["score"] is not None
        if counts and row["outcome"] != outcome(row["survey_type"], row["score"]):
            says = "an answer has another outcome than its score's"
            verdict.count("reordered", "score", says, response=row["id"])
