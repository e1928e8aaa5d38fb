"""The panels of the boards: what each shows, in which unit, by which query.

`$scope` in a query stands for the label matcher that selects one service, or all four.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Unit = Literal["short", "s", "percentunit", "reqps", "ops"]
Width = Literal[4, 6, 8, 12]


@dataclass(frozen=True, slots=True)
class Panel:
    """queries: PromQL by legend. number: shown as the newest number, red from `alarming` on, not as lines over time."""

    title: str
    says: str
    unit: Unit
    queries: Mapping[str, str]
    width: Width = 8
    number: bool = False
    alarming: float | None = None


def number(title: str, says: str, unit: Unit, query: str, alarming: float | None = None) -> Panel:
    """A panel of one number."""
    return Panel(title, says, unit, {title: query}, width=4, number=True, alarming=alarming)


FIRING = number(
    "Alerts firing",
    "Alerts of the rules that fire now; docs/runbooks has a page for each.",
    "short",
    'count(ALERTS{$scope,alertstate="firing"}) or vector(0)',
    1,
)
FAILURES = number(
    "Server errors in an hour",
    "The share of requests of the last hour answered with 5xx. The objective is 0.1 % in 30 days.",
    "percentunit",
    'sum(rate(http_requests_total{$scope,status=~"5.."}[1h])) / sum(rate(http_requests_total{$scope}[1h]))'
    " or vector(0)",
    0.001,
)
SLOW = number(
    "Slow answers in an hour",
    "The share of requests of the last hour that took longer than 0.5 s. The objective is 1 % in 30 days.",
    "percentunit",
    '1 - sum(rate(http_request_seconds_bucket{$scope,le="0.5"}[1h]))'
    " / sum(rate(http_request_seconds_count{$scope}[1h]))",
    0.01,
)
OLDEST = number(
    "Oldest unpublished fact",
    "How long the oldest fact has been waiting in an outbox.",
    "s",
    "max(outbox_oldest_unpublished_seconds{$scope})",
    60,
)
LETTERS = number(
    "Dead letters now",
    "Facts that could not be applied and await a decision.",
    "short",
    "sum(max by (job) (dead_letters_open{$scope}))",
    1,
)
FINDINGS = number(
    "Open findings now",
    "Steps that had to happen and did not, and other faults that the ledger of analytics has found.",
    "short",
    'sum(max by (kind) (findings_open{job="analytics"}))',
    1,
)

REQUESTS = Panel(
    "Requests",
    "Answers a second.",
    "reqps",
    {"{{job}}": "sum by (job) (rate(http_requests_total{$scope}[$__rate_interval]))"},
)
ERRORS = Panel(
    "Server errors",
    "The share of requests answered with 5xx.",
    "percentunit",
    {
        "{{job}}": '(sum by (job) (rate(http_requests_total{$scope,status=~"5.."}[$__rate_interval]))'
        " or 0 * sum by (job) (rate(http_requests_total{$scope}[$__rate_interval])))"
        " / sum by (job) (rate(http_requests_total{$scope}[$__rate_interval]))"
    },
)
LATENCY = Panel(
    "Time of an answer, 95th percentile",
    "From a request's first byte to its answer's last.",
    "s",
    {
        "{{job}}": "histogram_quantile(0.95,"
        " sum by (job, le) (rate(http_request_seconds_bucket{$scope}[$__rate_interval])))"
    },
)
BY_STATUS = Panel(
    "Requests by status",
    "Answers a second. 429 is a caller over its limit, 503 a pool or an outbox that is full.",
    "reqps",
    {"{{status}}": "sum by (status) (rate(http_requests_total{$scope}[$__rate_interval]))"},
)
PERCENTILES = Panel(
    "Time of an answer",
    "From a request's first byte to its answer's last.",
    "s",
    {
        f"p{percent}": f"histogram_quantile({percent / 100},"
        " sum by (le) (rate(http_request_seconds_bucket{$scope}[$__rate_interval])))"
        for percent in (50, 95, 99)
    },
)
IN_PROGRESS = Panel(
    "Requests under way",
    "Requests that are being answered, in each process.",
    "short",
    {"{{instance}}": "http_requests_in_progress{$scope}"},
)
BUSIEST_ROUTES = Panel(
    "Busiest routes",
    "The ten routes with the most answers a second.",
    "reqps",
    {"{{method}} {{route}}": "topk(10, sum by (method, route) (rate(http_requests_total{$scope}[$__rate_interval])))"},
    width=12,
)
SLOWEST_ROUTES = Panel(
    "Slowest routes, 95th percentile",
    "The ten routes whose answers take longest.",
    "s",
    {
        "{{method}} {{route}}": "topk(10, histogram_quantile(0.95,"
        " sum by (method, route, le) (rate(http_request_seconds_bucket{$scope}[$__rate_interval]))))"
    },
    width=12,
)
UP = Panel(
    "Processes that answer",
    "How many targets of a service Prometheus could scrape.",
    "short",
    {"{{job}}": "sum by (job) (up{$scope})"},
)
PARTS = Panel(
    "Parts that are well",
    "What /readyz says of each part: 0 where it is down for at least one process.",
    "short",
    {"{{job}} {{part}}": "min by (job, part) (part_up{$scope})"},
)
JOBS_OVERDUE = Panel(
    "Jobs overdue",
    "How long the next run of each job has been due.",
    "s",
    {"{{job}} {{name}}": "max by (job, name) (job_overdue_seconds{$scope})"},
)
JOBS_FAILED = Panel(
    "Jobs that failed",
    "1 where the last run of a job failed; `GET /v1/jobs` says why.",
    "short",
    {"{{job}} {{name}}": "max by (job, name) (job_failed{$scope})"},
)

ATTEMPTS = Panel(
    "Attempts to send to webhooks",
    "Attempts a second, by what came of them.",
    "ops",
    {"{{outcome}}": "sum by (outcome) (rate(webhook_attempts_total{$scope}[$__rate_interval]))"},
)
AWAITED = Panel(
    "Facts that wait for a webhook",
    "Those of webhooks that are enabled; they grow while a receiver is down.",
    "short",
    {"{{job}}": "max by (job) (webhook_deliveries_pending{$scope})"},
)
EXHAUSTED = Panel(
    "Facts that a webhook did not take",
    "In the last hour. None is tried again by itself after a day.",
    "short",
    {"{{job}}": "sum by (job) (increase(webhook_deliveries_exhausted_total{$scope}[1h]))"},
)

NOTIFIED = Panel(
    "Attempts to send notifications",
    "Attempts a second, by channel and by what came of them.",
    "ops",
    {
        "{{channel}} {{outcome}}": "sum by (channel, outcome)"
        " (rate(notification_attempts_total{$scope}[$__rate_interval]))"
    },
)
BULK = Panel(
    "Rows of bulk jobs",
    "Rows a second of imports, exports and bulk changes, by what came of them.",
    "ops",
    {"{{outcome}}": "sum by (outcome) (rate(bulk_rows_total{$scope}[$__rate_interval]))"},
)
BULK_FAILED = Panel(
    "Bulk jobs that were given up",
    "In the last hour; what they had done stays.",
    "short",
    {"{{job}}": "sum by (job) (increase(bulk_jobs_failed_total{$scope}[1h]))"},
)

PENDING = Panel(
    "Facts to publish",
    "Facts stored in the outbox and not yet acknowledged by the broker.",
    "short",
    {"{{job}}": "max by (job) (outbox_pending{$scope})"},
)
AGE = Panel(
    "Age of the oldest unpublished fact",
    "It stays near 0 while the relay has a leader and the broker answers.",
    "s",
    {"{{job}}": "max by (job) (outbox_oldest_unpublished_seconds{$scope})"},
)
PARKED = Panel(
    "Parked facts",
    "Facts that the broker will never take; their subjects wait with them.",
    "short",
    {"{{job}}": "max by (job) (outbox_parked{$scope})"},
)
LEADERS = Panel(
    "Relays that lead",
    "1 for each service: the process that publishes its facts.",
    "short",
    {"{{job}}": "sum by (job) (relay_leader{$scope})"},
)
PUBLISHED = Panel(
    "Facts published",
    "Facts a second that the broker acknowledged.",
    "ops",
    {"{{job}}": "sum by (job) (rate(relay_published_total{$scope}[$__rate_interval]))"},
)
LOG_CHANGES = Panel(
    "Logs replaced or cut",
    "Times in an hour that the broker had lost facts, which were then sent again.",
    "short",
    {"{{job}}": "sum by (job) (increase(relay_log_changes_total{$scope}[1h]))"},
)
LAG = Panel(
    "Lag",
    "Messages of a topic that a listener has still to read.",
    "short",
    {"{{job}} {{topic}}": "sum by (job, topic) (consumer_lag{$scope})"},
)
TO_EFFECT = Panel(
    "From fact to effect, 99th percentile",
    "From a fact's record at its teller to its effect in the listener. A replay counts from the first record.",
    "s",
    {
        "{{job}}": "histogram_quantile(0.99,"
        " sum by (job, le) (rate(event_end_to_end_seconds_bucket{$scope}[$__rate_interval])))"
    },
)
SLOWEST_FACTS = Panel(
    "Slowest facts, 95th percentile",
    "The ten types whose facts take longest from record to effect.",
    "s",
    {
        "{{type}}": "topk(10, histogram_quantile(0.95,"
        " sum by (type, le) (rate(event_end_to_end_seconds_bucket{$scope}[$__rate_interval]))))"
    },
)
APPLIED = Panel(
    "Facts applied",
    "Facts a second that had their effect.",
    "ops",
    {"{{job}}": "sum by (job) (rate(event_end_to_end_seconds_count{$scope}[$__rate_interval]))"},
)
DUPLICATES = Panel(
    "Facts that came again",
    "Facts a second that were known and dropped: many after a replay, few otherwise.",
    "ops",
    {"{{job}}": "sum by (job) (rate(inbox_duplicates_total{$scope}[$__rate_interval]))"},
)
UNKNOWN = Panel(
    "Facts of an unknown type",
    "Facts a second without a contract here: a teller of a newer release, while an upgrade is under way.",
    "ops",
    {"{{job}}": "sum by (job) (rate(consumer_unknown_types_total{$scope}[$__rate_interval]))"},
)
DEAD_LETTERS = Panel(
    "Dead letters",
    "Facts that could not be applied and await a decision.",
    "short",
    {"{{job}}": "max by (job) (dead_letters_open{$scope})"},
)
COMMIT_FAILURES = Panel(
    "Failed offset commits",
    "In an hour. They lose nothing: what comes again is dropped.",
    "short",
    {"{{job}}": "sum by (job) (increase(consumer_commit_failures_total{$scope}[1h]))"},
)
REBUILDS = Panel(
    "Listeners made anew",
    "In an hour, after a minute of lag without progress or an unforeseen error.",
    "short",
    {"{{job}}": "sum by (job) (increase(consumer_rebuilds_total{$scope}[1h]))"},
)
FINDINGS_BY_KIND = Panel(
    "Open findings by kind",
    "Faults that the ledger has found and that are not over.",
    "short",
    {"{{kind}}": 'max by (kind) (findings_open{job="analytics"})'},
)
