"""Act three: ticketing loses a step on purpose. The ledger names it, has it repaired, and closes its finding."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from deploy.local.story import lost_step
from deploy.local.story.act_one import SOON, WonBack
from deploy.local.story.book import GIVEN, Book
from deploy.local.story.people import People

RULE_ID = "demo_lost_step"
SOURCE = "demo-lost"
FOUND_WITHIN = 15.0  # seconds from the answer to the finding

RULE = {
    "rule_id": RULE_ID,
    "triggers": [{"type": "response.received.v1", "where": {"outcome": ["negative"], "source": [SOURCE]}}],
    "match": "response_id",
    "repair": "on_request",
    "steps": [
        {
            "step": "escalation_opened",
            "type": "escalation.opened.v1",
            "service": "ticketing",
            "from": "trigger",
            "due_seconds": 3,
            "calendar_id": None,
            "unique": True,
        }
    ],
}


def play(book: Book, people: People, cast: WonBack) -> str:
    """Play it; answers the trace of what was lost. Raises Unmet at the first step that was not met."""
    rule = people.post("analytics", "/v1/assurance/rules", RULE)
    book.expect("the ledger is told to expect each escalation within 3 s", {"http": 201, "rule_id": RULE_ID}, rule)
    trace_id = str(uuid4())
    try:
        with lost_step.losing(people.stack, trace_id):
            book.expect("ticketing is made to fail for one trace", {}, {})
            response_id = _answer(book, people, cast, trace_id)
            letter_id = _see_dead_letter(book, people, response_id)
            finding_id = _see_finding(book, people, trace_id)
            _see_tickets(book, people, "and there is no ticket", response_id, 0)
        book.expect("what made ticketing fail is taken away", {}, {})
        _repair(book, people, finding_id)
        _see_tickets(book, people, "exactly one ticket comes of it", response_id, 1)
        _replay(book, people, letter_id)
        _see_tickets(book, people, "and there is still exactly one ticket", response_id, 1)
        _see_repaired(book, people, trace_id)
    finally:
        ended = people.post("analytics", f"/v1/assurance/rules/{RULE_ID}/end")
    book.expect("the rule is ended", {"http": 200}, ended)
    return trace_id


def _answer(book: Book, people: People, cast: WonBack, trace_id: str) -> str:
    answer = people.post(
        "feedback",
        "/v1/responses",
        {
            "source": SOURCE,
            "source_id": trace_id,
            "survey_type": "nps",
            "score": 2,
            "account_id": cast.account_id,
            "contact_id": cast.contact_id,
            "answered_at": datetime.now(UTC).isoformat(),
            "comment": "Slow again.",
            "trace_id": trace_id,
        },
    )
    wanted = {"http": 201, "outcome": "negative", "trace_id": trace_id}
    book.expect("Ana answers NPS 2", wanted, answer)
    return str(answer["id"])


def _see_dead_letter(book: Book, people: People, response_id: str) -> str:
    letter = book.wait(
        "ticketing cannot apply the fact and keeps it as a dead letter",
        lambda: _dead_letter(people, response_id),
        {"state": "open", "type": "response.received.v1"},
        within=FOUND_WITHIN,
    )
    return str(letter["id"])


def _dead_letter(people: People, response_id: str) -> dict[str, Any]:
    letters = people.list("ticketing", "/v1/dead-letters", state="open")
    return next((letter for letter in letters if letter["subject"] == response_id), {})


def _see_finding(book: Book, people: People, trace_id: str) -> str:
    finding = book.wait(
        "the ledger finds the step missing",
        lambda: people.only("analytics", "/v1/assurance/findings", trace_id=trace_id, rule_id=RULE_ID),
        {"count": 1, "kind": "missing", "state": "open", "step": "escalation_opened"},
        within=FOUND_WITHIN,
    )
    return str(finding["id"])


def _see_tickets(book: Book, people: People, step: str, response_id: str, count: int) -> None:
    book.wait(
        step,
        lambda: people.only("ticketing", "/v1/tickets", source_id=response_id),
        {"count": count},
        within=SOON,
    )


def _repair(book: Book, people: People, finding_id: str) -> None:
    repair = people.post("analytics", "/v1/assurance/repairs", {"finding_id": finding_id})
    book.expect("a repair is requested", {"http": 201, "service": "ticketing"}, repair)
    book.wait(
        "ticketing answers that it is done",
        lambda: people.get("analytics", f"/v1/assurance/repairs/{repair['id']}"),
        {"state": "answered", "result": "done"},
        within=SOON,
    )


def _replay(book: Book, people: People, letter_id: str) -> None:
    book.expect(
        "the dead letter is replayed",
        {"http": 200, "state": "replayed"},
        people.post("ticketing", f"/v1/dead-letters/{letter_id}/replay"),
    )


def _see_repaired(book: Book, people: People, trace_id: str) -> None:
    book.wait(
        "the expectation is late, and repaired",
        lambda: people.only("analytics", "/v1/assurance/expectations", trace_id=trace_id, rule_id=RULE_ID),
        {"count": 1, "state": "late", "repaired": True, "met_at": GIVEN},
        within=SOON,
    )
    book.wait(
        "and the finding is closed",
        lambda: people.only("analytics", "/v1/assurance/findings", trace_id=trace_id, rule_id=RULE_ID),
        {"count": 1, "state": "closed", "closed_at": GIVEN},
        within=SOON,
    )
