"""What the onboarding worker does besides publishing facts."""

from services.onboarding.directory import exporting as directory
from services.onboarding.directory import importing
from services.onboarding.handlers import handlers
from services.onboarding.handoffs import exporting as handoffs
from services.onboarding.privacy import ages, places
from services.onboarding.settings import Settings
from shared.features.privacy import jobs as privacy
from shared.features.retention import jobs as retention
from shared.worker.worker import Duties


def duties(settings: Settings) -> Duties:
    """Which facts it obeys, what is erased in time, and what is done in bulk; no mail is written here."""
    return Duties(
        handlers(settings),
        jobs=[*privacy.jobs(settings, places.PLACES), *retention.jobs(ages.ENTITIES)],
        bulk=importing.ROWS,
        exports=[*directory.ENTITIES, *handoffs.ENTITIES],
    )
