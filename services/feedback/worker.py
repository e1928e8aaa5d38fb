"""What the feedback worker does besides publishing facts."""

from services.feedback.follow_ups import jobs as follow_ups
from services.feedback.follow_ups import templates
from services.feedback.handlers import HANDLERS
from services.feedback.privacy import ages, places
from services.feedback.responses import exporting, importing
from services.feedback.scores import exporting as scores
from services.feedback.scores import jobs as score_jobs
from services.feedback.settings import Settings
from shared.features.privacy import jobs as privacy
from shared.features.retention import jobs as retention
from shared.worker.worker import Duties


def duties(settings: Settings) -> Duties:
    """Which facts it obeys, what time triggers, what its mails say, and what is done in bulk."""
    return Duties(
        handlers=HANDLERS,
        jobs=[
            *follow_ups.JOBS,
            *score_jobs.JOBS,
            *privacy.jobs(settings, places.PLACES),
            *retention.jobs(ages.ENTITIES),
        ],
        templates=(templates.GOOD_NEWS,),
        bulk=[importing.rows(share_comment=settings.share_comment)],
        exports=(*exporting.ENTITIES, *scores.ENTITIES),
    )
