"""Recording, editing and deleting answers, with what each sets off."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.follow_up_rules import known as rules
from services.feedback.invitations import queries as invitation_queries
from services.feedback.invitations import service as invitations
from services.feedback.invitations.models import Invitation
from services.feedback.loop_cases import promises
from services.feedback.loop_cases import queries as loop_case_queries
from services.feedback.loop_cases import service as loop_cases
from services.feedback.responses import checking, facts, following, hours, reading, recording, repeated
from services.feedback.responses.models import EMPLOYEE, POST_RECOVERY, Response, plain
from services.feedback.responses.reading import Reading
from services.feedback.responses.recording import SetOff
from services.feedback.responses.schemas import ResponseIn, ResponsePatch
from services.feedback.responses.vocabulary import VOCABULARY
from services.feedback.surveys import known
from services.feedback.surveys.known import KnownSurvey
from services.feedback.surveys.outcome import Outcome, outcome_of
from services.feedback.themes import queries as theme_queries
from shared.events.cause import Cause
from shared.events.outbox import tell
from shared.features.audit import service as audit
from shared.features.privacy import marks
from shared.http import etags
from shared.http.errors import Invalid, NotFound, place
from shared.http.fields import digest
from shared.ids import uuid7

IMPERSONAL: dict[str, Any] = {"respondent": None, "comment": None, "answers": []}
"""What an answer is without the person who gave it."""


SAID_BY_INVITATIONS = ("program_id", "account_id", "contact_id", "ticket_id")


class UnknownSurvey(Invalid):
    """There is no such survey."""

    code = "unknown_survey"


class UnknownThemes(Invalid):
    """There are no such themes."""

    code = "unknown_theme"


async def record(
    session: AsyncSession, cause: Cause, body: ResponseIn, *, share_comment: bool = True, silent: bool = False
) -> tuple[Mapping[str, Any] | Response, bool]:
    """Record an answer; a negative one opens a loop case, a positive one waits for its follow-up. A silent one neither.

    Answers it with True, or the one that the same request recorded before with False. Of a contact who was erased
    it keeps no words; what was answered to a question that the other answers hide does not count, and is dropped.
    An invitation that it names is completed by it, and says what the answer does not: its survey, its story, its
    contact and what set it off.
    Raises UnknownSurvey, Invalid (score off the scale), UnknownQuestion, AnswerRefused, SourceConflict,
    ResponseDeleted.
    """
    try:
        return await _record(session, cause, body, share_comment=share_comment, silent=silent)
    except (checking.UnknownQuestion, checking.AnswerRefused):
        # What was taken once is not refused when it is sent again, though the newest version asks something else.
        before = await repeated.same_request(session, body)
        if before is None:
            raise
        return before, False


async def _record(
    session: AsyncSession, cause: Cause, body: ResponseIn, *, share_comment: bool, silent: bool
) -> tuple[Mapping[str, Any] | Response, bool]:
    invitation = None
    if body.invitation_id is not None:
        invitation = await invitation_queries.if_there(session, body.invitation_id, lock=True)
    survey = await _survey_of(session, body, invitation)
    outcome = outcome_on(survey, body.score)
    fitting = checking.fitting(survey, body.score, [answer.model_dump() for answer in body.answers])
    read = reading.read(body.comment, body.locale, outcome, await VOCABULARY.get(session))
    columns = _columns(cause, body, survey, outcome, read, silent=silent) | {"answers": fitting}
    if invitation is not None:
        columns |= _of_invitation(columns, body, invitation)
    if survey.type == POST_RECOVERY:
        columns |= await _story_of(session, body, invitation)
    setting_off = await set_off(
        session, columns, read, body.ticket_id or (invitation.ticket_id if invitation else None)
    )
    stored = await store(session, cause, columns, setting_off, share_comment)
    if not stored and await marks.is_erased(session, columns["contact_id"]):
        columns |= IMPERSONAL
        stored = await store(session, cause, columns, setting_off, share_comment)
    if stored:
        if invitation is not None:
            invitations.finish(cause, invitation, columns["id"])
        return columns, True
    return await repeated.recorded_before(session, body, columns["digest"]), False


async def edit(
    session: AsyncSession,
    cause: Cause,
    response_id: UUID,
    patch: ResponsePatch,
    expected: int | None,
    *,
    share_comment: bool = True,
) -> Response:
    """Correct an answer; one that turns negative opens its loop case, one that no longer is keeps it.

    Triage and follow-ups move with it. A patch that changes nothing is no edit. A new score drops the answers to
    questions that it hides.
    Raises NotFound, PreconditionFailed, Invalid, UnknownQuestion, AnswerRefused, UnknownThemes.
    """
    response = await _locked(session, response_id)
    etags.check(response.version, expected)
    survey = await known.version(session, response.survey_id, response.survey_version)
    changes = _changes(response, survey, patch)
    if changes and await marks.is_erased(session, response.contact_id):
        changes = {name: value for name, value in changes.items() if name not in IMPERSONAL}
    if changes:
        await _check_themes(session, changes.get("themes"))
        await apply(session, cause, response, survey, changes, share_comment=share_comment)
    return response


async def apply(
    session: AsyncSession,
    cause: Cause,
    response: Response,
    survey: KnownSurvey,
    changes: dict[str, Any],
    *,
    share_comment: bool = True,
) -> None:
    """Change an answer that is locked, and find anew what it means; of a partial one nobody hears. Raises Invalid."""
    before = response.model_dump()
    outcome = outcome_on(survey, changes.get("score", response.score))
    comment = changes.get("comment", response.comment)
    read = reading.read(comment, changes.get("locale", response.locale), outcome, await VOCABULARY.get(session))
    response.edit(changes, outcome, read, cause.at)
    if response.state == "partial":
        await session.flush()
    else:
        await _set_off_anew(session, cause, response, read, before, share_comment=share_comment)
    await audit.record(
        session,
        cause,
        action="response.edit",
        entity="response",
        entity_id=response.id,
        before={"score": before["score"], "outcome": before["outcome"]},
        after={"score": response.score, "outcome": response.outcome, "edited": sorted(changes)},
    )


async def open_loop(session: AsyncSession, cause: Cause, response: Response) -> None:
    """Open the loop case of a negative answer that has none, unless nothing follows it."""
    if response.outcome == "negative" and response.loop_case_id is None and response.is_followed:
        response.loop_case_id = uuid7()
        await loop_cases.open_case(session, cause, response.model_dump())


async def delete(
    session: AsyncSession, cause: Cause, response_id: UUID, reason: str | None, expected: int | None
) -> None:
    """Delete an answer: what was said goes, it counts nowhere any more, and its loop case closes no_action.

    Of a partial one nobody heard, so nobody hears of its end. Raises NotFound, PreconditionFailed.
    """
    response = await _locked(session, response_id)
    etags.check(response.version, expected)
    before = response.model_dump()
    response.forget(cause.at)
    await hours.mark(session, response.survey_type, response.answered_at)
    await session.flush()
    if before["state"] != "partial":
        tell(session, facts.deleted(before, reason, cause.at), cause, trace_id=response.trace_id)
    await loop_cases.close_without_action(session, cause, response.id, reason="response_deleted")
    await following.deleted(session, cause, response.id, response.trace_id)
    await audit.record(
        session,
        cause,
        action="response.delete",
        entity="response",
        entity_id=response.id,
        before={"score": before["score"], "outcome": before["outcome"]},
        reason=reason,
    )


async def _set_off_anew(
    session: AsyncSession,
    cause: Cause,
    response: Response,
    read: Reading,
    before: Mapping[str, Any],
    *,
    share_comment: bool,
) -> None:
    await open_loop(session, cause, response)
    if response.score != before["score"]:
        await hours.mark(session, response.survey_type, response.answered_at)
    await session.flush()
    if response.is_followed:
        await following.edited(session, cause, response.model_dump(), read.triage, before["outcome"])
    edited = facts.edited(response.model_dump(), before, cause.at, share_comment=share_comment)
    tell(session, edited, cause, trace_id=response.trace_id)


async def store(
    session: AsyncSession,
    cause: Cause,
    columns: Mapping[str, Any],
    following: SetOff,
    share_comment: bool,
    finished: Invitation | None = None,
) -> bool:
    """Tell a new answer, and store it with what follows it here, as `recording.insert` does."""
    received = facts.received(columns, share_comment=share_comment)
    tell(session, received, cause, trace_id=columns["trace_id"], time=columns["answered_at"])
    if columns["loop_case_id"] is not None:
        loop_cases.tell_opened(session, cause, columns)
    return await recording.insert(session, cause, columns, following, finished)


async def set_off(
    session: AsyncSession, columns: Mapping[str, Any], read: Reading, about_ticket: UUID | None
) -> SetOff:
    """What a new answer sets off here; a silent one, and one of our own staff, nothing."""
    if columns["survey_type"] == EMPLOYEE or columns["silent"]:
        return SetOff()
    return SetOff(
        dues=await promises.dues(session, columns["recorded_at"]) if columns["loop_case_id"] is not None else None,
        triage=read.triage,
        rules=await rules.for_answer(session, columns),
        verifies=columns["survey_type"] == POST_RECOVERY,
        about_ticket=about_ticket,
    )


async def _story_of(session: AsyncSession, body: ResponseIn, invitation: Invitation | None) -> dict[str, Any]:
    """The trace and the first ticket of the story that a recovery's survey belongs to, where only one is named.

    So a negative answer opens the next escalation below the story's first ticket, in the same trace.
    """
    if body.trace_id is not None and body.ticket_id is not None:
        return {}
    trace_id = body.trace_id or (invitation.trace_id if invitation else None)
    case = await loop_case_queries.story(session, trace_id, body.ticket_id)
    if case is None:
        return {}
    return {"trace_id": case.trace_id, "ticket_id": body.ticket_id or case.ticket_id}


async def _check_themes(session: AsyncSession, codes: Sequence[str] | None) -> None:
    known = await theme_queries.known_codes(session, codes) if codes else set()
    unknown = [
        place("body", "themes", number, msg="There is no such theme", code="unknown")
        for number, code in enumerate(codes or ())
        if code not in known
    ]
    if unknown:
        raise UnknownThemes(errors=unknown)


async def _survey_of(session: AsyncSession, body: ResponseIn, invitation: Invitation | None) -> KnownSurvey:
    if invitation is not None and _may_be_of(invitation, body):
        return await known.version(session, invitation.survey_id, invitation.survey_version)
    name = body.survey_id or body.survey_type
    if name is None:
        raise Invalid(errors=[place("body", "survey_type", msg="Name survey_type or survey_id", code="missing")])
    survey = await known.newest(session, name)
    field = "survey_id" if body.survey_id else "survey_type"
    if survey is None:
        raise UnknownSurvey(errors=[place("body", field, msg="There is no such survey", code="unknown")])
    if body.survey_type is not None and survey.type != body.survey_type:
        raise UnknownSurvey(
            errors=[place("body", "survey_type", msg=f"The survey is of type {survey.type}", code="other")]
        )
    return survey


def _may_be_of(invitation: Invitation, body: ResponseIn) -> bool:
    """Does what the answer says of its survey hold for the one that the invitation asked?"""
    return body.survey_id in (None, invitation.survey_id) and body.survey_type in (None, invitation.survey_type)


def _of_invitation(columns: Mapping[str, Any], body: ResponseIn, invitation: Invitation) -> dict[str, Any]:
    """What its invitation says of an answer, where the answer does not; of the staff's own never who it was."""
    said = {"trace_id": body.trace_id or invitation.trace_id}
    if columns["survey_type"] != EMPLOYEE:
        said |= {name: columns[name] or getattr(invitation, name) for name in SAID_BY_INVITATIONS}
    return said


