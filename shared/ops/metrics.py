"""The process' Prometheus metrics, in a registry of its own: two apps in one process do not share counts."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4

REQUEST_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
EFFECT_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 3600.0)


class Metrics:
    """Every metric of a process, by the names that eventing.md gives. Durations are seconds."""

    def __init__(self, service: str) -> None:
        self.service = service
        self.registry = CollectorRegistry()
        registry = self.registry

        self.http_requests_total = Counter(
            "http_requests_total",
            "Requests answered, by route template.",
            ["method", "route", "status"],
            registry=registry,
        )
        self.http_request_seconds = Histogram(
            "http_request_seconds",
            "From the request's first byte to the answer's last.",
            ["method", "route"],
            buckets=REQUEST_SECONDS,
            registry=registry,
        )
        self.http_requests_in_progress = Gauge(
            "http_requests_in_progress", "Requests that are being answered.", registry=registry
        )

        self.part_up = Gauge(
            "part_up", "1 where a part that /readyz names is ok, 0 where it is not.", ["part"], registry=registry
        )
        self.job_overdue_seconds = Gauge(
            "job_overdue_seconds", "How long a job's next run has been due.", ["name"], registry=registry
        )
        self.job_failed = Gauge("job_failed", "1 where a job's last run failed.", ["name"], registry=registry)
        self.findings_open = Gauge(
            "findings_open", "Faults that the ledger has found and that are not over.", ["kind"], registry=registry
        )

        self.outbox_pending = Gauge("outbox_pending", "Facts stored and not yet published.", registry=registry)
        self.outbox_oldest_unpublished_seconds = Gauge(
            "outbox_oldest_unpublished_seconds", "Age of the oldest of them.", registry=registry
        )
        self.outbox_parked = Gauge("outbox_parked", "Facts that cannot be sent.", registry=registry)
        self.relay_leader = Gauge("relay_leader", "1 where this process' relay leads.", registry=registry)
        self.relay_published_total = Counter(
            "relay_published_total", "Facts acknowledged by the broker.", registry=registry
        )
        self.relay_log_changes_total = Counter(
            "relay_log_changes_total", "Times that the broker's log was replaced or cut.", registry=registry
        )

        self.consumer_lag = Gauge(
            "consumer_lag",
            "Messages between the position and the end.",
            ["topic", "partition"],
            registry=registry,
        )
        self.inbox_duplicates_total = Counter(
            "inbox_duplicates_total", "Facts that came again and were dropped.", registry=registry
        )
        self.consumer_unknown_types_total = Counter(
            "consumer_unknown_types_total", "Facts of a type without a contract here.", registry=registry
        )
        self.dead_letters_open = Gauge(
            "dead_letters_open", "Facts that could not be applied and await a decision.", registry=registry
        )
        self.consumer_commit_failures_total = Counter(
            "consumer_commit_failures_total", "Kafka commits that failed.", registry=registry
        )
        self.consumer_rebuilds_total = Counter(
            "consumer_rebuilds_total", "Consumers ended and made anew.", registry=registry
        )
        self.event_end_to_end_seconds = Histogram(
            "event_end_to_end_seconds",
            "From a fact's record at its teller to its effect here.",
            ["type"],
            buckets=EFFECT_SECONDS,
            registry=registry,
        )

        self.webhook_attempts_total = Counter(
            "webhook_attempts_total", "Attempts to send a fact to a webhook.", ["outcome"], registry=registry
        )
        self.webhook_deliveries_pending = Gauge(
            "webhook_deliveries_pending", "Facts that wait for a webhook that is enabled.", registry=registry
        )
        self.webhook_deliveries_exhausted_total = Counter(
            "webhook_deliveries_exhausted_total",
            "Facts that a webhook did not take in all its time.",
            registry=registry,
        )

        self.notification_attempts_total = Counter(
            "notification_attempts_total",
            "Attempts to send a notification.",
            ["channel", "outcome"],
            registry=registry,
        )
        self.bulk_rows_total = Counter(
            "bulk_rows_total", "Rows that bulk jobs dealt with, those of exports too.", ["outcome"], registry=registry
        )
        self.bulk_jobs_failed_total = Counter(
            "bulk_jobs_failed_total", "Bulk jobs that were given up in the middle.", registry=registry
        )

    def render(self) -> bytes:
        """The text that Prometheus scrapes (CONTENT_TYPE)."""
        return generate_latest(self.registry)
