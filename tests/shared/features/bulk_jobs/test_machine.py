"""The machine: kill -9, workers side by side, cancelling, batches that are lost, and what is forgotten when."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from typing import Any, get_args

import pytest

from shared.events.cause import Cause
from shared.features.bulk_jobs import jobs, pieces, runner
from shared.features.bulk_jobs.models import Outcome
from shared.ids import uuid7
from shared.ops.metrics import Metrics
from tests.fixtures.run import SECRET_KEY
from tests.fixtures.services import ServiceUnderTest
from tests.shared.features.bulk_jobs.working import JSON_LINES, ended, imported, rows_of, send, work, worker

PATH = "/v1/tickets/import"
SOURCE = {"source_service": "old", "source_kind": "ticket"}

WORK = """
import asyncio
from services.ticketing import worker
from services.ticketing.settings import Settings
from shared.db.session import Database
from shared.features.bulk_jobs import runner
from shared.ops.clock import system_clock
from shared.ops.metrics import Metrics

async def main():
    runner.MOST_ROWS = 10
    settings = Settings()
    duties = worker.duties(settings)
    database = Database("ticketing", settings.database_url)
    hand = runner.BulkRunner(database, settings, duties.bulk, duties.exports, Metrics("test"), system_clock)
    while await hand.run_once():
        pass

