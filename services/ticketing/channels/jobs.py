"""What of conversations a worker does besides its jobs: it sends replies, and removes files that nobody names."""

from collections.abc import Sequence

from services.ticketing.attachments import jobs as attachments
from services.ticketing.attachments.storage import Storage
from services.ticketing.channels.replies import Sender
from services.ticketing.channels.sender import ReplySender
from services.ticketing.settings import Settings
from shared.db.session import Database
from shared.ops.clock import Clock
from shared.ops.metrics import Metrics
from shared.worker.jobs import Loop
from shared.worker.worker import MakeLoop


def loops(settings: Settings) -> Sequence[MakeLoop]:
    """The loops of these settings; where no storage is named, there are no files to remove."""
    storage = Storage.of(settings.attachments_url) if settings.attachments_url else None

    def send(database: Database, metrics: Metrics, clock: Clock) -> Loop:
        return ReplySender(
            database,
            smtp_url=settings.smtp_url,
            sender=Sender.of(settings),
            storage=storage,
            metrics=metrics,
            clock=clock,
            allowed_domains=settings.allowed_domains,
        ).loop()

    if storage is None:
        return (send,)

    def remove(database: Database, metrics: Metrics, clock: Clock) -> Loop:
        return attachments.loop(database, storage, clock)

    return (send, remove)
