"""Making and changing word lists; each process reads comments by them within seconds."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.word_lists import queries
from services.feedback.word_lists.models import WordList
from services.feedback.word_lists.schemas import WordListIn, WordListPatch
from shared.db import remembered
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http import etags
from shared.http.errors import Conflict

_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtextextended('word_lists', 0))")


class WordListThere(Conflict):
    """There is a list of this kind in this language."""

    code = "word_list_there"


async def create(session: AsyncSession, cause: Cause, body: WordListIn) -> WordList:
    """Make a list. Raises WordListThere."""
    await session.execute(_ONE_AT_A_TIME)
    held = await queries.of_kind(session, body.kind, body.locale)
    if held is not None:
        raise WordListThere(conflicting_id=held.id)
    row = WordList(created_at=cause.at, updated_at=cause.at, **body.model_dump())
    session.add(row)
    remembered.forget_after(session)
    await audit.record_row(session, cause, "create", row, {}, body.model_dump())
    return row


async def change(
    session: AsyncSession, cause: Cause, word_list_id: UUID, patch: WordListPatch, expected: int | None
) -> WordList:
    """Give a list other words. Raises NotFound, PreconditionFailed."""
    row = await queries.word_list(session, word_list_id, lock=True)
    etags.check(row.version, expected)
    if patch.words is None or patch.words == row.words:
        return row
    before = {"words": row.words}
    row.words, row.updated_at = patch.words, max(row.updated_at, cause.at)
    remembered.forget_after(session)
    await audit.record_row(session, cause, "change", row, before, {"words": row.words})
    return row
