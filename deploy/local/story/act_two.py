"""Act two: Ana is asked by mail how it went, and says so on the page; the third time that it went badly she is left
in peace.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from deploy.local.story.act_one import SOON, Case, WonBack, hops
from deploy.local.story.book import GIVEN, Book
from deploy.local.story.browser import Browser, Page, score_links
from deploy.local.story.people import People

RULE_ID = "recovery_completed"


@dataclass(frozen=True)
class Letter:
    """The mail that asked after a recovery."""

    invitation_id: str
    links: dict[int, str]


def play(book: Book, people: People, cast: WonBack) -> None:
    """Play it; raises Unmet at the first step that was not met."""
    with Browser() as browser:
        first = cast.case
        letter = _see_letter(book, people, cast, first, "feedback asks Ana by mail how that went")
        _answer(book, people, browser, letter, 2, "It is as slow as before.")
        second = _see_child(book, people, cast, letter, "it becomes a second escalation, under the first, in one trace")
        _see_verified(book, people, first, second)
        _recover(book, people, cast, second, "Mia makes it good again")
        letter = _see_letter(book, people, cast, second, "Ana is asked once more")
        _answer(book, people, browser, letter, 1, None)
        third = _see_child(book, people, cast, letter, "a third escalation, under the first as well")
        _recover(book, people, cast, third, "and a third time")
        _see_end(book, people, third)
        _see_trace(book, people, cast, (first, second, third))


def _see_letter(book: Book, people: People, cast: WonBack, case: Case, step: str) -> Letter:
    invitation = book.wait(
        step,
        lambda: people.only("feedback", "/v1/invitations", ticket_id=case.ticket_id),
        {"count": 1, "survey_type": "post_recovery", "channel": "email", "state": "sent", "sent_at": GIVEN},
        within=SOON,
    )
    links = next(score_links(Path(people.stack.mail_dir), cast.email), {})
    book.expect("the mail holds a link for each score", {"scores": [1, 2, 3, 4, 5]}, {"scores": sorted(links)})
    return Letter(invitation["id"], links)


def _answer(book: Book, people: People, browser: Browser, letter: Letter, score: int, comment: str | None) -> None:
    page = browser.open(letter.links[score])
    shown = {"http": 200, "score": str(score), "state": "sent"}
    seen = {**_seen(page), "state": _invitation(people, letter)["state"]}
    book.expect(f"the link opens a page where {score} is chosen, and saves nothing", shown, seen)
    written = {name: comment for name in page.fields if name.startswith("q.")} if comment else {}
    answered = _seen(browser.send(page, **written))
    book.expect("one button sends the answer", {"http": 200, "score": str(score)}, answered)
    wanted = {"state": "completed", "answer_id": GIVEN, "completed_at": GIVEN}
    book.expect("the invitation is completed", wanted, _invitation(people, letter))


def _seen(page: Page) -> dict[str, Any]:
    return {"http": page.status, "score": page.fields.get("score")}


def _invitation(people: People, letter: Letter) -> dict[str, Any]:
    return people.get("feedback", f"/v1/invitations/{letter.invitation_id}")


def _see_child(book: Book, people: People, cast: WonBack, letter: Letter, step: str) -> Case:
    response_id = str(_invitation(people, letter)["answer_id"])
    ticket = book.wait(
        step,
        lambda: people.only("ticketing", "/v1/tickets", source_id=response_id),
        {"count": 1, "type": "escalation", "parent_id": cast.case.ticket_id, "trace_id": cast.answer_trace_id},
        within=SOON,
    )
    recovery = people.only("ticketing", "/v1/recovery-cases", response_id=response_id)
    book.expect("with a recovery case of its own", {"count": 1, "state": "opened"}, recovery)
    return Case(response_id, ticket["id"], recovery["id"])


def _see_verified(book: Book, people: People, first: Case, second: Case) -> None:
    book.wait(
        "the first loop is verified by it: it was closed, and not resolved",
        lambda: people.only("feedback", "/v1/loop-cases", response_id=first.response_id),
        {"count": 1, "state": "closed", "verified_at": GIVEN, "verified_by": second.response_id},
        within=SOON,
    )


def _recover(book: Book, people: People, cast: WonBack, case: Case, step: str) -> None:
    path, now = f"/v1/recovery-cases/{case.recovery_case_id}", datetime.now(UTC)
    due_at = f"{now + timedelta(hours=8):%FT%TZ}"
    plan = {
        "text": "Look at it together with Ana.",
        "steps": [{"title": "Sit down with Ana", "owner_id": cast.csm_id, "due_at": due_at}],
        "agreed_with_customer_at": now.isoformat(),
    }
    people.put("ticketing", f"{path}/plan", plan)
    contact = {"contacted_at": now.isoformat(), "channel": "phone", "outcome": "reached"}
    people.post("ticketing", f"{path}/contacts", contact)
    solved = {"to": "solved", "resolution_code": "fixed", "reason": "Ana has what she needs."}
    people.post("ticketing", f"/v1/tickets/{case.ticket_id}/transitions", solved)
    completed = people.post("ticketing", f"{path}/transitions", {"to": "completed", "outcome": "recovered"})
    wanted = {"http": 200, "state": "completed", "planned_at": GIVEN, "contacted_at": GIVEN}
    book.expect(f"{step}: a plan, a call, and the recovery is completed", wanted, completed)


def _see_end(book: Book, people: People, third: Case) -> None:
    book.wait(
        "after the third Ana is asked no more, and the decision says why",
        lambda: people.only("feedback", "/v1/decisions", ticket_id=third.ticket_id, reason="story_exhausted"),
        {"count": 1, "verdict": "suppress", "recovery_case_id": third.recovery_case_id},
        within=SOON,
    )


def _see_trace(book: Book, people: People, cast: WonBack, cases: tuple[Case, ...]) -> None:
    book.wait(
        "the ledger has seen what each recovery owes: a survey, or the reason against one",
        lambda: _decided(people, cast.answer_trace_id),
        {case.recovery_case_id: "met" for case in cases},
        within=SOON,
    )
    book.wait(
        "the answer's trace shows who was asked, and is complete",
        lambda: hops(people, cast.answer_trace_id),
        {"trace": "complete", **dict.fromkeys(("survey_queued", "survey_sent", "survey_suppressed"), "happened")},
        within=SOON,
    )


def _decided(people: People, trace_id: str) -> dict[str, str]:
    items = people.list("analytics", "/v1/assurance/expectations", trace_id=trace_id, rule_id=RULE_ID)
    return {item["subject"]["id"]: item["state"] for item in items}