asyncio.run(main())
"""


def lines(count: int) -> str:
    return "".join(f"{json.dumps({'subject': f'No. {n}', 'source': {'id': str(n)}})}\n" for n in range(count))


async def killed_at(service: ServiceUnderTest, point: str) -> None:
    environment = {**os.environ, "CRASH_HERE": point, "DATABASE_URL": service.database.url, "SECRET_KEY": SECRET_KEY}
    run = [sys.executable, "-c", WORK]
    killed = await asyncio.to_thread(subprocess.run, run, env=environment, check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL, f"{point} was not passed"


async def assert_each_once(service: ServiceUnderTest, job: Any, count: int) -> None:
    """Each row has one outcome, one ticket, one audit row and one fact."""
    rows = await rows_of(service, job)
    assert [row["number"] for row in rows] == list(range(1, count + 1))
    assert {row["outcome"] for row in rows} == {"succeeded"}
    made = {row["thing_id"] for row in rows}
    assert len(made) == count
    assert [fact.subject for fact in await service.told("ticket.created.v1")] == [row["thing_id"] for row in rows]
    assert {str(row.id) for row in await service.rows("SELECT id FROM ticket")} == made
    [audited] = await service.rows("SELECT count(*) AS n FROM audit WHERE action = 'ticket.import'")
    assert audited.n == count


@pytest.mark.parametrize(("point", "done"), [("before_commit:1", 0), ("after_commit:1", 10), ("before_commit:3", 20)])
async def test_a_kill_loses_and_doubles_nothing(ticketing: ServiceUnderTest, point: str, done: int) -> None:
    job = await send(ticketing, PATH, lines(35), JSON_LINES, **SOURCE)
    await killed_at(ticketing, point)
    assert (await ticketing.get(f"/v1/bulk-jobs/{job['id']}"))["done"] == done
    assert (await ended(ticketing, job))["succeeded"] == 35
    await assert_each_once(ticketing, job, 35)


async def test_workers_side_by_side_do_each_row_once(
    ticketing: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(runner, "MOST_ROWS", 7)
    job = await send(ticketing, PATH, lines(60), JSON_LINES, **SOURCE)
    hands = [worker(ticketing) for _ in range(3)]
    while (await ticketing.get(f"/v1/bulk-jobs/{job['id']}"))["ended_at"] is None:
        await asyncio.gather(*(hand.run_once() for hand in hands))
    await assert_each_once(ticketing, job, 60)
    assert "lost a batch" not in caplog.text, "no two had one job in hand"


async def test_jobs_take_turns(ticketing: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "MOST_ROWS", 5)
    first = await send(ticketing, PATH, lines(20), JSON_LINES, **SOURCE)
    second = await send(ticketing, PATH, lines(5), JSON_LINES, source_service="other", source_kind="ticket")
    hand = worker(ticketing)
    for _ in range(3):
        await hand.run_once()
    assert (await ticketing.get(f"/v1/bulk-jobs/{second['id']}"))["state"] == "done"
    running = await ticketing.get(f"/v1/bulk-jobs/{first['id']}")
    assert (running["state"], running["done"], running["total"]) == ("running", 10, None)
    assert 0.4 < running["progress"] < 0.6


async def test_a_cancelled_job_does_no_more_and_says_what_it_did(
    ticketing: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "MOST_ROWS", 10)
    job = await send(ticketing, PATH, lines(30), JSON_LINES, **SOURCE)
    await worker(ticketing).run_once()
    cancelled = await ticketing.post(f"/v1/bulk-jobs/{job['id']}/cancel")
    assert (cancelled["state"], cancelled["done"], cancelled["total"]) == ("cancelled", 10, None)
    await work(ticketing)
    assert len(await ticketing.rows("SELECT 1 FROM ticket")) == 10
    assert len(await rows_of(ticketing, job)) == 10
    again = await ticketing.client.post(f"/v1/bulk-jobs/{job['id']}/cancel")
    assert (again.status_code, again.json()["code"]) == (409, "job_ended")
    assert await ticketing.rows("SELECT 1 FROM bulk_piece") == [], "what was sent is gone"


async def test_a_batch_ends_by_time_as_well(ticketing: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch) -> None:
    hand = worker(ticketing)
    monkeypatch.setattr(hand, "_seconds", 0.0)
    job = await send(ticketing, PATH, lines(3), JSON_LINES, **SOURCE)
    await hand.run_once()
    assert (await ticketing.get(f"/v1/bulk-jobs/{job['id']}"))["done"] == 1


async def test_a_row_that_somebody_holds_waits_and_the_others_stand(ticketing: ServiceUnderTest) -> None:
    made = [await ticketing.post("/v1/tickets", {"subject": f"No. {n}", "type": "question"}) for n in range(3)]
    ids = [ticket["id"] for ticket in made]
    job = await ticketing.post("/v1/tickets/bulk", {"ids": ids, "change": {"patch": {"priority": "low"}}})
    async with ticketing.database.session() as session, session.begin():
        await (await session.connection()).exec_driver_sql("SELECT 1 FROM ticket WHERE id = $1 FOR UPDATE", (ids[1],))
        await worker(ticketing).run_once()
        assert (await ticketing.get(f"/v1/bulk-jobs/{job['id']}"))["done"] == 1
        await worker(ticketing).run_once()
        [row] = await ticketing.rows("SELECT failures, due_at > now() AS later FROM bulk_job")
        assert (row.failures, row.later) == (1, True)
    await ticketing.execute("UPDATE bulk_job SET due_at = now()")
    assert (await ended(ticketing, job))["succeeded"] == 3


async def test_a_row_that_nobody_foresaw_fails_alone(
    ticketing: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    from services.ticketing.tickets import bodies

    real = bodies.columns_of

    def break_one(body: Any) -> dict[str, Any]:
        if body.subject == "No. 1":
            raise RuntimeError("S3cret")
        return real(body)

    monkeypatch.setattr(bodies, "columns_of", break_one)
    job, metrics = await send(ticketing, PATH, lines(3), JSON_LINES, **SOURCE), Metrics("test")
    await work(ticketing, metrics)
    job = await ticketing.get(f"/v1/bulk-jobs/{job['id']}")
    assert (job["state"], job["succeeded"], job["failed"]) == ("done", 2, 1)
    counted = [metrics.registry.get_sample_value("bulk_rows_total", {"outcome": each}) for each in get_args(Outcome)]
    assert counted == [2, 1, 0]
    [row] = await rows_of(ticketing, job, outcome="failed")
    assert (row["number"], row["code"]) == (2, "internal_error")
    assert "S3cret" not in json.dumps(row)


async def test_a_job_whose_batches_are_lost_again_and_again_gives_up(
    ticketing: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = await send(ticketing, PATH, lines(3), JSON_LINES, **SOURCE)

    async def lose(*_: Any) -> bytes:
        raise OSError

    monkeypatch.setattr(pieces, "window", lose)
    metrics = Metrics("test")
    for _ in range(runner.MOST_FAILURES):
        assert metrics.registry.get_sample_value("bulk_jobs_failed_total") == 0
        await ticketing.execute("UPDATE bulk_job SET due_at = now()")
        assert await worker(ticketing, metrics).run_once() == 1
    assert metrics.registry.get_sample_value("bulk_jobs_failed_total") == 1
    found = await ticketing.get(f"/v1/bulk-jobs/{job['id']}")
    assert (found["state"], found["error"]) == ("failed", "gave_up")
    assert await ticketing.rows("SELECT 1 FROM ticket") == []


async def test_a_full_outbox_lets_jobs_wait(ticketing: ServiceUnderTest) -> None:
    job = await send(ticketing, PATH, lines(3), JSON_LINES, **SOURCE)
    ticketing.app.state.settings.outbox_limit = 1
    await ticketing.post("/v1/tickets", {"subject": "One", "type": "question"})
    assert await worker(ticketing).run_once() == 0
    ticketing.app.state.settings.outbox_limit = 1_000_000
    assert (await ended(ticketing, job))["succeeded"] == 3


async def test_a_large_file_is_read_in_pieces(ticketing: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that lie across pieces, and no window of more than six."""
    monkeypatch.setattr(pieces, "PIECE", 1_000)
    widest = 0
    real = pieces.window

    async def noted(*given: Any) -> bytes:
        nonlocal widest
        window = await real(*given)
        widest = max(widest, len(window))
        return window

    monkeypatch.setattr(pieces, "window", noted)
    job = await imported(ticketing, PATH, lines(120), JSON_LINES, **SOURCE)
    assert (job["succeeded"], job["total"]) == (120, 120)
    assert 0 < widest <= runner.MANY * 1_000


