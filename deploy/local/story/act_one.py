"""Act one: a deal is won, the customer is unhappy, and is won back."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from deploy.local.story.book import GIVEN, Book
from deploy.local.story.people import People

SOON = 30.0  # seconds in which services hear of one another; after a kill, a consumer is back in up to 20
UNHAPPY = "The export takes an hour since Monday, and nobody calls back."


@dataclass(frozen=True)
class Case:
    """What an unhappy answer became."""

    response_id: str
    ticket_id: str
    recovery_case_id: str


@dataclass(frozen=True)
class WonBack:
    """Who the next acts go on with, and the traces to show at the end. email: Ana's; case: of her first answer."""

    account_id: str
    contact_id: str
    email: str
    csm_id: str
    case: Case
    deal_trace_id: str
    answer_trace_id: str


def play(book: Book, people: People) -> WonBack:
    """Play it; raises Unmet at the first step that was not met."""
    tag = uuid4().hex[:6]
    before = datetime.now(UTC) - timedelta(minutes=1)
    closed = _metric(people, "tickets_closed", before)
    email = f"ana-{tag}@acme.example"
    deal = _win_deal(book, people, tag, email)
    account_id, contact_id = deal["account_id"], deal["contact_ids"][0]
    csm_id = _form_team(book, people, account_id, f"mia-{tag}@us.example")
    _accept_handoff(book, people, deal["handoff_id"])
    answer = _answer_unhappily(book, people, account_id, contact_id, tag)
    case = _see_escalation(book, people, answer, csm_id)
    _see_notifications(book, people, case, csm_id, f"mia-{tag}@us.example")
    _win_back(book, people, case, csm_id)
    _see_closed_loop(book, people, case.response_id)
    _see_metrics(book, people, account_id, before, closed.get("value") or 0)
    _see_proof(book, people, deal["trace_id"], answer["trace_id"])
    return WonBack(account_id, contact_id, email, csm_id, case, deal["trace_id"], answer["trace_id"])


def _win_deal(book: Book, people: People, tag: str, email: str) -> dict[str, Any]:
    now = datetime.now(UTC)
    deal = people.post(
        "onboarding",
        "/v1/deals",
        {
            "crm": "hubspot",
            "crm_id": f"D-{tag}",
            "closed_at": now.isoformat(),
            "account": {
                "name": f"Acme {tag}",
                "external_ids": {"crm": f"A-{tag}"},
                "segment": "mid",
                "tier": "gold",
                "contract": {
                    "starts_on": f"{now:%Y-%m-%d}",
                    "ends_on": f"{now + timedelta(days=365):%Y-%m-%d}",
                    "mrr_minor": 120_000,
                    "plan": "pro",
                },
            },
            "contacts": [{"name": "Ana", "email": email, "roles": ["champion"]}],
            "handoff": {
                "use_case": "One desk for three brands",
                "goals": ["Answer within an hour"],
                "promised_dates": [{"name": "go-live", "on": f"{now + timedelta(days=60):%Y-%m-%d}"}],
                "risks": [],
                "stakeholders": ["Ana"],
            },
        },
    )
    wanted = {"http": 201, "account_id": GIVEN, "contact_ids": GIVEN, "handoff_id": GIVEN, "trace_id": GIVEN}
    book.expect(f"the CRM tells of a won deal: account Acme {tag}, contact Ana, a hand-off", wanted, deal)
    return deal


def _form_team(book: Book, people: People, account_id: str, email: str) -> str:
    role = people.put("onboarding", f"/v1/accounts/{account_id}/team/csm", {"staff": {"name": "Mia", "email": email}})
    book.expect("Mia becomes the account's CSM", {"http": 201, "role": "csm", "staff": GIVEN}, role)
    csm_id = str(role["staff"]["staff_id"])
    book.wait(
        "ticketing has heard of Mia",
        lambda: people.get("ticketing", f"/v1/agents/{csm_id}"),
        {"http": 200},
        within=SOON,
    )
    return csm_id


