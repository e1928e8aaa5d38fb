"""HTTP bodies of bulk jobs and exports."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import Field

from shared.features.bulk_jobs.models import BulkJob, BulkJobRow, Outcome, State
from shared.http.fields import Body, Filters, JsonObject, ShortText, View, example

EXPORT_KEPT = timedelta(hours=24)
"""How long the content of an export can be fetched after it was written."""

_JOB = "01a208ea-9300-7c31-b02d-6f87c14ea50e"
_THING = "01a207e6-dd40-7d40-8a95-72e0c61fb30f"


class BulkJobOut(View):
    """A job, and how far it is.

    kind: as in `import_tickets` or `export_tickets`. asked_by: as the audit trail names them.
    total: null until the whole input was read. progress: from 0 to 1 by what was read of it; null for an export that
    goes on. dry_run: nothing is kept but what would come of each row. failed: state, where batches were lost again
    and again; what was done by then stays. error: why, then. expires_at: of an export's content.
    """

    model_config = example(
        {
            "id": _JOB,
            "kind": "import_tickets",
            "state": "running",
            "asked_by": "staff/01935f2e-7c00-7000-8000-000000000005",
            "dry_run": False,
            "format": "csv",
            "total": None,
            "done": 4200,
            "succeeded": 4150,
            "failed": 12,
            "skipped": 38,
            "progress": 0.42,
            "created_at": "2026-11-22T10:15:00Z",
            "started_at": "2026-11-22T10:15:00.400000Z",
            "ended_at": None,
            "expires_at": None,
            "error": None,
        }
    )

    id: UUID
    kind: str
    state: State
    asked_by: str
    dry_run: bool
    format: Literal["csv", "jsonl"] | None
    total: int | None
    done: int
    succeeded: int
    failed: int
    skipped: int
    progress: float | None
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    expires_at: datetime | None
    error: str | None

    @classmethod
    def of(cls, row: BulkJob) -> Self:
        """A row as the API shows it."""
        kept = row.kind.startswith("export_") and row.ended_at is not None and row.state == "done"
        shown = {name: getattr(row, name) for name in cls.model_fields if name not in ("asked_by", "expires_at")}
        until = row.ended_at + EXPORT_KEPT if kept and row.ended_at else None
        return cls.model_validate({**shown, "asked_by": row.actor, "expires_at": until})


class BulkJobFilters(Filters):
    """What a list of jobs may be narrowed to."""

    state: State | None = None
    kind: ShortText | None = None


class BulkRowPlace(View):
    """One refused place of a row; `loc` names it as the API does."""

    loc: list[str | int]
    msg: str
    type: str


class BulkJobRowOut(View):
    """What came of one row. number: from 1 on; a CSV file's header is none.

    thing_id: what it made, changed, or found there already. code, detail, errors: why it was refused or skipped, as
    the API says it; what was sent is never repeated.
    """

    model_config = example(
        {
            "number": 17,
            "outcome": "failed",
            "thing_id": None,
            "code": "invalid",
            "detail": "The request is not valid.",
            "errors": [{"loc": ["body", "subject"], "msg": "Field required", "type": "missing"}],
        },
        {"number": 18, "outcome": "succeeded", "thing_id": _THING, "code": None, "detail": None, "errors": []},
    )

    number: int
    outcome: Outcome
    thing_id: UUID | None
    code: str | None
    detail: str | None
    errors: list[BulkRowPlace]

    @classmethod
    def of(cls, row: BulkJobRow) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class BulkJobRowFilters(Filters):
    """What a job's rows may be narrowed to."""

    outcome: Outcome | None = None


class ExportIn(Body):
    """A list to write down whole. filters: as the list takes them."""

    model_config = example({"entity": "tickets", "format": "csv", "filters": {"status": ["solved", "closed"]}})

    entity: ShortText
    format: Literal["csv", "jsonl"] = "csv"
    filters: JsonObject = Field(default_factory=dict)


def export_of(entity: str, filters: Mapping[str, Any]) -> type[ExportIn]:
    """The body, with this list in its example."""
    shown = example({"entity": entity, "format": "csv", "filters": dict(filters)})
    described = {"model_config": shown, "__doc__": ExportIn.__doc__, "__module__": __name__}
    return type("ExportIn", (ExportIn,), described)
