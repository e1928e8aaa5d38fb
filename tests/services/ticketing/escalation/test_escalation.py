"""A negative answer becomes exactly one ticket, whatever comes twice, late or in the wrong order."""

import asyncio
from typing import Any

import pytest

from services.ticketing.escalation import assigning
from shared.contracts.feedback import ResponseReceived
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest, envelope_of, renew
from tests.fixtures.statements import noted
from tests.services.ticketing.facts import (
    CARE,
    account,
    contact,
    deleted,
    edited,
    member,
    received,
    repair,
    staff,
    team,
    types,
)


async def the_ticket(ticketing: ServiceUnderTest, answer: ResponseReceived) -> dict[str, Any]:
    found = await ticketing.get("/v1/tickets", source_id=str(answer.response_id), include="messages")
    assert len(found["items"]) == 1
    ticket: dict[str, Any] = found["items"][0]
    return ticket


async def notified(ticketing: ServiceUnderTest, answer: ResponseReceived) -> list[tuple[str, str]]:
    found = await ticketing.get("/v1/notifications", response_id=str(answer.response_id))
    return [(item["recipient"]["role"], item["recipient"]["address"]) for item in found["items"]]


async def test_a_negative_answer_becomes_one_ticket_of_the_csm(ticketing: ServiceUnderTest) -> None:
    mia, lead, customer, trace = uuid7(), uuid7(), uuid7(), uuid7()
    await ticketing.deliver(account(customer), staff(mia), staff(lead), team(customer, member(mia)))
    await ticketing.patch(f"/v1/groups/{CARE}", {"lead_id": str(lead)})
    answer = received(account_id=customer)
    await ticketing.deliver(answer, trace_id=trace)

    ticket = await the_ticket(ticketing, answer)
    assert ticket | {"messages": None} == {
        **ticket,
        "messages": None,
        "type": "escalation",
        "subject": "NPS 3",
        "status": "open",
        "priority": "high",
        "channel": "survey",
        "account_id": str(customer),
        "group_id": CARE,
        "assignee_id": str(mia),
        "source": {"service": "feedback", "kind": "response", "id": str(answer.response_id)},
        "trace_id": str(trace),
        "first_assigned_at": ticket["created_at"],
    }
    assert ticket["requester"] == {"contact_id": str(answer.contact_id), "name": None, "email": None, "phone": None}
    [message] = ticket["messages"]
    assert (message["body"], message["visibility"], message["author"]["kind"]) == ("Slow", "public", "customer")

    told = [fact for fact in await ticketing.told() if fact.trace_id == str(trace)]
    assert types(told) == [
        "ticket.created",
        "ticket.assigned",
        "sla.applied",
        "sla.applied",
        "escalation.opened",
        "recovery.opened",
    ]
    opened = next(fact.data for fact in told if fact.type == "escalation.opened.v1")
    assert (opened["owner_id"], opened["owner_source"], opened["route_version"]) == (str(mia), "csm", 1)
    assert opened["recipients"] == [
        {"role": "csm", "staff_id": str(mia)},
        {"role": "group_lead", "staff_id": str(lead)},
    ]
    [case] = (await ticketing.get("/v1/recovery-cases", response_id=str(answer.response_id)))["items"]
    assert (case["id"], case["owner_id"], case["state"]) == (opened["recovery_case_id"], str(mia), "opened")
    assert (case["severity"], case["trace_id"]) == ("major", str(trace))
    assert await notified(ticketing, answer) == [
        ("csm", f"{mia}@us.example"),
        ("group_lead", f"{lead}@us.example"),
    ]


async def test_all_is_written_once_for_a_batch_with_doubles(ticketing: ServiceUnderTest) -> None:
    answers = [received(account_id=uuid7()) for _ in range(20)]
    await ticketing.deliver(*answers, *answers, shuffle=True)
    assert len(await ticketing.rows("SELECT id FROM ticket")) == 20
    assert len(await ticketing.rows("SELECT id FROM message")) == 20
    assert len(await ticketing.rows("SELECT id FROM recovery_case")) == 20
    assert len(await ticketing.told("escalation.opened.v1")) == 20
    numbers = [row.number for row in await ticketing.rows("SELECT number FROM ticket")]
    assert len(set(numbers)) == 20


async def test_two_consumers_of_one_answer_make_one_ticket(ticketing: ServiceUnderTest) -> None:
    answers = [received(account_id=uuid7()) for _ in range(5)]
    sets = [[envelope_of(answer) for answer in answers] for _ in range(6)]
    await asyncio.gather(*(ticketing.apply(some) for some in sets))
    assert await ticketing.rows("SELECT error FROM dead_letter") == []
    assert len(await ticketing.rows("SELECT id FROM ticket")) == 5
    assert len(await ticketing.told("ticket.created.v1")) == 5


