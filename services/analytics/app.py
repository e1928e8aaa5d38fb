"""Analytics' API."""

from fastapi import FastAPI

import services.analytics
from services.analytics.assurance import api as assurance
from services.analytics.assurance import conformance
from services.analytics.assurance import exporting as assurance_lists
from services.analytics.handlers import HANDLERS
from services.analytics.metrics import api as metrics
from services.analytics.metrics import exporting as metric_lists
from services.analytics.privacy.ages import ENTITIES
from services.analytics.privacy.export import SECTIONS
from services.analytics.settings import Settings
from services.analytics.traces import api as traces
from shared.db.session import Database
from shared.features.access import api as access
from shared.features.audit import api as audit
from shared.features.bulk_jobs import api as bulk_jobs
from shared.features.dead_letters import api as dead_letters
from shared.features.events import api as events
from shared.features.jobs import api as jobs
from shared.features.notifications import api as notifications
from shared.features.privacy import api as privacy
from shared.features.retention import api as retention
from shared.features.webhooks import api as webhooks
from shared.http.app import create_app

NAME = "analytics"

# Made once, whatever apps a process makes: it takes a hundred times as long as the rest.
ROUTERS = (
    metrics.router(conformance.report, {"automation_conformance": conformance.SOURCE}),
    traces.router,
    notifications.router(NAME),
    jobs.router(NAME),
    access.router(NAME),
    audit.router(NAME),
    dead_letters.router(NAME, HANDLERS),
    events.router(NAME),
    *webhooks.routers(NAME),
    *bulk_jobs.routers(NAME, [*assurance_lists.ENTITIES, *metric_lists.ENTITIES]),
    privacy.router(NAME, SECTIONS),
    retention.router(NAME, ENTITIES),
)


def create(settings: Settings, database: Database) -> FastAPI:
    """The API with all its routes."""
    return create_app(
        name=NAME,
        title="Analytics",
        description=services.analytics.__doc__ or "",
        settings=settings,
        database=database,
        handlers=HANDLERS,
        routers=[
            *assurance.routers(repairs_per_minute=settings.repairs_per_minute),
            *ROUTERS,
        ],
    )
