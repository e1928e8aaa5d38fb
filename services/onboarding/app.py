"""The API of the onboarding service."""

from fastapi import FastAPI

import services.onboarding
from services.onboarding.directory import api as directory
from services.onboarding.directory import exporting as directory_lists
from services.onboarding.erasures import api as erasures
from services.onboarding.handlers import handlers
from services.onboarding.handoffs import api as handoffs
from services.onboarding.handoffs import exporting as handoff_lists
from services.onboarding.privacy.ages import ENTITIES
from services.onboarding.privacy.export import SECTIONS
from services.onboarding.settings import Settings
from shared.db.session import Database
from shared.features.access import api as access
from shared.features.audit import api as audit
from shared.features.bulk_jobs import api as bulk_jobs
from shared.features.calendars import api as calendars
from shared.features.dead_letters import api as dead_letters
from shared.features.events import api as events
from shared.features.jobs import api as jobs
from shared.features.notifications import api as notifications
from shared.features.privacy import api as privacy
from shared.features.retention import api as retention
from shared.features.webhooks import api as webhooks
from shared.http.app import create_app

# Made once, whatever apps a process makes: it takes a hundred times as long as the rest.
ROUTERS = (
    *(directory.account_routes, directory.contact_routes, directory.staff_routes),
    *(handoffs.deal_routes, handoffs.handoff_routes),
    *(calendars.router("onboarding"), notifications.router("onboarding")),
    *(access.router("onboarding"), audit.router("onboarding")),
    *(jobs.router("onboarding"), events.router("onboarding")),
    *webhooks.routers("onboarding"),
    *bulk_jobs.routers("onboarding", [*directory_lists.ENTITIES, *handoff_lists.ENTITIES]),
    erasures.router,
    privacy.router("onboarding", SECTIONS),
    retention.router("onboarding", ENTITIES),
)


def create(settings: Settings, database: Database) -> FastAPI:
    """The app with all of the service's routes."""
    heard = handlers(settings)
    return create_app(
        name="onboarding",
        title="Onboarding",
        description=services.onboarding.__doc__ or "",
        settings=settings,
        database=database,
        routers=[
            *ROUTERS,
            dead_letters.router("onboarding", heard),
        ],
        handlers=heard,
    )
