"""Files that an agent sends with a reply or a note: kept as the API keeps an upload, and refused in plain words."""

from collections.abc import AsyncIterator, Sequence
from typing import Any, Final

from jinja2.filters import do_filesizeformat

from services.ticketing.attachments import names, service, uploading
from services.ticketing.attachments.errors import NotAFile
from services.ticketing.attachments.schemas import MOST_ATTACHMENTS
from services.ticketing.attachments.uploading import Uploaded
from shared.http.errors import Invalid, Problem, TooLarge, place
from shared.pages.files import Files
from shared.pages.visit import Visit

FIELD: Final = "files"
WRITE: Final = "ticketing:attachments:write"


class FileRefused(Invalid):
    """A file was not taken."""

    code = "file_refused"


def largest(visit: Visit) -> str | None:
    """How large a file may be, in words; None where this reader may add none, or there is no place for them."""
    if not visit.may(WRITE) or visit.settings.attachments_url is None:
        return None
    return do_filesizeformat(visit.settings.attachment_max_bytes)


async def attached(visit: Visit) -> Sequence[dict[str, str]]:
    """The files of a form, as a message names its uploads."""
    kept = [await service.keep(visit.session, visit.cause, each) for each in visit.files]
    await visit.session.flush()
    return [{"id": str(row.id)} for row in kept]


async def _keep(app: Any, name: str, content_type: str | None, content: AsyncIterator[bytes]) -> Uploaded:
    """Keep a file before the form's transaction begins. Raises FileRefused, StorageAway."""
    try:
        return await uploading.keep(app, name, content_type, content)
    except (TooLarge, NotAFile, Invalid) as refused:
        said = f"“{names.safe(name)}” {_why(refused, app.settings.attachment_max_bytes)}"
        raise FileRefused(errors=[place("body", FIELD, msg=said, code=refused.code)]) from None


def _why(refused: Problem, most: int) -> str:
    if isinstance(refused, TooLarge):
        return f"is larger than {do_filesizeformat(most)}"
    return "is of a kind that is not taken" if isinstance(refused, NotAFile) else "is empty"


FILES: Final = Files(FIELD, MOST_ATTACHMENTS, WRITE, _keep, uploading.discard)
"""What the form of a reply takes."""
