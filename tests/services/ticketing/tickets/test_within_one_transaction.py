"""What one deed has changed the next of its transaction sees, although it asks the driver and not the ORM."""

from uuid import UUID

from services.ticketing.ola import service as ola
from services.ticketing.recovery import queries as recovery
from services.ticketing.tickets import queries as tickets
from shared.events.cause import Cause
from shared.events.transaction import transaction
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing import facts
from tests.services.ticketing.merging.desk import a_ticket
from tests.services.ticketing.recovery.cases import a_case


async def test_a_stay_that_has_just_begun_is_ended(ticketing: ServiceUnderTest) -> None:
    await ticketing.put(f"/v1/groups/{facts.CARE}/ola", {"handling_seconds": 3600})
    ticket_id = UUID(await a_ticket(ticketing))
    cause = Cause("request/test", "key/test", ticketing.clock())
    async with transaction(ticketing.database) as session:
        ticket = await tickets.locked(session, ticket_id)
        await ola.follow(session, cause, {**ticket.model_dump(), "group_id": UUID(facts.CARE)})
        await ola.follow(session, cause, {**ticket.model_dump(), "group_id": None})
    [stay] = (await ticketing.get(f"/v1/tickets/{ticket_id}/ola"))["items"]
    assert (stay["metric"], stay["state"], stay["reason"]) == ("handling", "fulfilled", "handed_on")


async def test_a_case_that_has_just_come_over_is_found(ticketing: ServiceUnderTest) -> None:
    case = await a_case(ticketing)
    other = UUID(await a_ticket(ticketing))
    async with transaction(ticketing.database) as session:
        held = await recovery.locked(session, UUID(case["id"]))
        held.ticket_id = other
        assert await recovery.unfinished_of_ticket(session, other) is held
