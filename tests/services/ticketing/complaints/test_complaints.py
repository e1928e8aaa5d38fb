"""A complaint from its receipt to its end, over HTTP and in facts."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from services.ticketing.complaints.wordings import RECOURSE
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.facts import types

ANA, ACME, REASON = uuid7(), uuid7(), uuid7()
FRIDAY = datetime(2026, 11, 20, 15, tzinfo=UTC)
DECISION = {"outcome": "not_upheld", "reasons": "It came on the day that was agreed.", "remedy": "A voucher"}


async def a_ticket(ticketing: ServiceUnderTest, **changes: Any) -> dict[str, Any]:
    body = {"subject": "It came late", "type": "complaint", "requester": {"contact_id": str(ANA)}, **changes}
    ticket: dict[str, Any] = await ticketing.post("/v1/tickets", body)
    return ticket


async def complaint_of(ticketing: ServiceUnderTest, ticket: dict[str, Any]) -> dict[str, Any]:
    """The complaint of a ticket."""
    [found] = (await ticketing.get("/v1/complaints", ticket_id=ticket["id"]))["items"]
    held: dict[str, Any] = found
    return held


async def a_complaint(ticketing: ServiceUnderTest, **changes: Any) -> dict[str, Any]:
    return await complaint_of(ticketing, await a_ticket(ticketing, **changes))


async def to(ticketing: ServiceUnderTest, complaint: dict[str, Any], stage: str, **more: Any) -> dict[str, Any]:
    """The complaint after a transition."""
    moved: dict[str, Any] = await ticketing.post(f"/v1/complaints/{complaint['id']}/transitions", {"to": stage, **more})
    return moved


async def refused(ticketing: ServiceUnderTest, complaint: dict[str, Any], stage: str, **more: Any) -> tuple[int, str]:
    """How a transition is refused."""
    path = f"/v1/complaints/{complaint['id']}/transitions"
    answer = await ticketing.client.post(path, json={"to": stage, **more})
    return answer.status_code, answer.json()["code"]


async def test_it_opens_with_its_ticket_and_its_dues_are_business_time(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(FRIDAY)
    ticket = await a_ticket(ticketing, account_id=str(ACME))
    complaint = await complaint_of(ticketing, ticket)
    assert (
        complaint
        | {
            "stage": "received",
            "contact_id": str(ANA),
            "account_id": str(ACME),
            "trace_id": ticket["trace_id"],
            "acknowledgement_due_at": "2026-11-23T15:00:00Z",
            "decision_due_at": "2026-12-04T15:00:00Z",
            "acknowledgement": "pending",
            "decision": "pending",
            "repeat_count": 0,
            "decisions": [],
            "recourse": None,
        }
        == complaint
    )
    told = types(await ticketing.told())
    assert told.index("ticket.created") < told.index("complaint.opened")
    [opened] = await ticketing.told("complaint.opened.v1")
    assert (opened.subject, opened.trace_id) == (complaint["id"], ticket["trace_id"])
    assert opened.data["decision_due_at"] == "2026-12-04T15:00:00Z"
    assert "late" not in str(opened.data)
    await a_ticket(ticketing, type="question")
    assert len((await ticketing.get("/v1/complaints"))["items"]) == 1


async def test_a_source_that_comes_again_complains_once(ticketing: ServiceUnderTest) -> None:
    source = {"service": "phone-desk", "kind": "call", "id": "1"}
    answers = await asyncio.gather(*(a_ticket(ticketing, source=source) for _ in range(5)))
    assert len({ticket["id"] for ticket in answers}) == 1
    assert len(await ticketing.told("complaint.opened.v1")) == 1
    assert len((await ticketing.get("/v1/complaints"))["items"]) == 1


async def test_from_receipt_to_an_accepted_decision(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(FRIDAY)
    complaint = await a_complaint(ticketing)
    for stage in ("assessed", "investigating", "responded"):
        assert await refused(ticketing, complaint, stage) == (409, "transition_not_allowed")
    early = await ticketing.client.post(f"/v1/complaints/{complaint['id']}/decision", json=DECISION)
    assert (early.status_code, early.json()["allowed"]) == (409, ["acknowledged", "closed"])
    await to(ticketing, complaint, "acknowledged")
    investigating = await to(ticketing, complaint, "investigating")
    assert investigating["assessed_at"] == "2026-11-20T15:00:00Z", "assessed by going on with it"
    assert await refused(ticketing, complaint, "decided") == (409, "decision_needed")
    decided = await ticketing.post(f"/v1/complaints/{complaint['id']}/decision", DECISION)
    assert (decided["stage"], decided["outcome"], decided["decision"]) == ("decided", "not_upheld", "met")
    again = await ticketing.post(f"/v1/complaints/{complaint['id']}/decision", DECISION)
    assert again["version"] == decided["version"]
    other = await ticketing.client.post(
        f"/v1/complaints/{complaint['id']}/decision", json={**DECISION, "outcome": "upheld"}
    )
    assert other.status_code == 409, "a decision stands until the customer refuses it"
    assert await refused(ticketing, complaint, "closed") == (422, "end_needed")
    accepted = await ticketing.post(f"/v1/complaints/{complaint['id']}/acceptance", {"accepted": True})
    assert (accepted["answer"], accepted["stage"], accepted["recourse"]) == ("accepted", "decided", None)
    closed = await to(ticketing, complaint, "closed")
    assert (closed["closed_as"], closed["decisions"][0]["answer"]) == ("accepted", "accepted")
    assert (await to(ticketing, complaint, "closed"))["version"] == closed["version"]
    changed = await ticketing.told("complaint.stage_changed.v1")
    assert [(fact.data["previous_stage"], fact.data["stage"]) for fact in changed] == [
        ("received", "acknowledged"),
        ("acknowledged", "investigating"),
        ("investigating", "decided"),
        ("decided", "closed"),
    ]
    [end] = await ticketing.told("complaint.closed.v1")
    assert (end.data["closed_as"], end.data["answer"], end.data["outcome"]) == ("accepted", "accepted", "not_upheld")
    words = str([fact.data for fact in await ticketing.told()]) + str(await ticketing.get("/v1/audit"))
    assert "voucher" not in words.lower()
    deeds = [row["action"] for row in (await ticketing.get("/v1/audit", entity="complaint"))["items"]]
    assert deeds == ["complaint.move", "complaint.answer"] + ["complaint.move"] * 3 + ["complaint.open"]


async def test_a_refused_decision_stays_open_with_recourse_and_may_be_decided_again(
    ticketing: ServiceUnderTest,
) -> None:
    complaint = await a_complaint(ticketing)
    path = f"/v1/complaints/{complaint['id']}"
    early = await ticketing.client.post(f"{path}/acceptance", json={"accepted": False})
    assert (early.status_code, early.json()["code"]) == (409, "not_decided")
    await to(ticketing, complaint, "acknowledged")
    await ticketing.post(f"{path}/decision", DECISION)
    no = await ticketing.post(f"{path}/acceptance", {"accepted": False, "locale": "sv-SE", "comment": "Never"})
    assert (no["stage"], no["answer"], no["recourse"]) == (
        "decided",
        "refused",
        {"locale": "sv", "text": RECOURSE["sv"]},
    )
    for end in ("accepted", "no_answer"):
        assert await refused(ticketing, complaint, "closed", closed_as=end) == (409, "transition_not_allowed")
    second = await ticketing.post(f"{path}/decision", {**DECISION, "outcome": "upheld"})
    assert (second["outcome"], second["answer"], second["recourse"]) == ("upheld", None, None)
    assert [(each["outcome"], each["answer"], each["comment"]) for each in second["decisions"]] == [
        ("not_upheld", "refused", "Never"),
        ("upheld", None, None),
    ]
    no = await ticketing.post(f"{path}/acceptance", {"accepted": False, "locale": "fi"})
    assert no["recourse"] == {"locale": "en", "text": RECOURSE["en"]}
    closed = await to(ticketing, complaint, "closed", closed_as="recourse_exhausted")
    assert (closed["stage"], closed["recourse"]["locale"]) == ("closed", "en")


async def test_a_closed_complaint_is_taken_up_again_and_another_decision_is_due(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(FRIDAY)
    complaint = await a_complaint(ticketing)
    await to(ticketing, complaint, "acknowledged")
    ticketing.clock.advance(days=30)
    late = await ticketing.post(f"/v1/complaints/{complaint['id']}/decision", DECISION)
    assert late["decision"] == "breached"
    await to(ticketing, complaint, "closed", closed_as="no_answer")
    ticketing.clock.advance(days=1)
    again = await to(ticketing, complaint, "investigating")
    assert (again["reopen_count"], again["decided_at"], again["outcome"], again["closed_as"]) == (1, None, None, None)
    assert (again["decision"], again["decision_due_at"]) == ("pending", "2027-01-04T15:00:00Z")
    kept = again["decisions"][0]
    assert (kept["decided_at"] > kept["due_at"], kept["outcome"]) == (True, "not_upheld")


async def test_overdue_are_those_of_which_a_due_has_passed_whoever_looks(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(FRIDAY)
    first = await a_complaint(ticketing)
    second = await a_complaint(ticketing, requester={})
    withdrawn = await a_complaint(ticketing, requester={})
    await to(ticketing, second, "acknowledged")
    await to(ticketing, withdrawn, "closed", closed_as="withdrawn")
    ticketing.clock.stop_at(datetime(2026, 11, 23, 15, tzinfo=UTC))
    assert (await ticketing.get("/v1/complaints", overdue="true"))["items"] == []
    ticketing.clock.advance(seconds=1)
    overdue = (await ticketing.get("/v1/complaints", overdue="true"))["items"]
    assert [(each["id"], each["acknowledgement"]) for each in overdue] == [(first["id"], "breached")]
    ticketing.clock.stop_at(datetime(2026, 12, 4, 15, 0, 1, tzinfo=UTC))
    overdue = (await ticketing.get("/v1/complaints", overdue="true"))["items"]
    assert [each["id"] for each in overdue] == [second["id"], first["id"]]
    held = await ticketing.get(f"/v1/complaints/{withdrawn['id']}")
    assert (held["acknowledgement"], held["decision"]) == ("cancelled", "cancelled")


async def test_solving_the_ticket_leaves_it_open_and_its_type_stays_until_it_is_closed(
    ticketing: ServiceUnderTest,
) -> None:
    ticket = await a_ticket(ticketing)
    complaint = await complaint_of(ticketing, ticket)
    path = f"/v1/tickets/{ticket['id']}"
    await ticketing.post(f"{path}/transitions", {"to": "solved", "resolution_code": "answered"})
    assert (await complaint_of(ticketing, ticket))["stage"] == "received"
    kept = await ticketing.client.patch(path, json={"type": "question", "subject": "Other"})
    assert (kept.status_code, kept.json()["code"]) == (409, "complaint_open")
    assert kept.json()["conflicting_id"] == complaint["id"]
    assert (await ticketing.get(path))["subject"] == ticket["subject"]
    await to(ticketing, complaint, "closed", closed_as="reclassified")
    assert (await ticketing.patch(path, {"type": "question"}))["type"] == "question"
    await ticketing.patch(path, {"type": "complaint"})
    again = await complaint_of(ticketing, ticket)
    assert (again["id"], again["stage"], again["reopen_count"]) == (complaint["id"], "investigating", 1)


async def test_a_ticket_that_becomes_a_complaint_opens_one(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(FRIDAY)
    ticket = await a_ticket(ticketing, type="question")
    ticketing.clock.advance(hours=1)
    changed = await ticketing.patch(f"/v1/tickets/{ticket['id']}", {"type": "complaint"})
    assert changed["version"] == 2
    complaint = await complaint_of(ticketing, ticket)
    assert (complaint["opened_at"], complaint["stage"]) == ("2026-11-20T16:00:00Z", "received")
    [opened] = await ticketing.told("complaint.opened.v1")
    assert opened.subject == complaint["id"]


async def test_of_two_decisions_at_a_time_one_stands(ticketing: ServiceUnderTest) -> None:
    complaint = await a_complaint(ticketing)
    await to(ticketing, complaint, "acknowledged")
    path = f"/v1/complaints/{complaint['id']}/decision"
    answers = await asyncio.gather(
        *(ticketing.client.post(path, json={"outcome": "upheld", "reasons": f"By {n}"}) for n in range(6))
    )
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 5
    assert len((await ticketing.get(f"/v1/complaints/{complaint['id']}"))["decisions"]) == 1


async def test_imported_history_complains_of_nothing_and_hostile_bodies_are_refused(
    ticketing: ServiceUnderTest,
) -> None:
    complaint = await a_complaint(ticketing)
    for body in (
        {"outcome": "upheld"},
        {"outcome": "upheld", "reasons": ""},
        {"outcome": "upheld", "reasons": "a\x00b"},
        {"outcome": "won", "reasons": "x"},
        {"outcome": "upheld", "reasons": "x" * 20_001},
        {"outcome": "upheld", "reasons": "x", "decided_by": str(ANA)},
    ):
        answer = await ticketing.client.post(f"/v1/complaints/{complaint['id']}/decision", json=body)
        assert answer.status_code == 422, body
    assert (await ticketing.client.get(f"/v1/complaints/{uuid7()}")).status_code == 404
    stale = await ticketing.client.patch(
        f"/v1/complaints/{complaint['id']}", json={"severity": "major"}, headers={"If-Match": '"9"'}
    )
    assert stale.status_code == 412
    async with ticketing.client_with("ticketing:complaints:read", "ticketing:tickets:write") as clerk:
        assert (await clerk.get(f"/v1/complaints/{complaint['id']}")).status_code == 200
        for deed, body in (("transitions", {"to": "acknowledged"}), ("decision", DECISION), ("acceptance", {})):
            assert (await clerk.post(f"/v1/complaints/{complaint['id']}/{deed}", json=body)).status_code == 403
        assert (await clerk.post("/v1/complaint-policies", json={})).status_code == 403


@pytest.mark.parametrize(
    ("days", "seconds", "repeats"),
    [(90, 0, True), (90, 1, False), (0, 0, True)],
    ids=["at 90 days", "later", "at once"],
)
async def test_a_complaint_about_the_same_is_noticed_within_ninety_days_of_24_hours(
    ticketing: ServiceUnderTest, days: int, seconds: int, repeats: bool
) -> None:
    ticketing.clock.stop_at(datetime(2026, 1, 31, 23, 30, tzinfo=UTC))  # DST begins in between almost everywhere
    first = await a_complaint(ticketing, contact_reason_id=str(REASON))
    ticketing.clock.advance(days=days, seconds=seconds)
    ticket = await a_ticket(ticketing, contact_reason_id=str(REASON), tags=["parcel"])
    second = await complaint_of(ticketing, ticket)
    assert (second["repeat_of"], second["repeat_count"]) == ((first["id"], 1) if repeats else (None, 0))
    assert ticket["tags"] == ["parcel", *(["repeat_complaint"] if repeats else [])]
    created = (await ticketing.told("ticket.created.v1"))[-1]
    assert ("repeat_complaint" in created.data["tags"]) is repeats
    assert (await ticketing.get(f"/v1/tickets/{ticket['id']}"))["tags"] == ticket["tags"]


async def test_the_same_is_the_reason_or_the_category_and_the_customer_the_contact_or_the_account(
    ticketing: ServiceUnderTest,
) -> None:
    first = await a_complaint(ticketing, account_id=str(ACME), contact_reason_id=str(REASON))
    ben = {"requester": {"contact_id": str(uuid7())}}
    of_colleague = await a_complaint(ticketing, **ben, account_id=str(ACME), contact_reason_id=str(REASON))
    assert of_colleague["repeat_of"] == first["id"]
    third = await a_complaint(ticketing, contact_reason_id=str(REASON))
    assert (third["repeat_of"], third["repeat_count"]) == (first["id"], 1)
    for stranger in (
        {"requester": {"contact_id": str(uuid7())}, "account_id": str(uuid7()), "contact_reason_id": str(REASON)},
        {"contact_reason_id": str(uuid7())},
        {},
        {"requester": {}, "contact_reason_id": str(REASON)},
    ):
        assert (await a_complaint(ticketing, **stranger))["repeat_count"] == 0
    one, two = [await a_complaint(ticketing) for _ in range(2)]
    for complaint in (one, two):
        said = await ticketing.patch(f"/v1/complaints/{complaint['id']}", {"category": "late_delivery"})
    assert (said["repeat_of"], said["category"]) == (one["id"], "late_delivery")
    # A reason that is known later is the ticket's, and the complaint follows it.
    ticket = await a_ticket(ticketing)
    changed = await ticketing.patch(f"/v1/tickets/{ticket['id']}", {"contact_reason_id": str(REASON)})
    held = await complaint_of(ticketing, ticket)
    assert (held["repeat_count"], held["contact_reason_id"], changed["version"]) == (2, str(REASON), 2)
    assert changed["tags"] == ["repeat_complaint"]


async def test_of_two_complaints_at_a_time_one_repeats_the_other(ticketing: ServiceUnderTest) -> None:
    about = {"contact_reason_id": str(REASON), "account_id": str(ACME)}
    await asyncio.gather(*(a_ticket(ticketing, **about) for _ in range(5)))
    counts = [each["repeat_count"] for each in (await ticketing.get("/v1/complaints"))["items"]]
    assert sorted(counts) == [0, 1, 2, 3, 4]


async def test_a_brand_promises_its_own_and_what_is_open_keeps_its_dues(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(FRIDAY)
    body = {
        "brand": "quick",
        "acknowledge_seconds": 3_600,
        "decide_seconds": 86_400,
        "repeat_days": 0,
        "recourse": {"en": "Ask Leo."},
    }
    policy = await ticketing.post("/v1/complaint-policies", body)
    taken = await ticketing.client.post("/v1/complaint-policies", json=body)
    assert (taken.status_code, taken.json()["conflicting_id"]) == (409, policy["id"])
    about = {"brand": "quick", "contact_reason_id": str(REASON)}
    quick = await a_complaint(ticketing, **about)
    assert quick["acknowledgement_due_at"] == (FRIDAY + timedelta(hours=1)).isoformat().replace("+00:00", "Z")
    assert (await a_complaint(ticketing, **about))["repeat_count"] == 0
    path = f"/v1/complaint-policies/{policy['id']}"
    changed = await ticketing.patch(path, {"acknowledge_seconds": 60, "recourse": {"es": "Hable con Leo."}})
    assert changed["recourse"] == {"en": "Ask Leo.", "es": "Hable con Leo."}
    assert (await ticketing.get(f"/v1/complaints/{quick['id']}"))["version"] == quick["version"]
    assert (await a_complaint(ticketing, **about))["acknowledgement_due_at"] == "2026-11-20T15:01:00Z"
    for wrong in (
        {"recourse": {"en": None}},
        {"default_locale": "sv"},
        {"acknowledge_seconds": 0},
        {"acknowledge_calendar_id": str(uuid7())},
        {"recourse": {"English": "x"}},
    ):
        assert (await ticketing.client.patch(path, json=wrong)).status_code == 422, wrong
    listed = (await ticketing.get("/v1/complaint-policies"))["items"]
    assert {each["brand"] for each in listed} == {None, "quick"}
    [shipped] = [each for each in listed if each["brand"] is None]
    stays = await ticketing.client.delete(f"/v1/complaint-policies/{shipped['id']}")
    assert (stays.status_code, stays.json()["code"]) == (409, "default_policy")
    assert (await ticketing.client.delete(path)).status_code == 204
    assert (await a_complaint(ticketing, **about))["acknowledgement_due_at"] == "2026-11-23T15:00:00Z"
