"""What the onboarding worker does besides publishing facts."""

from services.onboarding.handlers import handlers
from services.onboarding.settings import Settings
from shared.worker.worker import Duties


def duties(settings: Settings) -> Duties:
    """Nothing here is triggered by time, and no mail is written here."""
    return Duties(handlers(settings))
