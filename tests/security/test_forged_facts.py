"""Facts from a forger who can write to the cluster: refused, kept to be looked at, counted, and without effect."""

import json

import pytest

from shared.events.consumer import Consumer
from shared.events.envelope import Envelope
from shared.events.kafka import Kafka
from shared.ids import uuid7
from shared.ops.metrics import Metrics
from tests.fixtures.services import ServiceUnderTest, envelope_of, headers_of
from tests.services.ticketing.facts import deleted, received, repair

FEEDBACK, ONBOARDING = "feedback-events", "onboarding-events"


class Record:
    """A record as Kafka's client hands it over."""

    def __init__(self, topic: str, envelope: Envelope, **others: bytes | None) -> None:
        headers = dict(headers_of(envelope))
        headers |= {f"ce_{name}": value for name, value in others.items() if value is not None}
        for name in (name for name, value in others.items() if value is None):
            del headers[f"ce_{name}"]
        self.topic, self.partition, self.offset = topic, 0, 0
        self.key = envelope.subject.encode()
        self.headers = list(headers.items())
        self.value: bytes | None = json.dumps(envelope.raw).encode()


class Heard:
    """Ticketing's consumer, handed records without a broker."""

    def __init__(self, service: ServiceUnderTest) -> None:
        self.service = service
        self.metrics = Metrics("ticketing")
        kafka = Kafka(bootstrap_servers="127.0.0.1:1")
        self._consumer = Consumer(service.database, service.duties.handlers, kafka, self.metrics, service.clock)

    async def hear(self, *records: Record) -> None:
        """Apply them as one poll."""
        await self._consumer._apply_set(list(records))

    async def buried(self) -> list[str]:
        """The errors of the open dead letters."""
        found = await self.service.rows("SELECT error FROM dead_letter WHERE state = 'open' ORDER BY id")
        return [row.error for row in found]

    async def effects(self) -> list[int]:
        """How many tickets, cases, facts and answered repairs there are."""
        counts = [
            await self.service.rows(f"SELECT count(*) AS n FROM {table}")
            for table in ("ticket", "recovery_case", "outbox", "answered_repair")
        ]
        return [rows[0].n for rows in counts]


@pytest.fixture
def heard(ticketing: ServiceUnderTest) -> Heard:
    return Heard(ticketing)


def negative() -> Envelope:
    """An answer that opens a ticket, when it is real."""
    return envelope_of(received(account_id=uuid7()))


FORGED: dict[str, tuple[Record, str]] = {
    "on another's topic": (Record(ONBOARDING, negative()), "topic and ce_source"),
    "from another source": (Record(FEEDBACK, negative(), source=b"/onboarding"), "topic and ce_source"),
    "from nowhere": (Record(FEEDBACK, negative(), source=b"feedback"), "topic and ce_source"),
    "of a type that its source does not tell": (
        Record(FEEDBACK, negative(), type=b"account.created.v1"),
        "does not tell",
    ),
    "a repair from feedback": (
        Record(FEEDBACK, envelope_of(repair(received()), source="feedback")),
        "does not tell",
    ),
    "a repair that says analytics on feedback's topic": (Record(FEEDBACK, envelope_of(repair(received()))), "topic"),
    "an account from ticketing itself": (
        Record("ticketing-events", negative(), source=b"/ticketing"),
        "does not tell",
    ),
    "with an id that is none": (Record(FEEDBACK, negative(), id=b"1"), "ValueError"),
    "with a sequence of 5,000 digits": (Record(FEEDBACK, negative(), sequence=b"9" * 5_000), "ValueError"),
    "with a sequence of words": (Record(FEEDBACK, negative(), sequence=b"'; DROP TABLE ticket"), "ValueError"),
    "in year 10000": (Record(FEEDBACK, negative(), time=b"10000-01-01T00:00:00Z"), "ValueError"),
    "without a zone": (Record(FEEDBACK, negative(), time=b"2026-11-23T10:00:00"), "ValueError"),
    "in no UTF-8": (Record(FEEDBACK, negative(), subject=b"\xff\xfe"), "UnicodeDecodeError"),
    "of another CloudEvents": (Record(FEEDBACK, negative(), specversion=b"0.3"), "ValueError"),
} | {
    f"without {name}": (Record(FEEDBACK, negative(), **{name: None}), f"KeyError '{name}'")
    for name in ("id", "source", "type", "subject", "time", "recordedtime", "sequence", "correlationid", "specversion")
}
"""Each with what the dead letter says."""


def structured(envelope: Envelope, topic: str = FEEDBACK, **others: object) -> Record:
    """The same fact with its attributes in the value."""
    record = Record(topic, envelope)
    attributes = {name.removeprefix("ce_"): value.decode() for name, value in record.headers}
    record.headers = [("content-type", b"application/cloudevents+json; charset=utf-8")]
    record.value = json.dumps({**attributes, "data": envelope.raw, **others}).encode()
    return record


