"""Each service keeps things for as long as its operator says, and tells beforehand what would go."""

import hashlib
import importlib
from typing import Any

from shared.features.retention.entities import Entity
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services import erasing
from tests.services.erasing import EMAIL, NAME, WORDS
from tests.services.ticketing import facts

TABLES = """
SELECT relname FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'api_key'
"""


def entities(service: ServiceUnderTest) -> tuple[Entity, ...]:
    found: tuple[Entity, ...] = importlib.import_module(f"services.{service.name}.privacy.ages").ENTITIES
    return found


async def filled(service: ServiceUnderTest) -> None:
    """Something old of each entity, and nothing else of it."""
    contact_id, account_id = uuid7(), uuid7()
    if service.name == "onboarding":
        deal = {"crm": "hubspot", "crm_id": "D-1", "closed_at": "2026-01-01T00:00:00Z", "account": {"name": "Acme"}}
        made = await service.post("/v1/deals", {**deal, "handoff": {"use_case": f"{NAME} wants reports"}})
        await service.post(f"/v1/handoffs/{made['handoff_id']}/reject", {"gaps": [], "reason": WORDS})
    elif service.name == "feedback":
        body = {"source": "phone", "source_id": "1", "survey_type": "nps", "score": 3, "comment": WORDS}
        await service.post("/v1/responses", {**body, "respondent": {"name": NAME, "email": EMAIL}})
    elif service.name == "ticketing":
        answer = facts.received(contact_id=contact_id, account_id=account_id, comment=WORDS)
        await service.deliver(answer, times=1)
        [ticket] = (await service.get("/v1/tickets"))["items"]
        file = await service.client.post("/v1/attachments?name=a", content=b"x", headers={"Content-Type": "text/plain"})
        note = {"body": WORDS, "visibility": "internal", "attachments": [{"id": file.json()["id"]}]}
        await service.post(f"/v1/tickets/{ticket['id']}/messages", note)
        for to in ("solved", "closed"):
            code = {"resolution_code": "fixed"} if to == "solved" else {}
            await service.post(f"/v1/tickets/{ticket['id']}/transitions", {"to": to, **code})
        await service.execute("UPDATE ticket SET closed_at = closed_at - interval '40 days'")
    for change in (
        "UPDATE response SET answered_at = answered_at - interval '40 days'",
        "UPDATE handoff SET decided_at = decided_at - interval '40 days'",
    ):
        if await service.rows("SELECT 1 WHERE to_regclass(:table) IS NOT NULL", table=change.split()[1]):
            await service.execute(change)
    await service.execute(
        "INSERT INTO notification (id, template, locale, channel, recipient_kind, address, state, attempts, dedup_key,"
        " values, queued_at, trace_id, caused_by) VALUES (:id, 'x', 'en', 'email', 'address', :address, 'sent', 1, 'k',"
        " '{\"a\": 1}', now() - interval '40 days', :id, 'request/x')",
        id=uuid7(),
        address=EMAIL,
    )
    await service.execute(
        'INSERT INTO dead_letter (id, topic, partition, "offset", headers, attempts, error, state, received_at,'
        " decided_at) VALUES (:id, 't', 0, 0, '[]', 1, 'x', 'discarded', now(), now() - interval '40 days')",
        id=uuid7(),
    )
    await service.execute("UPDATE audit SET at = at - interval '40 days'")
    if service.name == "analytics":
        await service.deliver(facts.received(comment=WORDS), times=1, recorded_at=service.clock().replace(year=2025))
        await service.execute(
            "INSERT INTO audit (id, at, actor, action, entity, entity_id, before, after, cause)"
            " VALUES (:id, now() - interval '40 days', 'a', 'b', 'c', :id, '{}', '{}', 'd')",
            id=uuid7(),
        )


async def digests(service: ServiceUnderTest) -> dict[str, str]:
    """Of each table but the keys, which know when they were used last."""
    found = {}
    for table in [row.relname for row in await service.rows(TABLES)]:
        rows = await service.rows(f'SELECT t::text AS row FROM "{table}" AS t ORDER BY 1')
        found[table] = hashlib.sha256("\n".join(row.row for row in rows).encode()).hexdigest()
    return found


async def would_go(service: ServiceUnderTest, **days: int) -> dict[str, int]:
    answer = await service.post("/v1/retention-policies/dry-run", {"days": days})
    return {item["entity"]: item["rows"] for item in answer["items"]}


async def test_nothing_goes_by_default(service: ServiceUnderTest) -> None:
    await filled(service)
    listed: list[dict[str, Any]] = (await service.get("/v1/retention-policies"))["items"]
    assert [item["entity"] for item in listed] == [entity.name for entity in entities(service)]
    assert {item["days"] for item in listed} == {None}
    before = await digests(service)
    assert await would_go(service) == {}
    assert await service.run_job("apply_retention") == 0
    assert await digests(service) == before


async def test_a_dry_run_says_what_a_run_does_and_changes_nothing(service: ServiceUnderTest) -> None:
    await filled(service)
    names = [entity.name for entity in entities(service)]
    before = await digests(service)
    foreseen = await would_go(service, **dict.fromkeys(names, 30))
    assert set(foreseen) == set(names)
    assert min(foreseen.values()) > 0, foreseen
    assert set((await would_go(service, **dict.fromkeys(names, 36_500))).values()) == {0}
    assert await digests(service) == before
    for name in names:
        await service.put(f"/v1/retention-policies/{name}", {"days": 30})
    assert await would_go(service) == foreseen
    await service.run_job("apply_retention")
    done = {item["entity"]: item["last_count"] for item in (await service.get("/v1/retention-policies"))["items"]}
    assert done == foreseen
    assert set((await would_go(service)).values()) == {0}
    assert await service.run_job("apply_retention") == 0
    tables = ("ticket", "message", "response", "handoff", "fact", "notification")
    left = [place for place in await erasing.left_of(service) if place.startswith(tables)]
    assert left == []


async def test_a_run_goes_batch_by_batch(service: ServiceUnderTest) -> None:
    await service.execute(
        "INSERT INTO audit (id, at, actor, action, entity, entity_id, before, after, cause)"
        " SELECT gen_random_uuid(), now() - interval '40 days', 'a', 'b', 'c', gen_random_uuid(), '{}', '{}', 'd'"
        " FROM generate_series(1, 5)"
    )
    await service.put("/v1/retention-policies/audit", {"days": 30})
    assert [await service.run_job("apply_retention", at_most=3) for _ in range(3)] == [3, 2, 0]


async def test_setting_days_is_recorded_and_checked(service: ServiceUnderTest) -> None:
    for days in (90, 90, None):
        assert (await service.put("/v1/retention-policies/audit", {"days": days}))["days"] == days
    noted = (await service.get("/v1/audit", action="retention_policy.change"))["items"]
    assert [(row["before"]["days"], row["after"]["days"]) for row in noted] == [(90, None), (None, 90)]
    for body in ({"days": 0}, {"days": 36_501}, {"days": "30"}, {}):
        assert (await service.client.put("/v1/retention-policies/audit", json=body)).status_code == 422
    assert (await service.client.put("/v1/retention-policies/nothing", json={"days": 1})).status_code == 404
    unknown = await service.client.post("/v1/retention-policies/dry-run", json={"days": {"nothing": 1}})
    assert (unknown.status_code, unknown.json()["errors"][0]["type"]) == (422, "unknown_entity")
