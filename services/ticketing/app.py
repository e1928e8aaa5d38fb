"""Ticketing's API."""

from fastapi import FastAPI

import services.ticketing
from services.ticketing.attachments import api as attachments
from services.ticketing.channels import api as channels
from services.ticketing.compensations import api as compensations
from services.ticketing.complaints import api as complaints
from services.ticketing.complaints import exporting as complaint_lists
from services.ticketing.console import api as console
from services.ticketing.escalation import api as escalation
from services.ticketing.escalation import wordings
from services.ticketing.escalation_rules import api as escalation_rules
from services.ticketing.escalation_rules import wordings as levels
from services.ticketing.handlers import HANDLERS
from services.ticketing.links import api as links
from services.ticketing.macros import api as macros
from services.ticketing.merging import api as merging
from services.ticketing.ola import api as ola
from services.ticketing.privacy.ages import ENTITIES
from services.ticketing.privacy.export import SECTIONS
from services.ticketing.recovery import api as recovery
from services.ticketing.response_plans import api as response_plans
from services.ticketing.routing import api as routing
from services.ticketing.routing import rules_api
from services.ticketing.satisfaction import api as satisfaction
from services.ticketing.settings import Settings
from services.ticketing.sla import api as sla
from services.ticketing.ticket_fields import api as ticket_fields
from services.ticketing.tickets import api as tickets
from services.ticketing.tickets import exporting, simulating, watching
from services.ticketing.timeline import api as timeline
from services.ticketing.views import api as views
from services.ticketing.watchers import wordings as watched
from shared.db.session import Database
from shared.features.access import api as access
from shared.features.audit import api as audit
from shared.features.bulk_jobs import api as bulk_jobs
from shared.features.calendars import api as calendars
from shared.features.dead_letters import api as dead_letters
from shared.features.events import api as events
from shared.features.jobs import api as jobs
from shared.features.notification_templates import api as notification_templates
from shared.features.notifications import api as notifications
from shared.features.privacy import api as privacy
from shared.features.retention import api as retention
from shared.features.webhooks import api as webhooks
from shared.http.app import create_app
from shared.pages import site

NAME = "ticketing"

# Made once, whatever apps a process makes: it takes a hundred times as long as the rest.
ROUTERS = (
    tickets.router,
    satisfaction.router,
    merging.router,
    links.router,
    watching.router,
    timeline.router,
    *channels.ROUTERS,
    attachments.router,
    macros.on_tickets,
    macros.router,
    views.router,
    ticket_fields.router,
    *sla.routers(),
    *ola.routers(),
    recovery.router,
    response_plans.router,
    compensations.router,
    complaints.complaints,
    complaints.promises,
    escalation.router,
    *escalation_rules.routers(),
    routing.groups,
    routing.agents,
    routing.presences,
    rules_api.router,
    simulating.router,
    calendars.router(NAME),
    notifications.router(NAME),
    notification_templates.router(NAME, (*wordings.TEMPLATES, *levels.TEMPLATES, *watched.TEMPLATES)),
    jobs.router(NAME),
    access.router(NAME),
    audit.router(NAME),
    dead_letters.router(NAME, HANDLERS),
    events.router(NAME),
    *webhooks.routers(NAME),
    *bulk_jobs.routers(NAME, (*exporting.ENTITIES, *complaint_lists.ENTITIES)),
    privacy.router(NAME, SECTIONS),
    retention.router(NAME, ENTITIES),
)


def create(settings: Settings, database: Database) -> FastAPI:
    """The API with all its routes."""
    app = create_app(
        name=NAME,
        title="Ticketing",
        description=services.ticketing.__doc__ or "",
        settings=settings,
        database=database,
        handlers=HANDLERS,
        signed=channels.signed(settings),
        routers=ROUTERS,
    )
    site.install(app, service=NAME, package=console.PACKAGE, routers=[console.pages], sections=console.SECTIONS)
    return app
