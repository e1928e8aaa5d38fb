"""What time sets off: invitations and reminders go out, and what is over expires."""

from collections.abc import Sequence

from services.feedback.invitations import service
from services.feedback.invitations.sender import House, InvitationSender
from services.feedback.settings import Settings
from shared.db.session import Database
from shared.ops.clock import Clock
from shared.ops.metrics import Metrics
from shared.worker.jobs import InBatches, Job, Loop
from shared.worker.worker import MakeLoop

JOBS = (Job("settle_invitations", every_seconds=5.0, deed=InBatches(service.settle, most=500)),)


def loops(settings: Settings) -> Sequence[MakeLoop]:
    """What sends. Without a mail server, or an address under which people reach us, nothing does."""
    house = House.of(settings)
    if house is None:
        return ()

    def send(database: Database, metrics: Metrics, clock: Clock) -> Loop:
        return InvitationSender(database, house, metrics, clock).loop()

    return (send,)
