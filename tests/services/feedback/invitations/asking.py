"""Invitations as the tests make them, without the programs' rules; and the worker that sends them."""

import re
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from services.feedback.decisions.models import SendDecision
from services.feedback.invitations import queueing
from services.feedback.invitations.queueing import PlannedInvitation
from services.feedback.invitations.sender import House, InvitationSender
from services.feedback.programs.models import Program
from services.feedback.programs.schemas import Audience
from services.feedback.surveys.models import Survey
from shared.contracts.onboarding import ContactUpdated
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.notifications.sender import Patience
from shared.ids import uuid7
from shared.ops.metrics import Metrics
from tests.fixtures.services import ServiceUnderTest

BASE = "https://feedback.us.example"
MAILBOX = "bounces@us.example"
ADDRESS = "ana@acme.example"
DAY = 86_400  # seconds
IMPATIENT = Patience(attempts=3, first_pause_seconds=0.0, longest_pause_seconds=0.0)
OFFICE = {"days": [1, 2, 3, 4, 5], "from": "09:00", "until": "17:00"}


async def program(service: ServiceUnderTest, survey_type: str = "csat", **changes: Any) -> Program:
    """A program that is active and always open, with a reminder after three days and another after seven."""
    columns: dict[str, Any] = {
        "name": "After a ticket",
        "brand": "default",
        "state": "active",
        "trigger_kind": "manual",
        "quarantine_class": "transactional",
        "audience": Audience().model_dump(),
        "channels": ["email"],
        "reminders": [3 * DAY, 7 * DAY],
        "expires_after_seconds": 14 * DAY,
        "edit_window_seconds": DAY,
        "frame_origins": [],
        **changes,
    }
    now = service.clock()
    async with transaction(service.database) as session:
        asked = select(Survey).where(col(Survey.type) == survey_type, col(Survey.shipped))
        survey = (await session.execute(asked)).scalar_one()
        row = Program(created_at=now, updated_at=now, survey_id=survey.id, **columns)
        session.add(row)
        await session.flush()
        session.expunge(row)
    return row


async def invited(
    service: ServiceUnderTest,
    of: Program | None = None,
    *,
    key: str | None = None,
    not_before: datetime | None = None,
    **changes: Any,
) -> UUID:
    """Queue an invitation of Ana's, unless changed; answers its id. key: of its decision."""
    of = of or await program(service)
    now = service.clock()
    begins = not_before or now
    async with transaction(service.database) as session:
        survey = await session.get(Survey, of.survey_id)
        assert survey is not None
        cause = Cause("request/test", "key/tests", now)
        decision = SendDecision(key=key or str(uuid7()), program_id=of.id, at=now, verdict="send", reasons=[])
        session.add(decision)
        await session.flush()
        columns: dict[str, Any] = {
            "decision_id": decision.id,
            "program_id": of.id,
            "survey_id": survey.id,
            "survey_version": survey.version,
            "survey_type": survey.type,
            "quarantine_class": of.quarantine_class,
            "brand": of.brand,
            "channel": "email",
            "not_before": begins,
            "expires_at": begins + timedelta(seconds=of.expires_after_seconds),
            "edit_window_seconds": of.edit_window_seconds,
            "contact_id": uuid7(),
            "account_id": uuid7(),
            "address": ADDRESS,
            "locale": "en",
            **changes,
        }
        [invitation_id] = await queueing.queue(session, cause, [PlannedInvitation(**columns)])
    return invitation_id


def sender(service: ServiceUnderTest, **changes: Any) -> InvitationSender:
    """The worker that sends invitations."""
    house = House.of(service.app.state.settings)
    assert house is not None
    return InvitationSender(
        service.database, house, Metrics("test"), service.clock, **{"patience": IMPATIENT, **changes}
    )


async def state(service: ServiceUnderTest, invitation_id: UUID) -> Any:
    """The invitation as the API shows it."""
    return await service.get(f"/v1/invitations/{invitation_id}")


async def sent(service: ServiceUnderTest, **changes: Any) -> UUID:
    """An invitation that is out."""
    invitation_id = await invited(service, **changes)
    await sender(service).run_once()
    assert (await state(service, invitation_id))["state"] == "sent"
    return invitation_id


async def told_of(service: ServiceUnderTest, invitation_id: UUID) -> list[str]:
    """What was told of it, in order, without `survey.` and the version."""
    return [fact.type.split(".")[1] for fact in await service.told() if fact.subject == str(invitation_id)]


def links(text: str, kind: str = "r") -> list[str]:
    """The links of a mail that lead to a page of ours."""
    return re.findall(rf"{re.escape(BASE)}(/{kind}/[^\s\"<>]+)", text)


def contact(contact_id: Any, account_id: Any, **changes: Any) -> ContactUpdated:
    """A contact as the directory tells it."""
    return ContactUpdated.model_validate(
        {**ContactUpdated.example, "contact_id": contact_id, "account_id": account_id, **changes}
    )
