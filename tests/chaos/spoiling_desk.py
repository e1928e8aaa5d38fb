"""More of an honest run, spoiled in one place each: merges, words, levels, complaints, compensations, replies."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tests.chaos.checker.world import Fact
from tests.chaos.spoiling import STRANGER, Row, Spoiled

LONG = timedelta(hours=1)


def _merged(held: Spoiled) -> Row:
    """A ticket that is merged."""
    return next(row for row in held.rows("ticketing", "ticket") if row["merged_into_id"])


def _written_on_merged(held: Spoiled) -> Row:
    """A message that was written on it."""
    return next(row for row in held.rows("ticketing", "message") if row["addressed_to_id"])


def _moved_case(held: Spoiled) -> Row:
    """A case that is on another ticket than it was opened on."""
    return next(row for row in held.rows("ticketing", "recovery_case") if row["home_ticket_id"])


def _large(held: Spoiled) -> Row:
    """A compensation that another person approved."""
    rows = held.rows("ticketing", "compensation", state="approved")
    return next(row for row in rows if row["decided_by"] != row["requested_by_id"])


def _undecided(held: Spoiled) -> None:
    solved = held.fact("ticket.solved")
    caused = f"fact/{solved.id}"
    held.world.facts[:] = [fact for fact in held.world.facts if fact.cause != caused or "survey." not in fact.type]


def _asked_again(held: Spoiled) -> None:
    asking = held.rows("feedback", "invitation", quarantine_class="transactional")
    invitation = next(row for row in asking if row["state"] != "cancelled")
    again = {**invitation, "id": str(uuid.uuid4()), "reserved_at": invitation["reserved_at"] + LONG}
    held.world.tables["feedback"]["invitation"].append(again)


def _circle(held: Spoiled) -> None:
    ticket = _merged(held)
    held.first("ticketing", "ticket", id=ticket["merged_into_id"])["merged_into_id"] = ticket["id"]


def _stands_still(held: Spoiled) -> None:
    held.first("ticketing", "sla_clock", state="running").update(state="paused", reason="merged")


def _case_behind(held: Spoiled) -> None:
    case = _moved_case(held)
    case.update(ticket_id=case["home_ticket_id"], home_ticket_id=None)


def _two_open_cases(held: Spoiled) -> None:
    held.double("ticketing", "recovery_case", where={"state": "opened"}, response_id=None)


def _not_brought_home(held: Spoiled) -> None:
    message = _written_on_merged(held)
    held.first("ticketing", "ticket", id=message["addressed_to_id"])["merged_into_id"] = None


def _elsewhere(held: Spoiled) -> None:
    told = held.fact("ticket.message_added").data
    held.first("ticketing", "message", id=told["message_id"])["ticket_id"] = _merged(held)["id"]


def _mail_gone(held: Spoiled) -> None:
    held.world.tables["ticketing"]["message"].remove(_mail(held))


def _mail(held: Spoiled) -> Row:
    rows = held.rows("ticketing", "message", channel="email", author_kind="customer")
    return next(row for row in rows if row["source_id"])


def _second_mail(held: Spoiled) -> None:
    held.add("ticketing", "message", _mail(held), id=str(uuid.uuid4()))


def _second_ticket_of_a_mail(held: Spoiled) -> None:
    held.double("ticketing", "ticket", where={"id": _mail(held)["ticket_id"]}, number=-1)


def _split_off(held: Spoiled) -> str:
    return str(held.first("ticketing", "ticket_link", kind="split_from")["from_id"])


def _split_untold(held: Spoiled) -> None:
    made = _split_off(held)
    held.world.facts.remove(held.fact("ticket.message_added", lambda fact: fact.subject == made))


def _unseen_level(held: Spoiled) -> None:
    """A level that was reached an hour ago, and the rule was there."""
    level = held.world.tables["ticketing"]["escalation_level"].pop()
    held.first("ticketing", "escalation_rule")["updated_at"] -= 2 * LONG
    for table, name in (("sla_clock", "id"), ("sla_stretch", "clock_id")):
        for row in held.rows("ticketing", table, **{name: level["clock_id"]}):
            row["since"] -= LONG


def _unseen_stretch(held: Spoiled) -> None:
    row = {"clock_id": STRANGER, "until": held.world.now - LONG}
    held.world.tables["ticketing"]["sla_unseen"].append(row)


def _other_stage(held: Spoiled) -> None:
    held.fact("complaint.stage_changed").data["previous_stage"] = "responded"


def _closed_untold(held: Spoiled) -> None:
    held.world.facts.remove(held.fact("complaint.closed"))


def _reply_to_a_stranger(held: Spoiled) -> None:
    """The mail went where it went; the customer is another one."""
    reply = held.first("ticketing", "message", delivery_state="sent")
    held.first("ticketing", "ticket", id=reply["ticket_id"]).update(requester_email=None, contact_id=None)
    for row in held.rows("ticketing", "message", ticket_id=reply["ticket_id"]):
        row["author_address"] = None


def _sent_without_mail(held: Spoiled) -> None:
    _mail(held)["delivery_state"] = "sent"


def _change(which: Callable[[Spoiled], Row], **values: Any) -> Callable[[Spoiled], None]:
    return lambda held: which(held).update(values)


def _first(table: str, **where: Any) -> Callable[[Spoiled], Row]:
    return lambda held: held.first("ticketing", table, **where)


def _drop(table: str, **where: Any) -> Callable[[Spoiled], None]:
    return lambda held: held.drop("ticketing", table, **where)


def _double(table: str, **other: Any) -> Callable[[Spoiled], None]:
    return lambda held: held.double("ticketing", table, where={}, **other)


def _untold(type_: str, fits: Callable[[Fact], bool] = lambda fact: True) -> Callable[[Spoiled], None]:
    return lambda held: held.world.facts.remove(held.fact(type_, fits))


AT_THE_DESK: dict[str, tuple[str, Callable[[Spoiled], None]]] = {
    "a merge is told twice": ("reordered/merge", lambda held: held.tell(held.fact("ticket.merged"))),
    "a merge was never told": ("lost/merge_state", _untold("ticket.merged")),
    "an unmerge was never told": ("lost/merge_state", _untold("ticket.unmerged")),
    "a merge was undone in silence": ("lost/merge_state", _change(_merged, merged_into_id=None)),
    "two tickets are merged into each other": ("effects_without_cause/merge", _circle),
    "a merged ticket's clock runs": (
        "lost/merged_clock",
        _change(_first("sla_clock", reason="merged"), state="running", reason="unmerged"),
    ),
    "a clock stands still for no merge": ("lost/merged_clock", _stands_still),
    "a case stayed behind": ("lost/case_place", _case_behind),
    "a case has no home": ("lost/case_home", _change(_moved_case, home_ticket_id=None)),
    "two open cases on a ticket": ("doubled/open_cases", _two_open_cases),
    "a message that was told of is gone": (
        "lost/message_row",
        lambda held: held.drop("ticketing", "message", id=held.fact("ticket.message_added").data["message_id"]),
    ),
    "a message is on another ticket": ("lost/message_place", _elsewhere),
    "a message was not brought home": ("lost/message_place", _not_brought_home),
    "a message forgot on which ticket it was written": (
        "lost/message_home",
        _change(_written_on_merged, addressed_to_id=None),
    ),
    "a mail is gone": ("lost/inbound", _mail_gone),
    "a mail is there twice": ("doubled/message", _second_mail),
    "a mail opened two tickets": ("doubled/inbound", _second_ticket_of_a_mail),
    "a split was never told": ("lost/split", _split_untold),
    "a split is not linked": ("lost/split", _drop("ticket_link", kind="split_from")),
    "a level was not seen": ("causes_without_effect/level", _unseen_level),
    "a stretch was not looked at": ("causes_without_effect/level", _unseen_stretch),
    "a level is there twice": ("doubled/level", _double("escalation_level")),
    "a level is told twice": ("doubled/level", lambda held: held.tell(held.fact("escalation.level_fired"))),
    "a level was never told": ("lost/level_fact", _untold("sla.level_due")),
    "a level fired in silence": ("lost/level_fact", _untold("escalation.level_fired")),
    "a level is gone": ("lost/level_row", _drop("escalation_level")),
    "a complaint is gone": ("lost/complaint_row", _drop("complaint")),
    "a complaint was never told": ("lost/complaint_fact", _double("complaint")),
    "a complaint's decision was never told": (
        "lost/complaint_state",
        _change(_first("complaint", stage="closed"), outcome="not_upheld"),
    ),
    "a complaint's end was never told": ("lost/complaint_state", _closed_untold),
    "a complaint skipped a stage": ("reordered/stage", _other_stage),
    "a ticket without its complaint": ("causes_without_effect/complaint", _drop("complaint")),
    "a ticket with two complaints": ("doubled/complaint", _double("complaint")),
    "somebody approved their own": (
        "effects_without_cause/authority",
        lambda held: _large(held).update(decided_by=_large(held)["requested_by_id"]),
    ),
    "nobody approved it": ("effects_without_cause/compensation", _change(_large, decided_by=None)),
    "an approval was forgotten": ("lost/decision", _change(_large, state="rejected")),
    "a compensation is gone": ("lost/compensations", _drop("compensation")),
    "a compensation was given twice": ("doubled/request", _double("compensation")),
    "a case ended with one pending": (
        "effects_without_cause/compensation",
        lambda held: held.first(
            "ticketing",
            "recovery_case",
            id=held.first("ticketing", "compensation", state="pending_approval")["case_id"],
        ).update(state="completed"),
    ),
    "a solved ticket was not decided about": ("causes_without_effect/asked", _undecided),
    "a solved ticket was decided about twice": (
        "doubled/asked",
        lambda held: held.tell(held.fact("survey.suppressed", lambda fact: fact.data["ticket_id"] is not None)),
    ),
    "a decision is gone": ("lost/decision_row", lambda held: held.drop("feedback", "send_decision", wave_id=None)),
    "a decision was never told": (
        "lost/decision_fact",
        lambda held: held.double("feedback", "send_decision", where={"wave_id": None}),
    ),
    "somebody is asked against a decision": (
        "effects_without_cause/invitation",
        lambda held: held.first(
            "feedback", "send_decision", id=held.first("feedback", "invitation")["decision_id"]
        ).update(verdict="suppress"),
    ),
    "a decision asks nobody": (
        "causes_without_effect/invitation",
        lambda held: held.drop("feedback", "invitation"),
    ),
    "a decision asks twice": (
        "doubled/invitation",
        lambda held: held.double("feedback", "invitation", where={}),
    ),
    "somebody is asked again too soon": ("doubled/quarantine", _asked_again),
    "a reply is not sent": (
        "causes_without_effect/not_sent",
        _change(_first("message", delivery_state="sent"), delivery_state="queued"),
    ),
    "a reply counts as sent": ("lost/mail", _sent_without_mail),
    "a reply went to a stranger": ("wrong_recipients/mail", _reply_to_a_stranger),
}
"""What is spoiled: column and rule under which the checker must count it, and how."""
