"""The mirror shows the newest fact of each subject, in whatever order facts come."""

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest, envelope_of
from tests.services.ticketing.facts import account, contact, member, staff, team


async def test_an_older_fact_changes_nothing(ticketing: ServiceUnderTest) -> None:
    acme, ana, mia, other = uuid7(), uuid7(), uuid7(), uuid7()
    older = [account(acme, tier="silver"), contact(ana, other), staff(mia, active=False), team(acme, member(other))]
    newer = [account(acme, tier="gold"), contact(ana, acme), staff(mia), team(acme, member(mia))]
    first, second = ([envelope_of(fact) for fact in facts] for facts in (older, newer))
    await ticketing.apply(second)
    await ticketing.apply(first)
    [tier] = await ticketing.rows("SELECT tier FROM account")
    [of] = await ticketing.rows("SELECT account_id FROM contact")
    [person] = await ticketing.rows("SELECT active FROM staff")
    [held] = await ticketing.rows("SELECT members FROM account_team")
    assert (tier.tier, of.account_id, person.active) == ("gold", acme, True)
    assert [who["staff_id"] for who in held.members] == [str(mia)]


async def test_account_and_team_are_counted_apart(ticketing: ServiceUnderTest) -> None:
    acme, mia = uuid7(), uuid7()
    changed = envelope_of(team(acme, member(mia)))
    await ticketing.apply([envelope_of(account(acme))])
    await ticketing.apply([changed])
    assert len(await ticketing.rows("SELECT account_id FROM account_team")) == 1
