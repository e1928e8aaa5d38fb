"""A negative answer through all four services, and what may become of it on the way."""

from datetime import UTC, datetime

from tests.fixtures.stack import RunningStack
from tests.flows.customers import ask, eventually_is, listed, new_customer

STEPS = ("escalation_opened", "notification_sent", "recovery_planned", "recovery_contacted", "loop_closed")


async def test_an_unhappy_customer_is_won_back_and_every_step_is_proved(stack: RunningStack) -> None:
    customer = await new_customer(stack)
    mia = await customer.gets_csm()
    await eventually_is(lambda: stack["ticketing"].get(f"/v1/agents/{mia['staff_id']}"), lambda got: got.is_success)
    answer = await customer.answers(3)
    ticket = await customer.ticket_of(answer["id"])
    assert (ticket["type"], ticket["assignee_id"], ticket["status"]) == ("escalation", mia["staff_id"], "open")
    clocks = await listed(stack["ticketing"], f"/v1/tickets/{ticket['id']}/sla")
    assert {clock["metric"]: clock["state"] for clock in clocks} == {
        "first_reply": "running",
        "total_resolution": "running",
    }
    [case] = await listed(stack["ticketing"], "/v1/recovery-cases", response_id=answer["id"])
    assert case["owner_id"] == mia["staff_id"]
    notices = await eventually_is(
        lambda: listed(stack["ticketing"], "/v1/notifications", response_id=answer["id"]),
        lambda found: found and all(notice["state"] == "sent" for notice in found),
    )
    assert [notice["recipient"]["staff_id"] for notice in notices] == [mia["staff_id"]]

    path = f"/v1/recovery-cases/{case['id']}"
    ticketing = stack["ticketing"]
    await ask(ticketing, "PUT", f"{path}/plan", {"text": "Call, refund", "steps": [{"title": "Call Ana"}]})
    now = datetime.now(UTC).isoformat()
    await ask(ticketing, "POST", f"{path}/contacts", {"contacted_at": now, "channel": "phone"})
    solved = {"to": "solved", "resolution_code": "fixed"}
    await ask(ticketing, "POST", f"/v1/tickets/{ticket['id']}/transitions", solved)
    await ask(ticketing, "POST", f"{path}/transitions", {"to": "completed", "outcome": "recovered"})

    [loop] = await eventually_is(
        lambda: listed(stack["feedback"], "/v1/loop-cases", response_id=answer["id"]),
        lambda found: bool(found) and found[0]["state"] == "closed",
    )
    assert (loop["result"], loop["stage"]) == ("resolved", "contacted")
    states = await eventually_is(
        lambda: customer.expectations_of(answer["trace_id"], "negative_response"),
        lambda seen: "open" not in seen.values(),
    )
    assert states == dict.fromkeys(STEPS, "met")
    trace = await ask(stack["analytics"], "GET", f"/v1/traces/{answer['trace_id']}")
    assert trace["state"] == "complete"
    assert await customer.nps() == -100.0


async def test_a_team_that_is_named_later_takes_over_from_the_group(stack: RunningStack) -> None:
    customer = await new_customer(stack)
    answer = await customer.answers(2)
    ticket = await customer.ticket_of(answer["id"])
    assert (ticket["assignee_id"], ticket["status"]) == (None, "new")
    mia = await customer.gets_csm()
    [assigned] = await eventually_is(
        lambda: customer.tickets_of(answer["id"]), lambda found: found[0]["assignee_id"] is not None
    )
    assert assigned["assignee_id"] == mia["staff_id"]
    await eventually_is(
        lambda: listed(stack["ticketing"], "/v1/notifications", response_id=answer["id"], state="sent"),
        lambda found: mia["staff_id"] in [notice["recipient"]["staff_id"] for notice in found],
    )


async def test_an_answer_that_gets_better_keeps_its_ticket_and_moves_the_numbers(stack: RunningStack) -> None:
    customer = await new_customer(stack)
    answer = await customer.answers(3)
    ticket = await customer.ticket_of(answer["id"])
    await eventually_is(customer.nps, lambda value: value == -100.0)
    await ask(stack["feedback"], "PATCH", f"/v1/responses/{answer['id']}", {"score": 9})
    await eventually_is(customer.nps, lambda value: value == 100.0)
    await eventually_is(
        lambda: listed(stack["ticketing"], f"/v1/tickets/{ticket['id']}/messages"),
        lambda found: any(message["visibility"] == "internal" and "9" in message["body"] for message in found),
    )
    assert len(await customer.tickets_of(answer["id"])) == 1


async def test_an_answer_that_gets_worse_escalates_once(stack: RunningStack) -> None:
    customer = await new_customer(stack)
    answer = await customer.answers(9)
    await eventually_is(customer.nps, lambda value: value == 100.0)
    for score in (3, 2):
        await ask(stack["feedback"], "PATCH", f"/v1/responses/{answer['id']}", {"score": score})
    ticket = await customer.ticket_of(answer["id"])
    assert ticket["type"] == "escalation"
    await eventually_is(
        lambda: customer.expectations_of(answer["trace_id"], "negative_response"),
        lambda seen: seen.get("escalation_opened") == "met",
    )


async def test_a_deleted_answer_leaves_the_numbers_and_asks_for_nothing_more(stack: RunningStack) -> None:
    customer = await new_customer(stack)
    answer = await customer.answers(1)
    ticket = await customer.ticket_of(answer["id"])
    await eventually_is(customer.nps, lambda value: value == -100.0)
    await ask(stack["feedback"], "DELETE", f"/v1/responses/{answer['id']}")
    await eventually_is(customer.nps, lambda value: value is None)
    states = await eventually_is(
        lambda: customer.expectations_of(answer["trace_id"], "negative_response"),
        lambda seen: "open" not in seen.values(),
    )
    assert states["recovery_planned"] == states["recovery_contacted"] == "skipped"
    assert states["loop_closed"] == "met"  # by the loop case, which closes with no_action
    [loop] = await listed(stack["feedback"], "/v1/loop-cases", response_id=answer["id"])
    assert (loop["state"], loop["result"]) == ("closed", "no_action")
    assert (await ask(stack["ticketing"], "GET", f"/v1/tickets/{ticket['id']}"))["status"] != "closed"


async def test_the_team_hears_of_a_happy_customer(stack: RunningStack) -> None:
    customer = await new_customer(stack)
    mia = await customer.gets_csm()
    answer = await customer.answers(10)
    [notice] = await eventually_is(
        lambda: listed(stack["feedback"], "/v1/notifications", response_id=answer["id"]),
        lambda found: bool(found) and found[0]["state"] == "sent",
    )
    assert notice["recipient"]["staff_id"] == mia["staff_id"]
    await eventually_is(
        lambda: customer.expectations_of(answer["trace_id"], "positive_response"),
        lambda seen: seen == {"notification_sent": "met"},
    )
    assert await customer.tickets_of(answer["id"]) == []
