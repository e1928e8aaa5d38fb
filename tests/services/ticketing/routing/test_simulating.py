"""The dry run: it says what a real ticket would meet, and changes no row."""

import asyncio
from typing import Any

from sqlalchemy import text

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.facts import account, staff, team
from tests.services.ticketing.facts import member as team_member
from tests.services.ticketing.routing.people import group, people, presence, rule, ticket, why

SUBJECT = {"subject": "The invoice is wrong", "type": "question", "tags": ["billing"]}


async def _digest(service: ServiceUnderTest) -> dict[str, Any]:
    """What is in each table."""
    names = await service.rows(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    )
    return {
        row.relname: (
            await service.rows(
                f"SELECT count(*), md5(coalesce(string_agg(md5(each::text), '' ORDER BY each::text), ''))"
                f' FROM "{row.relname}" AS each'
            )
        )[0]
        for row in names
        if row.relname != "api_key"  # when a key was last used
    }


async def _simulated(service: ServiceUnderTest, **asked: Any) -> dict[str, Any]:
    found: dict[str, Any] = await service.post("/v1/routing-rules/simulate", asked)
    return found


async def test_it_changes_no_row_and_says_what_the_real_one_then_does(ticketing: ServiceUnderTest) -> None:
    acme, csm = uuid7(), uuid7()
    await ticketing.deliver(account(acme), staff(csm), team(acme, team_member(csm)))
    staff_ids = await people(ticketing, 3, capacity=2, skills=["sv"])
    await presence(ticketing, staff_ids[0], "busy")
    desks = {name: await group(ticketing, staff_ids, name) for name in ("round_robin", "least_loaded", "skills")}
    await rule(ticketing, desks["round_robin"], 1, match={"channel": ["email"]})
    await rule(ticketing, desks["least_loaded"], 2, match={"channel": ["web"]}, account_owner_first=True)
    await rule(ticketing, desks["skills"], 3, match={"words": ["invoice"]}, skills=["sv"])
    await ticket(ticketing, subject="No rule fits this one")
    for changes in [
        {"channel": "email"},
        {"channel": "email"},
        {"channel": "web"},
        {"channel": "web", "account_id": str(acme)},
        {},
        {"channel": "email"},
        {"group_id": desks["skills"]},
        {"subject": "Something else"},
    ]:
        asked = {**SUBJECT, **changes}
        before = await _digest(ticketing)
        foreseen = [await _simulated(ticketing, ticket=asked) for _ in range(2)]
        assert await _digest(ticketing) == before
        assert foreseen[0] == foreseen[1]
        made = await ticket(ticketing, **asked)
        [told] = await why(ticketing, made["id"])
        assert {name: told[name] for name in foreseen[0]} == foreseen[0]
        assert (made["group_id"], made["assignee_id"]) == (foreseen[0]["group_id"], foreseen[0]["assignee_id"])


async def test_it_names_every_rule_and_everybody(ticketing: ServiceUnderTest) -> None:
    mia, leo, ida = await people(ticketing, 3, skills=["sv"])
    await ticketing.put(f"/v1/agents/{leo}", {"skills": [], "capacity": 5})
    desk = await group(ticketing, [mia, leo, ida], "skills")
    await presence(ticketing, ida, "offline")
    for number in range(25):
        await rule(ticketing, desk, number, match={"tags": ["other"], "channel": ["email"]})
    last = await rule(ticketing, desk, 25, match={"words": ["invoice"]}, skills=["sv"])
    found = await _simulated(ticketing, ticket=SUBJECT)
    assert (found["rule_id"], found["assignee_id"], found["skills"]) == (last["id"], mia, ["sv"])
    assert [each["misses"] for each in found["rules"]] == [["channel", "tags"]] * 25 + [[]]
    assert {each["staff_id"]: each["why_not"] for each in found["agents"]} == {
        mia: None,
        leo: "skills_missing",
        ida: "offline",
    }
    made = await ticket(ticketing, **SUBJECT)
    [kept] = await why(ticketing, made["id"])
    assert (len(kept["rules"]), kept["rules"][-1]["rule_id"]) == (20, last["id"])


async def test_a_ticket_that_is_there_is_looked_at_as_if_nobody_had_it(ticketing: ServiceUnderTest) -> None:
    [mia] = await people(ticketing, 1)
    made = await ticket(ticketing, message={"body": "My invoice"}, assignee_id=str(uuid7()))
    desk = await group(ticketing, [mia], "round_robin")
    await rule(ticketing, desk, match={"words": ["my invoice"]})
    before = await _digest(ticketing)
    found = await _simulated(ticketing, ticket_id=made["id"])
    assert (found["group_id"], found["assignee_id"]) == (desk, mia)
    assert await _digest(ticketing) == before


async def test_it_waits_for_nobody(ticketing: ServiceUnderTest) -> None:
    [mia] = await people(ticketing, 1)
    desk = await group(ticketing, [mia], "round_robin")
    await rule(ticketing, desk)
    made = await ticket(ticketing)
    async with ticketing.database.session() as session, session.begin():
        await session.execute(text("SELECT 1 FROM agent_presence FOR UPDATE"))  # a ticket is just given to her
        async with asyncio.timeout(10):
            for asked in ({"ticket": SUBJECT}, {"ticket_id": made["id"]}):
                assert (await _simulated(ticketing, **asked))["assignee_id"] == mia


async def test_what_cannot_be_asked(ticketing: ServiceUnderTest) -> None:
    for body, code in [
        ({}, "subject"),
        ({"ticket_id": str(uuid7()), "ticket": SUBJECT}, "subject"),
        ({"ticket_id": str(uuid7())}, "unknown_ticket"),
        ({"ticket": {**SUBJECT, "group_id": str(uuid7())}}, "unknown_group"),
        ({"ticket": {**SUBJECT, "subject": ""}}, "too_short"),
    ]:
        answer = await ticketing.client.post("/v1/routing-rules/simulate", json=body)
        assert (answer.status_code, answer.json()["errors"][0]["type"]) == (422, code)
    assert (await ticketing.client.get(f"/v1/tickets/{uuid7()}/routing")).status_code == 404
