"""The metrics: what each counts, what it leaves out, and how it is read from what is kept.

A definition never changes silently: another way to count is another version, and every value names the
version that it was counted by.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Unit = Literal["points", "share", "seconds", "count", "score"]

Kind = Literal["net_promoter", "share", "mean", "count", "quantile"]
"""How a value is made of what is kept: see `values`."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One version of a metric's definition.

    counts, leaves_out, numerator, denominator, dated_by, grain: in words, for people.
    facts: the types that it is computed from. groups: by what it may be grouped.
    kept_as: the metric whose contributions it reads; two that differ only in how they are read share them.
    owner: the role that answers for the definition.
    quantile: of a quantile. bounds: the lowest and highest mean there can be.
    """

    id: str
    unit: Unit
    kind: Kind
    counts: str
    leaves_out: tuple[str, ...]
    numerator: str | None
    denominator: str | None
    dated_by: str
    grain: str
    owner: str
    facts: tuple[str, ...]
    groups: tuple[str, ...]
    kept_as: str
    version: int = 1
    quantile: float | None = None
    bounds: tuple[float, float] | None = None


ANSWER_GROUPS = ("account_id", "survey_id", "program_id", "brand", "locale", "source")
TICKET_GROUPS = (
    "account_id",
    "type",
    "priority",
    "channel",
    "brand",
    "group_id",
    "assignee_id",
    "contact_reason_id",
)
CLOCK_GROUPS = (*TICKET_GROUPS, "sla_metric", "policy_id")
STEP_GROUPS = ("rule_id", "step", "service")

ANSWER_FACTS = ("response.received.v1", "response.edited.v1", "response.deleted.v1")
RECOVERY_FACTS = (
    "recovery.opened.v1",
    "recovery.acknowledged.v1",
    "recovery.planned.v1",
    "recovery.contacted.v1",
    "recovery.completed.v1",
)
SNAPSHOT_FACTS = ("ticket.created.v1", "ticket.updated.v1")
STATUS_FACTS = ("ticket.status_changed.v1", "ticket.solved.v1", "ticket.reopened.v1", "ticket.closed.v1")
CLOCK_FACTS = (
    "sla.applied.v1",
    "sla.paused.v1",
    "sla.resumed.v1",
    "sla.warned.v1",
    "sla.breached.v1",
    "sla.fulfilled.v1",
)

EVERY_FACT = ("*",)
"""Of a metric that the ledger decides on, which listens to all."""

UNANSWERED = "answers without a score"
DELETED = "deleted answers"
MERGED = "tickets that are merged into another, as long as they are"

CLOSED = Metric(
    id="tickets_closed",
    unit="count",
    kind="count",
    counts="Tickets that are solved, by their last solve: a reopened one leaves until it is solved again.",
    leaves_out=(MERGED,),
    numerator="solved tickets",
    denominator=None,
    dated_by="last solve (not the job that closes the ticket days later)",
    grain="ticket",
    owner="customer_ops",
    facts=(*SNAPSHOT_FACTS, *STATUS_FACTS),
    groups=TICKET_GROUPS,
    kept_as="time_to_resolution",
)

RESOLUTION = replace(
    CLOSED,
    id="time_to_resolution",
    unit="seconds",
    kind="quantile",
    counts="Time from a ticket's creation to its last solve, in 24x7 seconds; the median.",
    numerator=None,
    quantile=0.5,
)

FIRST_RESOLUTION = replace(
    RESOLUTION,
    id="time_to_first_resolution",
    counts="Time from a ticket's creation to its first solve, in 24x7 seconds; the median.",
    dated_by="first solve",
    kept_as="time_to_first_resolution",
)

RESOLUTION_BUSINESS = replace(
    RESOLUTION,
    id="time_to_resolution_business",
    counts=(
        "What the ticket's total_resolution clocks have counted when it was last solved: business seconds of"
        " the policy's calendar, without the time between a solve and a reopening; the median."
    ),
    leaves_out=(
        "tickets without a total_resolution clock",
        "tickets whose newest such clock is not fulfilled",
        MERGED,
    ),
    dated_by="fulfilment of the newest total_resolution clock",
    facts=(*CLOCK_FACTS, *SNAPSHOT_FACTS),
    groups=CLOCK_GROUPS,
    kept_as="time_to_resolution_business",
)

FIRST_RESOLUTION_BUSINESS = replace(
    RESOLUTION_BUSINESS,
    id="time_to_first_resolution_business",
    counts="What the ticket's first total_resolution clock had counted at its first fulfilment; the median.",
    leaves_out=(
        "tickets without a total_resolution clock",
        "tickets whose first such clock was never fulfilled",
        MERGED,
    ),
    dated_by="first fulfilment of the first total_resolution clock",
    kept_as="time_to_first_resolution_business",
)

FIRST_REPLY = replace(
    RESOLUTION,
    id="first_reply_time",
    counts=(
        "Time from a ticket's creation to the first public reply by a human agent, in 24x7 seconds; the median."
        " Provisional while an unsolved ticket of the period waits for its reply."
    ),
    leaves_out=(
        "bots, automatic acknowledgements and internal notes",
        "tickets without a reply: `left_out` counts them",
        "tickets that were imported silently",
        MERGED,
    ),
    dated_by="creation of the ticket",
    facts=(*SNAPSHOT_FACTS, *STATUS_FACTS, "ticket.message_added.v1"),
    kept_as="first_reply_time",
)

NPS = Metric(
    id="nps",
    unit="points",
    kind="net_promoter",
    counts="Answers to NPS surveys: 9-10 promote, 0-6 detract. 100 times promoters less detractors per answer.",
    leaves_out=(UNANSWERED, DELETED),
    numerator="promoters less detractors",
    denominator="answers with a score",
    dated_by="answered_at",
    grain="answer",
    owner="strategy",
    facts=ANSWER_FACTS,
    groups=ANSWER_GROUPS,
    kept_as="nps",
)

CSAT = replace(
    NPS,
    id="csat",
    unit="share",
    kind="share",
    counts="Answers of 4-5 among the answers to CSAT surveys.",
    numerator="answers of 4-5",
    owner="customer_ops",
    kept_as="csat",
)

CES = replace(
    NPS,
    id="ces",
    unit="score",
    kind="mean",
    counts="The mean of the answers to CES surveys, 1-7; higher is easier.",
    numerator="sum of the scores",
    owner="customer_ops",
    kept_as="ces",
    bounds=(1.0, 7.0),
)

CES_SHARE = replace(
    CSAT,
    id="ces_share",
    counts="Answers of 5-7 among the answers to CES surveys.",
    numerator="answers of 5-7",
    kept_as="ces_share",
)

DETRACTORS_CONTACTED = replace(
    NPS,
    id="detractors_contacted_48h",
    unit="share",
    kind="share",
    counts=(
        "NPS detractors who were reached within 48 hours of the answer's recording (ce_recordedtime; for one"
        " that was edited to negative, of that edit's). Provisional while 48 hours have not passed for all."
    ),
    leaves_out=(
        "answers to other surveys",
        "answers that are no longer negative",
        "answers that were imported silently",
        DELETED,
    ),
    numerator="detractors contacted in time",
    denominator="detractors",
    owner="customer_ops",
    facts=(*ANSWER_FACTS, *RECOVERY_FACTS),
    kept_as="detractors_contacted_48h",
)

SLA = Metric(
    id="sla_attainment",
    unit="share",
    kind="share",
    counts="Clocks whose promise was kept among all that are decided, one for each clock's cycle.",
    leaves_out=(
        "open clocks that are not due: an open and breached one counts",
        "clocks that ended in time without being fulfilled",
        "clocks that stand still because their ticket is merged",
    ),
    numerator="clocks met",
    denominator="clocks met or breached",
    dated_by="breached_at, else the fulfilment",
    grain="clock cycle",
    owner="customer_ops",
    facts=(*CLOCK_FACTS, *SNAPSHOT_FACTS),
    groups=CLOCK_GROUPS,
    kept_as="sla_attainment",
)

CONFORMANCE = Metric(
    id="automation_conformance",
    unit="share",
    kind="share",
    counts="Steps that happened as and when the rules ask among all steps that were owed and are decided.",
    leaves_out=("open steps", "skipped steps", "waived steps"),
    numerator="expectations met",
    denominator="expectations met, late, missing, duplicate, failed or at the wrong target",
    dated_by="when it was met in time, else when it was due",
    grain="expectation",
    owner="automation",
    facts=EVERY_FACT,
    groups=STEP_GROUPS,
    kept_as="automation_conformance",
)


def _with_p90(metrics: Iterable[Metric]) -> Iterable[Metric]:
    for metric in metrics:
        counts = metric.counts.replace("; the median", "; the 90th percentile")
        yield metric
        yield replace(metric, id=f"{metric.id}_p90", counts=counts, quantile=0.9)


METRICS: dict[str, Metric] = {
    metric.id: metric
    for metric in (
        NPS,
        CSAT,
        CES,
        CES_SHARE,
        DETRACTORS_CONTACTED,
        CLOSED,
        *_with_p90((RESOLUTION, FIRST_RESOLUTION, RESOLUTION_BUSINESS, FIRST_RESOLUTION_BUSINESS)),
        FIRST_REPLY,
        SLA,
        CONFORMANCE,
    )
}
"""Every metric by its id."""

SUMMED = frozenset((metric.kept_as, metric.version) for metric in METRICS.values() if metric.kind != "quantile")
"""(metric, version) of the contributions that are read as sums: hours of these are added up ahead."""
