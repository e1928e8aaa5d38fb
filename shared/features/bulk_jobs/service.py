"""Asking for bulk jobs, and cancelling them. The work itself is the runner's."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.features.bulk_jobs import pieces, queries, rows
from shared.features.bulk_jobs.cells import Columns
from shared.features.bulk_jobs.kinds import Entity
from shared.features.bulk_jobs.models import BulkJob
from shared.features.bulk_jobs.schemas import EXPORT_KEPT, ExportIn
from shared.http import invalid
from shared.http.errors import Conflict, Forbidden, Gone, Invalid, Place, place
from shared.http.principal import Principal
from shared.http.uploads import CSV, Uploaded
from shared.ids import uuid7

MOST_UNFINISHED = 100  # jobs of a service


class TooManyJobs(Conflict):
    """So many jobs wait already; ask again when some have ended."""

    code = "too_many_jobs"


class UnreadableRows(Invalid):
    """The rows cannot be read."""

    code = "unreadable_rows"


class ExportNotReady(Conflict):
    """The export is not written yet, or never will be."""

    code = "export_not_ready"


class ExportGone(Gone):
    """The export is not kept any more."""

    code = "export_gone"


async def start(
    session: AsyncSession,
    cause: Cause,
    *,
    asker: Principal,
    kind: str,
    things: Sequence[Mapping[str, Any]],
    options: Mapping[str, Any],
    dry_run: bool,
) -> BulkJob:
    """A job over rows that we know. things: the rows, as JSON. Raises TooManyJobs."""
    text = "".join(f"{json.dumps(thing, separators=(',', ':'))}\n" for thing in things).encode()
    job = _job(cause, asker, kind, options, dry_run=dry_run, total=len(things), input_bytes=len(text))
    job.position = {"at": 0}
    for number, begins in enumerate(range(0, len(text), pieces.PIECE)):
        await pieces.store(session, job.id, number, text[begins : begins + pieces.PIECE])
    return await _kept(session, cause, job)


async def start_import(
    session: AsyncSession,
    cause: Cause,
    *,
    asker: Principal,
    kind: str,
    columns: Columns,
    upload: Uploaded,
    options: Mapping[str, Any],
    dry_run: bool,
) -> BulkJob:
    """A job over the rows that were uploaded. Raises UnreadableRows, Invalid for unknown columns, TooManyJobs."""
    form: dict[str, Any] = {}
    try:
        begins = rows.begins_at(upload.head)
        if upload.kind == CSV:
            header = rows.header(upload.head, whole=upload.size == len(upload.head))
            begins, form = header.ends_at, {"delimiter": header.delimiter, "names": header.names}
            _refuse_unknown(columns, header.names)
    except rows.Unreadable as fault:
        raise UnreadableRows(f"{fault.said}.", errors=[place("body", msg=fault.said, code=fault.code)]) from None
    asked = {**options, **form}
    job = _job(cause, asker, kind, asked, dry_run=dry_run, input_bytes=upload.size, job_id=upload.id)
    job.format = "csv" if upload.kind == CSV else "jsonl"
    job.position = {"at": begins}
    return await _kept(session, cause, job)


async def start_export(
    session: AsyncSession, cause: Cause, body: ExportIn, *, asker: Principal, entities: Mapping[str, Entity]
) -> BulkJob:
    """A job that writes a list down. Raises Invalid, Forbidden without the list's own scope, TooManyJobs."""
    entity = entities.get(body.entity)
    if entity is None:
        said = "There is no such list to export"
        raise Invalid(errors=[place("body", "entity", msg=said, code="unknown_entity")], allowed=sorted(entities))
    refuse_unreadable(entity, asker)
    filters = _filters(entity, body.filters)
    job = _job(cause, asker, entity.kind, {"filters": filters}, dry_run=False)
    job.format = body.format
    return await _kept(session, cause, job)


async def cancel(session: AsyncSession, cause: Cause, job_id: UUID) -> BulkJob:
    """Let a job do no more, after the batch that is under way; what was done stays. Raises NotFound, JobEnded."""
    job = await queries.job(session, job_id, lock=True)
    before = audit.state_of(job, "state")
    job.cancel(cause.at)
    await pieces.forget(session, job.id)
    await audit.record_row(session, cause, "cancel", job, before, audit.state_of(job, "state", "done"))
    await session.flush()
    return job


async def content_of(
    session: AsyncSession, cause: Cause, job_id: UUID, *, asker: Principal, entities: Mapping[str, Entity]
) -> tuple[BulkJob, Entity]:
    """An export whose content can be fetched. Raises NotFound, Forbidden, ExportNotReady, ExportGone."""
    job = await queries.export(session, job_id)
    entity = entities.get(job.kind.removeprefix("export_"))
    if entity is None:  # a release ago it was there
        raise ExportGone
    refuse_unreadable(entity, asker)
    if job.state != "done" or job.ended_at is None:
        raise ExportNotReady(f"It is {job.state}.")
    if cause.at >= job.ended_at + EXPORT_KEPT:
        raise ExportGone
    return job, entity


def refuse_unreadable(entity: Entity, asker: Principal) -> None:
    """An export shows what its list does: raises Forbidden for who may not read that."""
    if not asker.may(entity.scope):
        raise Forbidden(f"The scope {entity.scope} is needed as well.")


def _job(
    cause: Cause,
    asker: Principal,
    kind: str,
    options: Mapping[str, Any],
    *,
    dry_run: bool,
    total: int | None = None,
    input_bytes: int | None = None,
    job_id: UUID | None = None,
) -> BulkJob:
    return BulkJob(
        id=job_id or uuid7(),
        kind=kind,
        actor=asker.actor,
        staff_id=asker.staff_id,
        scopes=sorted(asker.scopes),
        traceparent=cause.traceparent,
        dry_run=dry_run,
        options=dict(options),
        total=total,
        input_bytes=input_bytes,
        created_at=cause.at,
    )


async def _kept(session: AsyncSession, cause: Cause, job: BulkJob) -> BulkJob:
    if await queries.count_unfinished(session) >= MOST_UNFINISHED:
        raise TooManyJobs(f"There are {MOST_UNFINISHED}.")
    session.add(job)
    await session.flush()
    await audit.record_row(session, cause, "start", job, {}, audit.state_of(job, "kind", "dry_run", "total"))
    return job


def _refuse_unknown(columns: Columns, names: Sequence[str]) -> None:
    if unknown := columns.unknown(names):
        said = "There is no such column, or it came before"
        places = [place("body", "header", number, msg=said, code="unknown_column") for number in unknown[:50]]
        raise Invalid("The first row names the columns.", errors=places, allowed=columns.known)


def _filters(entity: Entity, given: Mapping[str, Any]) -> dict[str, Any]:
    """The filters as the list takes them, as JSON. Raises Invalid with the places."""
    known = {part.alias or name for name, part in entity.filters.model_fields.items()}
    unknown = sorted(given.keys() - known)
    places: list[Place] = [
        place("body", "filters", name[:100], msg="There is no such parameter", code="extra_forbidden")
        for name in unknown[:50]
    ]
    try:
        if not places:
            filters = entity.filters.model_validate(given)
            return filters.model_dump(mode="json", by_alias=True, exclude_unset=True)
    except ValidationError as refused:
        places = invalid.places(refused.errors(include_input=False, include_url=False), "body", "filters")
    raise Invalid(errors=places, allowed=sorted(known) if unknown else ())
