"""A changed rule reaches clocks that run while somebody ends one of them: once, and the job looks at none for ever."""

from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.sla import queries
from services.ticketing.sla.models import SlaClock, SlaWatch
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.escalation_rules.rules import RULES, a_rule, keys, level, swept
from tests.services.ticketing.sla.clocks import HOUR, MONDAY, a_policy, a_ticket, replied, target

LOOKED_AT = "SELECT state, levels_at FROM sla_clock WHERE levels_at IS NOT NULL AND state <> 'running'"


@pytest.fixture(autouse=True)
async def an_hour_for_the_first_reply(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)
    await a_policy(ticketing, target("first_reply", HOUR))


async def test_a_clock_that_is_ended_while_a_new_rule_comes_is_not_looked_at_again(
    ticketing: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The review comes when a reply has read the clock and not written it yet."""
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=1)
    await ticketing.post(RULES, {"name": "Late", "metrics": ["first_reply"], "levels": [level(share=50)]})
    read = queries.newest_cycles

    async def read_and_be_slow(session: AsyncSession, ticket_id: UUID) -> tuple[dict[str, SlaClock], SlaWatch | None]:
        found = await read(session, ticket_id)
        assert [clock.state for clock in found[0].values()] == ["running"]
        assert await ticketing.run_job("review_escalation_rules") == 1
        return found

    with monkeypatch.context() as patched:
        patched.setattr(queries, "newest_cycles", read_and_be_slow)
        await replied(ticketing, path)
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


async def test_a_clock_that_ends_before_a_new_rule_has_come_to_it_has_its_levels(ticketing: ServiceUnderTest) -> None:
    """Workers are held up: nobody has looked at the clock since the rule was made, and a reply ends it."""
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=1)
    await ticketing.post(RULES, {"name": "Late", "metrics": ["first_reply"], "levels": [level(share=50)]})
    ticketing.clock.advance(minutes=30)
    await replied(ticketing, path)
    await swept(ticketing)
    assert await keys(ticketing, path) == ["50%"]
