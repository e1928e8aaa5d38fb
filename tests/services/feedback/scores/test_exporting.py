"""Scores written down: the same numbers as over HTTP, as CSV and JSON Lines."""

import csv
import io
import json
from typing import Any

import pytest

from services.feedback.scores import queries
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback.answers import answer
from tests.shared.features.bulk_jobs import working

NOVEMBER = {"from": "2026-11-01T00:00:00Z", "to": "2026-12-01T00:00:00Z", "metric": "nps"}


@pytest.fixture(autouse=True)
def _late_in_the_year(feedback: ServiceUnderTest) -> None:
    feedback.clock.advance(days=60)


async def give(feedback: ServiceUnderTest, day: int, *scores: int, **changes: Any) -> None:
    for score in scores:
        await feedback.post("/v1/responses", answer(score, answered_at=f"2026-11-{day:02}T12:00:00Z", **changes))


async def exported(feedback: ServiceUnderTest, form: str, **filters: Any) -> str:
    return await working.exported(feedback, "scores", form, **NOVEMBER, **filters)


@pytest.mark.parametrize("group_by", [None, "account_id", "brand"])
async def test_each_page_goes_on_where_the_last_one_ended(
    feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch, group_by: str | None
) -> None:
    monkeypatch.setattr(queries, "PERIODS_OF_A_PAGE", 4)
    for day in (1, 4, 5, 20, 30):
        await give(feedback, day, 9, 3, account_id=str(uuid7()), brand="north")
        await give(feedback, day, 7, account_id=str(uuid7()))
    asked = {"interval": "day", **({"group_by": group_by} if group_by else {})}
    lines = [json.loads(line) for line in (await exported(feedback, "jsonl", **asked)).splitlines()]
    shown = (await feedback.get("/v1/scores", **NOVEMBER, **asked))["items"]
    assert lines == shown
    assert len(lines) == (10 if group_by else 30)


async def test_as_csv_with_a_column_for_each_field(feedback: ServiceUnderTest) -> None:
    await give(feedback, 5, 9, 9, 3)
    [row] = csv.DictReader(io.StringIO(await exported(feedback, "csv")))
    assert (row["from"], row["n"], row["definition.id"], row["definition.version"]) == (
        NOVEMBER["from"],
        "3",
        "nps",
        "1",
    )
    assert float(row["value"]) == pytest.approx(100 / 3)
    assert row["group"] == ""


async def test_a_group_that_a_spreadsheet_would_take_for_a_formula_is_text(feedback: ServiceUnderTest) -> None:
    await give(feedback, 5, 9, brand="=1+1")
    [row] = csv.DictReader(io.StringIO(await exported(feedback, "csv", group_by="brand")))
    assert row["group"] == "'=1+1"


@pytest.mark.parametrize(
    "filters",
    [{"to": "2026-10-01T00:00:00Z"}, {"from": "2001-01-01T00:00:00Z", "interval": "hour"}, {"metric": "guess"}],
    ids=["backwards", "too many", "metric"],
)
async def test_what_cannot_be_computed_is_refused_at_once(feedback: ServiceUnderTest, filters: dict[str, str]) -> None:
    asked = {"entity": "scores", "format": "csv", "filters": {**NOVEMBER, **filters}}
    refused = await feedback.client.post("/v1/exports", json=asked)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["loc"][:2] == ["body", "filters"]
