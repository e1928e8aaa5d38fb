"""Routing rules over HTTP, and the tickets that go by them."""

from typing import Any

import pytest

from services.ticketing.routing.rule_schemas import MOST_RULES
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.fixtures.statements import noted, of_the_request
from tests.services.ticketing.facts import CARE, account, contact, received, staff, team
from tests.services.ticketing.facts import member as team_member
from tests.services.ticketing.routing.people import group, people, presence, rule, ticket, why

RULE = {"name": "Invoices", "rank": 10, "group_id": CARE, "match": {"tags": ["billing"], "words": ["invoice"]}}


async def test_a_rule_is_made_changed_and_taken_away(ticketing: ServiceUnderTest) -> None:
    made = await ticketing.client.post("/v1/routing-rules", json=RULE)
    path = f"/v1/routing-rules/{made.json()['id']}"
    assert (made.status_code, made.headers["location"], made.headers["etag"]) == (201, path, '"1"')
    assert (made.json()["active"], made.json()["skills"], made.json()["match"]["channel"]) == (True, [], [])
    changed = await ticketing.patch(path, {"match": {"words": None}, "skills": ["sv"]}, headers={"If-Match": '"1"'})
    assert (changed["match"]["words"], changed["match"]["tags"], changed["version"]) == ([], ["billing"], 2)
    assert await ticketing.patch(path, {"skills": ["sv"]}) == changed
    assert await ticketing.get(path) == changed
    stale = await ticketing.client.delete(path, headers={"If-Match": '"1"'})
    assert stale.status_code == 412
    assert (await ticketing.client.delete(path)).status_code == 204
    assert (await ticketing.client.get(path)).status_code == 404
    done = await ticketing.rows("SELECT action FROM audit WHERE entity = 'routing_rule' ORDER BY id")
    assert [row.action for row in done] == ["routing_rule.create", "routing_rule.change", "routing_rule.remove"]


async def test_rules_are_listed_as_they_are_tried(ticketing: ServiceUnderTest) -> None:
    for rank, active in ((30, True), (10, True), (20, False)):
        await rule(ticketing, CARE, rank, active=active)
    listed = await ticketing.get("/v1/routing-rules")
    assert [item["rank"] for item in listed["items"]] == [10, 20, 30]
    assert [item["rank"] for item in (await ticketing.get("/v1/routing-rules", active=False))["items"]] == [20]
    assert (await ticketing.get("/v1/routing-rules", group_id=str(uuid7())))["items"] == []
    first = await ticketing.get("/v1/routing-rules", limit=2)
    second = await ticketing.get("/v1/routing-rules", limit=2, cursor=first["next_cursor"])
    assert [item["rank"] for item in second["items"]] == [30]


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"group_id": str(uuid7())}, ["body", "group_id"]),
        ({"rank": -1}, ["body", "rank"]),
        ({"rank": 2**70}, ["body", "rank"]),
        ({"name": "a\x00b"}, ["body", "name"]),
        ({"match": {"words": ["\ud800"]}}, ["body", "match"]),
        ({"match": {"words": ["x"] * 101}}, ["body", "match"]),
        ({"match": {"channel": ["pigeon"]}}, ["body", "match"]),
        ({"match": {"regex": [".*"]}}, ["body", "match"]),
        ({"skills": ["x"] * 21}, ["body", "skills"]),
        ({"strategy": "manual"}, ["body", "strategy"]),
    ],
)
async def test_what_a_rule_may_not_say(ticketing: ServiceUnderTest, changes: dict[str, Any], place: list[str]) -> None:
    body = b'{"name":"x","rank":1,"group_id":"%s","match":{"words":["\\ud800"]}}' % CARE.encode()
    sent = {"content": body} if "\ud800" in str(changes) or "ud800" in repr(changes) else {"json": {**RULE, **changes}}
    answer = await ticketing.client.post("/v1/routing-rules", headers={"Content-Type": "application/json"}, **sent)
    assert (answer.status_code, answer.json()["errors"][0]["loc"][:2]) == (422, place)


async def test_there_is_an_end_to_rules(ticketing: ServiceUnderTest) -> None:
    await ticketing.execute(
        "INSERT INTO routing_rule (id, name, rank, active, match, group_id, account_owner_first, skills, created_at,"
        " updated_at) SELECT uuidv7(), 'spare', 5, false, '{}', :care, false, '{}', now(), now()"
        " FROM generate_series(1, :most)",
        care=CARE,
        most=MOST_RULES,
    )
    answer = await ticketing.client.post("/v1/routing-rules", json=RULE)
    assert (answer.status_code, answer.json()["code"]) == (409, "too_many_rules")