def _accept_handoff(book: Book, people: People, handoff_id: str) -> None:
    handoff = people.post("onboarding", f"/v1/handoffs/{handoff_id}/accept")
    book.expect(
        f"the hand-off is accepted, with its gaps on record: {', '.join(handoff.get('gaps', []))}",
        {"http": 200, "state": "accepted", "decided_at": GIVEN},
        handoff,
    )


def _answer_unhappily(book: Book, people: People, account_id: str, contact_id: str, tag: str) -> dict[str, Any]:
    answer = people.post(
        "feedback",
        "/v1/responses",
        {
            "source": "phone",
            "source_id": f"call-{tag}",
            "survey_type": "nps",
            "score": 3,
            "account_id": account_id,
            "contact_id": contact_id,
            "comment": UNHAPPY,
        },
    )
    wanted = {"http": 201, "outcome": "negative", "loop_case_id": GIVEN, "trace_id": GIVEN}
    book.expect("Ana answers NPS 3, with a comment: a negative answer, a loop is open", wanted, answer)
    return answer


def _see_escalation(book: Book, people: People, answer: dict[str, Any], csm_id: str) -> Case:
    ticket = book.wait(
        "one escalation ticket stands for it, assigned to Mia",
        lambda: people.only("ticketing", "/v1/tickets", source_id=answer["id"]),
        {"count": 1, "type": "escalation", "assignee_id": csm_id, "trace_id": answer["trace_id"]},
        within=SOON,
    )
    book.wait(
        f"its clocks run (ticket {ticket['number']})",
        lambda: _clocks(people, ticket["id"]),
        {"first_reply": "running", "total_resolution": "running"},
        within=SOON,
    )
    recovery = book.wait(
        "a recovery case is open, with a plan due",
        lambda: people.only("ticketing", "/v1/recovery-cases", response_id=answer["id"]),
        {"count": 1, "state": "opened", "owner_id": csm_id, "plan_due_at": GIVEN, "contact_due_at": GIVEN},
        within=SOON,
    )
    return Case(answer["id"], ticket["id"], recovery["id"])


def _clocks(people: People, ticket_id: str) -> dict[str, str]:
    """{metric: state}, or the verdict once it is known."""
    items = people.list("ticketing", f"/v1/tickets/{ticket_id}/sla")
    return {clock["metric"]: clock["state"] if clock["verdict"] == "pending" else clock["verdict"] for clock in items}


def _see_notifications(book: Book, people: People, case: Case, csm_id: str, email: str) -> None:
    book.wait(
        "Mia is notified, with the mail server's answer as evidence",
        lambda: people.only("ticketing", "/v1/notifications", response_id=case.response_id, staff_id=csm_id),
        {"count": 1, "state": "sent", "evidence": GIVEN, "sent_at": GIVEN},
        within=SOON,
    )
    folder = Path(people.stack.mail_dir)
    book.wait(
        f"and the mail lies in {folder.name}/",
        lambda: {"mails": sum(email in mail.read_text(errors="replace") for mail in folder.glob("*.eml"))},
        {"mails": 1},
        within=SOON,
    )


