"""The bytes that came in for a job, or that it wrote: in pieces, compressed, so that nobody holds them all."""

import zlib
from collections.abc import AsyncIterator
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from shared.db.session import Database
from shared.db.statements import fetch

PIECE = 262_144  # bytes, not compressed; each piece of an input but the last has as many
LEVEL = 3  # of zlib: 3 ms a piece

_STORE = "INSERT INTO bulk_piece (job_id, number, data) VALUES ($1, $2, $3)"
_SOME = "SELECT data FROM bulk_piece WHERE job_id = $1 AND number >= $2 AND number < $3 ORDER BY number"
_FORGET = "DELETE FROM bulk_piece WHERE job_id = $1"


async def store_alone(database: Database, job_id: UUID, number: int, data: bytes) -> None:
    """Keep a piece at once, in a transaction of its own, while others are still coming."""
    await database.fetch(_STORE, job_id, number, zlib.compress(data, LEVEL))


async def store(session: AsyncSession, job_id: UUID, number: int, data: bytes) -> None:
    """Keep a piece with all that the session's transaction does."""
    await fetch(session, _STORE, job_id, number, zlib.compress(data, LEVEL))


async def window(session: AsyncSession, job_id: UUID, first: int, count: int) -> bytes:
    """Some pieces of an input, put together."""
    rows = await fetch(session, _SOME, job_id, first, first + count)
    return b"".join(zlib.decompress(row.data) for row in rows)


async def stream(database: Database, job_id: UUID, count: int) -> AsyncIterator[bytes]:
    """All pieces of an output, one by one; no transaction is open in between. Raises LookupError if one is gone."""
    for number in range(count):
        rows = await database.fetch(_SOME, job_id, number, number + 1)
        if not rows:
            raise LookupError("A piece of the export is gone.")
        yield zlib.decompress(rows[0]["data"])


async def forget_alone(database: Database, job_id: UUID) -> None:
    """Remove the pieces of which no job came, at once."""
    await database.fetch(_FORGET, job_id)


async def forget(session: AsyncSession, job_id: UUID) -> None:
    """Remove a job's pieces."""
    await fetch(session, _FORGET, job_id)
