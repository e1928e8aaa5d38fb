"""The plan of a case: its steps, the response plans that it is made from, and the attempts to reach the customer."""

from datetime import UTC, datetime
from typing import Any

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing import facts
from tests.services.ticketing.recovery.cases import a_case, acting

MIA = uuid7()


def path(case: dict[str, Any], *parts: str) -> str:
    return "/".join((f"/v1/recovery-cases/{case['id']}", *parts))


async def planned(ticketing: ServiceUnderTest, *titles: str) -> dict[str, Any]:
    """A case with a plan of these steps."""
    case = await a_case(ticketing)
    plan = {"text": "Make it good", "steps": [{"title": title} for title in titles]}
    held: dict[str, Any] = await ticketing.put(path(case, "plan"), plan)
    return held


async def test_a_step_is_added_changed_and_done_once(ticketing: ServiceUnderTest) -> None:
    case = await planned(ticketing, "Call")
    added = await ticketing.post(path(case, "steps"), {"title": "Write", "owner_id": str(MIA)})
    call, write = added["plan"]["steps"]
    assert (write["title"], write["owner_id"], write["done_at"], write["overdue"]) == ("Write", str(MIA), None, False)
    done_at = ticketing.clock().isoformat()
    done = await ticketing.patch(path(case, "steps", call["id"]), {"done_at": done_at, "title": "Call twice"})
    assert done["plan"]["steps"][0]["done_at"][:19] == done_at[:19]
    assert done["version"] == case["version"] + 2
    same = await ticketing.patch(path(case, "steps", call["id"]), {"done_at": done["plan"]["steps"][0]["done_at"]})
    assert same["version"] == done["version"]
    for other in ("2026-01-01T00:00:00Z", None):
        again = await ticketing.client.patch(path(case, "steps", call["id"]), json={"done_at": other})
        assert (again.status_code, again.json()["code"]) == (409, "step_done")
    ahead = await ticketing.client.patch(path(case, "steps", write["id"]), json={"done_at": "2099-01-01T00:00:00Z"})
    assert ahead.status_code == 422
    assert (await ticketing.client.patch(path(case, "steps", str(uuid7())), json={"title": "x"})).status_code == 404
    noted = (await ticketing.get("/v1/audit", action="recovery_case.change_step"))["items"]
    assert len(noted) == 1
    assert "Call twice" not in str(noted)


