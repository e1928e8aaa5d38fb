"""Files that a form brings: kept while they arrive, before the form's transaction begins.

The fields that stand before the first file show whose form it is; nothing is kept for one that is not ours. The first
file that is refused ends the reading: what was typed before it is there to be shown again.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from shared.http import bodies
from shared.http.errors import Forbidden, Invalid, Problem, TooLarge, TooSlow, Unreadable, place
from shared.pages import forms, multipart
from shared.pages.multipart import Part
from shared.pages.visit import Visit

LONGEST_SECONDS: Final = 300.0  # for a whole form to arrive

Keep = Callable[[Any, str, str | None, AsyncIterator[bytes]], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Files:
    """How a form's files are kept.

    field: whose they are. most: in one form. scope: what their sender needs besides the form's.
    keep: given the app's state, a file's name as it was sent, its Content-Type and its bytes; it bounds them.
    discard: forgets what was kept, given the app's state; nothing came of the form.
    """

    field: str
    most: int
    scope: str
    keep: Keep
    discard: Callable[[Any, Any], Awaitable[None]]


async def receive(visit: Visit, files: Files) -> Problem | None:
    """Read a form, with files or without, into the visit; answers why a file was refused.

    Raises FormNotOurs, and what a form without files may raise; then nothing is left of what was kept.
    """
    boundary = multipart.boundary_of(bodies.header(visit.request.scope, b"content-type"))
    if boundary is None:
        visit.form = await forms.receive(visit.request)
        visit.must_be_ours()
        return None
    bodies.refuse_coded(visit.request.scope)
    try:
        async with asyncio.timeout(LONGEST_SECONDS):
            return await _taken(visit, files, multipart.parts(bodies.chunks(visit.request.receive), boundary))
    except Exception as error:
        await forget(visit, files)
        if isinstance(error, TimeoutError):
            raise TooSlow(headers={"Connection": "close"}) from None
        raise


async def forget(visit: Visit, files: Files) -> None:
    """Forget what was kept, since nothing came of the form."""
    while visit.files:
        await files.discard(visit.request.app.state, visit.files.pop())


def choose_again(files: Files) -> dict[str, Any]:
    """What is said of the files of a form that was refused."""
    said = "Choose them again: a browser keeps what was typed, and not the files"
    return place("body", files.field, msg=said, code="not_kept")


async def _taken(visit: Visit, files: Files, parts: AsyncIterator[Part]) -> Problem | None:
    fields: dict[str, str] = {}
    visit.form = fields
    count = size = 0
    async for part in parts:
        count += 1
        if count > forms.MOST_FIELDS:
            raise Unreadable("The form has too many fields.")
        if part.filename is None:
            text = await _text(part, bodies.LARGEST_BODY - size)
            size += len(text)
            fields[part.name] = forms.typed(text)
            continue
        first = await _first(part.content)
        if not part.filename and not first:
            continue  # so a browser says that no file was chosen
        visit.must_be_ours()
        visit.with_files = True
        try:
            await _keep(visit, files, part, first)
        except Problem as refused:
            return refused
    visit.must_be_ours()
    return None


async def _keep(visit: Visit, files: Files, part: Part, first: bytes) -> None:
    if part.name != files.field:
        raise Unreadable("The form has a file where none is asked for.")
    if not visit.may(files.scope):
        raise Forbidden(f"The scope {files.scope} is needed for files.")
    if len(visit.files) >= files.most:
        said = f"At most {files.most} go together"
        raise Invalid(errors=[place("body", files.field, msg=said, code="too_many")])
    content = _again(first, part.content)
    visit.files.append(await files.keep(visit.request.app.state, part.filename or "", part.media_type, content))


async def _text(part: Part, most: int) -> bytes:
    text = bytearray()
    async for chunk in part.content:
        text += chunk
        if len(text) > most:
            raise TooLarge(f"What is typed into a form has at most {bodies.LARGEST_BODY} bytes.")
    return bytes(text)


async def _first(content: AsyncIterator[bytes]) -> bytes:
    """The first piece that holds something; nothing where there is none."""
    async for chunk in content:
        if chunk:
            return chunk
    return b""


async def _again(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    if first:
        yield first
    async for chunk in rest:
        yield chunk
