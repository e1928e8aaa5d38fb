"""What time triggers in responses."""

from functools import partial as with_settings

from services.feedback.responses import partial
from services.feedback.settings import Settings
from shared.worker.jobs import InBatches, Job


def jobs(settings: Settings) -> list[Job]:
    """The jobs of responses."""
    settle = with_settings(partial.settle_due, share_comment=settings.share_comment)
    return [Job("settle_partial_answers", every_seconds=5.0, deed=InBatches(settle, most=100))]
