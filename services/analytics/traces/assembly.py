"""A story put together from its facts and from what was expected of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from services.analytics.assurance.judgement import FAULTS
from services.analytics.assurance.models import Expectation
from services.analytics.facts.models import StoredFact
from services.analytics.traces.schemas import Hop, HopState, Trace, TraceState
from shared.http.fields import LATEST

WORST_FIRST = ("wrong_target", "duplicate", "failed", "missing", "late", "met", "skipped", "waived", "open")
"""Where one fact is evidence for two rules, its hop shows the worse verdict."""

UNMET: dict[str, HopState] = {
    "open": "expected",
    "missing": "missing",
    "failed": "missing",
    "wrong_target": "missing",
    "skipped": "skipped",
    "waived": "skipped",
}
"""How an expectation without evidence stands in the story."""


def trace(trace_id: UUID, facts: Sequence[StoredFact], expectations: Sequence[Expectation], as_of: datetime) -> Trace:
    """The story of a trace of which something is known. facts: in the order in which they were recorded."""
    hops = [*_happened(facts, expectations), *_unmet(facts, expectations)]
    times = [time for hop in hops if (time := hop.at or hop.due_at) is not None]
    return Trace(
        trace_id=trace_id,
        state=state(expectations),
        account_id=next(iter(_ids(facts, "account_id")), None),
        contact_id=next(iter(_ids(facts, "contact_id")), None),
        response_ids=_ids(facts, "response_id"),
        ticket_ids=_ids(facts, "ticket_id"),
        started_at=min((hop.at for hop in hops if hop.at is not None), default=min(times, default=as_of)),
        as_of=as_of,
        hops=in_order(hops),
    )


def state(expectations: Iterable[Expectation]) -> TraceState:
    """Where the story stands."""
    states = {(expectation.state, expectation.repaired) for expectation in expectations}
    if any(state in FAULTS and not repaired for state, repaired in states):
        return "broken"
    return "open" if any(state == "open" for state, _ in states) else "complete"


def in_order(hops: Iterable[Hop]) -> list[Hop]:
    """By the time at which each happened or is due; what is not due yet comes last.

    The sort is stable: facts of one time keep the order in which they were recorded.
    """
    return sorted(hops, key=lambda hop: hop.at or hop.due_at or LATEST)


def step_of(type_: str) -> str:
    """`response.received.v1` → `response_received`."""
    return type_.rpartition(".")[0].replace(".", "_")


def _happened(facts: Sequence[StoredFact], expectations: Sequence[Expectation]) -> Iterable[Hop]:
    judged: dict[UUID, Expectation] = {}
    for expectation in sorted(expectations, key=lambda one: WORST_FIRST.index(one.state)):
        for evidence in expectation.evidence:
            judged.setdefault(UUID(evidence["fact_id"]), expectation)
    for fact in facts:
        met = judged.get(fact.event_id)
        yield Hop(
            step=step_of(fact.type),
            state="happened",
            service=fact.source.removeprefix("/"),
            type=fact.type,
            fact_id=fact.event_id,
            caused_by=_cause(fact),
            subject_id=fact.subject,
            at=fact.time,
            due_at=met.due_at if met else None,
            verdict=met.state if met else None,
            reason=met.reason if met else None,
            expectation_id=met.id if met else None,
        )


def _unmet(facts: Sequence[StoredFact], expectations: Sequence[Expectation]) -> Iterable[Hop]:
    known = {fact.event_id for fact in facts}
    for expectation in expectations:
        shown = any(UUID(evidence["fact_id"]) in known for evidence in expectation.evidence)
        if shown or expectation.state not in UNMET:
            continue
        yield Hop(
            step=expectation.step,
            state=UNMET[expectation.state],
            service=expectation.service,
            type=expectation.type,
            fact_id=None,
            caused_by=expectation.trigger_fact_id,
            subject_id=expectation.subject_id,
            at=None,
            due_at=expectation.due_at,
            verdict=expectation.state,
            reason=expectation.reason,
            expectation_id=expectation.id,
        )


def _cause(fact: StoredFact) -> UUID | None:
    kind, _, id_ = fact.causation_id.partition("/")
    return _id(id_) if kind == "fact" else None


def _ids(facts: Iterable[StoredFact], name: str) -> list[UUID]:
    """The ids that the facts give under this name, each once, in order."""
    found = (_id(fact.data.get(name)) for fact in facts)
    return list(dict.fromkeys(id_ for id_ in found if id_ is not None))


def _id(value: object) -> UUID | None:
    """Facts are kept as they were told: what should be an id may be anything."""
    try:
        return UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None