@pytest.mark.parametrize(
    "changes",
    [{"outcome": "positive", "score": 9}, {"outcome": "neutral", "score": 7}, {"survey_type": "employee"}],
)
async def test_other_answers_never_escalate(ticketing: ServiceUnderTest, changes: dict[str, Any]) -> None:
    await ticketing.deliver(received(**changes))
    assert await ticketing.rows("SELECT id FROM ticket") == []


async def test_an_absent_csm_leaves_it_to_the_backup(ticketing: ServiceUnderTest) -> None:
    mia, ida, customer = uuid7(), uuid7(), uuid7()
    await ticketing.deliver(staff(mia, active=False), staff(ida), team(customer, member(mia), member(ida, backup=True)))
    answer = received(account_id=customer)
    await ticketing.deliver(answer)
    assert (await the_ticket(ticketing, answer))["assignee_id"] == str(ida)
    [opened] = await ticketing.told("escalation.opened.v1")
    assert opened.data["owner_source"] == "backup"
    assert opened.data["recipients"] == [{"role": "csm", "staff_id": str(ida)}]


async def test_an_answer_of_a_contact_alone_belongs_to_their_account(ticketing: ServiceUnderTest) -> None:
    mia, ana, customer = uuid7(), uuid7(), uuid7()
    await ticketing.deliver(contact(ana, customer), team(customer, member(mia)))
    answer = received(account_id=None, contact_id=ana)
    await ticketing.deliver(answer)
    ticket = await the_ticket(ticketing, answer)
    assert (ticket["account_id"], ticket["assignee_id"]) == (str(customer), str(mia))


async def test_a_respondent_without_a_contact_is_the_requester(ticketing: ServiceUnderTest) -> None:
    answer = received(contact_id=None, respondent={"name": "Ana", "email": "Ana@acme.example"}, comment=None)
    await ticketing.deliver(answer)
    ticket = await the_ticket(ticketing, answer)
    assert (ticket["requester"]["name"], ticket["requester"]["email"]) == ("Ana", "Ana@acme.example")
    assert (ticket["messages"][0]["visibility"], ticket["messages"][0]["author"]["kind"]) == ("internal", "system")
    assert len((await ticketing.get("/v1/tickets", requester_email="ana@ACME.example"))["items"]) == 1


async def test_the_group_has_it_until_the_team_is_known(ticketing: ServiceUnderTest) -> None:
    mia, customer = uuid7(), uuid7()
    answer = received(account_id=customer)
    await ticketing.deliver(answer)
    waiting = await the_ticket(ticketing, answer)
    assert (waiting["status"], waiting["assignee_id"], waiting["group_id"]) == ("new", None, CARE)
    [opened] = await ticketing.told("escalation.opened.v1")
    assert (opened.data["owner_source"], opened.data["owner_id"], opened.data["recipients"]) == ("group", None, [])

    await ticketing.deliver(team(customer, member(mia)))
    ticket = await the_ticket(ticketing, answer)
    assert (ticket["status"], ticket["assignee_id"]) == ("open", str(mia))
    first, second = await ticketing.told("ticket.assigned.v1")
    assert (first.data["reason"], second.data["reason"]) == ("route", "team_changed")
    assert second.data["response_id"] == str(answer.response_id)
    assert await notified(ticketing, answer) == [("csm", f"{mia}@us.example")]
    case = await ticketing.rows("SELECT owner_id FROM recovery_case")
    assert [row.owner_id for row in case] == [mia]


async def test_of_many_that_waited_each_gets_its_owner_a_few_at_a_time(ticketing: ServiceUnderTest) -> None:
    mia, customer = uuid7(), uuid7()
    answers = [received(account_id=customer) for _ in range(2 * assigning.AT_ONCE + 5)]
    await ticketing.deliver(*answers, times=1)
    changed = envelope_of(team(customer, member(mia)))
    await ticketing.apply([changed])
    assert len(await ticketing.told("ticket.assigned.v1")) == len(answers) + assigning.AT_ONCE

    runs = 0
    while await ticketing.run_job("assign_waiting_cases"):
        runs += 1
    assert runs == 2
    assigned = [fact for fact in await ticketing.told("ticket.assigned.v1") if fact.data["reason"] == "team_changed"]
    assert {fact.headers["ce_causationid"] for fact in assigned} == {f"fact/{changed.id}"}
    assert len(assigned) == len({fact.subject for fact in assigned}) == len(answers)
    assert {row.assignee_id for row in await ticketing.rows("SELECT assignee_id FROM ticket")} == {mia}
    told = await ticketing.rows("SELECT response_id FROM notification WHERE staff_id IS NOT NULL")
    assert {row.response_id for row in told} == {answer.response_id for answer in answers}
    assert len(told) == len(answers)


