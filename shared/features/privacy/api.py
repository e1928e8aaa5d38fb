"""The route that gives out what a service holds about a person, the same in every service."""

from collections.abc import Mapping

from fastapi import APIRouter

from shared.features.privacy.export import ExportOut, Section, export
from shared.http.dependencies import RequestCause, Session
from shared.http.fields import Id
from shared.http.routes import Router


def router(service: str, sections: Mapping[str, Section]) -> APIRouter:
    """The route, under a scope of its own."""
    routes = Router(
        prefix="/v1/contacts",
        tags=["privacy"],
        scope=f"{service}:privacy",
        about="Erasing people, giving out what is held about them, and how long things are kept.",
    )

    @routes.get("/{contact_id}/export")
    async def export_contact(contact_id: Id, session: Session, cause: RequestCause) -> ExportOut:
        """All that this service holds about a contact, by section; the audit trail notes who asked."""
        return await export(session, cause, service, contact_id, sections)

    return routes
