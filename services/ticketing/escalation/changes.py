"""What comes after an escalation: the answer is edited or deleted, the account's team is known at last."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.directory import queries as directory
from services.ticketing.directory.queries import Customer, Mirror
from services.ticketing.escalation import notices, people, queries, service
from services.ticketing.escalation.known import Route
from services.ticketing.escalation.models import ChangedAnswer
from services.ticketing.recovery import queries as recovery
from services.ticketing.tickets import messages
from services.ticketing.tickets import queries as ticket_queries
from services.ticketing.tickets import service as tickets
from services.ticketing.tickets.schemas import AssignIn
from shared.contracts.feedback import ResponseDeleted, ResponseEdited
from shared.contracts.onboarding import AccountTeamChanged
from shared.events.cause import Cause
from shared.events.event import Event
from shared.features.notifications import service as notifications


async def follow_edited_answers(session: AsyncSession, events: list[Event[ResponseEdited]]) -> None:
    """An answer that is negative now escalates like a new one; a ticket that is there gets a note."""
    newest = await _keep(session, ((event, event.data.outcome) for event in events))
    await service.escalate(
        session,
        [
            service.NegativeAnswer(event.data, event.trace_id, event.cause)
            for event in newest
            if event.data.outcome == "negative"
        ],
    )
    for event in events:
        if event.data.score != event.data.previous_score:
            text = (
                f"The answer was changed from {_shown(event.data.previous_score)}"
                f" to {_shown(event.data.score)}: it is {event.data.outcome} now."
            )
            await _note(session, event, event.data.response_id, text, service.word_of(event.data))


async def follow_deleted_answers(session: AsyncSession, events: list[Event[ResponseDeleted]]) -> None:
    """The ticket of a deleted answer stays, with a note; an answer that had none gets none any more."""
    await _keep(session, ((event, None) for event in events))
    for event in events:
        response_id = event.data.response_id
        await _note(session, event, response_id, "The answer was deleted.", f"response.deleted:{response_id}")


async def assign_waiting_cases(session: AsyncSession, events: list[Event[AccountTeamChanged]]) -> None:
    """Give escalations that the group has to the account's CSM, now that there is one, and tell them.

    Only while the recovery case is opened and nobody has assigned the ticket by hand. Acts on the team as
    the mirror has it, not on these facts.
    """
    causes = {event.data.account_id: event.cause for event in events}
    await directory.hold_teams(session, causes, shared=False)
    mirror = await directory.known(session, causes)
    for account_id in sorted(causes):
        for case in await recovery.still_opened(session, account_id):
            if case.response_id is not None:
                await _assign(
                    session, causes[account_id], case.response_id, case.id, mirror, mirror.customers[account_id]
                )


async def _assign(
    session: AsyncSession, cause: Cause, response_id: UUID, case_id: UUID, mirror: Mirror, customer: Customer
) -> None:
    escalation = await queries.escalation(session, response_id)
    if escalation is None:
        return
    ticket = await ticket_queries.locked(session, escalation.ticket_id)
    waits = ticket.assignee_id is None and ticket.assigned_by == "route"
    if not waits or ticket.status == "closed" or ticket.merged_into_id is not None:
        return
    route = Route.of(*await queries.route_of(session, escalation))
    owner = people.owner(route, customer, mirror.staff, cause.at)
    if owner.staff_id is None:
        return
    await tickets.assign(session, cause, ticket.id, AssignIn(assignee_id=owner.staff_id), by="team_changed")
    listener = people.Listener(owner.staff_id, route.assignee_role or "csm", owner.address)
    told = notices.of_escalation(ticket.model_dump(), response_id, case_id, customer, [listener], cause)
    await notifications.queue(session, cause, told)


async def _keep(session: AsyncSession, told: Iterable[tuple[Event[Any], str | None]]) -> list[Event[Any]]:
    """Keep what became of these answers; answers the events that are the newest word on theirs."""
    newest: dict[UUID, tuple[Event[Any], str | None]] = {}
    for event, outcome in told:
        held = newest.get(event.data.response_id)
        if held is None or held[0].sequence <= event.sequence:
            newest[event.data.response_id] = (event, outcome)
    rows = [
        {"response_id": response_id, "outcome": outcome, "sequence": event.sequence}
        for response_id, (event, outcome) in sorted(newest.items())
    ]
    insert = upsert(ChangedAnswer.__table__)  # type: ignore[attr-defined]
    columns = ChangedAnswer.__table__.c  # type: ignore[attr-defined]
    kept = await session.execute(
        insert.on_conflict_do_update(
            index_elements=[columns.response_id],
            set_={"outcome": insert.excluded.outcome, "sequence": insert.excluded.sequence},
            where=columns.sequence <= insert.excluded.sequence,
        ).returning(columns.response_id),
        rows,
    )
    return [newest[response_id][0] for response_id in kept.scalars()]


async def _note(session: AsyncSession, event: Event[Any], response_id: UUID, text: str, source_id: str) -> None:
    ticket_id = await ticket_queries.of_response(session, response_id)
    if ticket_id is not None:
        await messages.add_note(session, event.cause, ticket_id, text, source_id)


def _shown(score: int | None) -> str:
    return "no score" if score is None else str(score)
