"""What time sets off: invitations and reminders go out, and what is over expires."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.invitations import service
from services.feedback.invitations.sender import House, InvitationSender
from services.feedback.settings import Settings
from shared.db.session import Database
from shared.events.cause import Cause
from shared.ops.clock import Clock
from shared.ops.metrics import Metrics
from shared.worker.jobs import Job, Loop
from shared.worker.worker import MakeLoop

BATCH = 500
EVERY_SECONDS = 5


async def settle_invitations(session: AsyncSession, cause: Cause) -> int:
    """Let expire what is over, and put off what must wait."""
    return await service.settle(session, cause, BATCH)


JOBS = (Job("settle_invitations", EVERY_SECONDS, settle_invitations, batch=BATCH),)


def loops(settings: Settings) -> Sequence[MakeLoop]:
    """What sends. Without a mail server, or an address under which people reach us, nothing does."""
    house = House.of(settings)
    if house is None:
        return ()

    def send(database: Database, metrics: Metrics, clock: Clock) -> Loop:
        return InvitationSender(database, house, metrics, clock).loop()

    return (send,)
