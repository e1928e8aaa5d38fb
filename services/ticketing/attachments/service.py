"""The deeds on attachments: keeping an upload's row, and giving it to its message."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.attachments.errors import UnknownAttachment
from services.ticketing.attachments.models import Attachment
from services.ticketing.attachments.schemas import AttachedFile, AttachmentRef
from services.ticketing.attachments.uploading import Uploaded
from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.features.audit import service as audit

# In the order of their ids, so that two messages with the same ones cannot lock each other out.
_HOLD = """
SELECT id, name, media_type, size, sha256 FROM attachment
WHERE id = ANY ($1::uuid[]) AND message_id IS NULL AND removed_at IS NULL ORDER BY id FOR UPDATE
"""
_GIVE = "UPDATE attachment SET message_id = $2 WHERE id = ANY ($1::uuid[])"


async def keep(session: AsyncSession, cause: Cause, uploaded: Uploaded) -> Attachment:
    """Keep what was uploaded, whose bytes lie in the storage already."""
    row = Attachment(
        id=uploaded.id,
        name=uploaded.name,
        media_type=uploaded.media_type,
        size=uploaded.size,
        sha256=uploaded.sha256,
        uploaded_by=cause.actor,
        created_at=cause.at,
    )
    session.add(row)
    after = {"media_type": row.media_type, "size": row.size}
    await audit.record(session, cause, action="attachment.upload", entity="attachment", entity_id=row.id, after=after)
    return row


async def give(session: AsyncSession, refs: Sequence[AttachmentRef], message_id: UUID) -> list[dict[str, Any]]:
    """Make uploads a message's; answers what the message says of them. Raises UnknownAttachment."""
    ids = list(dict.fromkeys(ref.id for ref in refs))
    if not ids:
        return []
    held = {row.id: row for row in await fetch(session, _HOLD, ids)}
    for index, ref in enumerate(refs):
        if ref.id not in held:
            raise UnknownAttachment(index)
    await fetch(session, _GIVE, ids, message_id)
    return [AttachedFile.model_validate(held[one]).model_dump(mode="json") for one in ids]
