"""Routes to see periodic work, the same in every service."""

from datetime import datetime
from typing import Self

from fastapi import APIRouter
from sqlalchemy import select
from sqlmodel import col

from shared.features.jobs.models import JobRow
from shared.http.dependencies import Page, Session
from shared.http.fields import Listed, View, example
from shared.http.routes import Router


class JobOut(View):
    """One kind of periodic work: its last run and when it is due next. `last_count`: things dealt with."""

    model_config = example(
        {
            "name": "sla_due",
            "interval_seconds": 5.0,
            "next_run_at": "2026-11-22T10:15:05Z",
            "last_run_at": "2026-11-22T10:15:00Z",
            "last_duration_seconds": 0.012,
            "last_count": 3,
            "outcome": "done",
        }
    )

    name: str
    interval_seconds: float
    next_run_at: datetime
    last_run_at: datetime | None
    last_duration_seconds: float | None
    last_count: int | None
    outcome: str | None

    @classmethod
    def of(cls, row: JobRow) -> Self:
        """The view of a row."""
        return cls.model_validate(row, from_attributes=True)


def router(service: str) -> APIRouter:
    """The routes, under the service's own scope."""
    routes = Router(prefix="/v1/jobs", tags=["jobs"], scope=f"{service}:jobs")

    @routes.get("")
    async def list_jobs(session: Session, page: Page) -> Listed[JobOut]:
        """Periodic work, with its last run, its outcome and its next run."""
        return await page.of(session, select(JobRow).order_by(col(JobRow.name)), JobOut.of)

    return routes
