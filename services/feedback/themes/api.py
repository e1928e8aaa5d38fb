"""What answers are about: the themes, and the words by which each is found in each language."""

from typing import Annotated

from fastapi import Query

from services.feedback.themes import queries, service
from services.feedback.themes.schemas import ThemeFilters, ThemeIn, ThemeOut, ThemePatch
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(prefix="/v1/themes", tags=["themes"], scope="feedback:themes")


@router.get("")
async def list_themes(session: Session, page: Page, filters: Annotated[ThemeFilters, Query()]) -> Listed[ThemeOut]:
    """All themes, by code."""
    return await page.of(session, queries.themes(filters), ThemeOut.of)


@router.post("", status_code=201)
async def create_theme(body: ThemeIn, session: Session, cause: RequestCause, answer: Answer) -> ThemeOut:
    """Make a theme. Answers that were read before stay as they were read."""
    return answer.created(ThemeOut.of(await service.create(session, cause, body)))


@router.get("/{theme_id}")
async def read_theme(theme_id: Id, session: Session, answer: Answer) -> ThemeOut:
    """One theme."""
    return answer.item(ThemeOut.of(await queries.theme(session, theme_id)))


@router.patch("/{theme_id}")
async def change_theme(
    theme_id: Id, body: ThemePatch, session: Session, cause: RequestCause, expected: IfMatch, answer: Answer
) -> ThemeOut:
    """Change a theme's name or words, or have it found no more. All processes read by it within seconds."""
    return answer.item(ThemeOut.of(await service.change(session, cause, theme_id, body, expected)))
