"""What an answer page is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.answering import standing
from services.feedback.answering.standing import Answer, Invited, Standing
from services.feedback.brands.models import DEFAULT
from services.feedback.invitations.models import Invitation
from services.feedback.surveys import known
from services.feedback.surveys.known import KnownSurvey
from services.feedback.surveys.logic import Question
from services.feedback.surveys.outcome import Range
from shared.db import alone

_INVITATION = (
    "id",
    "version",
    "program_id",
    "survey_id",
    "survey_version",
    "survey_type",
    "contact_id",
    "account_id",
    "ticket_id",
    "trace_id",
    "brand",
    "locale",
    "address",
    "state",
    "sent_at",
    "delivered_at",
    "started_at",
    "expires_at",
    "edit_window_seconds",
)
"""What is read of an invitation: what the page shows, and what an answer takes from it."""

# A survey may name a brand that nobody has described.
_ASKED = f"""
SELECT {", ".join(map("invitation.{}".format, _INVITATION))}, frame_origins,
       brand.name AS brand_name, brand.colour, brand.text_colour, brand.logo_url,
       response.state AS answer_state, response.score, response.answers, response.settles_at, response.answered_at,
       response.deleted_at
FROM invitation JOIN program ON program.id = program_id
LEFT JOIN LATERAL (
    SELECT * FROM brand WHERE key IN (invitation.brand, '{DEFAULT}') ORDER BY key = '{DEFAULT}' LIMIT 1
) AS brand ON true
LEFT JOIN response ON response.invitation_id = invitation.id
WHERE invitation.id = $1
"""  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True)
class ShownBrand:
    """Under which name and colours a page is shown."""

    name: str
    colour: str
    text_colour: str
    logo_url: str | None


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered so far."""

    state: str
    score: int | None
    answers: Sequence[Mapping[str, Any]]
    settles_at: datetime | None
    answered_at: datetime
    deleted: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """An invitation as it was read, with what it asks, under which brand, and what was answered so far."""

    row: Mapping[str, Any]
    survey: KnownSurvey
    brand: ShownBrand | None
    given: Given | None

    @property
    def definition(self) -> Mapping[str, Any]:
        """The version that was sent."""
        return self.survey.definition

    @property
    def questions(self) -> tuple[Question, ...]:
        """Its questions, as the rules take them."""
        return self.survey.questions

    @property
    def scale(self) -> Range | None:
        """Where the score lies."""
        return self.survey.scale

    @property
    def completed(self) -> bool:
        """Was the whole answer sent?"""
        return self.given is not None and self.given.state == "completed"

    def invitation(self) -> Invitation:
        """The invitation, in no session, with no more of it than an answer needs."""
        return Invitation(**{name: self.row[name] for name in _INVITATION})

    def standing(self, now: datetime) -> Standing:
        """May it be answered, or its answer be changed?"""
        return standing.standing(self._invited(), self._answer(), now)

    def changeable_until(self) -> datetime | None:
        """Until when its answer can be changed."""
        answer = self._answer()
        return None if answer is None else standing.changeable_until(self._invited(), answer)

    def _invited(self) -> Invited:
        window = timedelta(seconds=self.row["edit_window_seconds"])
        return Invited(self.row["state"], self.row["expires_at"], window)

    def _answer(self) -> Answer | None:
        given = self.given
        return None if given is None else Answer(given.settles_at, given.deleted, given.answered_at)


async def asked(session: AsyncSession, invitation_id: UUID) -> Asked | None:
    """An invitation with all that its page needs."""
    found = await alone.read(session, _ASKED, invitation_id)
    if not found:
        return None
    [row] = found
    return Asked(
        row=row,
        survey=await known.version(session, row["survey_id"], row["survey_version"]),
        brand=_brand(row),
        given=_given(row),
    )


def _brand(row: Mapping[str, Any]) -> ShownBrand | None:
    if row["brand_name"] is None:
        return None
    return ShownBrand(row["brand_name"], row["colour"], row["text_colour"], row["logo_url"])


def _given(row: Mapping[str, Any]) -> Given | None:
    if row["answer_state"] is None:
        return None
    return Given(
        state=row["answer_state"],
        score=row["score"],
        answers=row["answers"],
        settles_at=row["settles_at"],
        answered_at=row["answered_at"],
        deleted=row["deleted_at"] is not None,
    )
