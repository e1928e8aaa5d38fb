"""Two tickets become one, and apart again."""

from datetime import timedelta
from typing import Any

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing import facts
from tests.services.ticketing.facts import types
from tests.services.ticketing.merging.desk import (
    FROM_CUSTOMER,
    REPLY,
    SOLVED,
    a_closed_ticket,
    a_ticket,
    an_escalation,
    bodies,
    merged,
    refusal,
    unmerged,
    wrote,
)
from tests.services.ticketing.sla.clocks import MONDAY, clocks, z

CHANGES_BY_A_MERGE = {"merged_into_id", "updated_at", "version"}


async def rows_of(ticketing: ServiceUnderTest, ticket_id: str) -> dict[str, Any]:
    """All that is kept of a ticket, by table."""
    tables = {
        "ticket": "SELECT * FROM ticket WHERE id = :id",
        "message": "SELECT * FROM message WHERE ticket_id = :id ORDER BY id",
        "recovery_case": "SELECT * FROM recovery_case WHERE ticket_id = :id ORDER BY id",
        "watch": "SELECT * FROM sla_watch WHERE ticket_id = :id",
    }
    return {
        name: [dict(row._mapping) for row in await ticketing.rows(statement, id=ticket_id)]
        for name, statement in tables.items()
    }


async def test_a_merged_ticket_is_shown_with_the_other_and_told(ticketing: ServiceUnderTest) -> None:
    one, other = await a_ticket(ticketing, "By mail"), await a_ticket(ticketing, "By phone")
    before = len(await ticketing.told())
    ticket = await merged(ticketing, one, other)
    assert (ticket["merged_into_id"], ticket["status"], ticket["version"]) == (other, "new", 2)
    assert (await ticketing.get(f"/v1/tickets/{other}"))["version"] == 2
    assert await bodies(ticketing, other) == [(one, "By mail!"), (other, "By phone!")]
    assert await bodies(ticketing, one) == [(one, "By mail!")]
    for path in (f"/v1/tickets/{other}", "/v1/tickets"):
        shown = await ticketing.get(path, include="messages")
        [found] = [shown] if "id" in shown else [each for each in shown["items"] if each["id"] == other]
        assert [message["body"] for message in found["messages"]] == ["By mail!", "By phone!"]
    [of_one] = (await ticketing.get(f"/v1/tickets/{one}/messages"))["items"]
    assert (await ticketing.get(f"/v1/tickets/{other}/messages/{of_one['id']}")) == of_one
    told = (await ticketing.told())[before:]
    assert types(told) == ["sla.paused", "sla.paused", "ticket.merged", "ticket.updated", "ticket.updated"]
    assert [fact.subject for fact in told] == [one, one, one, one, other]
    assert [fact.data["reason"] for fact in told[:2]] == ["merged", "merged"]
    assert {name: told[2].data[name] for name in ("ticket_id", "into_ticket_id")} == {
        "ticket_id": one,
        "into_ticket_id": other,
    }
    assert told[3].data["merged_into_id"] == other


async def test_replies_land_where_they_are_read_and_go_home(ticketing: ServiceUnderTest) -> None:
    one, other = await a_ticket(ticketing, "One"), await a_ticket(ticketing, "Other")
    await ticketing.post(f"/v1/tickets/{other}/transitions", {"to": "pending"})
    await merged(ticketing, one, other)
    sourced = {**FROM_CUSTOMER, "body": "To one", "channel": "email", "source_id": "<1@acme.example>"}
    landed = await ticketing.post(f"/v1/tickets/{one}/messages", sourced)
    assert landed["ticket_id"] == other
    assert (await ticketing.get(f"/v1/tickets/{other}"))["status"] == "open", "the customer wrote on it"
    assert (await ticketing.get(f"/v1/tickets/{one}"))["status"] == "new"
    await wrote(ticketing, other, "To other")
    note = {"body": "Note on one", "visibility": "internal"}
    await ticketing.post(f"/v1/tickets/{one}/messages", note)
    again = await ticketing.client.post(f"/v1/tickets/{one}/messages", json=sourced)
    assert (again.status_code, again.json()["id"]) == (200, landed["id"])
    everything = [(one, "One!"), (other, "Other!"), (other, "To one"), (other, "To other"), (other, "Note on one")]
    assert await bodies(ticketing, other) == everything
    assert await bodies(ticketing, one) == [(one, "One!"), (other, "To one"), (other, "Note on one")]
    await unmerged(ticketing, one)
    assert await bodies(ticketing, other) == [(other, "Other!"), (other, "To other")]
    assert await bodies(ticketing, one) == [(one, "One!"), (one, "To one"), (one, "Note on one")]
    again = await ticketing.client.post(f"/v1/tickets/{one}/messages", json=sourced)
    assert (again.status_code, again.json()["id"], again.json()["ticket_id"]) == (200, landed["id"], one)
    assert await ticketing.rows("SELECT id FROM message WHERE addressed_to_id IS NOT NULL") == []


