"""What the onboarding worker does besides publishing facts."""

from services.onboarding.directory import exporting as directory
from services.onboarding.directory import importing
from services.onboarding.handlers import handlers
from services.onboarding.handoffs import exporting as handoffs
from services.onboarding.settings import Settings
from shared.worker.worker import Duties


def duties(settings: Settings) -> Duties:
    """Which facts it obeys, and what is done in bulk; nothing is triggered by time, and no mail is written here."""
    return Duties(handlers(settings), bulk=importing.ROWS, exports=[*directory.ENTITIES, *handoffs.ENTITIES])
