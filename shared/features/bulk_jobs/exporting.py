"""Writing a list down, some pages at a time: a piece, and the mark behind which it goes on, in one transaction."""

import json
from collections.abc import Mapping, Sequence
from time import monotonic
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from shared.features.bulk_jobs import cells, pieces
from shared.features.bulk_jobs.kinds import Entity
from shared.features.bulk_jobs.models import BulkJob

PAGE = 200  # items; as many as the API lists at once


async def write_some(session: AsyncSession, job: BulkJob, entity: Entity, deadline: float) -> bool:
    """Write pages until there is a piece or the time is up; answers whether the list has ended. deadline: monotonic."""
    filters = entity.filters.model_validate(job.options["filters"])
    text = cells.header(entity.columns) if job.format == "csv" and not job.pieces else ""
    mark: str | None = job.position.get("mark")
    while True:
        items, mark = await entity.page(session, filters, mark, PAGE)
        text += _written(job, entity, items)
        job.count(["succeeded"] * len(items))
        if mark is None or len(text) >= pieces.PIECE or monotonic() >= deadline:
            break
    data = text.encode()
    await pieces.store(session, job.id, job.pieces, data)
    job.pieces += 1
    job.output_bytes += len(data)
    job.position = {"mark": mark}
    return mark is None


def _written(job: BulkJob, entity: Entity, items: Sequence[Mapping[str, Any]]) -> str:
    if job.format == "csv":
        return cells.written(entity.columns, items)
    return "".join(f"{json.dumps(item, ensure_ascii=False, separators=(',', ':'))}\n" for item in items)
