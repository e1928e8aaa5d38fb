"""What time triggers: applying the policies."""

from collections.abc import Sequence
from functools import partial

from shared.features.retention import service
from shared.features.retention.entities import Entity
from shared.worker.jobs import InBatches, Job

EVERY_SECONDS = 3_600.0
BATCH = 1_000  # rows of one entity


def jobs(entities: Sequence[Entity]) -> list[Job]:
    """The job of a service with these entities; one batch of each is one transaction."""
    return [Job("apply_retention", EVERY_SECONDS, InBatches(partial(service.apply, entities=entities), most=BATCH))]
