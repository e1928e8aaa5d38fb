"""Routes of bulk jobs and exports, the same in every service."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from shared.db.session import Database
from shared.features.bulk_jobs import cells, pieces, queries, schemas, service
from shared.features.bulk_jobs.kinds import Entity
from shared.features.bulk_jobs.schemas import (
    BulkJobFilters,
    BulkJobOut,
    BulkJobRowFilters,
    BulkJobRowOut,
    ExportIn,
)
from shared.http.dependencies import Actor, Answer, Given, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router
from shared.http.uploads import CSV, JSON_LINES

MEDIA_TYPES = {"csv": f"{CSV}; charset=utf-8", "jsonl": JSON_LINES}

_BYTES = {"type": "string", "format": "binary"}

ItsDatabase = Annotated[Database, Given(lambda request: request.app.state.database)]


def accepts_rows(csv: str, json_lines: str) -> dict[str, Any]:
    """`openapi_extra` of a route that takes an upload, with an example of each form."""
    return {"requestBody": {"required": True, "content": _shown(csv, json_lines)}}


def _shown(csv: str, json_lines: str) -> dict[str, Any]:
    return {CSV: {"schema": _BYTES, "example": csv}, JSON_LINES: {"schema": _BYTES, "example": json_lines}}


def routers(name: str, exports: Sequence[Entity]) -> list[APIRouter]:
    """The routes, under the service's own scopes. name: the service's. exports: the lists that it gives away whole."""
    return [_jobs(name), _exports(name, exports)]


def _jobs(name: str) -> APIRouter:
    routes = Router(
        prefix="/v1/bulk-jobs",
        tags=["bulk jobs"],
        scope=f"{name}:bulk-jobs",
        about="Many things by one request: how far bulk changes, imports and exports are, and what came of each row.",
    )

    @routes.get("")
    async def list_bulk_jobs(
        session: Session, page: Page, filters: Annotated[BulkJobFilters, Query()]
    ) -> Listed[BulkJobOut]:
        """Bulk changes, imports and exports, the newest first. They are kept for 7 days after they have ended."""
        return await page.of(session, queries.jobs(filters), BulkJobOut.of)

    @routes.get("/{bulk_job_id}")
    async def read_bulk_job(bulk_job_id: Id, session: Session) -> BulkJobOut:
        """How far a job is."""
        return BulkJobOut.of(await queries.job(session, bulk_job_id))

    @routes.get("/{bulk_job_id}/rows")
    async def list_bulk_job_rows(
        bulk_job_id: Id, session: Session, page: Page, filters: Annotated[BulkJobRowFilters, Query()]
    ) -> Listed[BulkJobRowOut]:
        """What came of each row that was dealt with, in their order."""
        await queries.job(session, bulk_job_id)
        return await page.of(session, queries.rows(bulk_job_id, filters), BulkJobRowOut.of)

    @routes.post("/{bulk_job_id}/cancel")
    async def cancel_bulk_job(bulk_job_id: Id, session: Session, cause: RequestCause) -> BulkJobOut:
        """Let a job do no more. What it did stays, and can be read."""
        return BulkJobOut.of(await service.cancel(session, cause, bulk_job_id))

    return routes


def _exports(name: str, exports: Sequence[Entity]) -> APIRouter:
    entities = {entity.name: entity for entity in exports}
    written = _shown(cells.header(exports[0].columns), '{"id": "01a207e6-dd40-7d40-8a95-72e0c61fb30f"}\n')
    routes = Router(
        prefix="/v1/exports",
        tags=["exports"],
        scope=f"{name}:exports",
        about=f"Lists written down whole, as CSV or JSON Lines: {', '.join(entities)}.",
    )

    async def start_export(
        body: ExportIn, session: Session, cause: RequestCause, asker: Actor, answer: Answer
    ) -> BulkJobOut:
        """Write a list down, with the filters that the list takes. It needs the list's own scope as well.

        Items that are made or changed while it is written are in it as they are when their page is read.
        """
        job = await service.start_export(session, cause, body, asker=asker, entities=entities)
        return answer.accepted(BulkJobOut.of(job), f"/v1/exports/{job.id}")

    # The documentation of each service shows one of its own lists.
    start_export.__annotations__["body"] = schemas.export_of(exports[0].name, exports[0].shown)
    routes.post("", status_code=202)(start_export)

    @routes.get("/{export_id}")
    async def read_export(export_id: Id, session: Session) -> BulkJobOut:
        """How far an export is."""
        return BulkJobOut.of(await queries.export(session, export_id))

    @routes.get(
        "/{export_id}/content",
        response_class=StreamingResponse,
        responses={200: {"content": written, "description": "The items."}, 409: {}, 410: {}},
    )
    async def read_export_content(
        export_id: Id, session: Session, cause: RequestCause, asker: Actor, database: ItsDatabase
    ) -> StreamingResponse:
        """What an export wrote, for 24 hours after it did; before that it is 409.

        CSV is RFC 4180 in UTF-8 with a header. A text that a spreadsheet would take for a formula has an apostrophe
        before it, in CSV alone.
        """
        job, entity = await service.content_of(session, cause, export_id, asker=asker, entities=entities)
        assert job.format is not None
        file = f"{entity.name}-{job.created_at:%Y%m%d-%H%M%S}.{job.format}"
        headers = {"content-disposition": f'attachment; filename="{file}"', "content-length": str(job.output_bytes)}
        content = pieces.stream(database, job.id, job.pieces)
        return StreamingResponse(content, headers=headers, media_type=MEDIA_TYPES[job.format])

    return routes