async def test_who_may_set_rules(ticketing: ServiceUnderTest) -> None:
    async with ticketing.client_with("ticketing:routing-rules:read") as reader:
        assert (await reader.get("/v1/routing-rules")).status_code == 200
        assert (await reader.post("/v1/routing-rules", json=RULE)).status_code == 403
        assert (await reader.post("/v1/routing-rules/simulate", json={})).status_code == 422, "a dry run only asks"


async def test_the_first_rule_by_rank_that_fits_gives_the_group(ticketing: ServiceUnderTest) -> None:
    invoices, rest = await group(ticketing, [], "manual"), await group(ticketing, [], "manual")
    await rule(ticketing, rest, 1000)
    narrow = await rule(ticketing, invoices, 10, match={"tags": ["billing"], "words": ["invoice"]})
    await rule(ticketing, CARE, 5, active=False)
    taken = await ticket(ticketing, tags=["billing"], message={"body": "Your INVOICE, please"})
    assert (taken["group_id"], taken["assignee_id"], taken["status"]) == (invoices, None, "new")
    other = await ticket(ticketing, tags=["billing"])
    assert other["group_id"] == rest
    given = await ticket(ticketing, tags=["billing"], subject="invoice", group_id=CARE)
    assert given["group_id"] == CARE
    assert await why(ticketing, given["id"]) == []

    [assigned, _, _] = await ticketing.told("ticket.assigned.v1")
    assert (assigned.data["group_id"], assigned.data["reason"]) == (invoices, "routing")
    [told] = await why(ticketing, other["id"])
    assert [(each["rank"], each["misses"]) for each in told["rules"]] == [(10, ["words"]), (1000, [])]
    await ticketing.client.delete(f"/v1/routing-rules/{narrow['id']}")
    [kept] = await why(ticketing, taken["id"])
    assert (kept["rule_id"], kept["occasion"], kept["strategy"]) == (narrow["id"], "created", "manual")
    recorded = await ticketing.rows("SELECT after FROM audit WHERE action = 'ticket.route' ORDER BY id")
    assert (recorded[0].after["rule_id"], recorded[0].after["group_id"]) == (narrow["id"], invoices)


async def test_where_no_rule_fits_nobody_gets_it(ticketing: ServiceUnderTest) -> None:
    await rule(ticketing, CARE, match={"channel": ["email"]})
    made = await ticket(ticketing)
    assert (made["group_id"], made["assignee_id"]) == (None, None)
    assert await ticketing.told("ticket.assigned.v1") == []
    [told] = await why(ticketing, made["id"])
    assert (told["group_id"], told["rules"][0]["misses"]) == (None, ["channel"])


async def test_where_nothing_is_set_up_a_ticket_takes_no_statement_more(ticketing: ServiceUnderTest) -> None:
    await ticket(ticketing)
    with noted() as sent:
        await ticket(ticketing, group_id=CARE)
    assert not [each for each in of_the_request(sent) if "routing" in each or "agent_presence" in each]
    mia = await people(ticketing, 1)
    await rule(ticketing, await group(ticketing, mia, "round_robin"))
    await ticket(ticketing)
    with noted() as sent:
        await ticket(ticketing)
    more = [each for each in of_the_request(sent) if "agent_" in each]
    assert len(more) == 3  # who is held, how they are, whose turn it was


async def test_the_tier_and_the_reason_count(ticketing: ServiceUnderTest) -> None:
    acme, ana, reason = uuid7(), uuid7(), str(uuid7())
    await ticketing.deliver(account(acme), contact(ana, acme))
    await rule(ticketing, CARE, match={"account_tier": ["gold"], "contact_reason_id": [reason]})
    assert (await ticket(ticketing, contact_reason_id=reason))["group_id"] is None
    fits = await ticket(ticketing, contact_reason_id=reason, requester={"contact_id": str(ana)})
    assert fits["group_id"] == CARE