def _win_back(book: Book, people: People, case: Case, csm_id: str) -> None:
    recovery = f"/v1/recovery-cases/{case.recovery_case_id}"
    now = datetime.now(UTC)
    plan = {
        "text": "Build the missing index tonight, call Ana tomorrow.",
        "steps": [{"title": "Build the index", "owner_id": csm_id, "due_at": f"{now + timedelta(hours=8):%FT%TZ}"}],
        "agreed_with_customer_at": now.isoformat(),
    }
    book.expect(
        "Mia agrees a plan with Ana",
        {"http": 200, "state": "planned", "planned_at": GIVEN},
        people.put("ticketing", f"{recovery}/plan", plan),
    )
    contact = {"contacted_at": datetime.now(UTC).isoformat(), "channel": "phone", "outcome": "reached"}
    book.expect(
        "Mia reaches Ana on the phone",
        {"http": 200, "state": "in_progress", "contacted_at": GIVEN},
        people.post("ticketing", f"{recovery}/contacts", contact),
    )
    reply = {
        "body": "The export is quick again. Thank you for telling us.",
        "visibility": "public",
        "author": {"kind": "agent", "id": csm_id, "name": "Mia"},
    }
    book.expect(
        "and replies on the ticket",
        {"http": 201, "visibility": "public"},
        people.post("ticketing", f"/v1/tickets/{case.ticket_id}/messages", reply),
    )
    book.expect(
        "the ticket is solved",
        {"http": 200, "status": "solved", "solved_at": GIVEN},
        people.post(
            "ticketing",
            f"/v1/tickets/{case.ticket_id}/transitions",
            {"to": "solved", "resolution_code": "fixed", "reason": "The index was missing."},
        ),
    )
    book.wait(
        "its promises were kept",
        lambda: _clocks(people, case.ticket_id),
        {"first_reply": "met", "total_resolution": "met"},
        within=SOON,
    )
    book.expect(
        "the recovery is completed",
        {"http": 200, "state": "completed", "outcome": "recovered", "completed_at": GIVEN},
        people.post("ticketing", f"{recovery}/transitions", {"to": "completed", "outcome": "recovered"}),
    )


def _see_closed_loop(book: Book, people: People, response_id: str) -> None:
    book.wait(
        "feedback closes the loop",
        lambda: people.only("feedback", "/v1/loop-cases", response_id=response_id),
        {"count": 1, "state": "closed", "result": "resolved", "stage": "contacted", "closed_at": GIVEN},
        within=SOON,
    )


def _metric(people: People, metric: str, since: datetime, group: str | None = None) -> dict[str, Any]:
    """A metric's value from then until tomorrow: of one account, or of all."""
    period = {"from": since.isoformat(), "to": (since + timedelta(days=1)).isoformat()}
    grouping = {"group_by": "account_id"} if group else {}
    items = people.list("analytics", f"/v1/metrics/{metric}/values", **period, **grouping)
    return next((item for item in items if item["group"] == group), {})


def _see_metrics(book: Book, people: People, account_id: str, since: datetime, closed: float) -> None:
    book.wait(
        "the account's NPS is -100 points, of one answer",
        lambda: _metric(people, "nps", since, account_id),
        {"value": -100.0, "n": 1},
        within=SOON,
    )
    book.wait(
        "one more ticket counts as closed",
        lambda: _metric(people, "tickets_closed", since),
        {"value": closed + 1},
        within=SOON,
    )
    book.wait(
        "the share of detractors who were contacted in 48 hours is known",
        lambda: _metric(people, "detractors_contacted_48h", since),
        {"value": GIVEN},
        within=SOON,
    )


def _see_proof(book: Book, people: People, deal_trace_id: str, answer_trace_id: str) -> None:
    steps = ("escalation_opened", "notification_sent", "recovery_planned", "recovery_contacted", "loop_closed")
    book.wait(
        "the ledger has seen every step that a negative answer owes",
        lambda: _states(people, answer_trace_id),
        dict.fromkeys(steps, "met"),
        within=SOON,
    )
    book.wait(
        "and its trace is complete",
        lambda: people.get("analytics", f"/v1/traces/{answer_trace_id}"),
        {"http": 200, "state": "complete"},
        within=SOON,
    )
    book.wait(
        "as is the deal's",
        lambda: hops(people, deal_trace_id),
        {"trace": "complete", "deal_received": "happened", "handoff_accepted": "happened"},
        within=SOON,
    )


def _states(people: People, trace_id: str) -> dict[str, str]:
    items = people.list("analytics", "/v1/assurance/expectations", trace_id=trace_id, rule_id="negative_response")
    return {item["step"]: item["state"] for item in items}


def hops(people: People, trace_id: str) -> dict[str, str]:
    """{step: state} of a trace, and under `trace` its own."""
    trace = people.get("analytics", f"/v1/traces/{trace_id}")
    seen = {hop["step"]: hop["state"] for hop in trace.get("hops", [])}
    return {**seen, "trace": trace.get("state", "unknown")}
