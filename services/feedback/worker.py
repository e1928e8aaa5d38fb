"""What the feedback worker does besides publishing facts."""

from services.feedback.follow_ups import jobs as follow_ups
from services.feedback.follow_ups.templates import GOOD_NEWS
from services.feedback.follow_ups.wordings import ADVOCACY_ASK, ANSWER_GIVEN
from services.feedback.handlers import HANDLERS
from services.feedback.invitations import jobs as invitations
from services.feedback.loop_cases import jobs as loop_cases
from services.feedback.privacy import ages, places
from services.feedback.responses import exporting, importing
from services.feedback.responses import jobs as responses
from services.feedback.scores import exporting as scores
from services.feedback.scores import jobs as score_jobs
from services.feedback.settings import Settings
from services.feedback.triage import jobs as triage
from services.feedback.triage.templates import TRIAGE_NEEDED
from services.feedback.waves import jobs as waves
from shared.features.privacy import jobs as privacy
from shared.features.retention import jobs as retention
from shared.worker.worker import Duties

TEMPLATES = (GOOD_NEWS, ANSWER_GIVEN, ADVOCACY_ASK, TRIAGE_NEEDED)


def duties(settings: Settings) -> Duties:
    """Which facts it obeys, what time triggers, what its mails say, and what is done in bulk."""
    return Duties(
        handlers=HANDLERS,
        jobs=[
            *responses.jobs(settings),
            *invitations.JOBS,
            *follow_ups.JOBS,
            *score_jobs.JOBS,
            *loop_cases.JOBS,
            *triage.jobs(settings.triage_address),
            *waves.JOBS,
            *privacy.jobs(settings, places.PLACES),
            *retention.jobs(ages.ENTITIES),
        ],
        templates=TEMPLATES,
        loops=(waves.decide_waves, *invitations.loops(settings)),
        bulk=[importing.rows(share_comment=settings.share_comment)],
        exports=(*exporting.ENTITIES, *scores.ENTITIES),
    )