async def test_an_unmerge_gives_back_the_ticket_whole(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)
    one = await an_escalation(ticketing, comment="Slow")
    other = await a_ticket(ticketing)
    path = f"/v1/tickets/{one}"
    await ticketing.patch(path, {"tags": ["export"], "custom": {"order": "A-17"}})
    await wrote(ticketing, one, "Again")
    before, standing = await rows_of(ticketing, one), (await ticketing.get(f"{path}/sla"))["items"]
    ticketing.clock.advance(minutes=20)
    await merged(ticketing, one, other)
    await wrote(ticketing, one, "Meanwhile")
    await ticketing.post(f"/v1/tickets/{other}/transitions", SOLVED)
    ticketing.clock.advance(hours=7)
    paused = (await ticketing.get(f"{path}/sla"))["items"]
    assert {(clock["state"], clock["elapsed_seconds"], clock["due_at"]) for clock in paused} == {("paused", 1200, None)}
    ticket = await unmerged(ticketing, one)
    assert (ticket["merged_into_id"], ticket["version"]) == (None, before["ticket"][0]["version"] + 2)
    after = await rows_of(ticketing, one)
    [was], [is_] = before["ticket"], after["ticket"]
    assert {name for name in was if was[name] != is_[name]} <= CHANGES_BY_A_MERGE
    assert [message["body"] for message in after["message"]] == ["Slow", "Again", "Meanwhile"]
    assert after["message"][:2] == before["message"]
    assert after["watch"][0] | {"merged": False} == after["watch"][0] == before["watch"][0] | {"merged": False}
    [case], [case_was] = after["recovery_case"], before["recovery_case"]
    assert case == case_was | {"version": case_was["version"] + 2}
    resumed = (await ticketing.get(f"{path}/sla"))["items"]
    later = timedelta(hours=7)
    for clock, clock_was in zip(resumed, standing, strict=True):
        moved = {"elapsed_seconds", "remaining_seconds", "due_at", "as_of"}
        assert {name: clock[name] for name in clock if name not in moved} == {
            name: clock_was[name] for name in clock_was if name not in moved
        }
        assert clock["elapsed_seconds"] == 1200, "the time of the merge is not counted"
        due_was = MONDAY + timedelta(seconds=clock["target_seconds"])
        assert (clock_was["due_at"], clock["due_at"]) == (z(due_was), z(due_was + later))
    for metric in ("first_reply", "total_resolution"):
        await clocks(ticketing, path, metric)  # what is explained adds up
    told = [fact for fact in await ticketing.told() if fact.subject == one][-4:]
    assert types(told) == ["sla.resumed", "sla.resumed", "ticket.unmerged", "ticket.updated"]


async def test_a_waiting_clock_waits_on_after_an_unmerge(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)
    one, other = await a_ticket(ticketing), await a_ticket(ticketing)
    body = {
        "name": "Waits",
        "rank": 1,
        "targets": [
            {"metric": "requester_wait", "priority": "low", "seconds": 3600},
        ],
    }
    await ticketing.post("/v1/sla-policies", body)
    await ticketing.patch(f"/v1/tickets/{one}", {"priority": "low"})
    ticketing.clock.advance(minutes=10)
    await ticketing.post(f"/v1/tickets/{one}/transitions", {"to": "pending"})
    [waiting] = await clocks(ticketing, f"/v1/tickets/{one}", "requester_wait")
    ticketing.clock.advance(minutes=10)
    await merged(ticketing, one, other)
    ticketing.clock.advance(hours=2)
    await unmerged(ticketing, one)
    [after] = await clocks(ticketing, f"/v1/tickets/{one}", "requester_wait")
    assert after | {"as_of": waiting["as_of"]} == waiting


