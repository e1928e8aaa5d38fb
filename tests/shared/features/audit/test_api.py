"""Reading the audit trail over HTTP: narrowed, newest first, by an index however long it has become."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.dialects import postgresql

from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.audit import queries, service
from shared.features.audit.schemas import AuditFilters
from shared.features.audit.service import Change
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
THING, OTHER = uuid7(), uuid7()


async def record(service_: ServiceUnderTest) -> None:
    """Three changes, an hour apart, told in another order than they were made in."""
    mia, ida = Cause("request/one", "staff/mia", NOON), Cause("request/two", "staff/ida", NOON + timedelta(hours=1))
    job = Cause("job/close/1", "service/onboarding", NOON + timedelta(hours=2))
    async with transaction(service_.database) as session:
        for cause, change in (
            (job, Change("thing.close", "thing", OTHER, {"state": "open"}, {"state": "closed"})),
            (mia, Change("thing.make", "thing", THING, after={"name": "a"}, reason="asked for")),
            (ida, Change("other.make", "other", THING)),
        ):
            await service.record_many(session, cause, [change])


async def actions(service_: ServiceUnderTest, **filters: Any) -> list[str]:
    told = await service_.get("/v1/audit", **{"to": "2026-11-23T00:00:00Z", **filters})
    return [item["action"] for item in told["items"]]


async def test_shows_who_changed_what_and_why(onboarding: ServiceUnderTest) -> None:
    await record(onboarding)
    [shown] = (await onboarding.get("/v1/audit", actor="staff/mia"))["items"]
    assert shown == {
        "id": shown["id"],
        "at": "2026-11-22T12:00:00Z",
        "actor": "staff/mia",
        "action": "thing.make",
        "entity": "thing",
        "entity_id": str(THING),
        "before": {},
        "after": {"name": "a"},
        "reason": "asked for",
        "cause": "request/one",
    }


async def test_narrows_newest_first(onboarding: ServiceUnderTest) -> None:
    await record(onboarding)
    every = ["thing.close", "other.make", "thing.make"]
    hour = {"from": "2026-11-22T12:00:00Z"}
    for filters, found in (
        (hour, every),
        ({"action": "thing.make"}, every[2:]),
        ({"entity": "thing"}, [every[0], every[2]]),
        ({"entity_id": str(THING)}, every[1:]),
        ({"entity": "thing", "entity_id": str(THING)}, every[2:]),
        ({"cause": "job/close/1"}, every[:1]),
        ({"actor": "staff/ida", "entity": "thing"}, []),
        ({**hour, "to": "2026-11-22T13:00:00Z"}, every[2:]),
        ({"from": "2026-11-22T13:00:00Z", "to": "2026-11-22T14:00:00.000001Z"}, every[:2]),
    ):
        assert await actions(onboarding, **filters) == found, filters


async def test_pages_hold_while_more_is_recorded(onboarding: ServiceUnderTest) -> None:
    await record(onboarding)
    until = {"to": "2026-11-23T00:00:00Z", "limit": 2}
    first = await onboarding.get("/v1/audit", **until)
    await record(onboarding)
    rest = await onboarding.get("/v1/audit", **until, cursor=first["next_cursor"])
    shown = [item["id"] for item in first["items"] + rest["items"]]
    assert len(set(shown)) == len(shown)
    assert [item["action"] for item in first["items"]] == ["thing.close", "other.make"]
    assert rest["items"][-1]["action"] == "thing.make"


async def test_refuses_what_does_not_fit(onboarding: ServiceUnderTest) -> None:
    for query in ("entity_id=7", "from=yesterday", "unheard=1", "actor="):
        assert (await onboarding.client.get(f"/v1/audit?{query}")).status_code == 422, query
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        assert (await onboarding.client.request(method, "/v1/audit", json={})).status_code == 405
    async with onboarding.client_with("onboarding:accounts:read") as other:
        assert (await other.get("/v1/audit")).status_code == 403
    async with onboarding.client_with("onboarding:audit:read") as auditor:
        assert (await auditor.get("/v1/audit")).status_code == 200


BY = {
    "ix_audit_at_id": {"from": NOON, "to": NOON + timedelta(hours=9)},
    "ix_audit_actor_at_id": {"actor": "staff/1"},
    "ix_audit_action_at_id": {"action": "thing.change_1"},
    "ix_audit_entity_at_id": {"entity": "thing_1"},
    "ix_audit_entity_id_at_id": {"entity_id": str(THING)},
    "ix_audit_cause_at_id": {"cause": "request/1"},
}
"""The index along which each filter is read."""


async def test_every_filter_reads_along_an_index(onboarding: ServiceUnderTest) -> None:
    """One that goes on with the order of the list: a page costs the same however deep it lies."""
    await _fill(onboarding, 2_000)
    assert await _read_along(onboarding, {}) == "ix_audit_at_id"
    for index, filters in BY.items():
        assert await _read_along(onboarding, filters) == index


async def _read_along(service_: ServiceUnderTest, filters: dict[str, Any]) -> str:
    """The index that a page is read along, without sorting."""
    listed = queries.changes(AuditFilters.model_validate(filters)).limit(51)
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    sql = str(listed.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
    async with service_.database.engine.begin() as connection:
        # The table of a test is so small that sorting it would be cheaper.
        await connection.execute(text("SET LOCAL enable_sort = off"))
        await connection.execute(text("SET LOCAL enable_bitmapscan = off"))
        answer = await connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {sql}")
        [plan] = answer.scalar_one()
    nodes = _nodes(plan["Plan"])
    assert [node["Node Type"] for node in nodes] == ["Limit", "Index Scan"], nodes
    return str(nodes[-1]["Index Name"])


async def _fill(service_: ServiceUnderTest, rows: int) -> None:
    made = [
        Change(
            f"thing.change_{number % 40}",
            f"thing_{number % 40}",
            THING if number == 7 else uuid7(),
            cause=Cause(f"request/{number}", f"staff/{number % 40}", NOON + timedelta(minutes=number)),
        )
        for number in range(rows)
    ]
    async with transaction(service_.database) as session:
        await service.record_many(session, Cause("request/0", "staff/0", NOON), made)
    await service_.execute("ANALYZE audit")


def _nodes(plan: dict[str, Any]) -> Sequence[dict[str, Any]]:
    return [plan, *(node for child in plan.get("Plans", ()) for node in _nodes(child))]
