"""Answers added up by the hour give what the answers give, at every moment, whatever happens to them."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from services.feedback.responses import hours
from shared.events.transaction import transaction
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback.answers import answer
from tests.services.feedback.scores import told
from tests.services.feedback.scores.told import Told

METRICS = {"nps": (0, 10), "csat": (1, 5), "ces": (1, 7)}
ZONES = ("UTC", "Asia/Kolkata", "America/New_York")
LATE = timedelta(days=3)

MARKS = "SELECT survey_type, hour FROM score_stale_hour"
HOURS = "SELECT sum(n) AS n, sum(total) AS total FROM score_hour WHERE group_by = ''"


class Answers:
    """Feedback, and the answers that it should count."""

    def __init__(self, feedback: ServiceUnderTest) -> None:
        self.feedback = feedback
        self.counting: list[Told] = []
        self.now = datetime.now(UTC)

    async def give(self, metric: str, score: int, answered_at: datetime, **groups: str | None) -> Told:
        groups = {"brand": "default", "locale": None, "program_id": None, **groups}
        body = answer(score, survey_type=metric, answered_at=answered_at.isoformat(), **groups)
        recorded = await self.feedback.post("/v1/responses", body)
        self.counting.append(Told(recorded["id"], metric, score, answered_at, groups))
        return self.counting[-1]

    async def edit(self, one: Told, score: int) -> None:
        await self.feedback.patch(f"/v1/responses/{one.id}", {"score": score})
        one.score = score

    async def delete(self, one: Told) -> None:
        assert (await self.feedback.client.delete(f"/v1/responses/{one.id}")).status_code == 204
        self.counting.remove(one)

    async def add_up(self) -> None:
        """Until all that rests is added up."""
        while await self.feedback.run_job("add_up_score_hours"):
            pass

    async def agree(self, metric: str, group_by: str | None, zone: str, start: datetime) -> None:
        """What the API answers by day is what is counted one by one."""
        end = self.now + timedelta(hours=1)
        asked = {"metric": metric, "from": start.isoformat(), "to": end.isoformat()}
        asked |= {"interval": "day", "timezone": zone}
        items = (await self.feedback.get("/v1/scores", **asked, **({"group_by": group_by} if group_by else {})))[
            "items"
        ]

        def day(at: datetime) -> Any:
            return at.astimezone(ZoneInfo(zone)).date()

        shown = {
            (day(datetime.fromisoformat(item["from"])), item["group"]): (item["value"], item["n"])
            for item in items
            if item["n"]
        }
        within = [one for one in self.counting if start <= one.answered_at < end]
        assert shown == told.expected(within, metric, day, group_by)


@pytest.fixture
def answers(feedback: ServiceUnderTest) -> Answers:
    return Answers(feedback)


@pytest.mark.parametrize("seed", range(6))
async def test_every_deed_in_any_order_leaves_what_counting_gives(answers: Answers, seed: int) -> None:
    chance = random.Random(seed)
    programs = [str(uuid7()), str(uuid7()), None]
    for _ in range(70):
        deed = chance.choice(["give", "give", "give", "edit", "delete", "add up", "ask"])
        metric = chance.choice(list(METRICS))
        score = chance.randint(*METRICS[metric])
        if deed == "give":
            ago = chance.choice(
                [timedelta(minutes=chance.randint(0, 300)), timedelta(minutes=chance.randint(0, 20_000))]
            )
            groups = {"brand": chance.choice(["a", "b"]), "locale": chance.choice(["en", "sv", None])}
            await answers.give(metric, score, answers.now - ago, **groups, program_id=chance.choice(programs))
        elif deed == "add up":
            await answers.feedback.run_job("add_up_score_hours")
        elif deed == "ask":
            start = answers.now - timedelta(minutes=chance.randint(1, 20_000))
            group_by = chance.choice([None, "brand", "locale", "program_id"])
            await answers.agree(metric, group_by, chance.choice(ZONES), start)
        elif answers.counting:
            one = chance.choice(answers.counting)
            if deed == "delete":
                await answers.delete(one)
            else:
                await answers.edit(one, chance.randint(*METRICS[one.metric]))
    await answers.add_up()
    assert await answers.feedback.rows(MARKS) == []
    for metric in METRICS:
        for group_by in (None, "brand", "locale", "program_id"):
            await answers.agree(metric, group_by, chance.choice(ZONES), answers.now - timedelta(days=20))


async def test_hours_that_rest_are_read_from_their_sums_alone(answers: Answers) -> None:
    await answers.give("nps", 9, answers.now - LATE)
    await answers.add_up()
    await answers.feedback.execute("UPDATE score_hour SET positives = 0, negatives = 1")
    asked = {"from": (answers.now - 2 * LATE).isoformat(), "to": answers.now.isoformat()}
    [item] = (await answers.feedback.get("/v1/scores", metric="nps", **asked))["items"]
    assert item["value"] == -100.0


async def test_an_answer_of_this_hour_leaves_no_mark_and_a_late_one_does(answers: Answers) -> None:
    await answers.give("nps", 9, answers.now)
    await answers.give("nps", 9, answers.now - timedelta(hours=1))
    assert await answers.feedback.rows(MARKS) == []
    late = await answers.give("nps", 9, answers.now - LATE)
    [mark] = await answers.feedback.rows(MARKS)
    assert (mark.survey_type, mark.hour) == ("nps", hours.hour_of(late.answered_at))


async def test_what_has_no_score_marks_nothing(answers: Answers) -> None:
    at = (answers.now - LATE).isoformat()
    await answers.feedback.post("/v1/responses", answer(None, answered_at=at))
    assert await answers.feedback.rows(MARKS) == []


async def test_only_hours_that_rest_are_added_up(answers: Answers) -> None:
    this_hour = hours.hour_of(answers.now)
    for ago in range(5):
        await answers.give("ces", 4, this_hour - timedelta(hours=ago) + timedelta(minutes=1))
    await answers.add_up()
    kept = {row.hour for row in await answers.feedback.rows("SELECT hour FROM score_hour")}
    assert this_hour - timedelta(hours=4) in kept
    assert max(kept) < this_hour - timedelta(hours=1)


async def test_a_mark_that_is_not_committed_yet_outlives_the_run(answers: Answers) -> None:
    one = await answers.give("csat", 5, answers.now - LATE)
    await answers.add_up()
    async with transaction(answers.feedback.database) as session:
        await hours.mark(session, "csat", one.answered_at)
        await answers.add_up()
        assert await answers.feedback.rows(MARKS) == []
    assert len(await answers.feedback.rows(MARKS)) == 1


async def test_a_change_that_no_mark_told_of_is_found(answers: Answers) -> None:
    one = await answers.give("csat", 5, answers.now - LATE)
    await answers.add_up()
    await answers.feedback.execute(
        "UPDATE response SET score = 1, outcome = 'negative' WHERE id = CAST(:id AS uuid)", id=one.id
    )
    for _ in range(4):  # it goes over them in turns
        await answers.add_up()
    one.score = 1
    await answers.agree("csat", None, "UTC", answers.now - 2 * LATE)


async def test_an_edit_that_leaves_the_score_marks_nothing(answers: Answers) -> None:
    one = await answers.give("nps", 5, answers.now - LATE)
    await answers.add_up()
    await answers.feedback.patch(f"/v1/responses/{one.id}", {"comment": "Slow"})
    assert await answers.feedback.rows(MARKS) == []


async def test_hours_hold_each_answer_once(answers: Answers) -> None:
    for score in (9, 3, 7):
        await answers.give("nps", score, answers.now - LATE)
    await answers.add_up()
    await answers.add_up()
    [row] = await answers.feedback.rows(HOURS)
    assert (row.n, row.total) == (3, 19)


async def test_an_answer_that_is_not_sent_yet_counts_nowhere(answers: Answers) -> None:
    one = await answers.give("nps", 9, answers.now - LATE)
    await answers.feedback.execute("UPDATE response SET state = 'partial' WHERE id = CAST(:id AS uuid)", id=one.id)
    answers.counting.clear()
    for _ in range(2):  # read one by one, and then from its hour
        for group_by in (None, "brand", "account_id"):
            await answers.agree("nps", group_by, "UTC", answers.now - 2 * LATE)
        await answers.add_up()