async def test_a_line_longer_than_all_windows_fails_once(ticketing: ServiceUnderTest) -> None:
    rows = f"{lines(1)}{'x' * 3_000_000}\n{lines(2)}"
    job = await imported(ticketing, PATH, rows, JSON_LINES, **SOURCE)
    assert [(row["number"], row["outcome"]) for row in await rows_of(ticketing, job)] == [
        *((1, "succeeded"), (2, "failed"), (3, "skipped"), (4, "succeeded")),
    ]


async def test_too_much_is_refused(ticketing: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ticketing.app.state.settings, "import_max_bytes", 1_100_000)
    answer = await ticketing.client.post(PATH, content=b"x" * 1_100_001, headers=JSON_LINES)
    assert answer.status_code == 413
    assert (await ticketing.client.post(PATH, content=b"[" * 1_099_999, headers=JSON_LINES)).status_code == 202
    await ticketing.execute(
        "INSERT INTO bulk_job (id, kind, state, actor, scopes, dry_run, options, position, output_bytes, pieces,"
        " succeeded, failed, skipped, failures, created_at)"
        " SELECT uuidv7(), 'import_tickets', 'queued', 'key/tests', '{}', false, '{}', '{}', 0, 0, 0, 0, 0, 0, now()"
        " FROM generate_series(1, 99)"
    )
    answer = await ticketing.client.post(PATH, content=lines(1), headers=JSON_LINES)
    assert (answer.status_code, answer.json()["code"]) == (409, "too_many_jobs")


async def test_the_same_key_and_file_make_one_job(ticketing: ServiceUnderTest) -> None:
    headers = {**JSON_LINES, "Idempotency-Key": "once"}
    answers = [await ticketing.client.post(PATH, content=lines(2), headers=headers) for _ in range(2)]
    assert answers[0].json()["id"] == answers[1].json()["id"]
    other = await ticketing.client.post(PATH, content=lines(3), headers=headers)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    kept = await ticketing.rows("SELECT job_id FROM bulk_piece")
    assert [str(row.job_id) for row in kept] == [answers[0].json()["id"]], "what no job came of is gone"


async def test_what_is_past_its_time_is_forgotten(ticketing: ServiceUnderTest) -> None:
    cause = Cause("job/tests", "service/ticketing", ticketing.clock())
    done = await imported(ticketing, PATH, lines(3), JSON_LINES, **SOURCE)
    export = await ticketing.post("/v1/exports", {"entity": "tickets"})
    await work(ticketing)
    await pieces.store_alone(ticketing.database, uuid7(), 0, b"a piece of nobody's")
    waiting = await send(ticketing, PATH, lines(1), JSON_LINES, source_service="b", source_kind="b")

    async def forget() -> None:
        async with ticketing.database.session() as session, session.begin():
            await jobs.forget_pieces(session, cause, 100)
            await jobs.forget_jobs(session, cause, 100)

    async def owners() -> set[str]:
        return {str(row.job_id) for row in await ticketing.rows("SELECT job_id FROM bulk_piece")}

    assert len(await owners()) == 3
    await ticketing.execute("UPDATE bulk_piece SET stored_at = now() - interval '2 hours'")
    await forget()
    assert await owners() == {export["id"], waiting["id"]}
    await ticketing.execute("UPDATE bulk_job SET ended_at = now() - interval '25 hours' WHERE ended_at IS NOT NULL")
    await forget()
    assert await owners() == {waiting["id"]}
    gone = await ticketing.client.get(f"/v1/exports/{export['id']}/content")
    assert (gone.status_code, gone.json()["code"]) == (410, "export_gone")
    assert len(await rows_of(ticketing, done)) == 3
    await ticketing.execute("UPDATE bulk_job SET ended_at = now() - interval '8 days' WHERE ended_at IS NOT NULL")
    await forget()
    assert [job["id"] for job in (await ticketing.get("/v1/bulk-jobs"))["items"]] == [waiting["id"]]
    assert await ticketing.rows("SELECT 1 FROM bulk_job_row") == []