async def test_a_merged_ticket_changes_by_its_unmerge_alone(ticketing: ServiceUnderTest) -> None:
    one, other = await a_ticket(ticketing), await a_ticket(ticketing)
    await merged(ticketing, one, other)
    path = f"/v1/tickets/{one}"
    for verb, body in (
        ("/transitions", {"to": "open"}),
        ("/transitions", SOLVED),
        ("/assign", {"assignee_id": str(uuid7())}),
        ("/split", {"message_ids": [str(uuid7())]}),
        ("", {"priority": "urgent"}),
    ):
        answer = await ticketing.client.request("POST" if verb else "PATCH", f"{path}{verb}", json=body)
        assert (answer.status_code, answer.json()["code"]) == (409, "transition_not_allowed")
        assert "unmerge" in answer.json()["detail"]
        assert answer.json()["conflicting_id"] == other
    await ticketing.post(f"/v1/tickets/{other}/transitions", SOLVED)
    ticketing.clock.advance(days=8)
    assert await ticketing.run_job("close_solved_tickets") == 1


async def test_a_solved_and_merged_ticket_is_not_closed_by_time(ticketing: ServiceUnderTest) -> None:
    one, other = await a_ticket(ticketing), await a_ticket(ticketing)
    await ticketing.post(f"/v1/tickets/{one}/transitions", SOLVED)
    await merged(ticketing, one, other)
    ticketing.clock.advance(days=8)
    assert await ticketing.run_job("close_solved_tickets") == 0
    assert (await unmerged(ticketing, one))["status"] == "solved"
    assert await ticketing.run_job("close_solved_tickets") == 1


async def test_what_is_not_merged(ticketing: ServiceUnderTest) -> None:
    one, other, third = [await a_ticket(ticketing) for _ in range(3)]
    closed = await a_closed_ticket(ticketing)
    for ticket_id, into in ((one, one), (one, closed), (closed, one)):
        assert await refusal(ticketing, f"/v1/tickets/{ticket_id}/merge", {"into": into}) == (409, "merge_not_allowed")
    assert await refusal(ticketing, f"/v1/tickets/{one}/merge", {"into": str(uuid7())}) == (422, "unknown_ticket")
    assert await refusal(ticketing, f"/v1/tickets/{uuid7()}/merge", {"into": one}) == (404, "not_found")
    assert await refusal(ticketing, f"/v1/tickets/{uuid7()}/unmerge") == (404, "not_found")
    await merged(ticketing, one, other)
    assert await refusal(ticketing, f"/v1/tickets/{other}/merge", {"into": one}) == (409, "merge_not_allowed")
    assert await refusal(ticketing, f"/v1/tickets/{third}/merge", {"into": one}) == (409, "merge_not_allowed")
    assert await refusal(ticketing, f"/v1/tickets/{one}/merge", {"into": third}) == (409, "transition_not_allowed")


async def test_a_deed_that_is_done_is_no_change(ticketing: ServiceUnderTest) -> None:
    one, other = await a_ticket(ticketing), await a_ticket(ticketing)
    first = await merged(ticketing, one, other)
    told = len(await ticketing.told())
    assert await merged(ticketing, one, other) == first
    assert len(await ticketing.told()) == told
    apart = await unmerged(ticketing, one)
    told = len(await ticketing.told())
    assert await unmerged(ticketing, one) == apart
    assert len(await ticketing.told()) == told


