"""A step whose own facts cannot be stored: its cause must become a dead letter, and stop nothing else.

Facts are stored by the transaction's last statement; those of an event that is tried alone are stored in its
savepoint.
"""

from collections import Counter

from shared.events.envelope import Envelope
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest, envelope_of
from tests.services.analytics.stories import Story


def answers(count: int) -> list[Envelope]:
    return [envelope_of(Story().received(), trace_id=uuid7()) for _ in range(count)]


async def test_a_fact_that_the_outbox_refuses_buries_its_cause_alone(ticketing: ServiceUnderTest) -> None:
    one, other, third = answers(3)
    await ticketing.execute(
        "ALTER TABLE outbox ADD CONSTRAINT lost_on_purpose CHECK"
        f" (headers->>'ce_correlationid' <> '{other.trace_id}') NOT VALID"
    )
    await ticketing.apply([one, other, third])
    await escalated_all_but(ticketing, [one, other, third], other)


async def test_a_traceparent_that_no_header_can_hold_buries_its_fact_alone(ticketing: ServiceUnderTest) -> None:
    """Whoever writes to the topic may write this; jsonb refuses a NUL, and the worker must not end by it."""
    one, other, third = answers(3)
    forged = other._replace(traceparent="00-\0-01")
    await ticketing.apply([one, forged, third])
    await escalated_all_but(ticketing, [one, forged, third], forged)


async def escalated_all_but(ticketing: ServiceUnderTest, heard: list[Envelope], buried: Envelope) -> None:
    """The others have their ticket and their facts; this one is a dead letter."""
    [letter] = await ticketing.rows("SELECT event_id, subject FROM dead_letter")
    assert letter.subject == buried.subject
    tickets = await ticketing.rows("SELECT source_id FROM ticket")
    assert sorted(row.source_id for row in tickets) == sorted(
        envelope.subject for envelope in heard if envelope is not buried
    )
    told = Counter(fact.trace_id for fact in await ticketing.told("escalation.opened.v1"))
    assert told == {str(envelope.trace_id): 1 for envelope in heard if envelope is not buried}
