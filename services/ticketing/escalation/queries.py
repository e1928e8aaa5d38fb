"""Reading outcome routes and escalations."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.directory import queries as directory
from services.ticketing.escalation.models import Escalation, OutcomeRoute
from services.ticketing.routing.models import Group
from shared.contracts.feedback import ResponseSnapshot
from shared.db.statements import fetch
from shared.http.errors import NotFound

# contact is the directory's table (directory/models.py), ticket the tickets' (tickets/models.py).
_STANDINGS = f"""
WITH asked AS MATERIALIZED (
    SELECT response_id, coalesce(answer.account_id, contact.account_id) AS account_id, ticket.id AS ticket_id,
           EXISTS (SELECT FROM erased_contact AS erased WHERE erased.contact_id = answer.contact_id) AS erased
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[])
             AS answer (response_id, contact_id, ticket_id, account_id)
         LEFT JOIN contact USING (contact_id)
         LEFT JOIN ticket ON ticket.id = answer.ticket_id
    WHERE NOT EXISTS (
        SELECT FROM changed_answer AS changed
        WHERE changed.response_id = answer.response_id AND outcome IS DISTINCT FROM 'negative'
    )
    ORDER BY 2
)
SELECT response_id, account_id, ticket_id, erased, CASE WHEN account_id IS NOT NULL THEN {directory.SHARE_TEAM} END
FROM asked
"""  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known here of a negative answer: its account, or its contact's, and the ticket that it is about.

    erased: its contact was.
    """

    account_id: UUID | None
    ticket_id: UUID | None
    erased: bool


def routes() -> Select[OutcomeRoute, Group]:
    """The routes in force with their groups, in the order in which they are tried."""
    return (
        select(OutcomeRoute, Group)
        .join(Group, col(Group.id) == col(OutcomeRoute.group_id))
        .where(col(OutcomeRoute.current))
        .order_by(col(OutcomeRoute.rank), col(OutcomeRoute.id))
    )


async def route(session: AsyncSession, route_id: UUID, *, lock: bool = False) -> OutcomeRoute:
    """A route in the version that is in force. Raises NotFound.

    lock: keep others from changing it. The lock lies on the first version, since another one may be in
    force by the time it is got.
    """
    if lock:
        await session.execute(
            select(col(OutcomeRoute.id))
            .where(col(OutcomeRoute.id) == route_id, col(OutcomeRoute.version) == 1)
            .with_for_update()
        )
    found = await session.scalar(
        select(OutcomeRoute).where(col(OutcomeRoute.id) == route_id, col(OutcomeRoute.current))
    )
    if found is None:
        raise NotFound("There is no outcome route with this id.")
    return found


async def route_of(session: AsyncSession, escalation: Escalation) -> tuple[OutcomeRoute, Group]:
    """The version of the route by which an answer was escalated, and its group."""
    rows = await session.execute(
        select(OutcomeRoute, Group)
        .join(Group, col(Group.id) == col(OutcomeRoute.group_id))
        .where(
            col(OutcomeRoute.id) == escalation.route_id,
            col(OutcomeRoute.version) == escalation.route_version,
        )
    )
    return rows.one()


async def escalation(session: AsyncSession, response_id: UUID) -> Escalation | None:
    """The escalation of an answer."""
    return await session.get(Escalation, response_id)


async def standings(session: AsyncSession, answers: Sequence[ResponseSnapshot]) -> dict[UUID, Standing]:
    """What is known of answers, by response_id, all in one statement; left out are those no longer negative.

    The accounts' teams stay as they are from now on: a statement after this one sees what was committed before.
    """
    columns = ("response_id", "contact_id", "ticket_id", "account_id")
    given = ([getattr(answer, name) for answer in answers] for name in columns)
    rows = await fetch(session, _STANDINGS, *given)
    return {row.response_id: Standing(row.account_id, row.ticket_id, row.erased) for row in rows}
