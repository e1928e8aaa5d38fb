"""Exports: whole, in pieces, for who may read the list, and while they are kept."""

import csv
import io
import json

import pytest

from shared.features.bulk_jobs import exporting, pieces
from tests.fixtures.services import ServiceUnderTest
from tests.shared.features.bulk_jobs.test_machine import PATH, SOURCE, lines
from tests.shared.features.bulk_jobs.working import JSON_LINES, exported, imported, work, worker


async def test_a_list_is_written_whole_in_bounded_pieces(
    ticketing: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "PAGE", 20)
    monkeypatch.setattr(pieces, "PIECE", 4_000)
    await imported(ticketing, PATH, lines(130), JSON_LINES, **SOURCE)
    text = await exported(ticketing, "tickets", status=["new"], source_service="old")
    header, *rows = csv.reader(io.StringIO(text))
    place = {name: header.index(name) for name in ("id", "subject", "source.id", "requester.email", "created_at")}
    listed = (await ticketing.get("/v1/tickets", limit=200))["items"]
    assert [row[place["id"]] for row in rows] == [ticket["id"] for ticket in listed], "in the order of the list"
    assert {row[place["source.id"]] for row in rows} == {str(number) for number in range(130)}
    assert rows[0][place["created_at"]] == listed[0]["created_at"]
    sizes = await ticketing.rows("SELECT length(data) AS n, number FROM bulk_piece ORDER BY number")
    assert len(sizes) > 3
    [job] = await ticketing.rows("SELECT output_bytes, pieces FROM bulk_job WHERE kind = 'export_tickets'")
    assert (job.output_bytes, job.pieces) == (len(text.encode()), len(sizes))
    async with ticketing.database.session() as session:
        [export] = await ticketing.rows("SELECT id FROM bulk_job WHERE kind = 'export_tickets'")
        widths = [len(await pieces.window(session, export.id, number, 1)) for number in range(len(sizes))]
    page = max(len(row.encode()) for row in text.splitlines(keepends=True)) * exporting.PAGE
    assert max(widths) <= 4_000 + page, "a piece ends with the page that fills it"


async def test_it_goes_on_where_it_was(ticketing: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "PAGE", 10)
    await imported(ticketing, PATH, lines(45), JSON_LINES, **SOURCE)
    job = await ticketing.post("/v1/exports", {"entity": "tickets", "format": "jsonl"})
    hand = worker(ticketing)
    monkeypatch.setattr(hand, "_seconds", 0.0)
    await hand.run_once()
    early = await ticketing.client.get(f"/v1/exports/{job['id']}/content")
    assert (early.status_code, early.json()["code"]) == (409, "export_not_ready")
    monkeypatch.undo()
    await work(ticketing)
    content = await ticketing.client.get(f"/v1/exports/{job['id']}/content")
    assert content.headers["content-type"] == "application/x-ndjson"
    assert content.headers["content-disposition"].startswith('attachment; filename="tickets-2')
    assert content.headers["content-length"] == str(len(content.content))
    found = [json.loads(line) for line in content.text.splitlines()]
    assert {ticket["source"]["id"] for ticket in found} == {str(number) for number in range(45)}
    assert len(found) == 45


async def test_who_may_not_read_the_list_gets_no_export_of_it(ticketing: ServiceUnderTest) -> None:
    job = await ticketing.post("/v1/exports", {"entity": "tickets"})
    await work(ticketing)
    async with ticketing.client_with("ticketing:exports:write", "ticketing:exports:read") as stranger:
        asked = await stranger.post("/v1/exports", json={"entity": "tickets"})
        fetched = await stranger.get(f"/v1/exports/{job['id']}/content")
    for answer in (asked, fetched):
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
        assert "ticketing:tickets:read" in answer.json()["detail"]


async def test_filters_are_those_of_the_list(ticketing: ServiceUnderTest) -> None:
    for body, places in (
        ({"entity": "S3cret"}, [["body", "entity"]]),
        ({"entity": "tickets", "filters": {"S3cret": 1}}, [["body", "filters", "S3cret"]]),
        ({"entity": "tickets", "filters": {"group_id": "S3cret"}}, [["body", "filters", "group_id"]]),
    ):
        answer = await ticketing.client.post("/v1/exports", json=body)
        assert answer.status_code == 422
        assert [place["loc"] for place in answer.json()["errors"]] == places
    answer = await ticketing.client.get("/v1/exports/01935f2e-7c00-7000-8000-000000000001")
    assert answer.status_code == 404


async def test_an_import_is_no_export(ticketing: ServiceUnderTest) -> None:
    job = await imported(ticketing, PATH, lines(1), JSON_LINES, **SOURCE)
    for path in (f"/v1/exports/{job['id']}", f"/v1/exports/{job['id']}/content"):
        assert (await ticketing.client.get(path)).status_code == 404