async def test_the_version_is_heeded(ticketing: ServiceUnderTest) -> None:
    one, other = await a_ticket(ticketing), await a_ticket(ticketing)
    for verb, body in (("merge", {"into": other}), ("unmerge", {}), ("split", {"message_ids": [str(uuid7())]})):
        answer = await ticketing.client.post(f"/v1/tickets/{one}/{verb}", json=body, headers={"If-Match": '"7"'})
        assert answer.status_code == 412
    answer = await ticketing.client.post(f"/v1/tickets/{one}/merge", json={"into": other}, headers={"If-Match": '"1"'})
    assert (answer.status_code, answer.headers["etag"]) == (200, '"2"')


async def test_merging_is_for_those_who_may_write(ticketing: ServiceUnderTest) -> None:
    one, other = await a_ticket(ticketing), await a_ticket(ticketing)
    async with ticketing.client_with("ticketing:tickets:read") as reader:
        for verb, body in (("merge", {"into": other}), ("unmerge", {}), ("split", {"message_ids": [other]})):
            assert (await reader.post(f"/v1/tickets/{one}/{verb}", json=body)).status_code == 403


async def test_a_chain_is_followed_to_its_end_and_undone_link_by_link(ticketing: ServiceUnderTest) -> None:
    one, two, three = [await a_ticket(ticketing, name) for name in ("One", "Two", "Three")]
    await merged(ticketing, one, two)
    await wrote(ticketing, one, "To one, on two")
    await merged(ticketing, two, three)
    assert (await wrote(ticketing, one, "To one, on three"))["ticket_id"] == three
    assert (await wrote(ticketing, two, "To two, on three"))["ticket_id"] == three
    words = [body for _, body in await bodies(ticketing, three)]
    assert words == ["One!", "Two!", "Three!", "To one, on two", "To one, on three", "To two, on three"]
    await unmerged(ticketing, two)
    assert [body for _, body in await bodies(ticketing, three)] == ["Three!"]
    assert await bodies(ticketing, two) == [
        (one, "One!"),
        (two, "Two!"),
        (two, "To one, on two"),
        (two, "To one, on three"),
        (two, "To two, on three"),
    ]
    await merged(ticketing, two, three)
    await unmerged(ticketing, one)
    assert [body for _, body in await bodies(ticketing, one)] == ["One!", "To one, on two", "To one, on three"]
    assert [body for _, body in await bodies(ticketing, three)] == ["Two!", "Three!", "To two, on three"]


