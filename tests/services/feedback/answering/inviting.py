"""Invitations as a program would have made them, and a browser that answers them."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx

from services.feedback.decisions.models import SendDecision
from services.feedback.invitations.models import Invitation
from services.feedback.invitations.tokens import token_of
from services.feedback.programs.models import Program
from services.feedback.programs.schemas import Audience
from shared.events.transaction import transaction
from shared.ids import uuid7
from tests.fixtures.run import SECRET_KEY
from tests.fixtures.services import ServiceUnderTest

RECEIVED = "response.received.v1"
FIELDS = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


@dataclass(frozen=True)
class Invited:
    """One invitation, and where it is answered."""

    id: UUID
    survey_id: UUID
    contact_id: UUID
    account_id: UUID
    trace_id: UUID
    token: str

    @property
    def page(self) -> str:
        """The path of its page."""
        return f"/r/{self.token}"

    @property
    def embedded(self) -> str:
        """The path of its page in a frame."""
        return f"/embed/{self.token}"


async def invite(
    feedback: ServiceUnderTest,
    survey: str = "nps",
    *,
    frame_origins: tuple[str, ...] = (),
    lasts: timedelta = timedelta(days=14),
    edit_window: timedelta = timedelta(days=3),
    **changes: Any,
) -> Invited:
    """Somebody is asked a survey: a shipped one by its type, another by its id."""
    listed = (await feedback.get("/v1/surveys"))["items"]
    found = next(one for one in listed if survey in (one["id"], one["type"]))
    now = feedback.clock()
    named = {name: uuid7() for name in ("contact_id", "account_id", "trace_id")}
    async with transaction(feedback.database) as session:
        program = Program(
            name="Asked by a test",
            survey_id=UUID(found["id"]),
            brand="default",
            state="active",
            trigger_kind="manual",
            quarantine_class="transactional",
            audience=Audience().model_dump(),
            channels=["email"],
            reminders=[],
            expires_after_seconds=int(lasts.total_seconds()),
            edit_window_seconds=int(edit_window.total_seconds()),
            frame_origins=list(frame_origins),
            created_at=now,
            updated_at=now,
        )
        decision = SendDecision(key=str(uuid7()), at=now, verdict="send", reasons=[], probability=1.0)
        session.add_all([program, decision])
        await session.flush()
        row = Invitation(
            **{
                "decision_id": decision.id,
                "program_id": program.id,
                "survey_id": UUID(found["id"]),
                "survey_version": found["version"],
                "survey_type": found["type"],
                "quarantine_class": "transactional",
                "brand": "default",
                "locale": "en",
                "channel": "email",
                "address": "ana@acme.example",
                "state": "sent",
                "not_before": now,
                "reserved_at": now,
                "sent_at": now,
                "expires_at": now + lasts,
                "edit_window_seconds": int(edit_window.total_seconds()),
                "created_at": now,
                "updated_at": now,
                **named,
                **changes,
            }
        )
        session.add(row)
        await session.flush()
        whose = (row.contact_id, row.account_id, row.trace_id)
        return Invited(row.id, row.survey_id, *whose, token_of(row.id, SECRET_KEY))


async def send(browser: httpx.AsyncClient, path: str, **fields: str) -> httpx.Response:
    """Open the page, send its form with these fields, and answer what the browser shows then."""
    shown = await browser.get(path)
    hidden = dict(FIELDS.findall(shown.text))
    answer = await browser.post(path, data={**hidden, **fields})
    return await browser.get(answer.headers["location"]) if answer.status_code == 303 else answer


async def digest(feedback: ServiceUnderTest) -> str:
    """A digest of all that the database holds, but of what is written by the look at the caller's key."""
    tables = await feedback.rows(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        " AND relname <> 'api_key' ORDER BY relname"
    )
    held = [
        f"(SELECT md5(coalesce(string_agg(each::text, '|' ORDER BY each::text), '')) FROM {row.relname} AS each)"
        for row in tables
    ]
    [found] = await feedback.rows(f"SELECT concat_ws(',', {', '.join(held)}) AS all_of_it")
    return str(found.all_of_it)


async def answer_of(feedback: ServiceUnderTest, invited: Invited) -> Any:
    """The one answer that an invitation got."""
    [row] = await feedback.rows(
        "SELECT id, state, score, answers, comment, outcome, locale, loop_case_id, settles_at, version FROM response"
        " WHERE invitation_id = :invitation_id",
        invitation_id=invited.id,
    )
    return row


async def state_of(feedback: ServiceUnderTest, invited: Invited) -> str:
    """Where an invitation stands."""
    [row] = await feedback.rows("SELECT state FROM invitation WHERE id = :id", id=invited.id)
    return str(row.state)
