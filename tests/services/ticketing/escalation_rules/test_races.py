"""A changed rule reaches the clocks that run while somebody ends one of them: the job never looks at it for ever."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlmodel import col

from services.ticketing.sla.models import SlaClock
from services.ticketing.tickets import messages, queries
from services.ticketing.tickets.schemas import MessageIn
from shared.events.cause import Cause
from shared.events.transaction import transaction
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.escalation_rules.rules import RULES, a_rule, keys, level, reviewed, swept
from tests.services.ticketing.sla.clocks import HOUR, MONDAY, a_policy, a_ticket, replied, target

LOOKED_AT = "SELECT state, levels_at FROM sla_clock WHERE levels_at IS NOT NULL AND state <> 'running'"


@pytest.fixture(autouse=True)
async def an_hour_for_the_first_reply(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)
    await a_policy(ticketing, target("first_reply", HOUR))


async def test_a_clock_that_is_ended_while_a_new_rule_comes_is_not_looked_at_again(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=1)
    await ticketing.post(RULES, {"name": "Late", "metrics": ["first_reply"], "levels": [level(share=50)]})
    reply = MessageIn(body="Hello.", visibility="public")
    async with transaction(ticketing.database) as session:
        ticket = await queries.locked(session, UUID(path.rpartition("/")[2]))
        held = (await session.scalars(select(SlaClock).where(col(SlaClock.ticket_id) == ticket.id))).all()
        assert [clock.state for clock in held] == ["running"]  # as the reply knows it, from before the review
        await ticketing.run_job("review_escalation_rules")
        cause = Cause("request/1", "service/tests", ticketing.clock())
        await messages.add_message(session, cause, ticket.id, reply, window=timedelta(days=14))
    assert await ticketing.rows(LOOKED_AT) == []
    await reviewed(ticketing)
    assert await ticketing.rows(LOOKED_AT) == []


async def test_an_ended_clock_that_is_to_be_looked_at_is_looked_at_once(ticketing: ServiceUnderTest) -> None:
    """As a release that did not yet know better has left them: fifty of these kept all others from being seen."""
    await a_rule(ticketing, level(share=50))
    for _ in range(50):
        await replied(ticketing, await a_ticket(ticketing))
    await ticketing.execute("UPDATE sla_clock SET levels_at = started_at")
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=31)
    await swept(ticketing)
    assert await keys(ticketing, path) == ["50%"]
    assert await ticketing.rows(LOOKED_AT) == []
