"""The route to the audit trail, the same in every service."""

from typing import Annotated

from fastapi import APIRouter, Query

from shared.features.audit import queries
from shared.features.audit.schemas import AuditFilters, AuditOut
from shared.http.dependencies import Page, Session
from shared.http.fields import Listed
from shared.http.routes import Router


def router(service: str) -> APIRouter:
    """The route, under the service's own scope. Nothing writes here: changes are recorded where they are made."""
    routes = Router(
        prefix="/v1/audit",
        tags=["audit"],
        scope=f"{service}:audit",
        about="Who changed what, when, and why.",
    )

    @routes.get("")
    async def list_audit(session: Session, page: Page, filters: Annotated[AuditFilters, Query()]) -> Listed[AuditOut]:
        """What was changed, newest first."""
        return await page.of(session, queries.changes(filters), AuditOut.of)

    return routes
