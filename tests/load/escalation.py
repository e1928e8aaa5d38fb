"""Stage: from an answer's being due to be sent until its escalation is committed in ticketing's database.

Answers at a constant rate, only feedback and ticketing running, beside a pair of programs that writes the same
rows. PostgreSQL itself says when a row was committed.
"""

import asyncio
import contextlib
import dataclasses
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from deploy.local import brokers, processes
from deploy.local.brokers import Broker, BrokerKind
from deploy.local.services import FETCH_MAX_WAIT_MS
from tests.load import answers, directory, wire
from tests.load.figures import Figure
from tests.load.site import Running, Site

STAGE = "answer → escalation committed"
WARM_SECONDS = 2.0

LIMIT_TOPICS = ("limit-answers", "limit-escalations")
DIRECTORY_SECONDS = 60.0
LAST_SECONDS = 30.0  # for the last escalation, after the last answer

# What each answer leaves, by table; both sides must have written it. An outbox also holds heartbeats.
FIRST_ROWS = {
    "response": 1,
    "loop_case": 1,
    "loop_case WHERE assigned_at IS NOT NULL": 1,
    "inbox": 3,
    "outbox WHERE type <> 'service.heartbeat.v1'": 3,
}
SECOND_ROWS = {
    "ticket": 1,
    "message": 1,
    "sla_clock": 2,
    "recovery_case": 1,
    "escalation": 1,
    "notification": 1,
    "audit": 1,
    "inbox": 1,
    "outbox WHERE type <> 'service.heartbeat.v1'": 6,
}


@dataclass(frozen=True)
class Load:
    """Answers a second, for how long, and by how much the suite's p99 may exceed the limit's."""

    per_second: int
    seconds: float
    reach: float

    @property
    def answers(self) -> int:
        """How many in all."""
        return int(self.per_second * self.seconds)


LOADS = (Load(100, 20.0, reach=2.0), Load(300, 10.0, reach=3.0))


@dataclass(frozen=True)
class Chain:
    """Two programs that turn an answer into an escalation. feedback and ticketing: the names of their databases."""

    name: str
    first: Running
    second: Running
    feedback: str
    ticketing: str

    def cpu_seconds(self) -> float:
        """What both have used of the CPU."""
        return self.first.cpu_seconds() + self.second.cpu_seconds()


@dataclass(frozen=True)
class Round:
    """Latencies in order and in seconds, and the CPU time of an answer in both programs."""

    latencies: list[float]
    cpu_seconds: float


def measure(site: Site, kind: BrokerKind, rounds: int) -> list[Figure]:
    """Send answers to the limit and to the suite in turns. Raises AssertionError where one was lost."""
    measured: dict[tuple[str, Load], list[Round]] = {(side, load): [] for side in ("suite", "limit") for load in LOADS}
    for number in range(rounds):
        # A broker for each: the embedded one looks through all it holds for every fetch.
        with site.broker(kind) as broker, _limit(site, broker, number) as limit, _suite(site, broker, number) as suite:
            before = {chain.name: _rows(site, chain) for chain in (limit, suite)}
            for load in LOADS:
                for chain in (limit, suite):
                    warm = _warm(load)
                    _round(site, chain, f"warm-{load.per_second}", warm)
                    measured[chain.name, load].append(_round(site, chain, f"round-{load.per_second}", load))
            answered = sum(load.answers + _warm(load).answers for load in LOADS)
            for chain in (limit, suite):
                _wait_for_rows(site, chain, before[chain.name], answered)
    return [figure for load in LOADS for figure in _figures(load, measured["suite", load], measured["limit", load])]


def _warm(load: Load) -> Load:
    return dataclasses.replace(load, seconds=WARM_SECONDS)


def _figures(load: Load, suite: list[Round], limit: list[Round]) -> list[Figure]:
    def figure(label: str, of: Callable[[Round], float], reach: float | None = None) -> Figure:
        suite_ms, limit_ms = ([of(one) * 1000 for one in side] for side in (suite, limit))
        return Figure(f"{STAGE}, {load.per_second}/s", label, "ms", "less", suite_ms, limit_ms, reach)

    return [
        figure("p50", lambda one: wire.percentile(one.latencies, 0.5)),
        figure("p99", lambda one: wire.percentile(one.latencies, 0.99), load.reach),
        figure("CPU an answer", lambda one: one.cpu_seconds),
    ]


