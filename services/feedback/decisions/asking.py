"""Whether a program would ask a contact now, and having it ask one by hand."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.decisions import gathering, queries, service
from services.feedback.decisions.eligibility import Judgement, Occasion, Person, judge
from services.feedback.decisions.models import SendDecision
from services.feedback.decisions.rules import WITHOUT_WAVES, Asking
from services.feedback.decisions.schemas import AskIn, EligibilityOut
from services.feedback.decisions.service import About, Consideration
from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.http.errors import Conflict, Invalid, NotFound, place
from shared.ids import uuid7

_NEXT_WAVE = """
SELECT coalesce(min(number) FILTER (WHERE state IN ('planned', 'running', 'paused')), max(number) + 1, 1) AS number
FROM wave WHERE program_id = $1
"""


class ProgramNotActive(Conflict):
    """The program is not active, and asks nobody."""

    code = "program_not_active"


class ProgramNotManual(Conflict):
    """The program asks by itself, and nobody by hand."""

    code = "program_not_manual"


class UnknownContact(Invalid):
    """The directory does not know this contact."""

    code = "unknown_contact"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "contact_id", msg="There is no such contact", code=self.code)])


async def eligibility(session: AsyncSession, contact_id: UUID, program_id: UUID, at: datetime) -> EligibilityOut:
    """Whether a program would ask a contact at this time, by its next wave where it has waves. Raises NotFound."""
    asking = await queries.program(session, program_id)
    survivor = await gathering.survivors(session, [contact_id])
    known = await gathering.named(session, [survivor.get(contact_id, contact_id)], lock=False)
    if not known:
        raise NotFound("There is no contact with this id.")
    [contact] = known.values()
    asked = await gathering.asked_of_accounts(session, asking, [contact.person.account_id], at, lock=False)
    person = contact.before(asking, _of_account(asked, contact.person))
    occasion = Occasion(None if asking.program.trigger_kind in WITHOUT_WAVES else await _next_wave(session, asking))
    judgement: Judgement = judge(asking.rules, person, occasion, at)
    return EligibilityOut.of(asking, person, judgement, at)


async def ask(session: AsyncSession, cause: Cause, program_id: UUID, body: AskIn) -> SendDecision:
    """Have a program ask a contact, as far as it may; the decision says why it does not.

    Raises NotFound, ProgramNotActive, ProgramNotManual, UnknownContact.
    """
    asking = await queries.program(session, program_id)
    if asking.program.trigger_kind != "manual":
        raise ProgramNotManual
    if asking.program.state != "active":
        raise ProgramNotActive
    survivor = await gathering.survivors(session, [body.contact_id])
    contact_id = survivor.get(body.contact_id, body.contact_id)
    known = await gathering.named(session, [contact_id], lock=True)
    if not known:
        raise UnknownContact
    occasion = str(uuid7())
    [decision_id] = await service.consider(
        session,
        [
            Consideration(
                cause=cause,
                key=f"manual/{occasion}/{program_id}",
                asking=asking,
                contact_id=contact_id,
                account_id=known[contact_id].person.account_id,
                occasion=Occasion(occasion),
                at=cause.at,
                trace_id=uuid7(),
                about=About(ticket_id=body.ticket_id),
            )
        ],
    )
    return await queries.decision(session, decision_id)


def _of_account(asked: dict[UUID, list[datetime]], person: Person) -> list[datetime]:
    return asked.get(person.account_id, []) if person.account_id is not None else []


async def _next_wave(session: AsyncSession, asking: Asking) -> str:
    """The name of the program's next wave, by which it samples."""
    [row] = await fetch(session, _NEXT_WAVE, asking.program.id)
    return str(row.number)
