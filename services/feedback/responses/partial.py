"""Answers from the answer page: saved bit by bit, told once, when they are sent or have rested for 15 minutes.

Until then nobody hears of one and nothing follows it. Whoever calls holds the invitation's row locked, which makes
one answer of many that come at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.invitations import service as invitations
from services.feedback.invitations.models import Invitation
from services.feedback.loop_cases import queries as loop_cases
from services.feedback.responses import facts, following, hours, reading, service
from services.feedback.responses.models import EMPLOYEE, POST_RECOVERY, SETTLES_AFTER, Response, plain
from services.feedback.responses.reading import Reading
from services.feedback.responses.vocabulary import VOCABULARY
from services.feedback.surveys import known
from services.feedback.surveys.known import KnownSurvey
from services.feedback.surveys.outcome import Outcome
from shared.events.cause import Cause
from shared.events.outbox import tell
from shared.events.writing import blank
from shared.features.audit import service as audit
from shared.features.privacy import marks
from shared.ids import uuid7

SOURCE = "page"
_BLANK = blank(Response)


@dataclass(frozen=True, slots=True)
class Said:
    """What counts of a form that was sent. answers: by the question's key, without the score; locale: of its texts."""

    score: int | None
    answers: Mapping[str, Any]
    comment: str | None
    locale: str | None


async def of_invitation(session: AsyncSession, invitation: Invitation, *, lock: bool = False) -> Response | None:
    """The answer that an invitation got, a deleted one too."""
    asked = select(Response).where(col(Response.invitation_id) == invitation.id)
    found: Response | None = await session.scalar(asked.with_for_update() if lock else asked)
    return found


async def save_partial(
    session: AsyncSession, cause: Cause, invitation: Invitation, said: Said, *, share_comment: bool = True
) -> Response:
    """Keep what has been said so far, in place of what was said before; an answer that was sent is edited.

    Raises Invalid for a score off the scale.
    """
    response = await of_invitation(session, invitation, lock=True)
    survey = await known.version(session, invitation.survey_id, invitation.survey_version)
    given = await _given(session, invitation, said)
    if response is None:
        response = await _begin(session, cause, invitation, survey, given)
        invitations.begin(cause, invitation, response.id)
    elif changes := {name: value for name, value in given.items() if getattr(response, name) != value}:
        await service.apply(session, cause, response, survey, changes, share_comment=share_comment)
    return response


async def submit(
    session: AsyncSession, cause: Cause, invitation: Invitation, said: Said, *, share_comment: bool = True
) -> Response:
    """Take what was said for the whole answer. Sent again it is an edit, or nothing where nothing changed."""
    response = await save_partial(session, cause, invitation, said, share_comment=share_comment)
    await settle(session, cause, response, invitation, share_comment=share_comment)
    return response


async def submit_at_once(
    session: AsyncSession, cause: Cause, invitation: Invitation, said: Said, *, share_comment: bool = True
) -> bool:
    """Take what was said for the whole answer, the first that this invitation gets, by one statement.

    invitation: as it was read, in no session and locked by nobody. Answers False where it has moved since, was
    answered, or was sent to somebody who is erased; then nothing is done.
    Raises Invalid for a score off the scale.
    """
    survey = await known.version(session, invitation.survey_id, invitation.survey_version)
    columns, read = await _columns(session, cause, invitation, survey, _plain(said))
    columns |= {"id": uuid7(), "state": "completed", "settles_at": None}
    if columns["outcome"] == "negative" and survey.type != EMPLOYEE:
        columns["loop_case_id"] = uuid7()
    following = await service.set_off(session, columns, read, invitation.ticket_id)
    invitations.finish(cause, invitation, columns["id"])
    return await service.store(session, cause, columns, following, share_comment, invitation)