async def test_what_was_assigned_by_hand_stays(ticketing: ServiceUnderTest) -> None:
    mia, leo, customer = uuid7(), uuid7(), uuid7()
    answer = received(account_id=customer)
    await ticketing.deliver(answer)
    ticket = await the_ticket(ticketing, answer)
    await ticketing.post(f"/v1/tickets/{ticket['id']}/assign", {"assignee_id": str(leo)})
    await ticketing.post(f"/v1/tickets/{ticket['id']}/assign", {"assignee_id": None})
    await ticketing.deliver(team(customer, member(mia)))
    assert (await the_ticket(ticketing, answer))["assignee_id"] is None


async def test_team_and_answer_at_one_instant_never_miss_each_other(ticketing: ServiceUnderTest) -> None:
    pairs = [(uuid7(), uuid7()) for _ in range(8)]
    answers = [received(account_id=customer) for customer, _ in pairs]
    teams = [team(customer, member(mia)) for customer, mia in pairs]
    await asyncio.gather(*(ticketing.apply([envelope_of(fact)]) for fact in [*answers, *teams]))
    assert await ticketing.rows("SELECT error FROM dead_letter") == []
    held = {row.account_id: row.assignee_id for row in await ticketing.rows("SELECT * FROM ticket")}
    assert held == dict(pairs)


async def test_edited_to_a_positive_answer_leaves_a_note(ticketing: ServiceUnderTest) -> None:
    answer = received()
    await ticketing.deliver(answer)
    await ticketing.deliver(edited(answer, 9, "positive"))
    ticket = await the_ticket(ticketing, answer)
    assert ticket["status"] == "new"
    _, note = ticket["messages"]
    assert (note["visibility"], note["author"]["kind"]) == ("internal", "system")
    assert note["body"] == "The answer was changed from 3 to 9: it is positive now."


async def test_edited_to_a_negative_answer_escalates(ticketing: ServiceUnderTest) -> None:
    answer = received(score=9, outcome="positive")
    await ticketing.deliver(answer)
    await ticketing.deliver(edited(answer, 3, "negative"))
    ticket = await the_ticket(ticketing, answer)
    assert (ticket["subject"], len(ticket["messages"])) == ("NPS 3", 1)


async def test_deleted_answer_s_ticket_stays_with_a_note(ticketing: ServiceUnderTest) -> None:
    answer = received()
    await ticketing.deliver(answer)
    await ticketing.deliver(deleted(answer))
    _, note = (await the_ticket(ticketing, answer))["messages"]
    assert (note["visibility"], note["body"]) == ("internal", "The answer was deleted.")


async def test_what_is_replayed_after_a_later_word_is_not_escalated(ticketing: ServiceUnderTest) -> None:
    improved, removed, worse = received(), received(), received()
    await ticketing.deliver(edited(improved, 9, "positive"), deleted(removed), edited(worse, 2, "negative"))
    await ticketing.deliver(improved, removed, worse)
    found = await ticketing.get("/v1/tickets")
    assert [ticket["source"]["id"] for ticket in found["items"]] == [str(worse.response_id)]


async def test_a_lost_step_is_repaired_once_and_the_replay_adds_nothing(ticketing: ServiceUnderTest) -> None:
    answer = received()
    await ticketing.deliver(repair(answer))
    await ticketing.deliver(answer)
    await the_ticket(ticketing, answer)
    [answered] = await ticketing.told("repair.answered.v1")
    assert (answered.data["result"], answered.trace_id) == ("done", str(answer.response_id))


async def test_repair_of_what_was_done_or_of_another_service(ticketing: ServiceUnderTest) -> None:
    answer, positive, removed = received(), received(outcome="positive", score=9), received()
    await ticketing.deliver(answer, deleted(removed))
    await ticketing.deliver(
        repair(answer),
        repair(answer, step="recovery_planned"),
        repair(positive),
        repair(removed),
        repair(answer, service="feedback"),
    )
    told = await ticketing.told("repair.answered.v1")
    assert [(fact.data["result"], fact.data["reason"]) for fact in told] == [
        ("nothing_to_do", None),
        ("refused", "people_do_this"),
        ("refused", "never_escalates"),
        ("nothing_to_do", "answer_changed"),
    ]
    assert len(await ticketing.rows("SELECT id FROM ticket")) == 1


