"""Importing answers from elsewhere: one for each source and source_id, silent unless asked otherwise."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.responses import service
from services.feedback.responses.models import Response
from services.feedback.responses.repeated import ResponseDeleted
from services.feedback.responses.schemas import ResponseIn
from shared.events.cause import Cause
from shared.features.bulk_jobs.cells import Columns
from shared.features.bulk_jobs.kinds import Asked, Dealt, RowKind
from shared.http.errors import SourceConflict
from shared.http.fields import Filters, ShortText

KIND = "import_responses"

COLUMNS = Columns(
    texts=frozenset(
        {
            *("source", "source_id", "survey_type", "survey_id", "answered_at", "account_id", "contact_id"),
            *("invitation_id", "ticket_id", "program_id", "respondent.name", "respondent.email"),
            *("comment", "locale", "brand", "trace_id"),
        }
    ),
    integers=frozenset({"score"}),
    maps=frozenset({"answers"}),
)


class ImportAsked(Filters):
    """How answers are imported.

    silent: no loop case, no escalation, no good news; false lets them follow as they follow an answer of today.
    dry_run: only say what would come of each row. source: of rows that do not name theirs.
    """

    silent: bool = True
    dry_run: bool = False
    source: ShortText | None = None


def rows(*, share_comment: bool) -> RowKind:
    """The kind of job that imports answers. share_comment: whether facts carry the comment."""

    async def import_response(session: AsyncSession, cause: Cause, asked: Asked, row: Any) -> Dealt:
        body = ResponseIn.model_validate(_completed(row, asked))
        silent = bool(asked.options["silent"])
        try:
            recorded, new = await service.record(session, cause, body, share_comment=share_comment, silent=silent)
        except (SourceConflict, ResponseDeleted) as conflict:
            return Dealt(UUID(conflict.conflicting_id or ""), "skipped", conflict.code)
        response_id = recorded.id if isinstance(recorded, Response) else recorded["id"]
        return Dealt(response_id) if new else Dealt(response_id, "skipped", "already_there")

    return RowKind(KIND, import_response, COLUMNS)


def _completed(row: Any, asked: Asked) -> Any:
    """The row with the source of all rows, and with a CSV row's `answers.<question>` as the list that the API takes."""
    if not isinstance(row, dict):
        return row
    completed = {"source": asked.options["source"], **row} if asked.options["source"] else dict(row)
    if isinstance(answers := completed.get("answers"), dict):
        completed["answers"] = [{"question": question, "value": value} for question, value in answers.items()]
    return completed
