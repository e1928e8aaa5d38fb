"""Making and changing themes; each process reads comments by them within seconds."""

from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.themes import queries
from services.feedback.themes.models import Theme
from services.feedback.themes.schemas import ThemeIn, ThemePatch
from shared.db import remembered
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http import etags, merge_patch
from shared.http.errors import Conflict

MOST_THEMES = 500

_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtextextended('themes', 0))")


class ThemeThere(Conflict):
    """There is a theme of this code."""

    code = "theme_there"


class TooManyThemes(Conflict):
    """There may be 500 themes."""

    code = "too_many_themes"


async def create(session: AsyncSession, cause: Cause, body: ThemeIn) -> Theme:
    """Make a theme. Raises ThemeThere, TooManyThemes."""
    await session.execute(_ONE_AT_A_TIME)
    held = await queries.of_code(session, body.code)
    if held is not None:
        raise ThemeThere(conflicting_id=held.id)
    if (await session.scalar(select(func.count()).select_from(Theme)) or 0) >= MOST_THEMES:
        raise TooManyThemes
    row = Theme(created_at=cause.at, updated_at=cause.at, **body.model_dump())
    session.add(row)
    remembered.forget_after(session)
    await audit.record_row(session, cause, "create", row, {}, body.model_dump())
    return row


async def change(session: AsyncSession, cause: Cause, theme_id: UUID, patch: ThemePatch, expected: int | None) -> Theme:
    """Change a theme; answers keep the themes that were found in them. Raises NotFound, PreconditionFailed."""
    row = await queries.theme(session, theme_id, lock=True)
    etags.check(row.version, expected)
    held = row.model_dump(include=set(ThemeIn.model_fields))
    told = merge_patch.merged(ThemeIn, held, patch).model_dump()
    changed = {name: value for name, value in told.items() if value != held[name]}
    if not changed:
        return row
    for name, value in changed.items():
        setattr(row, name, value)
    row.updated_at = max(row.updated_at, cause.at)
    remembered.forget_after(session)
    await audit.record_row(session, cause, "change", row, {name: held[name] for name in changed}, changed)
    return row
