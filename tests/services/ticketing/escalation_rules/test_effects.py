"""What a level does to its ticket, whom it reaches, and what a dry run says of it beforehand."""

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.escalation_rules.rules import RULES, a_rule, fired, keys, level, swept, tags
from tests.services.ticketing.facts import CARE, account, member, staff, team
from tests.services.ticketing.sla.clocks import HOUR, MONDAY, a_policy, a_ticket, later, moved, only, target

NOTIFY = [{"do": "notify"}]


@pytest.fixture(autouse=True)
async def an_hour_for_the_first_reply(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)
    seconds = {"low": 2 * HOUR, "normal": HOUR, "high": HOUR // 2, "urgent": HOUR // 4}
    await a_policy(
        ticketing,
        *(target("first_reply", each, priority, pause_statuses=["pending"]) for priority, each in seconds.items()),
    )


async def half_past(ticketing: ServiceUnderTest) -> None:
    """Half an hour and a second later, all has fired."""
    ticketing.clock.stop_at(MONDAY + timedelta(minutes=30, seconds=1))
    await swept(ticketing)


async def did(ticketing: ServiceUnderTest, path: str) -> list[tuple[str, str]]:
    """What the levels of a ticket did."""
    return [(action["do"], action["result"]) for each in await fired(ticketing, path) for action in each["actions"]]


# ── What is done ──


async def test_a_raised_priority_brings_its_own_levels_and_ends_at_urgent(ticketing: ServiceUnderTest) -> None:
    raises = [{"do": "raise_priority"}]
    await a_rule(ticketing, *(level(share=share, actions=raises) for share in (50, 75, 100, 150)))
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=30, seconds=1)
    await swept(ticketing)
    assert (await ticketing.get(path))["priority"] == "high"
    clock = await only(ticketing, path, "first_reply")
    assert (clock["target_seconds"], clock["elapsed_seconds"]) == (HOUR // 2, 1801)
    at_once = later(minutes=30, seconds=1)  # what the shorter target has brought, in its order
    ticketing.clock.advance(seconds=1)
    await swept(ticketing)
    assert [(each["level"], each["due_at"]) for each in await fired(ticketing, path)] == [
        ("50%", later(minutes=30)),
        ("75%", at_once),
        ("100%", at_once),
    ]
    assert (await ticketing.get(path))["priority"] == "urgent"
    ticketing.clock.advance(seconds=1)
    await swept(ticketing)
    ticketing.clock.advance(hours=5)
    await swept(ticketing)
    assert await keys(ticketing, path) == ["50%", "75%", "100%", "150%"]
    assert (await did(ticketing, path))[2:] == [("raise_priority", "nothing_to_do")] * 2
    assert [fact.data["priority"] for fact in await ticketing.told("ticket.updated.v1")] == ["high", "urgent"]


async def test_reassigns_and_says_why(ticketing: ServiceUnderTest) -> None:
    mia = uuid7()
    reassign = {"do": "reassign", "group_id": CARE, "assignee_id": str(mia)}
    await a_rule(ticketing, level(share=50, actions=[reassign]), level(share=75, actions=[reassign]))
    path = await a_ticket(ticketing)
    await half_past(ticketing)
    ticketing.clock.advance(minutes=15)
    await swept(ticketing)
    ticket = await ticketing.get(path)
    assert (ticket["group_id"], ticket["assignee_id"], ticket["status"]) == (CARE, str(mia), "open")
    assert [fact.data["reason"] for fact in await ticketing.told("ticket.assigned.v1")] == ["escalation"]
    assert await did(ticketing, path) == [("reassign", "done"), ("reassign", "nothing_to_do")]


async def test_opens_one_recovery_case(ticketing: ServiceUnderTest) -> None:
    opens = [{"do": "open_recovery"}]
    await a_rule(ticketing, level(share=50, actions=opens), level(share=75, actions=opens))
    path = await a_ticket(ticketing, account_id=str(uuid7()))
    await half_past(ticketing)
    ticketing.clock.advance(minutes=15)
    await swept(ticketing)
    [case] = (await ticketing.get("/v1/recovery-cases"))["items"]
    assert (case["ticket_id"], case["response_id"], case["severity"]) == (path.rpartition("/")[2], None, "minor")
    assert case["plan_due_at"] == later(hours=8, minutes=30, seconds=1)
    [opened] = await ticketing.told("recovery.opened.v1")
    assert opened.data["recovery_case_id"] == case["id"]
    assert await did(ticketing, path) == [("open_recovery", "done"), ("open_recovery", "nothing_to_do")]


async def test_a_tag_too_many_is_refused_and_the_rest_is_done(ticketing: ServiceUnderTest) -> None:
    await a_rule(ticketing, level(share=50, actions=[{"do": "add_tag", "tag": "late"}, {"do": "raise_priority"}]))
    full = await a_ticket(ticketing, tags=[f"tag-{number}" for number in range(50)])
    tagged = await a_ticket(ticketing, tags=["late"])
    await half_past(ticketing)
    assert await did(ticketing, full) == [("add_tag", "refused"), ("raise_priority", "done")]
    assert await did(ticketing, tagged) == [("add_tag", "nothing_to_do"), ("raise_priority", "done")]
    assert await tags(ticketing, tagged) == ["late"]


async def test_two_clocks_of_a_ticket_due_at_once_fire_each_and_follow_what_the_other_did(
    ticketing: ServiceUnderTest,
) -> None:
    both = (("first_reply", "normal"), ("total_resolution", "normal"), ("first_reply", "high"))
    targets = (target(metric, HOUR, priority, pause_statuses=["open"]) for metric, priority in both)
    await a_policy(ticketing, *targets, rank=1)
    acts = [{"do": "reassign", "group_id": CARE, "assignee_id": str(uuid7())}, {"do": "raise_priority"}]
    await a_rule(ticketing, level(share=50, actions=acts), metrics=["total_resolution"], rank=1)
    await a_rule(ticketing, level(share=50))
    path = await a_ticket(ticketing)
    await half_past(ticketing)
    shown = {each["metric"]: each for each in await fired(ticketing, path)}
    assert {metric: each["due_at"] for metric, each in shown.items()} == {
        "first_reply": later(minutes=30),
        "total_resolution": later(minutes=30),
    }
    assert (await only(ticketing, path, "first_reply"))["state"] == "paused"
    assert (await only(ticketing, path, "total_resolution"))["state"] == "cancelled"  # of high priority there is none
    assert await ticketing.rows("SELECT id FROM sla_unseen") == []


# ── Who hears of it ──


async def heard(ticketing: ServiceUnderTest, path: str) -> list[tuple[str, str | None, str]]:
    """Who heard of the one level that fired on a ticket."""
    [each] = await fired(ticketing, path)
    return [(one["role"], one["staff_id"], one["found"]) for one in each["recipients"]]


def to(*roles: str, **more: Any) -> dict[str, Any]:
    """A level that notifies these roles."""
    recipients = [{"role": role} for role in roles]
    return level(share=50, recipients=[*recipients, *more.get("others", [])], actions=NOTIFY)


async def test_each_role_is_found_and_each_person_told_once(ticketing: ServiceUnderTest) -> None:
    acme, mia, leo, ida, bo = (uuid7() for _ in range(5))
    await ticketing.deliver(account(acme), team(acme, member(mia), member(bo, role="billing")))
    await ticketing.deliver(*(staff(each) for each in (mia, leo, ida, bo)))
    await ticketing.patch(f"/v1/groups/{CARE}", {"lead_id": str(leo)})
    await ticketing.post("/v1/groups", {"name": "duty-managers", "lead_id": str(ida)})
    address = {"role": "address", "address": "night@us.example"}
    await a_rule(ticketing, to("assignee", "group_lead", "csm", "account_team", "duty_manager", others=[address]))
    path = await a_ticket(ticketing, account_id=str(acme), group_id=CARE, assignee_id=str(mia))
    await half_past(ticketing)
    expected = [
        ("assignee", str(mia), "role"),
        ("group_lead", str(leo), "role"),
        ("account_team", str(bo), "role"),
        ("duty_manager", str(ida), "role"),
        ("address", None, "role"),
    ]
    assert await heard(ticketing, path) == expected
    sent = await ticketing.rows("SELECT * FROM notification WHERE template = 'escalation_level' ORDER BY dedup_key")
    assert {(row.role, row.staff_id and str(row.staff_id)) for row in sent} == {(each[0], each[1]) for each in expected}
    [outside] = [row for row in sent if row.staff_id is None]
    assert outside.address == "night@us.example"
    assert "night@" not in outside.dedup_key
    assert sent[0].values["due_at"] == "2027-11-15 10:00 UTC"
    assert (sent[0].values["metric"], sent[0].values["overdue"], sent[0].values["rule"]) == (
        "first_reply",
        None,
        "Late replies",
    )
    [due] = await ticketing.told("sla.level_due.v1")
    assert "night@" not in json.dumps(due.data)
    assert due.data["recipients"][0] == {"role": "assignee", "staff_id": str(mia), "found": "role"}


async def test_who_is_away_or_unknown_is_replaced_by_the_groups_lead(ticketing: ServiceUnderTest) -> None:
    away, leo = uuid7(), uuid7()
    times = {"away_from": MONDAY - timedelta(days=1), "away_until": MONDAY + timedelta(days=1)}
    await ticketing.deliver(staff(away, **times), staff(leo))
    await ticketing.patch(f"/v1/groups/{CARE}", {"lead_id": str(leo)})
    await a_rule(ticketing, to("assignee", "csm"))
    path = await a_ticket(ticketing, group_id=CARE, assignee_id=str(away))
    await half_past(ticketing)
    assert await heard(ticketing, path) == [("assignee", str(leo), "group_lead")]


async def test_without_a_lead_the_groups_address_hears_of_it_and_else_nobody(ticketing: ServiceUnderTest) -> None:
    await ticketing.patch(f"/v1/groups/{CARE}", {"notify_address": "mailto:care@us.example"})
    await a_rule(ticketing, to("duty_manager"))
    grouped, alone = await a_ticket(ticketing, group_id=CARE), await a_ticket(ticketing)
    await half_past(ticketing)
    assert await heard(ticketing, grouped) == [("duty_manager", None, "group_address")]
    assert await heard(ticketing, alone) == [("duty_manager", None, "nobody")]
    assert (await did(ticketing, grouped), await did(ticketing, alone)) == (
        [("notify", "done")],
        [("notify", "nothing_to_do")],
    )


# ── Beforehand ──


async def digests(ticketing: ServiceUnderTest) -> dict[str, str]:
    """Of every table, what is in it."""
    named = await ticketing.rows(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    )
    found = {}
    for row in named:
        [told] = await ticketing.rows(
            f"SELECT md5(coalesce(string_agg(each::text, ',' ORDER BY each::text), '')) AS told FROM {row.relname} each"
        )
        found[row.relname] = told.told
    return found


async def test_a_dry_run_says_what_then_happens_and_changes_no_row(ticketing: ServiceUnderTest) -> None:
    leo = uuid7()
    await ticketing.deliver(staff(leo))
    await ticketing.patch(f"/v1/groups/{CARE}", {"lead_id": str(leo)})
    rule = await a_rule(ticketing, to("group_lead"), level(share=75), level(minutes_after_due=20), active=False)
    paths = [await a_ticket(ticketing, group_id=CARE) for _ in range(2)]
    await a_ticket(ticketing, type="incident")
    await ticketing.patch(f"{RULES}/{rule['id']}", {"conditions": {"type": ["question"]}})
    await swept(ticketing)
    before = await digests(ticketing)
    dry = await ticketing.post(f"{RULES}/{rule['id']}/dry-run", {})
    one = await ticketing.post(f"{RULES}/{rule['id']}/dry-run", {"ticket_id": paths[0].rpartition("/")[2]})
    assert await digests(ticketing) == before
    assert (dry["tickets"], len(dry["would_fire"])) == (3, 6)
    assert [each for each in dry["would_fire"] if paths[0].endswith(each["ticket_id"])] == one["would_fire"]
    await ticketing.patch(f"{RULES}/{rule['id']}", {"active": True})
    while await ticketing.run_job("review_escalation_rules"):
        pass
    ticketing.clock.advance(hours=2)
    await swept(ticketing)
    happened = [
        (path.rpartition("/")[2], each["level"], each["due_at"], each["recipients"], [a["do"] for a in each["actions"]])
        for path in paths
        for each in await fired(ticketing, path)
    ]
    foretold = [
        (each["ticket_id"], each["level"], each["at"], each["recipients"], each["actions"])
        for each in dry["would_fire"]
    ]
    assert sorted(happened, key=str) == sorted(foretold, key=str)


async def test_a_dry_run_leaves_out_what_is_past_and_what_stands_still_has_no_time(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=35)
    body = {"name": "Late", "metrics": ["first_reply"], "levels": [level(share=50), level(share=75)]}
    rule = await ticketing.post(RULES, body)  # no worker has looked since
    asked = {"ticket_id": path.rpartition("/")[2]}
    [each] = (await ticketing.post(f"{RULES}/{rule['id']}/dry-run", asked))["would_fire"]
    assert (each["level"], each["at"]) == ("75%", later(minutes=45))
    await moved(ticketing, path, "pending")
    [each] = (await ticketing.post(f"{RULES}/{rule['id']}/dry-run", asked))["would_fire"]
    assert (each["level"], each["at"]) == ("75%", None)
    await moved(ticketing, path, "solved")
    assert (await ticketing.post(f"{RULES}/{rule['id']}/dry-run", asked))["would_fire"] == []


async def test_what_a_level_says_can_be_read_in_each_language(ticketing: ServiceUnderTest) -> None:
    shown = (await ticketing.get("/v1/notification-templates"))["items"]
    texts = {each["locale"]: each for each in shown if each["template"] == "escalation_level"}
    assert set(texts) == {"en", "es", "sv", "no", "sr-Cyrl", "sr-Latn", "bg"}
    preview = await ticketing.post(
        "/v1/notification-templates/escalation_level/sv/preview", {"values": {"overdue": None, "account": None}}
    )
    assert preview["subject"] == "Snart försenat: #1042 The export is slow"
    assert "går snart ut" in preview["text"]
    assert "Mål: första svar" in preview["text"]
    assert "Kund" not in preview["text"]


async def test_an_unknown_ticket_has_no_levels(ticketing: ServiceUnderTest) -> None:
    answer = await ticketing.client.get(f"/v1/tickets/{UUID(int=1)}/escalation-levels")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
