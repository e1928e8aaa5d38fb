"""The API of the feedback service."""

from fastapi import FastAPI

import services.feedback
from services.feedback.answering import routes as answering
from services.feedback.brands import api as brands
from services.feedback.decisions import api as decisions
from services.feedback.directory import api as directory
from services.feedback.follow_up_rules import api as follow_up_rules
from services.feedback.follow_ups import api as follow_ups
from services.feedback.follow_ups.templates import GOOD_NEWS
from services.feedback.follow_ups.wordings import ADVOCACY_ASK, ANSWER_GIVEN
from services.feedback.handlers import HANDLERS
from services.feedback.invitations import api as invitations
from services.feedback.loop_cases import api as loop_cases
from services.feedback.loop_cases import policy_api as loop_policy
from services.feedback.privacy.ages import ENTITIES
from services.feedback.privacy.export import SECTIONS
from services.feedback.programs import api as programs
from services.feedback.responses import api as responses
from services.feedback.responses import exporting
from services.feedback.scores import api as scores
from services.feedback.scores import exporting as score_exporting
from services.feedback.settings import Settings
from services.feedback.studio import api as studio
from services.feedback.surveys import api as surveys
from services.feedback.themes import api as themes
from services.feedback.triage import api as triage
from services.feedback.triage.templates import TRIAGE_NEEDED
from services.feedback.waves import api as waves
from services.feedback.word_lists import api as word_lists
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

NAME = "feedback"

# Made once, whatever apps a process makes: it takes a hundred times as long as the rest.
ROUTERS = (
    responses.router,  # the busiest is looked up first
    surveys.router,
    brands.router,
    *invitations.ROUTERS,
    scores.router,
    *waves.routers(),
    *decisions.routers(),
    directory.router,
    programs.router,
    loop_cases.router,
    loop_policy.router,
    triage.router,
    word_lists.router,
    themes.router,
    follow_up_rules.router,
    follow_ups.trials,
    follow_ups.runs,
    calendars.router(NAME),
    access.router(NAME),
    audit.router(NAME),
    notifications.router(NAME),
    jobs.router(NAME),
    dead_letters.router(NAME, HANDLERS),
    notification_templates.router(NAME, (GOOD_NEWS, ANSWER_GIVEN, ADVOCACY_ASK, TRIAGE_NEEDED)),
    events.router(NAME),
    *webhooks.routers(NAME),
    *bulk_jobs.routers(NAME, (*exporting.ENTITIES, *score_exporting.ENTITIES)),
    privacy.router(NAME, SECTIONS),
    retention.router(NAME, ENTITIES),
)


def create(settings: Settings, database: Database) -> FastAPI:
    """The app with all of the service's routes."""
    responses.get_ready()
    app = create_app(
        name=NAME,
        title="Feedback",
        description=services.feedback.__doc__ or "",
        settings=settings,
        database=database,
        routers=ROUTERS,
        handlers=HANDLERS,
        signed=invitations.signed(settings),
    )
    site.install(
        app,
        service=NAME,
        package=studio.PACKAGE,
        routers=[studio.pages],
        sections=studio.SECTIONS,
    )
    answering.install(app)
    return app
