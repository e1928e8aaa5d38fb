"""What time triggers: the deed for whoever is marked and not erased yet."""

from collections.abc import Sequence
from functools import partial

from shared.features.privacy import copies, service
from shared.features.privacy.person import Place
from shared.ops.settings import ServiceSettings
from shared.worker.jobs import Job, OneByOne

EVERY_SECONDS = 5.0
LOOK_EVERY_SECONDS = 60.0
MARGIN_SECONDS = 1.0


def jobs(settings: ServiceSettings, places: Sequence[Place]) -> list[Job]:
    """The jobs of a service with these places. One person is one transaction.

    A mark may be committed one transaction's timeout after its time, and who did not see it ends one later.
    """
    deed = partial(
        service.erase_next,
        places=places,
        per_minute=settings.erasures_per_minute,
        settle_seconds=2 * settings.transaction_timeout_seconds + MARGIN_SECONDS,
    )
    return [
        Job("erase_contacts", EVERY_SECONDS, OneByOne(deed)),
        Job("erase_late_dead_letters", LOOK_EVERY_SECONDS, copies.late_dead_letters),
    ]