FORGED |= {
    "structured, on another's topic": (structured(negative(), ONBOARDING), "topic and ce_source"),
    "structured, from another source": (structured(negative(), source="/onboarding"), "topic and ce_source"),
    "structured, of a type that its source does not tell": (
        structured(negative(), type="account.created.v1"),
        "does not tell",
    ),
    "structured, with an id that is none": (structured(negative(), id="1"), "ValueError"),
    "structured, with a list for its subject": (structured(negative(), subject=["a"]), "TypeError"),
    "structured, without a sequence": (structured(negative(), sequence=None), "KeyError 'sequence'"),
    "structured, with data in base64": (structured(negative(), data=None, data_base64="e30="), "TypeError"),
}


async def test_a_structured_fact_has_its_effect_once(heard: Heard) -> None:
    """Whatever its headers say, and also when it comes again in the other mode."""
    fact = negative()
    record = structured(fact)
    record.headers.append(("ce_type", b"service.heartbeat.v1"))
    await heard.hear(record)
    assert (await heard.effects())[:2] == [1, 1]
    await heard.hear(Record(FEEDBACK, fact))
    assert (await heard.effects())[:2] == [1, 1]
    assert await heard.buried() == []


async def test_a_broken_structured_fact_can_be_replayed_after_the_fix(heard: Heard) -> None:
    await heard.hear(structured(negative(), specversion="0.3"))
    [letter] = (await heard.service.get("/v1/dead-letters"))["items"]
    await heard.service.execute(
        "UPDATE dead_letter SET payload = convert_to(replace(convert_from(payload, 'UTF8'), '0.3', '1.0'), 'UTF8')"
    )
    await heard.service.post(f"/v1/dead-letters/{letter['id']}/replay")
    assert (await heard.effects())[:2] == [1, 1]


async def test_forged_facts_are_kept_and_do_nothing(heard: Heard) -> None:
    before = await heard.effects()
    for kept, (name, (record, reason)) in enumerate(FORGED.items(), start=1):
        await heard.hear(record)
        errors = await heard.buried()
        assert (len(errors), reason in errors[-1]) == (kept, True), f"a fact {name}: {errors[-1:]}"
        assert "DROP TABLE" not in errors[-1]
    assert await heard.effects() == before
    listed = await heard.service.get("/v1/dead-letters", state="open", limit=200)
    assert len(listed["items"]) == len(FORGED), "the operator is told"


async def test_a_forged_fact_takes_no_real_one_with_it(heard: Heard) -> None:
    real = [Record(FEEDBACK, negative()) for _ in range(3)]
    await heard.hear(real[0], FORGED["from another source"][0], real[1], FORGED["without id"][0], real[2])
    assert len(await heard.buried()) == 2
    assert (await heard.effects())[:2] == [3, 3]


BAD_VALUES = {
    "nothing": None,
    "no JSON": b"{",
    "no UTF-8": b"\xff\xfe",
    "a list": b"[]",
    "100,000 deep": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "an empty object": b"{}",
    "NUL in its texts": json.dumps({**negative().raw, "comment": "a\x00b"}).encode(),
    "a lone surrogate": json.dumps({**negative().raw, "comment": "\ud800"}).encode(),
    "a number beyond all": b'{"score": 1e999}',
    "a key of 5,000 digits": b'{"score": ' + b"9" * 5_000 + b"}",
}


async def test_bad_data_is_kept_and_the_next_fact_is_applied(heard: Heard) -> None:
    for applied, (name, value) in enumerate(BAD_VALUES.items(), start=1):
        bad, good = Record(FEEDBACK, negative()), Record(FEEDBACK, negative())
        bad.value = value
        await heard.hear(bad, good)
        assert len(await heard.buried()) == applied, name
        assert (await heard.effects())[:2] == [applied, applied], name


async def test_a_header_that_cannot_be_stored_stops_nobody(heard: Heard) -> None:
    """A dead letter that PostgreSQL refuses would be tried again for ever, and all behind it would wait."""
    names = ("subject", "actor", "causationid", "source", "type")
    for applied, name in enumerate(names, start=1):
        bad = Record(FEEDBACK, negative(), **{name: b"a\x00b\r\nce_type: x"})
        bad.key, bad.value = b"a\x00b", b"{}"
        await heard.hear(bad, Record(FEEDBACK, negative()))
        assert len(await heard.buried()) == applied, name
        assert (await heard.effects())[0] == applied, name


async def test_unknown_types_are_counted(heard: Heard) -> None:
    await heard.hear(*(Record(FEEDBACK, negative(), type=b"response.admired.v9") for _ in range(5)))
    assert heard.metrics.consumer_unknown_types_total._value.get() == 5
    assert await heard.buried() == []


async def test_a_flood_of_deletions_removes_nothing_that_it_does_not_name(heard: Heard) -> None:
    answer = received(account_id=uuid7())
    await heard.hear(Record(FEEDBACK, envelope_of(answer)))
    tickets, cases, told, _ = await heard.effects()
    flood = [Record(FEEDBACK, envelope_of(deleted(received()))) for _ in range(500)]
    for start in range(0, len(flood), 50):
        await heard.hear(*flood[start : start + 50])
    assert await heard.effects() == [tickets, cases, told, 0]
    assert await heard.buried() == []
