"""The mirror keeps the newest of each subject, whatever comes late."""

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest, envelope_of
from tests.services.feedback import facts


async def test_an_older_fact_changes_nothing(feedback: ServiceUnderTest) -> None:
    account_id, contact_id = uuid7(), uuid7()
    older = [
        envelope_of(facts.account(account_id, "Acme")),
        envelope_of(facts.contact(contact_id, account_id, "Ana")),
        envelope_of(facts.team(account_id, facts.member(facts.MIA))),
        envelope_of(facts.staff(facts.MIA)),
    ]
    newer = [
        envelope_of(facts.account(account_id, "Acme AB", None)),
        envelope_of(facts.contact(contact_id, account_id, None)),
        envelope_of(facts.team(account_id)),
        envelope_of(facts.staff(facts.MIA, active=False)),
    ]
    await feedback.apply(newer)
    await feedback.apply(older)
    [account] = await feedback.rows("SELECT name, segment FROM account")
    [contact] = await feedback.rows("SELECT name FROM contact")
    [team] = await feedback.rows("SELECT members FROM account_team")
    [staff] = await feedback.rows("SELECT active FROM staff")
    assert (tuple(account), tuple(contact), tuple(team), tuple(staff)) == (("Acme AB", None), (None,), ([],), (False,))


async def test_a_set_of_facts_is_mirrored(feedback: ServiceUnderTest) -> None:
    accounts = [uuid7() for _ in range(20)]
    await feedback.deliver(*(facts.account(account_id) for account_id in accounts), shuffle=True)
    [counted] = await feedback.rows("SELECT count(*) FROM account WHERE segment = 'mid'")
    assert counted[0] == 20
