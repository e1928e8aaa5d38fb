"""Invitations as they lie in the tables, for what counts them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from services.feedback.decisions.models import SendDecision
from services.feedback.invitations.models import Invitation
from services.feedback.programs.models import Program
from services.feedback.programs.schemas import Audience
from shared.events.transaction import transaction
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest

AT = datetime.fromisoformat("2026-11-10T12:00:00Z")


async def program(feedback: ServiceUnderTest) -> UUID:
    """A program that asks the shipped NPS survey."""
    [survey_id] = (await feedback.rows("SELECT id FROM survey WHERE type = 'nps'"))[0]
    made = Program(
        id=uuid7(),
        version=1,
        created_at=AT,
        updated_at=AT,
        name="Relationship",
        survey_id=survey_id,
        brand="default",
        trigger_kind="manual",
        quarantine_class="relationship",
        audience=Audience().model_dump(),
        channels=["email"],
        reminders=[],
        expires_after_seconds=86_400,
        edit_window_seconds=3600,
        frame_origins=[],
    )
    async with transaction(feedback.database) as session:
        session.add(made)
    return made.id


async def invite(feedback: ServiceUnderTest, program_id: UUID, **columns: Any) -> UUID:
    """An invitation with these columns."""
    [survey_id] = (await feedback.rows("SELECT survey_id FROM program WHERE id = :id", id=program_id))[0]
    decision = SendDecision(
        id=uuid7(), key=str(uuid7()), program_id=program_id, at=AT, verdict="send", reasons=[], probability=1.0
    )
    made = Invitation(
        **{
            "id": uuid7(),
            "version": 1,
            "created_at": AT,
            "updated_at": AT,
            "decision_id": decision.id,
            "program_id": program_id,
            "survey_id": survey_id,
            "survey_version": 1,
            "survey_type": "nps",
            "quarantine_class": "relationship",
            "trace_id": uuid7(),
            "brand": "default",
            "channel": "email",
            "state": "sent",
            "not_before": AT,
            "reserved_at": AT,
            "expires_at": AT,
            "edit_window_seconds": 3600,
            **columns,
        }
    )
    async with transaction(feedback.database) as session:
        session.add(decision)
        await session.flush()
        session.add(made)
    return made.id
