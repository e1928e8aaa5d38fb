"""What the feedback worker does besides publishing facts."""

from services.feedback.follow_ups import jobs as follow_ups
from services.feedback.follow_ups import templates
from services.feedback.handlers import HANDLERS
from services.feedback.settings import Settings
from shared.worker.worker import Duties


def duties(settings: Settings) -> Duties:
    """Which facts it obeys, what time triggers, and what its mails say."""
    return Duties(HANDLERS, follow_ups.JOBS, (templates.GOOD_NEWS,))
