"""Routes of attachments."""

from typing import Annotated, Any

from fastapi import Query, Request
from starlette.responses import StreamingResponse

from services.ticketing.attachments import queries, service, uploading
from services.ticketing.attachments.reading import FileAnswer
from services.ticketing.attachments.schemas import AttachmentOut, UploadAsked
from services.ticketing.attachments.storage import Storage
from services.ticketing.attachments.uploading import Uploaded
from shared.http.dependencies import Answer, Given, RequestCause, Session
from shared.http.fields import Id
from shared.http.routes import Router, receives

ANY_BYTES = {"schema": {"type": "string", "format": "binary"}}
TAKES_A_FILE: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "The file as it is, under its own Content-Type.",
        "content": {"application/octet-stream": ANY_BYTES},
    }
}

UploadedFile = Annotated[Uploaded, Given(lambda request: request.scope["state"]["upload"])]
"""The file that came, which lies in the storage already."""


def _storage(request: Request) -> Storage:
    return uploading.storage_of(request.app.state.settings)


ItsStorage = Annotated[Storage, Given(_storage)]
"""Where files lie."""

router = Router(
    prefix="/v1/attachments",
    tags=["attachments"],
    scope="ticketing:attachments",
    about="Files of messages: uploaded first, then named by the message.",
)


@router.post("", status_code=201, openapi_extra=TAKES_A_FILE)
@receives(uploading.FILE)
async def upload_attachment(
    asked: Annotated[UploadAsked, Query()], file: UploadedFile, session: Session, cause: RequestCause, answer: Answer
) -> AttachmentOut:
    """Upload a file as it is, of up to TICKETING_ATTACHMENT_MAX_BYTES (20 MB), under its Content-Type.

    Then name its id in `attachments` of a message. One that no message has named is removed after 24 hours. Its name
    loses its path and what is unreadable.
    """
    return answer.created(AttachmentOut.model_validate(await service.keep(session, cause, file)))


@router.get(
    "/{attachment_id}",
    response_class=StreamingResponse,
    responses={200: {"content": {"*/*": ANY_BYTES}, "description": "The file, to be kept and not to be shown."}},
)
async def read_attachment(attachment_id: Id, session: Session, storage: ItsStorage) -> StreamingResponse:
    """An attachment's bytes. A browser keeps them as a file, whatever they are."""
    row = await queries.attachment(session, attachment_id)
    return FileAnswer(row, storage)
