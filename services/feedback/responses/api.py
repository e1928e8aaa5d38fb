"""What customers answered: recorded once, corrected, deleted."""

from typing import Annotated

from fastapi import Query

from services.feedback.responses import queries, sentiment, service
from services.feedback.responses.schemas import ResponseFilters, ResponseIn, ResponseOut, ResponsePatch
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session, setting
from shared.http.fields import Id, Listed, ShortText
from shared.http.routes import Router

router = Router(prefix="/v1/responses", tags=["responses"], scope="feedback:responses")


def get_ready() -> None:
    """Load what reads comments, for which the first request would wait otherwise."""
    sentiment.warm_up()


ShareComment = Annotated[bool, setting("share_comment")]
"""Whether facts carry the comment (FEEDBACK_SHARE_COMMENT)."""


@router.post("", status_code=201)
async def record_response(
    body: ResponseIn, session: Session, cause: RequestCause, answer: Answer, share_comment: ShareComment
) -> ResponseOut:
    """Record an answer, once for each source and source_id.

    The same request again is answered 200 with the answer as it is now, another one under the same key 409.
    """
    recorded, new = await service.record(session, cause, body, share_comment=share_comment)
    return answer.created(ResponseOut.of(recorded)) if new else answer.existing(ResponseOut.of(recorded))


@router.get("")
async def list_responses(
    session: Session, page: Page, filters: Annotated[ResponseFilters, Query()]
) -> Listed[ResponseOut]:
    """Answers, the latest recorded first."""
    return await page.of(session, queries.responses(filters), ResponseOut.of)


@router.get("/{response_id}")
async def read_response(response_id: Id, session: Session, answer: Answer) -> ResponseOut:
    """One answer."""
    return answer.item(ResponseOut.of(await queries.response(session, response_id)))


@router.patch("/{response_id}")
async def edit_response(
    response_id: Id,
    body: ResponsePatch,
    session: Session,
    cause: RequestCause,
    answer: Answer,
    expected: IfMatch,
    share_comment: ShareComment,
) -> ResponseOut:
    """Correct score, comment or answers; outcome, sentiment and themes are found anew."""
    edited = await service.edit(session, cause, response_id, body, expected, share_comment=share_comment)
    return answer.item(ResponseOut.of(edited))


@router.delete("/{response_id}", status_code=204)
async def delete_response(
    response_id: Id,
    session: Session,
    cause: RequestCause,
    expected: IfMatch,
    reason: Annotated[ShortText | None, Query()] = None,
) -> None:
    """Delete an answer: what was said and who said it go, and it counts nowhere any more.

    Its source and source_id stay taken: recording the same again is 409 response_deleted.
    """
    await service.delete(session, cause, response_id, reason, expected)