@contextlib.contextmanager
def _suite(site: Site, broker: Broker, number: int) -> Iterator[Chain]:
    feedback, ticketing = both = (f"chain_feedback_{number}", f"chain_ticketing_{number}")
    feedback_url, ticketing_url = site.database("feedback", feedback), site.database("ticketing", ticketing)
    site.admit("feedback", feedback_url)
    with (
        site.service("feedback", "all", database_url=feedback_url, broker=broker) as first,
        site.service("ticketing", "all", database_url=ticketing_url, broker=broker) as second,
    ):
        asyncio.run(directory.tell(broker.bootstrap_servers))
        known = "SELECT (SELECT count(*) FROM account_team) + (SELECT count(*) FROM contact)"

        def knows_all() -> bool:
            return all(site.rows(known, name) == [str(answers.ACCOUNTS + answers.CONTACTS)] for name in both)

        _wait(knows_all, DIRECTORY_SECONDS, "the directory is not known")
        yield Chain("suite", first, second, feedback, ticketing)


@contextlib.contextmanager
def _limit(site: Site, broker: Broker, number: int) -> Iterator[Chain]:
    feedback, ticketing = f"chain_feedback_limit_{number}", f"chain_ticketing_limit_{number}"
    feedback_url, ticketing_url = site.database("feedback", feedback), site.database("ticketing", ticketing)
    asyncio.run(brokers.create_topics(broker.bootstrap_servers, LIMIT_TOPICS, brokers.PARTITIONS[broker.kind]))
    kafka = {
        "KAFKA_BOOTSTRAP_SERVERS": broker.bootstrap_servers,
        "CONSUMER_FETCH_MAX_WAIT_MS": FETCH_MAX_WAIT_MS[broker.kind],
    }
    answering = {**kafka, "DATABASE_URL": feedback_url, "TOPIC": LIMIT_TOPICS[0], "FOLLOWS": LIMIT_TOPICS[1]}
    escalating = {**kafka, "DATABASE_URL": ticketing_url, "SOURCE": LIMIT_TOPICS[0], "TOPIC": LIMIT_TOPICS[1]}
    log = site.folder / "limit-escalation.log"
    with (
        site.limit("answer", env=answering) as first,
        site.program(
            "limit-escalation",
            "tests.load.limits.escalation",
            env=escalating,
            ready=lambda: "ready" in processes.tail(log),
        ) as second,
    ):
        yield Chain("limit", first, Running(0, second.pid), feedback, ticketing)


def _round(site: Site, chain: Chain, source: str, load: Load) -> Round:
    """Load one side, and wait until its last escalation is there."""
    site.settle()
    before = chain.cpu_seconds()
    arguments = (str(chain.first.port), source, str(load.per_second), str(load.seconds))
    sent = site.generate("tests.load.open_loop", *arguments, seconds=load.seconds)
    assert sent["answered"] == load.answers, f"{chain.name}: {load.answers} were sent, {sent['answered']} answered"
    made = f"SELECT id, source_id::bigint FROM response WHERE source = '{source}'"
    due = {}
    for row in site.rows(made, chain.feedback):
        response_id, number = row.split("|")
        due[response_id] = sent["first_due"] + int(number) / load.per_second
    committed = "SELECT response_id, extract(epoch FROM pg_xact_commit_timestamp(xmin)) FROM escalation"
    escalated: dict[str, float] = {}

    def complete() -> bool:
        escalated.update((row.split("|")[0], float(row.split("|")[1])) for row in site.rows(committed, chain.ticketing))
        return due.keys() <= escalated.keys()

    _wait(complete, LAST_SECONDS, f"{chain.name}: answers without an escalation")
    latencies = sorted(escalated[response_id] - at for response_id, at in due.items())
    return Round(latencies, (chain.cpu_seconds() - before) / load.answers)


def _rows(site: Site, chain: Chain) -> list[int]:
    """How many rows there are of what each answer leaves."""
    both = ((chain.feedback, FIRST_ROWS), (chain.ticketing, SECOND_ROWS))
    return [
        int(site.rows(f"SELECT count(*) FROM {table}", database)[0]) for database, tables in both for table in tables
    ]


def _wait_for_rows(site: Site, chain: Chain, before: list[int], answered: int) -> None:
    """Both sides write what belongs to each answer, once."""
    each = [*FIRST_ROWS.values(), *SECOND_ROWS.values()]
    expected = [many + answered * share for many, share in zip(before, each, strict=True)]
    _wait(
        lambda: _rows(site, chain) == expected,
        LAST_SECONDS,
        f"{chain.name}: {answered} answers did not leave their rows",
    )


def _wait(condition: Callable[[], bool], seconds: float, otherwise: str) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, otherwise
        time.sleep(0.1)