def outcome_on(survey: KnownSurvey, score: int | None) -> Outcome:
    """What a score means on a survey's scale. Raises Invalid for one that lies off it."""
    try:
        if score is not None and survey.scale is None:
            raise ValueError
        return outcome_of(score, survey.bands)
    except ValueError:
        scale = survey.scale
        msg = f"A score lies from {scale.min} to {scale.max}" if scale else "The survey has no score"
        raise Invalid(errors=[place("body", "score", msg=msg, code="off_scale")]) from None


def _columns(
    cause: Cause, body: ResponseIn, survey: KnownSurvey, outcome: Outcome, read: Reading, *, silent: bool
) -> dict[str, Any]:
    response_id = uuid7()
    looped = outcome == "negative" and survey.type != EMPLOYEE and not silent
    return {
        "id": response_id,
        "version": 1,
        "source": body.source,
        "source_id": body.source_id,
        "digest": digest(body),
        "survey_id": survey.survey_id,
        "survey_version": survey.version,
        "survey_type": survey.type,
        "program_id": body.program_id,
        "invitation_id": body.invitation_id,
        "account_id": body.account_id,
        "contact_id": body.contact_id,
        "respondent": body.respondent and body.respondent.model_dump(),
        "ticket_id": body.ticket_id,
        "brand": body.brand,
        "locale": body.locale,
        "language": read.language,
        "state": "completed",
        "score": body.score,
        "answers": [],
        "comment": body.comment,
        "outcome": outcome,
        "sentiment": plain(read),
        "themes": list(read.themes),
        "themes_by_hand": False,
        "needs_triage": read.needs_triage,
        "loop_case_id": uuid7() if looped else None,
        "trace_id": body.trace_id or response_id,
        "answered_at": body.answered_at or cause.at,
        "recorded_at": cause.at,
        "edited_at": None,
        "deleted_at": None,
        "silent": silent,
        "settles_at": None,
    }


async def _locked(session: AsyncSession, response_id: UUID) -> Response:
    asked = select(Response).where(col(Response.id) == response_id, col(Response.deleted_at).is_(None))
    found = (await session.execute(asked.with_for_update())).scalar_one_or_none()
    if found is None:
        raise NotFound("There is no response with this id.")
    return found


def _changes(response: Response, survey: KnownSurvey, patch: ResponsePatch) -> dict[str, Any]:
    given = patch.model_dump(exclude_unset=True)
    score = given.get("score", response.score)
    if "answers" in given:
        given["answers"] = checking.fitting(survey, score, given["answers"] or [])
    elif "score" in given:
        given["answers"] = checking.still_shown(survey, score, response.answers)
    changes = {name: value for name, value in given.items() if getattr(response, name) != value}
    if "themes" in given:  # what a person says holds even where the reading found the same
        by_hand = given["themes"] is not None
        if by_hand == response.themes_by_hand and given["themes"] in (None, response.themes):
            changes.pop("themes", None)
        else:
            changes["themes"] = given["themes"]
    return changes
