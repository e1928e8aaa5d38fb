"""Feedback's scores and analytics' metrics are the same numbers, to the digit, whatever became of the answers."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analytics.metrics import periods as of_metrics
from services.feedback.responses import service as responses
from services.feedback.responses.schemas import ResponseIn
from services.feedback.scores import periods as of_scores
from services.feedback.scores.periods import Interval
from shared.events import envelope, outbox
from shared.events.cause import Cause
from shared.events.envelope import Envelope
from shared.events.transaction import transaction
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services import erasing
from tests.services.analytics.metrics import asking

METRICS = {"nps": (0, 10), "csat": (1, 5), "ces": (1, 7)}
GROUPS = (None, "account_id", "program_id", "brand", "locale")
ZONES = (
    "UTC",
    "Asia/Kolkata",  # its days begin half past an hour
    "Australia/Lord_Howe",  # its clocks move by half an hour
    "America/Asuncion",  # its clocks moved at midnight, on a first of October as well
    "America/Havana",  # its midnights come twice
)
BEGAN = datetime(2023, 9, 28, tzinfo=UTC)  # Asunción's October of this year begins at one
ENDED = datetime(2023, 11, 8, tzinfo=UTC)  # Havana's clocks go back on the fifth of November
TOLD = "SELECT id, topic, headers, payload FROM outbox ORDER BY id"


class Both:
    """The two services, and the facts that go from one to the other in any order, some of them twice."""

    def __init__(self, feedback: ServiceUnderTest, analytics: ServiceUnderTest, chance: random.Random) -> None:
        self.feedback, self.analytics, self.chance = feedback, analytics, chance
        self.accounts = [str(uuid7()), str(uuid7()), None]
        self.programs = [str(uuid7()), None]
        self.contacts = [str(uuid7()) for _ in range(4)]
        self.answers: list[tuple[str, str]] = []

    async def record(self) -> None:
        """An answer of any kind: late, imported silently, without a score, by someone or nobody."""
        metric = self.chance.choice(list(METRICS))
        at = BEGAN + self.chance.random() * (ENDED - BEGAN)
        body = {
            "source": "phone",
            "source_id": str(uuid7()),
            "survey_type": metric,
            "score": self.chance.choice([None, *[self.chance.randint(*METRICS[metric])] * 9]),
            "answered_at": at.isoformat(),
            "account_id": self.chance.choice(self.accounts),
            "contact_id": self.chance.choice([None, *self.contacts]),
            "program_id": self.chance.choice(self.programs),
            "locale": self.chance.choice(["en", "sv", None]),
            "brand": self.chance.choice(["north", "south"]),
            "comment": erasing.WORDS,
        }
        cause = Cause("request/tests", "service/tests", self.feedback.clock())
        async with transaction(self.feedback.database) as session:
            silent = self.chance.random() < 0.3
            recorded, _ = await responses.record(session, cause, ResponseIn.model_validate(body), silent=silent)
        response_id = recorded["id"] if isinstance(recorded, dict) else recorded.id  # type: ignore[union-attr]
        self.answers.append((str(response_id), metric))

    async def edit(self) -> None:
        if self.answers:
            response_id, metric = self.chance.choice(self.answers)
            score = self.chance.choice([None, *[self.chance.randint(*METRICS[metric])] * 5])
            await self.feedback.patch(f"/v1/responses/{response_id}", {"score": score})

    async def delete(self) -> None:
        if self.answers:
            response_id, _ = self.answers.pop(self.chance.randrange(len(self.answers)))
            assert (await self.feedback.client.delete(f"/v1/responses/{response_id}")).status_code == 204

    async def erase(self) -> None:
        """One of the people asks to be forgotten."""
        contact_id = UUID(self.chance.choice(self.contacts))
        for service in (self.feedback, self.analytics):
            await service.deliver(erasing.request(contact_id))
            await erasing.erase_waiting(service)

    async def add_up(self) -> None:
        await self.feedback.run_job("add_up_score_hours")
        await self.analytics.run_job("add_up_metric_hours")

    async def carry(self) -> None:
        """All that was told so far, shuffled, and some of it once more, as after a repair."""
        facts = [_arriving(row) for row in await self.feedback.rows(TOLD)]
        again = [fact._replace(id=uuid7()) for fact in facts if self.chance.random() < 0.3]
        arriving = [*facts, *again]
        self.chance.shuffle(arriving)
        for begins in range(0, len(arriving), 25):
            await self.analytics.apply(arriving[begins : begins + 25])
        assert await self.analytics.rows("SELECT error FROM dead_letter") == []

    async def agree(self, metric: str, group_by: str | None, interval: str | None, zone: str) -> int:
        """Answers how many values there were."""
        asked = {"from": BEGAN.isoformat(), "to": ENDED.isoformat(), "timezone": zone}
        asked |= {name: value for name, value in (("interval", interval), ("group_by", group_by)) if value}
        scores = (await self.feedback.get("/v1/scores", metric=metric, **asked))["items"]
        values = await asking.values(self.analytics, metric, **asked, limit=200)
        assert _numbers(scores) == _numbers(values), (metric, group_by, interval, zone)
        if metric == "ces":
            shares = await asking.values(self.analytics, "ces_share", **asked, limit=200)
            assert _numbers(scores, "share") == _numbers(shares), (group_by, interval, zone)
        return len(_numbers(scores))


def _numbers(items: Sequence[dict[str, Any]], value: str = "value") -> dict[tuple[str, str | None], tuple[Any, int]]:
    return {(one["from"], one["group"]): (one[value], one["n"]) for one in items if one["n"]}


def _arriving(row: Any) -> Envelope:
    headers = {name: value.encode() for name, value in row.headers.items()}
    return envelope.decode(row.topic, {**headers, "ce_sequence": outbox.sequence(row.id).encode()}, bytes(row.payload))


@pytest.mark.parametrize("seed", range(5))
async def test_whatever_becomes_of_the_answers(
    feedback: ServiceUnderTest, analytics: ServiceUnderTest, seed: int
) -> None:
    chance = random.Random(seed)
    both = Both(feedback, analytics, chance)
    for _ in range(60):
        deed = chance.choice([both.record, both.record, both.record, both.edit, both.delete, both.erase, both.add_up])
        await deed()
        if chance.random() < 0.05:
            await both.carry()
    await both.carry()
    counted = 0
    for metric in METRICS:
        for group_by in GROUPS:
            interval = chance.choice([None, "hour", "day", "week", "month"])
            counted += await both.agree(metric, group_by, interval, chance.choice(ZONES))
            await both.add_up()
    assert counted > len(METRICS) * len(GROUPS)


@given(
    st.datetimes(datetime(2001, 1, 1), datetime(2050, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.timedeltas(timedelta(seconds=1), timedelta(days=80)),
    st.sampled_from(["hour", "day", "week", "month", None]),
    st.sampled_from([*ZONES, "Europe/Oslo", "Asia/Beirut", "Pacific/Apia"]),
)
def test_periods_are_cut_alike(start: datetime, length: timedelta, interval: Interval | None, zone: str) -> None:
    edges = of_scores.edges(start, start + length, interval, ZoneInfo(zone))
    assert edges == of_metrics.edges(start, start + length, interval, ZoneInfo(zone))
