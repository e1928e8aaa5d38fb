"""Reading a story."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.analytics.assurance import queries as assurance
from services.analytics.facts import queries as facts
from services.analytics.traces import assembly
from services.analytics.traces.schemas import Trace
from shared.http.errors import NotFound

LONGEST = 2_000  # facts of one story that are shown


async def trace(session: AsyncSession, trace_id: UUID, as_of: datetime) -> Trace:
    """The whole story. Raises NotFound where nothing is known of it."""
    told = await facts.of_trace(session, trace_id, at_most=LONGEST)
    expected = await assurance.of_trace(session, trace_id)
    if not told and not expected:
        raise NotFound("Nothing is known of this story.")
    return assembly.trace(trace_id, told, expected, as_of)