async def test_repair_of_a_notification_reaches_whom_the_team_means_now(ticketing: ServiceUnderTest) -> None:
    customer, mia, ida = uuid7(), uuid7(), uuid7()
    answer = received(account_id=customer)
    await ticketing.deliver(team(customer, member(mia)))
    await ticketing.deliver(answer)
    await ticketing.deliver(team(customer, member(ida)))
    for target in (mia, ida, ida):
        await ticketing.deliver(repair(answer, step="notification_sent", target={"staff_id": str(target)}))
    told = await ticketing.told("repair.answered.v1")
    assert [(fact.data["result"], fact.data["reason"]) for fact in told] == [
        ("refused", "no_such_recipient"),
        ("done", None),
        ("nothing_to_do", "queued_before"),
    ]
    assert len(await notified(ticketing, answer)) == 2


async def test_a_dead_letter_is_repaired_and_its_replay_adds_nothing(ticketing: ServiceUnderTest) -> None:
    lost, well, trace = received(), received(), uuid7()
    await ticketing.execute(
        f"ALTER TABLE ticket ADD CONSTRAINT lost_on_purpose CHECK (trace_id <> '{trace}') NOT VALID"
    )
    fact = envelope_of(lost, trace_id=trace)
    await ticketing.apply([fact, envelope_of(well)])
    assert [ticket["source"]["id"] for ticket in (await ticketing.get("/v1/tickets"))["items"]] == [
        str(well.response_id)
    ]
    [letter] = (await ticketing.get("/v1/dead-letters", state="open"))["items"]
    assert letter["handler"] == "ticketing.escalation.service.escalate_negative_answers"
    await ticketing.execute("ALTER TABLE ticket DROP CONSTRAINT lost_on_purpose")
    await ticketing.apply([envelope_of(repair(lost))])
    await ticketing.apply([renew(fact)])
    await the_ticket(ticketing, lost)
    assert len(await ticketing.told("escalation.opened.v1")) == 2


async def test_an_answer_about_a_ticket_is_its_child_if_there_is_one(ticketing: ServiceUnderTest) -> None:
    first = await ticketing.post("/v1/tickets", {"subject": "The export is slow", "type": "question"})
    about, unknown = received(ticket_id=first["id"], survey_type="csat", score=1), received(ticket_id=uuid7())
    await ticketing.deliver(about, unknown)
    child, orphan = await the_ticket(ticketing, about), await the_ticket(ticketing, unknown)
    assert (child["parent_id"], child["subject"], orphan["parent_id"]) == (first["id"], "CSAT 1", None)


async def test_a_reply_is_a_contact_and_fulfils_the_first_reply(ticketing: ServiceUnderTest) -> None:
    answer = received()
    await ticketing.deliver(answer)
    ticket = await the_ticket(ticketing, answer)
    before = len(await ticketing.told())
    reply = {"body": "I am sorry. I call you at two.", "visibility": "public"}
    message = await ticketing.post(f"/v1/tickets/{ticket['id']}/messages", reply)
    told = (await ticketing.told())[before:]
    assert types(told) == [
        "ticket.message_added",
        "ticket.status_changed",
        "sla.fulfilled",
        "recovery.contacted",
        "ticket.updated",
    ]
    assert {fact.trace_id for fact in told} == {ticket["trace_id"]}
    assert told[0].data["response_id"] == str(answer.response_id)
    assert told[3].data["contacted_at"] == message["created_at"]
    clocks = {clock["metric"]: clock for clock in (await ticketing.get(f"/v1/tickets/{ticket['id']}/sla"))["items"]}
    assert clocks["first_reply"]["verdict"] == "met"
    solved = await ticketing.post(
        f"/v1/tickets/{ticket['id']}/transitions", {"to": "solved", "resolution_code": "fixed"}
    )
    assert solved["version"] == 3
    [case] = (await ticketing.get("/v1/recovery-cases", ticket_id=ticket["id"]))["items"]
    assert (case["state"], case["contacted_at"]) == ("opened", message["created_at"])  # solving does not end it


async def test_a_set_takes_as_many_statements_as_one_answer(ticketing: ServiceUnderTest) -> None:
    await ticketing.apply([envelope_of(received(account_id=uuid7()))])  # the first reads routes and policies
    with noted() as alone:
        await ticketing.apply([envelope_of(received(account_id=uuid7()))])
    with noted() as together:
        await ticketing.apply([envelope_of(received(account_id=uuid7())) for _ in range(20)])
    assert [statement for statement, _ in together] == [statement for statement, _ in alone]
    assert len(alone) == 5
