"""HTTP bodies of attachments."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from shared.http.fields import Body, Filters, Id, Text, View, example

MOST_ATTACHMENTS = 20  # of one message


class AttachmentRef(Body):
    """An upload that belongs to the message, as `POST /v1/attachments` answered it."""

    id: Id


AttachmentRefs = Annotated[list[AttachmentRef], Field(max_length=MOST_ATTACHMENTS)]


class UploadAsked(Filters):
    """What an uploaded file is called."""

    name: Annotated[Text, Field(min_length=1, max_length=1_000)]


class AttachedFile(View):
    """A file of a message. Its bytes: `GET /v1/attachments/{id}`. sha256: of them, in hex."""

    id: UUID
    name: str
    media_type: str
    size: int
    sha256: str


class AttachmentOut(AttachedFile):
    """An uploaded file. message_id is null until a message names it; without one it is removed after 24 hours."""

    model_config = example(
        {
            "id": "01a208b4-9a80-7d46-93bf-40de71a86c16",
            "name": "export.log",
            "media_type": "text/plain",
            "size": 18,
            "sha256": "1f6d6b9bd3e1b4d9d3c7a3e6f3a5a1f8f2cc8fd4a6e0c6c3b2c2f1e0d9c8b7a6",
            "message_id": None,
            "created_at": "2026-11-23T14:00:00Z",
        }
    )

    message_id: UUID | None
    created_at: datetime
