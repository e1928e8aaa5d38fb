"""What ticketing tells of a merge takes the merged ticket out of the numbers, and an unmerge puts it back."""

from datetime import UTC, datetime
from uuid import UUID

from shared.events.envelope import Envelope
from tests.fixtures.services import ServiceUnderTest
from tests.services.analytics.metrics.asking import values
from tests.services.analytics.metrics.told import MONDAY


async def hear(analytics: ServiceUnderTest, ticketing: ServiceUnderTest) -> None:
    """Hand over all that ticketing has told so far, in its order; what was heard before is dropped."""
    envelopes = [
        Envelope(
            id=fact.id,
            source=fact.headers["ce_source"],
            type=fact.type,
            subject=fact.subject,
            time=datetime.fromisoformat(fact.headers["ce_time"]),
            recorded_at=datetime.fromisoformat(fact.headers["ce_recordedtime"]),
            sequence=place,
            trace_id=UUID(fact.trace_id),
            causation_id=fact.headers["ce_causationid"],
            actor=fact.headers["ce_actor"],
            traceparent=None,
            raw=fact.data,
        )
        for place, fact in enumerate(await ticketing.told(), start=1)
    ]
    await analytics.apply(envelopes)
    assert await analytics.rows("SELECT error FROM dead_letter") == []


async def attained(analytics: ServiceUnderTest) -> tuple[int, int]:
    """(met, met or breached)."""
    items = await values(analytics, "sla_attainment")
    return sum(item["numerator"] or 0 for item in items), sum(item["denominator"] or 0 for item in items)


async def closed(analytics: ServiceUnderTest) -> int:
    return sum(item["numerator"] or 0 for item in await values(analytics, "tickets_closed"))


async def test_a_late_clock_leaves_with_the_merge_and_comes_back(
    ticketing: ServiceUnderTest, analytics: ServiceUnderTest
) -> None:
    ticketing.clock.stop_at(MONDAY.astimezone(UTC))
    body = {"subject": "Slow", "type": "question", "priority": "urgent"}  # to be answered within the hour
    late, other = [(await ticketing.post("/v1/tickets", body))["id"] for _ in range(2)]
    await ticketing.post(f"/v1/tickets/{other}/messages", {"body": "Hello", "visibility": "public"})
    ticketing.clock.advance(hours=2)
    await ticketing.run_job("sla_due")
    await hear(analytics, ticketing)
    assert await attained(analytics) == (1, 2)
    await ticketing.post(f"/v1/tickets/{late}/merge", {"into": other})
    await hear(analytics, ticketing)
    assert await attained(analytics) == (1, 1), "as long as it is merged its promise is nobody's"
    await ticketing.post(f"/v1/tickets/{late}/unmerge")
    await hear(analytics, ticketing)
    assert await attained(analytics) == (1, 2)


async def test_a_solved_ticket_is_none_while_it_is_part_of_another(
    ticketing: ServiceUnderTest, analytics: ServiceUnderTest
) -> None:
    ticketing.clock.stop_at(MONDAY.astimezone(UTC))
    body = {"subject": "Slow", "type": "question"}
    one, other = [(await ticketing.post("/v1/tickets", body))["id"] for _ in range(2)]
    for ticket_id in (one, other):
        await ticketing.post(f"/v1/tickets/{ticket_id}/transitions", {"to": "solved", "resolution_code": "fixed"})
    counts = []
    for path, deed in ((None, None), ("merge", {"into": other}), ("unmerge", {})):
        if path is not None:
            ticketing.clock.advance(minutes=5)
            await ticketing.post(f"/v1/tickets/{one}/{path}", deed)
        await hear(analytics, ticketing)
        counts.append(await closed(analytics))
    assert counts == [2, 1, 2]
