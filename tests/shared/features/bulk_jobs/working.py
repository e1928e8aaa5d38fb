"""Bulk jobs as their tests drive them: sent, worked on by a worker of this process, read."""

from typing import Any

from shared.features.bulk_jobs.runner import BulkRunner
from shared.ops.metrics import Metrics
from tests.fixtures.services import ServiceUnderTest

CSV = {"content-type": "text/csv"}
JSON_LINES = {"content-type": "application/x-ndjson"}


def worker(service: ServiceUnderTest, metrics: Metrics | None = None) -> BulkRunner:
    """Another worker of the service."""
    settings, duties = service.app.state.settings, service.duties
    counted = metrics or Metrics("test")
    return BulkRunner(service.database, settings, duties.bulk, duties.exports, counted, service.clock)


async def work(service: ServiceUnderTest, metrics: Metrics | None = None) -> int:
    """Work until nothing is due; answers the batches."""
    runner, batches = worker(service, metrics), 0
    while await runner.run_once():
        batches += 1
    return batches


async def send(service: ServiceUnderTest, path: str, rows: str | bytes, kind: dict[str, str], **asked: Any) -> Any:
    """Upload rows, which must be taken; answers the job."""
    content = rows.encode() if isinstance(rows, str) else rows
    answer = await service.client.post(path, content=content, headers=kind, params=asked)
    assert answer.status_code == 202, f"{answer.status_code} {answer.text}"
    job = answer.json()
    assert answer.headers["location"].endswith(job["id"])
    return job


async def imported(service: ServiceUnderTest, path: str, rows: str | bytes, kind: dict[str, str], **asked: Any) -> Any:
    """Upload rows and have them dealt with; answers the job as it ended."""
    return await ended(service, await send(service, path, rows, kind, **asked))


async def ended(service: ServiceUnderTest, job: Any) -> Any:
    """Work, and answer the job as it ended."""
    await work(service)
    found = await service.get(f"/v1/bulk-jobs/{job['id']}")
    assert found["ended_at"] is not None, found
    return found


async def rows_of(service: ServiceUnderTest, job: Any, **filters: Any) -> list[Any]:
    """What came of a job's rows, over all pages."""
    rows: list[Any] = []
    cursor: dict[str, str] = {}
    while True:
        page = await service.get(f"/v1/bulk-jobs/{job['id']}/rows", limit=100, **filters, **cursor)
        rows += page["items"]
        if page["next_cursor"] is None:
            return rows
        cursor = {"cursor": page["next_cursor"]}


async def exported(service: ServiceUnderTest, entity: str, form: str = "csv", **filters: Any) -> str:
    """Have a list written down, and fetch it."""
    answer = await service.client.post("/v1/exports", json={"entity": entity, "format": form, "filters": filters})
    assert answer.status_code == 202, answer.text
    job = await ended(service, answer.json())
    assert job["state"] == "done", job
    content = await service.client.get(f"/v1/exports/{job['id']}/content")
    assert content.status_code == 200, content.text
    return content.text
