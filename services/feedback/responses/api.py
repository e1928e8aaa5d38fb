"""What customers answered: recorded once, corrected, deleted."""

from typing import Annotated

from fastapi import Query

from services.feedback.responses import importing, queries, sentiment, service
from services.feedback.responses.importing import ImportAsked
from services.feedback.responses.schemas import ResponseFilters, ResponseIn, ResponseOut, ResponsePatch
from shared.features.bulk_jobs import service as bulk_jobs
from shared.features.bulk_jobs.api import accepts_rows
from shared.features.bulk_jobs.schemas import BulkJobOut
from shared.http.dependencies import Actor, Answer, IfMatch, Page, RequestCause, Session, Upload, setting
from shared.http.fields import Id, Listed, ShortText
from shared.http.routes import Router

router = Router(prefix="/v1/responses", tags=["responses"], scope="feedback:responses")


def get_ready() -> None:
    """Load what reads comments, for which the first request would wait otherwise."""
    sentiment.warm_up()


IMPORT_CSV = """\
source,source_id,survey_type,score,answered_at,comment
old-tool,8841,nps,3,2024-05-02T08:00:00Z,Slow
"""
IMPORT_JSON_LINES = (
    '{"source": "old-tool", "source_id": "8841", "survey_type": "nps", "score": 3,'
    ' "answered_at": "2024-05-02T08:00:00Z"}\n'
)

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


@router.post("/import", status_code=202, openapi_extra=accepts_rows(IMPORT_CSV, IMPORT_JSON_LINES))
async def import_responses(
    asked: Annotated[ImportAsked, Query()],
    upload: Upload,
    session: Session,
    cause: RequestCause,
    asker: Actor,
    answer: Answer,
) -> BulkJobOut:
    """Import answers as CSV or JSON Lines, of up to IMPORT_MAX_BYTES (50 MiB), once for each source and source_id.

    Silent, as it is by default: they count in scores and metrics, and nothing follows them. CSV is UTF-8 with a
    header, between commas, semicolons or tabs; its columns are an answer's fields (`respondent.email`), and
    `answers.<question>` for each question. An empty score is an answer without one.
    """
    job = await bulk_jobs.start_import(
        session,
        cause,
        asker=asker,
        kind=importing.KIND,
        columns=importing.COLUMNS,
        upload=upload,
        options=asked.model_dump(exclude={"dry_run"}),
        dry_run=asked.dry_run,
    )
    return answer.accepted(BulkJobOut.of(job), f"/v1/bulk-jobs/{job.id}")


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
