"""What analytics' worker does: which facts it takes, what time triggers, and which lists it writes down."""

from services.analytics.assurance import exporting as assurance_lists
from services.analytics.assurance import jobs as assurance
from services.analytics.facts import jobs as facts
from services.analytics.handlers import HANDLERS
from services.analytics.metrics import exporting as metric_lists
from services.analytics.metrics import jobs as metrics
from services.analytics.privacy import ages, places
from services.analytics.settings import Settings
from shared.features.privacy import jobs as privacy
from shared.features.retention import jobs as retention
from shared.worker.worker import Duties


def duties(settings: Settings) -> Duties:
    """The worker's duties."""
    return Duties(
        handlers=HANDLERS,
        jobs=[
            *assurance.jobs(settings),
            *facts.JOBS,
            *metrics.JOBS,
            *privacy.jobs(settings, places.PLACES),
            *retention.jobs(ages.ENTITIES),
        ],
        counts=[assurance.count_open_findings],
        exports=[*assurance_lists.ENTITIES, *metric_lists.ENTITIES],
    )
