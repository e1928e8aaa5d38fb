"""Escalation rules over HTTP: made, read, changed, deleted, and refused."""

from typing import Any

import pytest

from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.escalation_rules.rules import RULES, level
from tests.services.ticketing.facts import CARE

A_UUID = "01935f2e-7c00-7000-8000-000000000001"
RULE: dict[str, Any] = {"name": "Late", "metrics": ["first_reply"], "levels": [level(share=50)]}


async def test_a_rule_is_made_changed_and_deleted(ticketing: ServiceUnderTest) -> None:
    answer = await ticketing.client.post(RULES, json={**RULE, "metrics": ["total_resolution", "first_reply"] * 3})
    made = answer.json()
    assert answer.headers["location"] == f"{RULES}/{made['id']}"
    assert (made["metrics"], made["rank"], made["active"], made["version"]) == (
        ["first_reply", "total_resolution"],
        100,
        True,
        1,
    )
    path = f"{RULES}/{made['id']}"
    assert await ticketing.get(path) == made
    conditions = {"conditions": {"account_tier": ["gold"], "group_id": [CARE]}}
    changed = await ticketing.patch(path, conditions, headers={"If-Match": answer.headers["etag"]})
    assert (changed["version"], changed["conditions"]["account_tier"]) == (2, ["gold"])
    assert await ticketing.patch(path, conditions) == changed
    stale = {"If-Match": answer.headers["etag"]}
    assert (await ticketing.client.patch(path, json={"rank": 1}, headers=stale)).status_code == 412
    assert (await ticketing.client.delete(path, headers=stale)).status_code == 412
    assert (await ticketing.client.delete(path)).status_code == 204
    for answer in (
        await ticketing.client.get(path),
        await ticketing.client.patch(path, json={"rank": 1}),
        await ticketing.client.delete(path),
        await ticketing.client.post(f"{path}/dry-run", json={}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert (await ticketing.get(RULES))["items"] == []
    audited = await ticketing.rows("SELECT action FROM audit WHERE entity = 'escalation_rule' ORDER BY id")
    assert [row.action for row in audited] == [f"escalation_rule.{verb}" for verb in ("create", "change", "delete")]


async def test_rules_are_listed_by_rank_in_pages(ticketing: ServiceUnderTest) -> None:
    for rank in (30, 10, 20):
        await ticketing.post(RULES, {**RULE, "name": str(rank), "rank": rank, "active": rank != 20})
    page = await ticketing.get(RULES, limit=2)
    rest = await ticketing.get(RULES, limit=2, cursor=page["next_cursor"])
    assert [rule["name"] for rule in [*page["items"], *rest["items"]]] == ["10", "20", "30"]
    assert [rule["name"] for rule in (await ticketing.get(RULES, active=False))["items"]] == ["20"]


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"levels": []}, ["body", "levels"]),
        ({"levels": [level(share=50)] * 21}, ["body", "levels"]),
        ({"levels": [level(share=50), level(share=50)]}, ["body", "levels"]),
        ({"levels": [level(share=0)]}, ["body", "levels", 0, "at", "share"]),
        ({"levels": [level(share=2**40)]}, ["body", "levels", 0, "at", "share"]),
        ({"levels": [level(minutes_after_due=-1)]}, ["body", "levels", 0, "at", "minutes_after_due"]),
        ({"levels": [{**level(share=50), "at": {}}]}, ["body", "levels", 0, "at"]),
        ({"levels": [{**level(share=50), "at": {"share": 5, "minutes_before_due": 5}}]}, ["body", "levels", 0, "at"]),
        ({"levels": [level(share=50, actions=[{"do": "notify"}])]}, ["body", "levels", 0]),
        ({"levels": [level(share=50, actions=[{"do": "raise_priority"}] * 2)]}, ["body", "levels", 0]),
        ({"levels": [level(share=50, actions=[{"do": "reassign"}])]}, ["body", "levels", 0, "actions", 0]),
        ({"levels": [level(share=50, actions=[{"do": "add_tag"}])]}, ["body", "levels", 0, "actions", 0]),
        (
            {"levels": [level(share=50, actions=[{"do": "add_tag", "tag": "a\x00"}])]},
            ["body", "levels", 0, "actions", 0, "tag"],
        ),
        ({"levels": [level(share=50, recipients=[{"role": "address"}])]}, ["body", "levels", 0, "recipients", 0]),
        (
            {"levels": [level(share=50, recipients=[{"role": "address", "address": "https://evil.example/#whsec_x"}])]},
            ["body", "levels", 0, "recipients", 0, "address"],
        ),
        (
            {"levels": [level(share=50, recipients=[{"role": "address", "address": "no mail\r\nBcc: x"}])]},
            ["body", "levels", 0, "recipients", 0, "address"],
        ),
        (
            {"levels": [level(share=50, actions=[{"do": "reassign", "group_id": A_UUID}])]},
            ["body", "levels", 0, "actions", 0, "group_id"],
        ),
        ({"conditions": {"group_id": [CARE, A_UUID]}}, ["body", "conditions", "group_id", 1]),
        ({"conditions": {"words": ["x"]}}, ["body", "conditions", "words"]),
        ({"metrics": []}, ["body", "metrics"]),
        ({"metrics": ["speed"]}, ["body", "metrics", 0]),
    ],
)
async def test_what_no_rule_can_say_is_refused_with_its_place(
    ticketing: ServiceUnderTest, changes: dict[str, Any], place: list[Any]
) -> None:
    answer = await ticketing.client.post(RULES, json={**RULE, **changes})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["errors"][0]["loc"] == place
    assert (await ticketing.get(RULES))["items"] == []


async def test_who_may_read_may_ask_for_a_dry_run_and_no_more(ticketing: ServiceUnderTest) -> None:
    made = await ticketing.post(RULES, RULE)
    async with ticketing.client_with("ticketing:escalation-rules:read") as reader:
        assert (await reader.post(f"{RULES}/{made['id']}/dry-run", json={})).status_code == 200
        assert (await reader.post(RULES, json=RULE)).status_code == 403
        assert (await reader.delete(f"{RULES}/{made['id']}")).status_code == 403
        assert (await reader.get(f"/v1/tickets/{A_UUID}/escalation-levels")).status_code == 403


async def test_a_repeated_request_makes_one_rule(ticketing: ServiceUnderTest) -> None:
    key = {"Idempotency-Key": "rule-1"}
    first = await ticketing.post(RULES, RULE, headers=key)
    assert await ticketing.post(RULES, RULE, headers=key) == first
    assert len((await ticketing.get(RULES))["items"]) == 1
