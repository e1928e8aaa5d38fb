"""What a request that comes once more recorded before."""

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.responses.models import Response
from services.feedback.responses.schemas import ResponseIn
from shared.http.errors import Conflict, SourceConflict
from shared.http.fields import digest


class ResponseDeleted(Conflict):
    """The answer under this source and source_id was deleted, and is not recorded again."""

    code = "response_deleted"


async def recorded_before(session: AsyncSession, body: ResponseIn, sent: str) -> Response:
    """The answer that holds a key of this request. Raises SourceConflict unless it is the same request."""
    same_source = (col(Response.source) == body.source) & (col(Response.source_id) == body.source_id)
    same_invitation = col(Response.invitation_id) == body.invitation_id
    asked = select(Response).where(or_(same_source, same_invitation) if body.invitation_id else same_source)
    holders = (await session.execute(asked)).scalars().all()
    held = next((one for one in holders if one.source == body.source and one.source_id == body.source_id), None)
    if held is None or (held.digest != sent and held.deleted_at is None):
        raise SourceConflict(conflicting_id=(held or holders[0]).id)
    if held.deleted_at is not None:
        raise ResponseDeleted(conflicting_id=held.id)
    return held


async def same_request(session: AsyncSession, body: ResponseIn) -> Response | None:
    """The answer that the same request recorded; None where there is none, or it was deleted."""
    asked = select(Response).where(
        col(Response.source) == body.source,
        col(Response.source_id) == body.source_id,
        col(Response.digest) == digest(body),
        col(Response.deleted_at).is_(None),
    )
    return (await session.execute(asked)).scalar_one_or_none()
