"""One list of what happened on a ticket, who did it and why."""

from typing import Any

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing import facts
from tests.services.ticketing.merging.desk import REPLY, SOLVED, a_ticket, merged, unmerged, wrote
from tests.services.ticketing.sla.clocks import MONDAY, later


async def timeline(ticketing: ServiceUnderTest, ticket_id: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await ticketing.get(f"/v1/tickets/{ticket_id}/timeline"))["items"]
    return items


def kinds(items: list[dict[str, Any]]) -> list[str]:
    return [item["kind"] for item in items]


async def test_it_tells_who_did_what_and_why(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)
    staff_id = uuid7()
    one = await a_ticket(ticketing)
    path = f"/v1/tickets/{one}"
    async with ticketing.client_with("ticketing:tickets:write", staff_id=staff_id) as mia:
        for deed, body in (
            ("assign", {"assignee_id": str(staff_id)}),
            ("messages", REPLY),
            ("transitions", {"to": "pending", "reason": "She looks for the number."}),
        ):
            ticketing.clock.advance(minutes=1)
            await mia.post(f"{path}/{deed}", json=body)
    ticketing.clock.advance(minutes=1)
    await wrote(ticketing, one, "It is 7.")
    ticketing.clock.advance(days=8)
    await ticketing.run_job("sla_due")
    await ticketing.post(f"{path}/transitions", SOLVED)
    ticketing.clock.advance(days=8)
    await ticketing.run_job("close_solved_tickets")
    items = await timeline(ticketing, one)
    assert [item["at"] for item in items] == sorted(item["at"] for item in items)
    assert [kind for kind in kinds(items) if not kind.startswith("sla_")] == [
        *("created", "message"),
        *("status_changed", "assigned"),
        "message",
        "status_changed",
        *("message", "status_changed"),
        "status_changed",
        "status_changed",
    ]
    reply = next(item for item in items if item["text"] == REPLY["body"])
    assert reply["actor"].startswith("key/")
    assert reply["author"] == {"kind": "agent", "id": str(staff_id), "name": None}
    assert reply["cause"].startswith("request/")
    assert reply["about"] == {"visibility": "public", "channel": "api"}
    opening = next(item for item in items if item["text"] == "The export is slow!")
    assert opening["actor"].startswith("key/")
    waits = next(item for item in items if item["reason"] == "She looks for the number.")
    assert waits["changes"][0] == {"field": "status", "before": "open", "after": "pending"}
    closing = items[-1]
    assert closing["cause"].startswith("job/close_solved_tickets/")
    assert closing["changes"] == [{"field": "status", "before": "solved", "after": "closed"}]
    fulfilled = next(item for item in items if item["kind"] == "sla_fulfilled")
    assert (fulfilled["at"], fulfilled["about"]["metric"]) == (later(minutes=2), "first_reply")
    breach = next(item for item in items if item["kind"] == "sla_breached")
    assert breach["about"]["policy_version"] == 1
    assert breach["at"] < breach["about"]["detected_at"].replace("+00:00", "Z"), "it is dated when it fell due"


async def test_pages_add_up_to_the_list(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)
    one = await a_ticket(ticketing)
    for number in range(5):  # all of one instant
        await wrote(ticketing, one, f"Message {number}")
    whole = await timeline(ticketing, one)
    pages, cursor = list[dict[str, Any]](), None
    while not pages or cursor:
        page = await ticketing.get(f"/v1/tickets/{one}/timeline", limit=2, **({"cursor": cursor} if cursor else {}))
        pages += page["items"]
        cursor = page["next_cursor"]
    assert pages == whole
    assert len(whole) == len({(item["id"], item["kind"]) for item in whole}) == 7


async def test_a_merge_and_its_undoing(ticketing: ServiceUnderTest) -> None:
    one, other = await a_ticket(ticketing, "One"), await a_ticket(ticketing, "Other")
    await merged(ticketing, one, other)
    await wrote(ticketing, one, "Meanwhile")
    shown = await timeline(ticketing, other)
    said = {item["text"]: item["ticket_id"] for item in shown if item["text"]}
    assert said == {"One!": one, "Other!": other, "Meanwhile": one}
    [took_in] = [item for item in shown if item["kind"] == "took_in"]
    assert took_in["changes"] == [{"field": "ticket_id", "before": None, "after": one}]
    [merge] = [item for item in await timeline(ticketing, one) if item["kind"] == "merged"]
    assert merge["changes"] == [{"field": "merged_into_id", "before": None, "after": other}]
    await unmerged(ticketing, one)
    assert [item["text"] for item in await timeline(ticketing, other) if item["text"]] == ["Other!"]
    assert kinds(await timeline(ticketing, other))[-1] == "gave_back"
    mine = await timeline(ticketing, one)
    assert [item["text"] for item in mine if item["text"]] == ["One!", "Meanwhile"]
    meanwhile = next(item for item in mine if item["text"] == "Meanwhile")
    assert meanwhile["actor"].startswith("key/"), "who sent it is known wherever it lies"
    assert kinds(mine)[-1] == "unmerged"


