"""An attachment on its way to whoever may read it."""

from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from services.ticketing.attachments import names
from services.ticketing.attachments.errors import StorageAway
from services.ticketing.attachments.models import Attachment
from services.ticketing.attachments.storage import Storage, StorageFailed


class FileAnswer(StreamingResponse):
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
