"""What an answer page is made of."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.answering import standing
from services.feedback.answering.standing import Answer, Invited, Standing
from services.feedback.brands import queries as brands
from services.feedback.brands.models import Brand
from services.feedback.invitations.models import Invitation
from services.feedback.programs.models import Program
from services.feedback.responses import partial
from services.feedback.responses.models import Response
from services.feedback.surveys.known import question_of
from services.feedback.surveys.logic import Question
from services.feedback.surveys.models import SurveyVersion
from services.feedback.surveys.outcome import Range


@dataclass(frozen=True, slots=True)
class Asked:
    """An invitation with what it asks, under which brand, and what was answered so far."""

    invitation: Invitation
    definition: dict[str, Any]
    frame_origins: list[str]
    brand: Brand | None
    response: Response | None

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of the version that was sent, as the rules take them."""
        return tuple(map(question_of, self.definition["questions"]))

    @property
    def scale(self) -> Range | None:
        """Where the score lies."""
        scale = self.definition["scale"]
        return Range(**scale) if scale else None

    @property
    def completed(self) -> bool:
        """Was the whole answer sent?"""
        return self.response is not None and self.response.state == "completed"

    def standing(self, now: datetime) -> Standing:
        """May it be answered, or its answer be changed?"""
        return standing.standing(self._invited(), self._answer(), now)

    def changeable_until(self) -> datetime | None:
        """Until when its answer can be changed."""
        answer = self._answer()
        return None if answer is None else standing.changeable_until(self._invited(), answer)

    def _invited(self) -> Invited:
        row = self.invitation
        return Invited(row.state, row.expires_at, timedelta(seconds=row.edit_window_seconds))

    def _answer(self) -> Answer | None:
        row = self.response
        return None if row is None else Answer(row.settles_at, row.deleted_at is not None, row.answered_at)


async def asked(session: AsyncSession, invitation_id: UUID, *, lock: bool = False) -> Asked | None:
    """An invitation with all that its page needs; lock: nobody else answers it until the transaction ends."""
    version = (col(SurveyVersion.survey_id) == col(Invitation.survey_id)) & (
        col(SurveyVersion.version) == col(Invitation.survey_version)
    )
    found = (
        select(Invitation, SurveyVersion, col(Program.frame_origins))
        .join(SurveyVersion, version)
        .join(Program, col(Program.id) == col(Invitation.program_id))
        .where(col(Invitation.id) == invitation_id)
    )
    if lock:
        found = found.with_for_update(of=Invitation)
    row = (await session.execute(found)).one_or_none()
    if row is None:
        return None
    invitation, asks, frame_origins = row
    return Asked(
        invitation=invitation,
        definition=asks.definition,
        frame_origins=frame_origins,
        brand=await brands.named(session, invitation.brand),
        response=await partial.of_invitation(session, invitation),
    )