async def test_an_escalation_names_its_answer_and_its_recovery(ticketing: ServiceUnderTest) -> None:
    answer = facts.received(comment="Slow")
    [fact_id] = await ticketing.deliver(answer, times=1)
    [ticket] = (await ticketing.get("/v1/tickets"))["items"]
    [case] = (await ticketing.get("/v1/recovery-cases", ticket_id=ticket["id"]))["items"]
    await ticketing.put(f"/v1/recovery-cases/{case['id']}/plan", {"text": "Call her", "steps": []})
    items = await timeline(ticketing, ticket["id"])
    assert kinds(items)[:3] == ["escalated", "message", "recovery_case_open"]
    assert kinds(items)[3:] == ["recovery_case_plan"]
    by_kind = {item["kind"]: item for item in items}
    for kind in ("escalated", "message"):
        assert str(fact_id) in by_kind[kind]["cause"], "by the fact that set it off"
    assert by_kind["recovery_case_open"]["about"]["response_id"] == str(answer.response_id)


async def test_a_complaint_is_told_to_who_may_read_complaints(ticketing: ServiceUnderTest) -> None:
    one = await a_ticket(ticketing, type="complaint")
    [complaint] = (await ticketing.get("/v1/complaints", ticket_id=one))["items"]
    await ticketing.post(f"/v1/complaints/{complaint['id']}/transitions", {"to": "acknowledged"})
    items = await timeline(ticketing, one)
    assert kinds(items) == ["created", "message", "complaint_open", "complaint_move"]
    assert items[-1]["changes"][0] == {"field": "stage", "before": "received", "after": "acknowledged"}
    assert {item["ticket_id"] for item in items} == {one}
    async with ticketing.client_with("ticketing:tickets:read") as reader:
        told = (await reader.get(f"/v1/tickets/{one}/timeline")).json()["items"]
    assert kinds(told) == ["created", "message"]


async def test_another_promise_and_a_breach_that_nobody_has_seen_yet(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)
    target = {"metric": "first_reply", "priority": "normal", "seconds": 600}
    policy = {"name": "Incidents", "rank": 0, "conditions": {"type": ["incident"]}, "targets": [target]}
    await ticketing.post("/v1/sla-policies", policy)
    one = await a_ticket(ticketing)
    await ticketing.patch(f"/v1/tickets/{one}", {"type": "incident"})
    [retarget] = [item for item in await timeline(ticketing, one) if item["kind"] == "sla_retarget"]
    assert {change["field"] for change in retarget["changes"]} >= {"policy_id", "policy_version"}
    ticketing.clock.advance(seconds=599)
    assert "sla_breached" not in kinds(await timeline(ticketing, one))
    ticketing.clock.advance(seconds=2)
    [breach] = [item for item in await timeline(ticketing, one) if item["kind"] == "sla_breached"]
    assert (breach["at"], breach["about"]["detected_at"]) == (later(minutes=10), None)
    await ticketing.run_job("sla_due")
    [seen] = [item for item in await timeline(ticketing, one) if item["kind"] == "sla_breached"]
    assert seen["at"] == breach["at"]
    assert seen["about"]["detected_at"] is not None


async def test_nothing_of_others_and_of_nothing(ticketing: ServiceUnderTest) -> None:
    one = await a_ticket(ticketing, "One")
    await a_ticket(ticketing, "Other")
    assert {item["ticket_id"] for item in await timeline(ticketing, one)} == {one}
    assert (await ticketing.client.get(f"/v1/tickets/{uuid7()}/timeline")).status_code == 404
    async with ticketing.client_with("ticketing:audit:read") as stranger:
        assert (await stranger.get(f"/v1/tickets/{one}/timeline")).status_code == 403