async def test_a_step_is_overdue_once_its_due_has_passed_until_it_is_done(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(datetime(2026, 11, 23, 10, tzinfo=UTC))
    case = await planned(ticketing)
    await ticketing.post(path(case, "steps"), {"title": "Call", "due_at": "2026-11-23T12:00:00Z"})
    ticketing.clock.stop_at(datetime(2026, 11, 23, 12, tzinfo=UTC))
    at_the_due = (await ticketing.get(path(case)))["plan"]["steps"][0]
    ticketing.clock.advance(seconds=1)
    after = (await ticketing.get(path(case)))["plan"]["steps"][0]
    assert (at_the_due["overdue"], after["overdue"]) == (False, True)
    done = await ticketing.patch(path(case, "steps", after["id"]), {"done_at": "2026-11-23T12:00:00Z"})
    assert done["plan"]["steps"][0]["overdue"] is False


async def test_a_new_plan_keeps_the_steps_that_are_the_same(ticketing: ServiceUnderTest) -> None:
    case = await planned(ticketing, "Call", "Write", "Refund")
    call, write, refund = case["plan"]["steps"]
    for step in (call, write):
        await ticketing.patch(path(case, "steps", step["id"]), {"done_at": "2026-01-01T00:00:00Z"})
    steps = [{"title": "Refund"}, {"id": write["id"], "title": "Write a letter"}, {"title": "Call"}, {"title": "Call"}]
    held = (await ticketing.put(path(case, "plan"), {"text": "Another", "steps": steps}))["plan"]["steps"]
    assert [step["id"] for step in held[:3]] == [refund["id"], write["id"], call["id"]]
    assert [step["done_at"] for step in held] == [None, *["2026-01-01T00:00:00Z"] * 2, None]
    assert held[3]["id"] not in {call["id"], write["id"], refund["id"]}
    for wrong in ([{"id": str(uuid7()), "title": "x"}], [{"id": call["id"], "title": "x"}] * 2):
        answer = await ticketing.client.put(path(case, "plan"), json={"text": "x", "steps": wrong})
        assert (answer.status_code, answer.json()["code"]) == (422, "unknown_step")


async def test_steps_need_a_plan_and_a_case_that_goes_on_and_have_an_end(ticketing: ServiceUnderTest) -> None:
    case = await a_case(ticketing)
    early = await ticketing.client.post(path(case, "steps"), json={"title": "Call"})
    assert (early.status_code, early.json()["code"]) == (409, "plan_needed")
    steps = [{"title": f"Step {number}"} for number in range(50)]
    held = await ticketing.put(path(case, "plan"), {"text": "Much", "steps": steps})
    full = await ticketing.client.post(path(case, "steps"), json={"title": "One more"})
    assert (full.status_code, full.json()["code"]) == (409, "too_many_steps")
    await ticketing.post(path(case, "transitions"), {"to": "failed", "outcome": "unreachable"})
    step = path(case, "steps", held["plan"]["steps"][0]["id"])
    late = await ticketing.client.patch(step, json={"done_at": "2026-01-01T00:00:00Z"})
    assert (late.status_code, late.json()["code"]) == (409, "recovery_finished")


A_TEMPLATE = {
    "failure_type": "late_delivery",
    "name": "Late delivery",
    "text": "Say when it will come.",
    "steps": [
        {"title": "Call", "due_after_business_hours": 4, "owner_role": "csm"},
        {"title": "Bill less", "due_after_business_hours": 9, "owner_role": "billing"},
        {"title": "Thank", "due_after_business_hours": None},
    ],
}


async def test_a_response_plan_becomes_the_plan_with_dues_in_business_hours_and_owners_by_role(
    ticketing: ServiceUnderTest,
) -> None:
    account, csm = uuid7(), uuid7()
    ticketing.clock.stop_at(datetime(2026, 11, 20, 15, tzinfo=UTC))  # a Friday; the desk is open 9–17
    await ticketing.deliver(facts.team(account, facts.member(csm)))
    case = await a_case(ticketing, account_id=account)
    template = await ticketing.post("/v1/response-plans", A_TEMPLATE)
    made = await ticketing.post(path(case, "plan-from-template"), {"template_id": template["id"]})
    assert (made["state"], made["failure_type"], made["plan"]["text"]) == (
        "planned",
        "late_delivery",
        "Say when it will come.",
    )
    assert [(step["title"], step["due_at"], step["owner_id"]) for step in made["plan"]["steps"]] == [
        ("Call", "2026-11-23T11:00:00Z", str(csm)),
        ("Bill less", "2026-11-23T16:00:00Z", str(csm)),  # nobody bills: the case's owner does
        ("Thank", None, str(csm)),
    ]
    assert [fact.data["planned_at"] for fact in await ticketing.told("recovery.planned.v1")] == ["2026-11-20T15:00:00Z"]
    assert (await ticketing.client.delete(f"/v1/response-plans/{template['id']}")).status_code == 204
    assert (await ticketing.get(path(case)))["plan"] == made["plan"]
    gone = await ticketing.client.post(path(case, "plan-from-template"), json={"template_id": template["id"]})
    assert (gone.status_code, gone.json()["code"]) == (422, "unknown_response_plan")


async def test_response_plans_are_kept_by_failure_type_and_changed_by_version(ticketing: ServiceUnderTest) -> None:
    late = await ticketing.post("/v1/response-plans", A_TEMPLATE)
    grave = await ticketing.post("/v1/response-plans", {**A_TEMPLATE, "severity": "critical", "steps": []})
    other = await ticketing.post("/v1/response-plans", {**A_TEMPLATE, "failure_type": "outage"})
    listed = await ticketing.get("/v1/response-plans", failure_type="late_delivery")
    assert [each["id"] for each in listed["items"]] == [late["id"], grave["id"]]
    one = f"/v1/response-plans/{other['id']}"
    changed = await ticketing.patch(one, {"steps": [{"title": "Explain"}]}, headers={"If-Match": '"1"'})
    assert ([step["title"] for step in changed["steps"]], changed["version"]) == (["Explain"], 2)
    assert await ticketing.get(one) == changed
    stale = await ticketing.client.patch(one, json={"name": "x"}, headers={"If-Match": '"1"'})
    assert stale.status_code == 412
    for wrong in (
        {"failure_type": "Late Delivery"},
        {"severity": "mild"},
        {"steps": [{"title": "x"}] * 51},
        {"steps": [{"title": "x", "due_after_business_hours": -1}]},
        {"steps": [{"title": "x", "due_after_business_hours": 5_001}]},
        {"text": "a\x00b"},
    ):
        answer = await ticketing.client.post("/v1/response-plans", json={**A_TEMPLATE, **wrong})
        assert answer.status_code == 422, wrong


async def test_what_failed_and_how_badly_is_said_of_a_case_that_has_ended_too(ticketing: ServiceUnderTest) -> None:
    case = await a_case(ticketing)
    assert (case["failure_type"], case["severity"]) == (None, "major")
    said = await ticketing.patch(path(case), {"failure_type": "outage", "severity": "critical"})
    assert (said["failure_type"], said["severity"], said["version"]) == ("outage", "critical", case["version"] + 1)
    await ticketing.post(path(case, "transitions"), {"to": "failed", "outcome": "lost"})
    unsaid = await ticketing.patch(path(case), {"failure_type": None})
    assert (unsaid["failure_type"], unsaid["severity"]) == (None, "critical")
    for wrong in ({"severity": None}, {"failure_type": "An outage"}, {"state": "opened"}):
        assert (await ticketing.client.patch(path(case), json=wrong)).status_code == 422
    # The survey that follows is asked by this fact: it names whom, about what, and how it ended.
    [told] = await ticketing.told("recovery.completed.v1")
    asked = {name: told.data[name] for name in ("response_id", "ticket_id", "outcome", "state", "severity")}
    assert asked == {
        "response_id": case["response_id"],
        "ticket_id": case["ticket_id"],
        "outcome": "lost",
        "state": "failed",
        "severity": "critical",
    }
    assert {"account_id", "contact_id"} <= told.data.keys()


async def test_every_attempt_counts_and_only_one_that_reached_them_is_the_contact(ticketing: ServiceUnderTest) -> None:
    case = await a_case(ticketing)
    for number, outcome in enumerate(("no_answer", "refused", "no_answer", "reached"), start=1):
        body = {"contacted_at": f"2026-01-0{number}T00:00:00Z", "channel": "phone", "outcome": outcome}
        held = await ticketing.post(path(case, "contacts"), body)
        assert (held["attempts"], held["contacted_at"] is None) == (number, outcome != "reached")
    first = await ticketing.get(path(case, "contacts"), limit=3)
    assert [each["outcome"] for each in first["items"]] == ["reached", "no_answer", "refused"]
    second = await ticketing.get(path(case, "contacts"), limit=3, cursor=first["next_cursor"])
    assert ([each["outcome"] for each in second["items"]], second["next_cursor"]) == (["no_answer"], None)
    assert (await ticketing.client.get(f"/v1/recovery-cases/{uuid7()}/contacts")).status_code == 404


async def test_who_only_reads_changes_nothing(ticketing: ServiceUnderTest) -> None:
    case = await planned(ticketing, "Call")
    async with acting(ticketing, MIA, "ticketing:recovery-cases:read", "ticketing:response-plans:read") as reader:
        for method, place, body in (
            ("PATCH", path(case), {"severity": "minor"}),
            ("POST", path(case, "steps"), {"title": "x"}),
            ("PATCH", path(case, "steps", case["plan"]["steps"][0]["id"]), {"title": "x"}),
            ("POST", path(case, "plan-from-template"), {"template_id": str(uuid7())}),
            ("POST", "/v1/response-plans", A_TEMPLATE),
        ):
            assert (await reader.request(method, place, json=body)).status_code == 403, place
        assert (await reader.get(path(case))).json() == case