async def case_on(ticketing: ServiceUnderTest, ticket_id: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = (await ticketing.get("/v1/recovery-cases", ticket_id=ticket_id))["items"]
    return cases


async def test_the_recovery_case_goes_along_and_comes_home(ticketing: ServiceUnderTest) -> None:
    one, other, third = await an_escalation(ticketing), await a_ticket(ticketing), await a_ticket(ticketing)
    [case] = await case_on(ticketing, one)
    facts_before = [fact for fact in await ticketing.told() if fact.type.startswith("recovery.")]
    await merged(ticketing, one, other)
    assert await case_on(ticketing, one) == []
    assert await case_on(ticketing, other) == [case | {"ticket_id": other, "version": 2}]
    await merged(ticketing, other, third)
    plan = {"text": "Call her", "steps": []}
    await ticketing.put(f"/v1/recovery-cases/{case['id']}/plan", plan)
    await ticketing.post(f"/v1/tickets/{one}/messages", REPLY)
    [there] = await case_on(ticketing, third)
    assert (there["state"], there["response_id"]) == ("in_progress", case["response_id"]), "the reply is a contact"
    await unmerged(ticketing, one)
    assert await case_on(ticketing, third) == await case_on(ticketing, other) == []
    [home] = await case_on(ticketing, one)
    assert (home["state"], home["plan"]["text"]) == ("in_progress", "Call her")
    told = [fact for fact in await ticketing.told() if fact.type.startswith("recovery.")][len(facts_before) :]
    assert types(told) == ["recovery.acknowledged", "recovery.planned", "recovery.contacted"]
    assert {fact.data["ticket_id"] for fact in told} == {third}


async def test_a_case_whose_team_became_known_while_it_was_merged_is_assigned_after(
    ticketing: ServiceUnderTest,
) -> None:
    account_id, mia = uuid7(), uuid7()
    one, other = await an_escalation(ticketing, account_id=account_id), await a_ticket(ticketing)
    await merged(ticketing, one, other)
    await ticketing.deliver(facts.team(account_id, facts.member(mia)))
    await ticketing.run_job("assign_waiting_cases")
    assert (await ticketing.get(f"/v1/tickets/{other}"))["assignee_id"] is None, "it waits for those who route it"
    await unmerged(ticketing, one)
    await ticketing.run_job("assign_waiting_cases")
    assert (await ticketing.get(f"/v1/tickets/{one}"))["assignee_id"] == str(mia)
    [case] = await case_on(ticketing, one)
    assert case["owner_id"] == str(mia)
    *_, assigned = [fact for fact in await ticketing.told() if fact.type == "ticket.assigned.v1"]
    assert (assigned.subject, assigned.data["reason"]) == (one, "team_changed")


async def test_a_case_stays_with_its_ticket_on_what_that_is_merged_into(ticketing: ServiceUnderTest) -> None:
    one, other, third = await an_escalation(ticketing), await a_ticket(ticketing), await a_ticket(ticketing)
    [case] = await case_on(ticketing, one)
    await merged(ticketing, one, other)
    await merged(ticketing, other, third)
    await unmerged(ticketing, other)
    assert [each["id"] for each in await case_on(ticketing, other)] == [case["id"]]
    await unmerged(ticketing, one)
    assert [each["id"] for each in await case_on(ticketing, one)] == [case["id"]]


async def test_two_open_cases_do_not_share_a_ticket(ticketing: ServiceUnderTest) -> None:
    one, other = await an_escalation(ticketing), await an_escalation(ticketing)
    [case] = await case_on(ticketing, one)
    answer = await ticketing.client.post(f"/v1/tickets/{one}/merge", json={"into": other})
    assert (answer.status_code, answer.json()["conflicting_id"]) == (409, case["id"])
    ended = {"to": "failed", "outcome": "unreachable"}
    await ticketing.post(f"/v1/recovery-cases/{case['id']}/transitions", ended)
    await merged(ticketing, one, other)
    assert len(await case_on(ticketing, other)) == 2
    await unmerged(ticketing, one)
    assert [each["id"] for each in await case_on(ticketing, one)] == [case["id"]]


async def test_a_source_makes_one_ticket_merged_or_not(ticketing: ServiceUnderTest) -> None:
    source = {"service": "phone-desk", "kind": "call", "id": "call-1"}
    body = {"subject": "Slow", "type": "question", "source": source}
    one, other = (await ticketing.post("/v1/tickets", body))["id"], await a_ticket(ticketing)
    await merged(ticketing, one, other)
    again = await ticketing.client.post("/v1/tickets", json=body)
    assert (again.status_code, again.json()["id"]) == (200, one)


async def test_a_late_reply_to_a_merged_ticket_is_followed_up_as_its_own(ticketing: ServiceUnderTest) -> None:
    requester = {"name": "Ana", "email": "ana@acme.example"}
    one, other = await a_ticket(ticketing, requester=requester), await a_ticket(ticketing)
    await merged(ticketing, one, other)
    for to in (SOLVED, {"to": "closed"}):
        await ticketing.post(f"/v1/tickets/{other}/transitions", to)
    message = await wrote(ticketing, one, "Still slow")
    follow_up = await ticketing.get(f"/v1/tickets/{message['ticket_id']}")
    assert (follow_up["parent_id"], follow_up["requester"]["name"]) == (one, "Ana")
    await unmerged(ticketing, one)
    assert [where for where, _ in await bodies(ticketing, follow_up["id"])] == [follow_up["id"]]


async def test_hostile_merges_are_refused(ticketing: ServiceUnderTest) -> None:
    one = await a_ticket(ticketing)
    hostile: list[Any] = ["\x00", "x" * 36, 7, None, [], f"{uuid7()} "]
    for into in hostile:
        assert await refusal(ticketing, f"/v1/tickets/{one}/merge", {"into": into}) == (422, "invalid")
    for body in ({}, {"into": one, "by": "me"}, {"into": one, "reason": "\x00"}, {"into": one, "reason": ""}):
        assert (await refusal(ticketing, f"/v1/tickets/{one}/merge", body))[0] in (400, 422)
