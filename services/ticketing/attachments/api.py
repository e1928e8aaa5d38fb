"""Routes of attachments."""

from typing import Annotated, Any

from fastapi import Query, Request
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from services.ticketing.attachments import names, queries, service, uploading
from services.ticketing.attachments.errors import StorageAway
from services.ticketing.attachments.models import Attachment
from services.ticketing.attachments.schemas import AttachmentOut, UploadAsked
from services.ticketing.attachments.storage import Storage, StorageFailed
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
    return _FileAnswer(row, storage)


class _FileAnswer(StreamingResponse):
    """A file on its way out, opened once the transaction is over: a storage that is away is a problem, not a stub."""

    def __init__(self, row: Attachment, storage: Storage) -> None:
        self._id = row.id
        self._storage = storage
        # Given as a header, since Starlette would name a charset that nobody knows.
        headers = {
            "content-type": row.media_type,
            "content-length": str(row.size),
            "content-disposition": names.disposition(row.name),
        }
        super().__init__(iter(()), headers=headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it. Raises StorageAway before anything is sent."""
        try:
            self.body_iterator = await self._storage.read(self._id)
        except StorageFailed:
            raise StorageAway from None
        await super().__call__(scope, receive, send)