async def test_a_follow_up_goes_by_the_group_s_strategy_and_else_by_rules(ticketing: ServiceUnderTest) -> None:
    [mia] = await people(ticketing, 1)
    desk = await group(ticketing, [mia], "round_robin")
    first = await ticket(ticketing, group_id=desk, assignee_id=str(uuid7()))
    bare = await ticket(ticketing)
    await rule(ticketing, desk, match={"words": ["hangs again"]})
    for each in (first, bare):
        path = f"/v1/tickets/{each['id']}"
        await ticketing.post(f"{path}/transitions", {"to": "solved", "resolution_code": "fixed"})
        ticketing.clock.advance(days=8)
        said = {"body": "It hangs again", "visibility": "public", "author": {"kind": "customer"}}
        written = await ticketing.post(f"{path}/messages", said)
        following = await ticketing.get(f"/v1/tickets/{written['ticket_id']}")
        assert following["parent_id"] == each["id"]
        assert (following["group_id"], following["assignee_id"], following["status"]) == (desk, mia, "open")
        assert [told["occasion"] for told in await why(ticketing, following["id"])] == ["created"]


async def test_a_group_that_is_given_by_hand_gives_it_on(ticketing: ServiceUnderTest) -> None:
    [mia] = await people(ticketing, 1, skills=["sv"])
    desk = await group(ticketing, [mia], "skills")
    await rule(ticketing, desk, match={"channel": ["email"]}, skills=["sv"])
    made = await ticket(ticketing)
    path = f"/v1/tickets/{made['id']}"
    given = await ticketing.post(f"{path}/assign", {"group_id": desk})
    assert (given["assignee_id"], given["status"]) == (mia, "open")
    [assigned] = await ticketing.told("ticket.assigned.v1")
    assert (assigned.data["assignee_id"], assigned.data["reason"]) == (mia, "routing")
    assert (await why(ticketing, made["id"]))[0]["occasion"] == "group_given"
    by_hand = await ticketing.post(f"{path}/assign", {"assignee_id": str(uuid7()), "group_id": desk})
    assert by_hand["assignee_id"] != mia
    taken = await ticketing.post(f"{path}/assign", {"assignee_id": None})
    assert (taken["assignee_id"], taken["group_id"]) == (None, desk)  # what is taken away by hand stays so
    assert await ticketing.run_job("assign_waiting_tickets") == 0
    manual = await ticket(ticketing)
    left = await ticketing.post(f"/v1/tickets/{manual['id']}/assign", {"group_id": CARE})
    assert (left["assignee_id"], left["status"]) == (None, "new")


async def test_the_account_s_owner_comes_first_where_the_rule_says_so(ticketing: ServiceUnderTest) -> None:
    acme, csm = uuid7(), uuid7()
    [mia] = await people(ticketing, 1)
    await ticketing.deliver(account(acme), staff(csm), team(acme, team_member(csm)))
    await rule(ticketing, await group(ticketing, [mia], "round_robin"), account_owner_first=True)
    theirs = await ticket(ticketing, account_id=str(acme))
    assert theirs["assignee_id"] == str(csm)
    assert (await ticket(ticketing))["assignee_id"] == mia
    await presence(ticketing, csm, "busy")
    assert (await ticket(ticketing, account_id=str(acme)))["assignee_id"] == mia
    [told] = await why(ticketing, theirs["id"])
    assert [(each["staff_id"], each["why_not"]) for each in told["agents"]] == [
        (str(csm), None),
        (mia, "account_owner_first"),
    ]


async def test_an_escalation_keeps_its_own_owner(ticketing: ServiceUnderTest) -> None:
    [mia] = await people(ticketing, 1)
    await ticketing.patch(f"/v1/groups/{CARE}", {"strategy": "round_robin", "member_ids": [mia]})
    await rule(ticketing, CARE)
    await ticketing.deliver(received())
    [escalated] = await ticketing.rows("SELECT assignee_id, assigned_by FROM ticket")
    assert (escalated.assignee_id, escalated.assigned_by) == (None, "route")
    assert await ticketing.run_job("assign_waiting_tickets") == 0


async def test_a_group_tells_its_strategy(ticketing: ServiceUnderTest) -> None:
    desk = await group(ticketing, [], "skills")
    await ticketing.patch(f"/v1/groups/{desk}", {"strategy": None, "account_owner_first": True})
    told = [fact.data for fact in await ticketing.told("group.changed.v1") if fact.subject == desk]
    assert [(each["strategy"], each["account_owner_first"]) for each in told] == [("skills", False), ("manual", True)]
    wrong = await ticketing.client.patch(f"/v1/groups/{desk}", json={"strategy": "loudest"})
    assert wrong.status_code == 422
