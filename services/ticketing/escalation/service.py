"""A negative answer becomes exactly one ticket, with its clocks, its recovery case and its notifications.

The hot path: a list of answers takes the same few statements as one. What makes it happen once is the
ticket's source; everything else is written only for the tickets that are new.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.directory import queries as directory
from services.ticketing.directory.queries import Colleague, Customer
from services.ticketing.escalation import matching, notices, people, queries
from services.ticketing.escalation.models import Escalation, OutcomeRoute
from services.ticketing.recovery import service as recovery
from services.ticketing.routing.models import Group
from services.ticketing.tickets import queries as ticket_queries
from services.ticketing.tickets import service as tickets
from services.ticketing.tickets.models import Message, Ticket
from shared.contracts.feedback import ResponseEdited, ResponseReceived, ResponseSnapshot
from shared.contracts.ticketing import EscalationOpened, EscalationRecipient
from shared.events import outbox
from shared.events.cause import Cause
from shared.events.event import Event
from shared.features.audit import service as audit
from shared.features.notifications import service as notifications
from shared.ids import uuid7

EMPLOYEE = "employee"
SEVERITY = {"urgent": "critical", "high": "major", "normal": "minor", "low": "minor"}


@dataclass(frozen=True, slots=True)
class NegativeAnswer:
    """An answer to escalate. trace_id: its story. cause: what its facts name."""

    data: ResponseSnapshot
    trace_id: UUID
    cause: Cause


@dataclass(frozen=True, slots=True)
class Draft:
    """All that one escalation will write, if its ticket is new."""

    answer: NegativeAnswer
    ticket: Ticket
    message: Message
    case_id: UUID
    customer: Customer | None
    route: OutcomeRoute
    owner: people.Owner
    listeners: list[people.Listener]


class NoRouteMatches(LookupError):
    """No outcome route takes this negative answer, not even the default one."""


async def escalate_negative_answers(session: AsyncSession, events: list[Event[ResponseReceived]]) -> None:
    """Escalate what is negative, unless it was changed to something else in the meantime."""
    negative = [event for event in events if event.data.outcome == "negative"]
    changed = await queries.no_longer_negative(session, [event.data.response_id for event in negative])
    answers = [
        NegativeAnswer(event.data, event.trace_id, event.cause)
        for event in negative
        if event.data.response_id not in changed
    ]
    await escalate(session, answers)


async def escalate(session: AsyncSession, answers: Sequence[NegativeAnswer]) -> set[UUID]:
    """Open an escalation for each answer that has none; answers the response ids of those that are new.

    Answers to employee surveys never escalate.
    """
    answers = list({answer.data.response_id: answer for answer in answers if _may_escalate(answer)}.values())
    if not answers:
        return set()
    drafts = await _drafts(session, answers)
    wanted = [
        tickets.NewTicket(draft.ticket, draft.answer.cause, draft.message, _tier(draft.customer)) for draft in drafts
    ]
    made = {new.ticket.id for new in await tickets.open_tickets(session, wanted)}
    opened = [draft for draft in drafts if draft.ticket.id in made]
    if opened:
        await _write(session, opened)
    return {draft.answer.data.response_id for draft in opened}


async def _drafts(session: AsyncSession, answers: Sequence[NegativeAnswer]) -> list[Draft]:
    """Resolve accounts, teams, routes, groups and staff of all answers, each in one query."""
    account_ids = await _accounts(session, answers)
    await directory.hold_teams(session, account_ids.values(), shared=True)
    customers = await directory.customers(session, account_ids.values())
    routes = (await session.execute(queries.routes())).all()
    groups = [group for _, group in routes]
    concerned = people.concerned(None, *groups).union(*map(people.concerned, customers.values()))
    staff = await directory.colleagues(session, concerned)
    parents = await ticket_queries.known(session, [answer.data.ticket_id for answer in answers])
    drafts = []
    for answer in answers:
        account_id = account_ids[answer.data.response_id]
        customer = customers.get(account_id) if account_id else None
        route, group = _route(routes, answer.data, customer)
        parent_id = answer.data.ticket_id if answer.data.ticket_id in parents else None
        drafts.append(_draft(answer, account_id, parent_id, customer, route, group, staff))
    return drafts


def _draft(
    answer: NegativeAnswer,
    account_id: UUID | None,
    parent_id: UUID | None,
    customer: Customer | None,
    route: OutcomeRoute,
    group: Group,
    staff: Mapping[UUID, Colleague],
) -> Draft:
    at = answer.cause.at
    owner = people.owner(route, customer, staff, at)
    ticket = _ticket(answer, account_id, parent_id, route, at)
    ticket.give_to(owner.staff_id, group.id, by="route", at=at)
    ticket.status = "open" if owner.staff_id else "new"
    return Draft(
        answer=answer,
        ticket=ticket,
        message=_opening(answer, ticket),
        case_id=uuid7(),
        customer=customer,
        route=route,
        owner=owner,
        listeners=people.listeners(route, group, customer, staff, at),
    )


def _ticket(
    answer: NegativeAnswer, account_id: UUID | None, parent_id: UUID | None, route: OutcomeRoute, at: datetime
) -> Ticket:
    data = answer.data
    return Ticket(
        id=uuid7(),
        type="escalation",
        subject=_title(data),
        priority=route.priority,
        channel="survey",
        contact_id=data.contact_id,
        requester_name=data.respondent.name if data.respondent else None,
        requester_email=data.respondent.email if data.respondent else None,
        account_id=account_id,
        brand=data.brand,
        parent_id=parent_id,
        tags=[],  # given, since a default factory costs more than the rest of the row
        custom={},
        source_service="feedback",
        source_kind="response",
        source_id=str(data.response_id),
        trace_id=answer.trace_id,
        created_at=at,
        updated_at=at,
    )


def _opening(answer: NegativeAnswer, ticket: Ticket) -> Message:
    """What the customer wrote; without a comment a note that says so."""
    data = answer.data
    said = bool(data.comment)
    return Message(
        id=uuid7(),
        ticket_id=ticket.id,
        visibility="public" if said else "internal",
        author_kind="customer" if said else "system",
        author_id=data.contact_id if said else None,
        author_name=ticket.requester_name if said else None,
        channel="survey",
        body=data.comment or f"{_title(data)}, without a comment.",
        source_id=word_of(data),
        created_at=answer.cause.at,
    )


async def _write(session: AsyncSession, opened: Sequence[Draft]) -> None:
    """Write and tell what follows from new tickets."""
    await session.execute(
        insert(Escalation),
        [
            {
                "response_id": draft.answer.data.response_id,
                "ticket_id": draft.ticket.id,
                "route_id": draft.route.id,
                "route_version": draft.route.version,
                "owner_source": draft.owner.source,
                "opened_at": draft.answer.cause.at,
            }
            for draft in opened
        ],
    )
    for draft in opened:
        outbox.tell(session, _opened(draft), draft.answer.cause, trace_id=draft.ticket.trace_id)
    await recovery.open_cases(session, [_case(draft) for draft in opened])
    told = [notice for draft in opened for notice in _notices(draft)]
    await notifications.queue(session, opened[0].answer.cause, told)
    changes = [
        audit.Change(
            action="ticket.escalate",
            entity="ticket",
            entity_id=draft.ticket.id,
            after={"response_id": draft.answer.data.response_id, "route_id": draft.route.id},
            cause=draft.answer.cause,
        )
        for draft in opened
    ]
    await audit.record_many(session, opened[0].answer.cause, changes)


def _opened(draft: Draft) -> EscalationOpened:
    ticket = draft.ticket
    return EscalationOpened(
        ticket_id=ticket.id,
        response_id=draft.answer.data.response_id,
        recovery_case_id=draft.case_id,
        account_id=ticket.account_id,
        contact_id=ticket.contact_id,
        route_id=draft.route.id,
        route_version=draft.route.version,
        priority=ticket.priority,
        group_id=ticket.group_id,
        owner_id=draft.owner.staff_id,
        owner_source=draft.owner.source,
        notify_roles=tuple(draft.route.notify_roles),
        recipients=tuple(
            EscalationRecipient(role=listener.role, staff_id=listener.staff_id) for listener in draft.listeners
        ),
        opened_at=draft.answer.cause.at,
    )


def _case(draft: Draft) -> recovery.NewCase:
    return recovery.NewCase(
        case_id=draft.case_id,
        ticket_id=draft.ticket.id,
        response_id=draft.answer.data.response_id,
        account_id=draft.ticket.account_id,
        contact_id=draft.ticket.contact_id,
        owner_id=draft.owner.staff_id,
        severity=SEVERITY[draft.ticket.priority],
        trace_id=draft.ticket.trace_id,
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


async def _accounts(session: AsyncSession, answers: Sequence[NegativeAnswer]) -> dict[UUID, UUID | None]:
    """The account of each answer, by response_id: its own, else its contact's as far as that is known."""
    unnamed = [answer.data.contact_id for answer in answers if answer.data.account_id is None]
    known = await directory.accounts_of(session, unnamed)
    return {
        answer.data.response_id: answer.data.account_id
        or (known.get(answer.data.contact_id) if answer.data.contact_id else None)
        for answer in answers
    }


def _route(
    routes: Sequence[tuple[OutcomeRoute, Group]], data: ResponseSnapshot, customer: Customer | None
) -> tuple[OutcomeRoute, Group]:
    answer = matching.Answer(data.survey_type, data.outcome, data.score, _tier(customer), data.themes, data.comment)
    for route, group in routes:
        if matching.fits(route.match, answer):
            return route, group
    raise NoRouteMatches


def word_of(data: ResponseSnapshot) -> str:
    """What names one statement about an answer, as the source_id of the message that it leaves."""
    if isinstance(data, ResponseEdited):
        return f"response.edited:{data.response_id}:{data.edited_at.isoformat()}"
    return f"response.received:{data.response_id}"


def _may_escalate(answer: NegativeAnswer) -> bool:
    return answer.data.survey_type != EMPLOYEE


def _tier(customer: Customer | None) -> str | None:
    return customer.tier if customer else None


def _title(data: ResponseSnapshot) -> str:
    """What was asked and answered, in a line: NPS 3."""
    short = data.survey_type in ("nps", "csat", "ces")
    kind = data.survey_type.upper() if short else data.survey_type.replace("_", " ").capitalize()
    return kind if data.score is None else f"{kind} {data.score}"
