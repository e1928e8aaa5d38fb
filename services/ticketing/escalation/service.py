"""A negative answer becomes exactly one ticket, with its clocks, its recovery case and its notifications.

The hot path: a list of answers takes the same few statements as one. What makes it happen once is the
ticket's source; everything else is made only for the tickets that are new, as plain rows, and written with the
facts that tell it in one statement: table by table through the ORM it took three times the processor's time.
Routes, policies and calendars are in memory; accounts, teams and staff are read each time, with the teams held.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from services.ticketing.directory import queries as directory
from services.ticketing.directory.queries import Customer, Mirror
from services.ticketing.escalation import matching, notices, people, queries
from services.ticketing.escalation.known import ROUTES, Route
from services.ticketing.escalation.models import Escalation
from services.ticketing.recovery import service as recovery
from services.ticketing.recovery.models import RecoveryCase
from services.ticketing.tickets import service as tickets
from services.ticketing.tickets.models import Ticket
from shared.contracts.feedback import ResponseEdited, ResponseReceived, ResponseSnapshot
from shared.contracts.ticketing import EscalationOpened, EscalationRecipient
from shared.events import outbox, writing
from shared.events.cause import Cause
from shared.events.event import Event
from shared.events.writing import Rows
from shared.features.audit import service as audit
from shared.features.notifications import service as notifications
from shared.features.notifications.models import Notification
from shared.ids import uuid7

EMPLOYEE = "employee"
SEVERITY = {"urgent": "critical", "high": "major", "normal": "minor", "low": "minor"}

_BLANK_TICKET = {name: value for name, value in writing.blank(Ticket).items() if name != "number"}


@dataclass(frozen=True, slots=True)
class NegativeAnswer:
    """An answer to escalate. trace_id: its story. cause: what its facts name."""

    data: ResponseSnapshot
    trace_id: UUID
    cause: Cause


@dataclass(frozen=True, slots=True)
class Draft:
    """All that one escalation will write, if its ticket is new. ticket, message: their columns."""

    answer: NegativeAnswer
    ticket: dict[str, Any]
    message: dict[str, Any]
    case_id: UUID
    customer: Customer | None
    route: Route
    owner: people.Owner
    listeners: list[people.Listener]


class NoRouteMatches(LookupError):
    """No outcome route takes this negative answer, not even the default one."""


async def escalate_negative_answers(session: AsyncSession, events: list[Event[ResponseReceived]]) -> None:
    """Escalate what is negative, unless it was changed to something else in the meantime."""
    negative = [event for event in events if event.data.outcome == "negative"]
    await escalate(session, [NegativeAnswer(event.data, event.trace_id, event.cause) for event in negative])


async def escalate(session: AsyncSession, answers: Sequence[NegativeAnswer]) -> set[UUID]:
    """Open an escalation for each answer that has none; answers the response ids of those that are new.

    Answers to employee surveys, silent ones, and those that are no longer negative, never escalate.
    """
    wanted = {
        answer.data.response_id: answer
        for answer in answers
        if answer.data.survey_type != EMPLOYEE and not answer.data.silent
    }
    if not wanted:
        return set()
    drafts = await _drafts(session, wanted)
    made, rest = await tickets.begin_tickets(
        session,
        [tickets.NewTicket(draft.ticket, draft.answer.cause, draft.message, _tier(draft.customer)) for draft in drafts],
    )
    new = {ticket.row["id"] for ticket in made}
    opened = [draft for draft in drafts if draft.ticket["id"] in new]
    if opened:
        rows = {**rest, **await _rows(session, opened)}
        await writing.write(session, rows, unless_there={Notification})
    return {draft.answer.data.response_id for draft in opened}


def _impersonal(answer: NegativeAnswer) -> NegativeAnswer:
    """The answer of a customer who was erased: without who they were and what they wrote."""
    return replace(answer, data=answer.data.model_copy(update={"comment": None, "respondent": None}))


async def _drafts(session: AsyncSession, wanted: Mapping[UUID, NegativeAnswer]) -> list[Draft]:
    """Resolve accounts, teams, routes and staff of all answers, by response_id, each in one query."""
    standings = await queries.standings(session, [answer.data for answer in wanted.values()])
    answers = [
        _impersonal(wanted[response_id]) if standing.erased else wanted[response_id]
        for response_id, standing in standings.items()
    ]
    account_ids = [standing.account_id for standing in standings.values()]
    routes = await ROUTES.get(session)
    mirror = await directory.known(session, account_ids, [route.lead_id for route in routes])
    return [
        _draft(answer, account_id, standings[answer.data.response_id].ticket_id, routes, mirror)
        for answer, account_id in zip(answers, account_ids, strict=True)
    ]


def _draft(
    answer: NegativeAnswer, account_id: UUID | None, parent_id: UUID | None, routes: Iterable[Route], mirror: Mirror
) -> Draft:
    at = answer.cause.at
    customer = mirror.customers.get(account_id) if account_id else None
    route = _route(routes, answer.data, customer)
    owner = people.owner(route, customer, mirror.staff, at)
    ticket = _ticket(answer, account_id, parent_id, route, owner)
    return Draft(
        answer=answer,
        ticket=ticket,
        message=_opening(answer, ticket),
        case_id=uuid7(),
        customer=customer,
        route=route,
        owner=owner,
        listeners=people.listeners(route, customer, mirror.staff, at),
    )


def _ticket(
    answer: NegativeAnswer, account_id: UUID | None, parent_id: UUID | None, route: Route, owner: people.Owner
) -> dict[str, Any]:
    data, at = answer.data, answer.cause.at
    return {
        **_BLANK_TICKET,
        "id": uuid7(),
        "type": "escalation",
        "subject": _title(data),
        "status": "open" if owner.staff_id else "new",
        "priority": route.priority,
        "channel": "survey",
        "contact_id": data.contact_id,
        "requester_name": data.respondent.name if data.respondent else None,
        "requester_email": data.respondent.email if data.respondent else None,
        "account_id": account_id,
        "brand": data.brand,
        "group_id": route.group_id,
        "assignee_id": owner.staff_id,
        "assigned_by": "route",
        "first_assigned_at": at if owner.staff_id else None,
        "parent_id": parent_id,
        "tags": (),
        "custom": {},
        "source_service": "feedback",
        "source_kind": "response",
        "source_id": str(data.response_id),
        "trace_id": answer.trace_id,
        "created_at": at,
        "updated_at": at,
    }


def _opening(answer: NegativeAnswer, ticket: Mapping[str, Any]) -> dict[str, Any]:
    """What the customer wrote; without a comment a note that says so."""
    data = answer.data
    said = bool(data.comment)
    return {
        "id": uuid7(),
        "ticket_id": ticket["id"],
        "visibility": "public" if said else "internal",
        "author_kind": "customer" if said else "system",
        "author_id": data.contact_id if said else None,
        "author_name": ticket["requester_name"] if said else None,
        "channel": "survey",
        "body": data.comment or f"{_title(data)}, without a comment.",
        "source_id": word_of(data),
        "created_at": answer.cause.at,
    }


async def _rows(session: AsyncSession, opened: Sequence[Draft]) -> dict[type[SQLModel], Rows]:
    """What follows from new tickets, as rows; tells it."""
    for draft in opened:
        outbox.tell(session, _opened(draft), draft.answer.cause, trace_id=draft.ticket["trace_id"])
    cause = opened[0].answer.cause
    await audit.record_many(session, cause, [_change(draft) for draft in opened])
    return {
        Escalation: [_escalation(draft) for draft in opened],
        RecoveryCase: await recovery.open_cases(session, [_case(draft) for draft in opened]),
        Notification: notifications.rows(cause, [notice for draft in opened for notice in _notices(draft)]),
    }


def _escalation(draft: Draft) -> dict[str, Any]:
    return {
        "response_id": draft.answer.data.response_id,
        "ticket_id": draft.ticket["id"],
        "route_id": draft.route.id,
        "route_version": draft.route.version,
        "owner_source": draft.owner.source,
        "opened_at": draft.answer.cause.at,
    }


def _change(draft: Draft) -> audit.Change:
    return audit.Change(
        action="ticket.escalate",
        entity="ticket",
        entity_id=draft.ticket["id"],
        after={"response_id": draft.answer.data.response_id, "route_id": draft.route.id},
        cause=draft.answer.cause,
    )


def _opened(draft: Draft) -> EscalationOpened:
    ticket = draft.ticket
    return EscalationOpened(
        ticket_id=ticket["id"],
        response_id=draft.answer.data.response_id,
        recovery_case_id=draft.case_id,
        account_id=ticket["account_id"],
        contact_id=ticket["contact_id"],
        route_id=draft.route.id,
        route_version=draft.route.version,
        priority=ticket["priority"],
        group_id=ticket["group_id"],
        owner_id=draft.owner.staff_id,
        owner_source=draft.owner.source,
        notify_roles=tuple(draft.route.notify_roles),
        recipients=tuple(
            EscalationRecipient(role=listener.role, staff_id=listener.staff_id) for listener in draft.listeners
        ),
        opened_at=draft.answer.cause.at,
    )


def _case(draft: Draft) -> recovery.NewCase:
    ticket = draft.ticket
    return recovery.NewCase(
        case_id=draft.case_id,
        ticket_id=ticket["id"],
        response_id=draft.answer.data.response_id,
        account_id=ticket["account_id"],
        contact_id=ticket["contact_id"],
        owner_id=draft.owner.staff_id,
        severity=SEVERITY[ticket["priority"]],
        trace_id=ticket["trace_id"],
        plan_due_seconds=draft.route.plan_due_seconds,
        plan_calendar_id=draft.route.plan_calendar_id,
        contact_due_seconds=draft.route.contact_due_seconds,
        contact_calendar_id=draft.route.contact_calendar_id,
        cause=draft.answer.cause,
    )


def _notices(draft: Draft) -> list[notifications.Notice]:
    return notices.of_escalation(
        draft.ticket,
        draft.answer.data.response_id,
        draft.case_id,
        draft.customer,
        draft.listeners,
        draft.answer.cause,
    )


def _route(routes: Iterable[Route], data: ResponseSnapshot, customer: Customer | None) -> Route:
    answer = matching.Answer(data.survey_type, data.outcome, data.score, _tier(customer), data.themes, data.comment)
    for route in routes:
        if matching.fits(route.match, answer):
            return route
    raise NoRouteMatches


def word_of(data: ResponseSnapshot) -> str:
    """What names one statement about an answer, as the source_id of the message that it leaves."""
    if isinstance(data, ResponseEdited):
        return f"response.edited:{data.response_id}:{data.edited_at.isoformat()}"
    return f"response.received:{data.response_id}"


def _tier(customer: Customer | None) -> str | None:
    return customer.tier if customer else None


def _title(data: ResponseSnapshot) -> str:
    """What was asked and answered, in a line: NPS 3."""
    short = data.survey_type in ("nps", "csat", "ces")
    kind = data.survey_type.upper() if short else data.survey_type.replace("_", " ").capitalize()
    return kind if data.score is None else f"{kind} {data.score}"