async def settle(
    session: AsyncSession, cause: Cause, response: Response, invitation: Invitation, *, share_comment: bool = True
) -> None:
    """Tell a partial answer, and set off what follows it; one that is settled stays as it is."""
    if not response.settle():
        return
    await session.flush()
    received = facts.received(response.model_dump(), share_comment=share_comment)
    tell(session, received, cause, trace_id=response.trace_id, time=response.answered_at)
    await service.open_loop(session, cause, response)
    await session.flush()
    if response.is_followed:
        words = await VOCABULARY.get(session)
        read = reading.read(response.comment, response.locale, _outcome(response), words)
        await following.settled(session, cause, response.model_dump(), read.triage, invitation.ticket_id)
    await hours.mark_late(session, response.survey_type, response.answered_at)
    invitations.finish(cause, invitation, response.id)
    await session.flush()


async def settle_due(session: AsyncSession, cause: Cause, at_most: int, *, share_comment: bool = True) -> int:
    """Settle the partial answers that have rested for long enough; answers how many.

    What somebody is changing right now is left to the next run.
    """
    due = (
        select(Response, Invitation)
        .join(Invitation, col(Invitation.id) == col(Response.invitation_id))
        .where(col(Response.settles_at) <= cause.at)
        .order_by(col(Response.settles_at))
        .limit(at_most)
        .with_for_update(skip_locked=True)
    )
    found = (await session.execute(due)).all()
    for response, invitation in found:
        await settle(session, cause, response, invitation, share_comment=share_comment)
    return len(found)


async def _given(session: AsyncSession, invitation: Invitation, said: Said) -> dict[str, Any]:
    """The columns that hold what was said. Of a contact who was erased no words are kept."""
    given = _plain(said)
    if await marks.is_erased(session, invitation.contact_id):
        given |= {name: value for name, value in service.IMPERSONAL.items() if name in given}
    return given


def _plain(said: Said) -> dict[str, Any]:
    return {
        "score": said.score,
        "answers": [{"question": key, "value": value} for key, value in said.answers.items()],
        "comment": said.comment,
        "locale": said.locale,
    }


def _outcome(response: Response) -> Outcome:
    return cast(Outcome, response.outcome)


async def _ticket(session: AsyncSession, invitation: Invitation) -> UUID | None:
    """The ticket that it asks about; after a recovery the story's first, below which a negative answer escalates."""
    if invitation.survey_type != POST_RECOVERY:
        return invitation.ticket_id
    case = await loop_cases.story(session, invitation.trace_id, None)
    return (case and case.ticket_id) or invitation.ticket_id


async def _begin(
    session: AsyncSession, cause: Cause, invitation: Invitation, survey: KnownSurvey, given: Mapping[str, Any]
) -> Response:
    columns, _ = await _columns(session, cause, invitation, survey, given)
    response = Response(**columns)
    session.add(response)
    await session.flush()
    await audit.record(
        session,
        cause,
        action="response.record",
        entity="response",
        entity_id=response.id,
        after={name: columns[name] for name in ("source", "survey_type", "score", "outcome")},
    )
    return response


async def _columns(
    session: AsyncSession, cause: Cause, invitation: Invitation, survey: KnownSurvey, given: Mapping[str, Any]
) -> tuple[dict[str, Any], Reading]:
    """The columns of a new answer, and how its comment reads."""
    outcome = service.outcome_on(survey, given["score"])
    read = reading.read(given["comment"], given["locale"], outcome, await VOCABULARY.get(session))
    nameless = survey.type == EMPLOYEE  # the staff's own answers are kept without whose they are
    return {
        **_BLANK,
        "source": SOURCE,
        "source_id": str(invitation.id),
        "digest": SOURCE,
        "survey_id": survey.survey_id,
        "survey_version": survey.version,
        "survey_type": survey.type,
        "program_id": invitation.program_id,
        "invitation_id": invitation.id,
        "account_id": None if nameless else invitation.account_id,
        "contact_id": None if nameless else invitation.contact_id,
        "ticket_id": await _ticket(session, invitation),
        "brand": invitation.brand,
        "language": read.language,
        "state": "partial",
        "outcome": outcome,
        "sentiment": plain(read),
        "themes": list(read.themes),
        "needs_triage": read.needs_triage,
        "trace_id": invitation.trace_id,
        "answered_at": cause.at,
        "recorded_at": cause.at,
        "settles_at": cause.at + SETTLES_AFTER,
        **given,
    }, read
