"""The words for which a person must see an answer at once, by kind and language."""

from typing import Annotated

from fastapi import Query

from services.feedback.word_lists import queries, service
from services.feedback.word_lists.schemas import WordListFilters, WordListIn, WordListOut, WordListPatch
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(prefix="/v1/word-lists", tags=["word lists"], scope="feedback:word-lists")


@router.get("")
async def list_word_lists(
    session: Session, page: Page, filters: Annotated[WordListFilters, Query()]
) -> Listed[WordListOut]:
    """All word lists, by kind and language."""
    return await page.of(session, queries.word_lists(filters), WordListOut.of)


@router.post("", status_code=201)
async def create_word_list(body: WordListIn, session: Session, cause: RequestCause, answer: Answer) -> WordListOut:
    """Make the list of a kind in a language. Answers that were read before stay as they were read."""
    return answer.created(WordListOut.of(await service.create(session, cause, body)))


@router.get("/{word_list_id}")
async def read_word_list(word_list_id: Id, session: Session, answer: Answer) -> WordListOut:
    """One word list."""
    return answer.item(WordListOut.of(await queries.word_list(session, word_list_id)))


@router.patch("/{word_list_id}")
async def change_word_list(
    word_list_id: Id, body: WordListPatch, session: Session, cause: RequestCause, expected: IfMatch, answer: Answer
) -> WordListOut:
    """Change the words of a list; an empty one finds nothing. All processes read by it within seconds."""
    return answer.item(WordListOut.of(await service.change(session, cause, word_list_id, body, expected)))
