"""What comes after an escalation: the answer is edited or deleted."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.escalation import service
from services.ticketing.escalation.models import ChangedAnswer
from services.ticketing.tickets import messages
from services.ticketing.tickets import queries as ticket_queries
from shared.contracts.feedback import ResponseDeleted, ResponseEdited
from shared.events.event import Event


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
