"""How what happened reads in a timeline: a picture, some words, and the other ticket if there is one."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from services.ticketing.console import clock_words, money
from services.ticketing.console.kin import LINKED
from services.ticketing.timeline.queries import Happened
from shared.pages import words

STATUS = {
    "new": "new",
    "open": "open",
    "pending": "waiting for the customer",
    "on_hold": "on hold",
    "solved": "solved",
    "closed": "closed",
}

STAGES = {
    "received": "received",
    "acknowledged": "acknowledged",
    "assessed": "assessed",
    "investigating": "being investigated",
    "responded": "answered",
    "decided": "decided",
    "closed": "closed",
}
"""How a complaint's stages read after “The complaint is”."""

OUTCOMES = {
    "reached": "Reached the customer",
    "no_answer": "Called, no answer",
    "refused": "Customer did not want to talk",
}

REASONS = {
    "customer_wrote": "the customer wrote",
    "agent_replied": "answered",
    "created": "since it is new",
    "group_given": "since it was given to the group",
    "waiting": "since it waited for somebody",
    "rerouted": "since it changed",
    "routing": "by a routing rule",
    "escalation": "since the answer escalated",
    "manual": None,
}
"""Reasons that are codes. Others are somebody's words."""


class Told(NamedTuple):
    """icon: of i.svg. ticket: the other one that the words end with. bad: a promise was broken."""

    icon: str
    text: str
    ticket: UUID | None = None
    bad: bool = False


class Names:
    """Who is who, and which ticket has which number, as far as the reader may know."""

    def __init__(
        self,
        staff: Mapping[UUID, str],
        groups: Mapping[UUID, str],
        holders: Mapping[str, UUID] | None = None,
        numbers: Mapping[UUID, int] | None = None,
        keys: Mapping[str, str] | None = None,
    ) -> None:
        self.staff = staff
        self.groups = groups
        self.numbers = numbers or {}
        self._holders = holders or {}
        self._keys = keys or {}

    def person(self, staff_id: Any) -> str:
        """A member of staff."""
        return self.staff.get(uuid_of(staff_id), "a colleague")

    def group(self, group_id: Any) -> str:
        """A group."""
        return self.groups.get(uuid_of(group_id), "a group")

    def actor(self, actor: str) -> str:
        """Who did something, as the audit trail names them."""
        kind, _, name = actor.partition("/")
        if kind == "key" and name in self._holders:
            return self.person(self._holders[name])
        if kind == "staff":
            return self.staff.get(uuid_of(name), "a colleague")
        return {"service": "the system", "customer": "the customer"}.get(kind, f"key {self._keys.get(name, name)}")


def told(row: Happened, names: Names) -> Told | None:
    """How it reads; None for what says nothing to an agent."""
    if row.kind in _FIXED:
        icon, text = _FIXED[row.kind]
        return Told(icon, text, other_ticket(row) if row.kind in _NAMING else None)
    if row.kind in _MADE:
        return _MADE[row.kind](row, names)
    return None


def reason_of(row: Happened) -> str | None:
    """Why, in words."""
    return REASONS.get(row.reason, row.reason) if row.reason else None


def other_ticket(row: Happened) -> UUID | None:
    """The other ticket that a change names."""
    for side in (row.after, row.before):
        for name in ("merged_into_id", "from_ticket_id", "ticket_id", "parent_id"):
            found = uuid_of(side.get(name))
            if found.int and found != row.ticket_id:
                return found
    return None


def uuid_of(value: Any) -> UUID:
    """An id of a JSON document; the one of zeros for anything else."""
    try:
        return value if isinstance(value, UUID) else UUID(str(value))
    except ValueError:
        return UUID(int=0)


_FIXED = {
    "ticket.create": ("plus", "Opened"),
    "ticket.escalate": ("bolt", "Escalated from a survey answer"),
    "ticket.follow_up": ("plus", "Opened as a follow-up of"),
    "ticket.import": ("down", "Imported"),
    "ticket.close": ("lock", "Closed, since nobody came back to it"),
    "ticket.merge": ("right", "Merged into"),
    "ticket.take_in": ("down", "Took in"),
    "ticket.unmerge": ("left", "Stands by itself again, taken out of"),
    "ticket.give_back": ("left", "Gave back"),
    "ticket.split_off": ("plus", "Split from"),
    "message.send_again": ("mail", "Sent the reply again"),
    "recovery_case.plan": ("flag", "Planned the recovery"),
    "recovery_case.assign": ("user", "Handed the recovery on"),
    "recovery_case.add_step": ("plus", "Added a step to the recovery plan"),
    "recovery_case.change": ("note", "Said more about the recovery"),
    "recovery_case.merge": ("flag", "The recovery case went along with the merge"),
    "recovery_case.unmerge": ("flag", "The recovery case went back with its ticket"),
    "complaint.open": ("flag", "Complaint opened"),
    "complaint.change": ("note", "Said what the complaint is about"),
}
"""How changes read that need nothing but their name."""

_NAMING = frozenset(
    {"ticket.follow_up", "ticket.split_off", "ticket.merge", "ticket.take_in", "ticket.unmerge", "ticket.give_back"}
)
"""Those whose words end with the other ticket."""


def _moved(row: Happened, _: Names) -> Told:
    to, before = str(row.after.get("status")), row.before.get("status")
    if before == "solved" and to == "open":
        text = "Reopened"
    elif to == "solved":
        text = f"Solved: {str(row.after.get('resolution_code')).replace('_', ' ')}"
    else:
        text = f"Now {STATUS.get(to, to)}"
    return Told("check" if to == "solved" else "right", text)


def _assigned(row: Happened, names: Names) -> Told:
    parts = []
    if row.after.get("assignee_id") != row.before.get("assignee_id"):
        assignee = row.after.get("assignee_id")
        parts.append(f"Assigned to {names.person(assignee)}" if assignee else "Taken from its owner")
    if row.after.get("group_id") != row.before.get("group_id"):
        group = row.after.get("group_id")
        parts.append(f"Group {names.group(group)}" if group else "Without a group")
    return Told("user", ", ".join(parts) or "Assigned")


def _routed(row: Happened, names: Names) -> Told:
    group, person = row.after.get("group_id"), row.after.get("assignee_id")
    ends = [names.group(group)] * bool(group) + [names.person(person)] * bool(person)
    return Told("right", f"Routed to {', '.join(ends)}" if ends else "No routing rule fits")


def _changed(row: Happened, _: Names) -> Told:
    if "priority" in row.after:
        return Told("note", f"Priority {row.before.get('priority')} → {row.after['priority']}")
    if "tags" in row.after:
        held = row.before.get("tags", [])
        added = [f"+{tag}" for tag in row.after["tags"] if tag not in held]
        removed = [f"−{tag}" for tag in held if tag not in row.after["tags"]]
        return Told("note", "Tags " + ", ".join([*added, *removed]))
    if "parent_id" in row.after:
        has = row.after["parent_id"] is not None
        return Told("note", "Is now part of" if has else "Is no longer part of", other_ticket(row))
    named = [name.removesuffix("_id").replace("_", " ").replace("custom", "further fields") for name in row.after]
    return Told("note", f"Changed {', '.join(named)}")


def _split(row: Happened, _: Names) -> Told:
    count = len(row.after.get("message_ids", ()))
    return Told("right", f"Split {count} {'message' if count == 1 else 'messages'} into", other_ticket(row))


def _linked(row: Happened, _: Names) -> Told:
    return Told("plus", LINKED.get(row.after.get("kind", ""), "Linked to"), other_ticket(row))


def _unlinked(row: Happened, _: Names) -> Told:
    kind = LINKED.get(row.before.get("kind", ""), "linked to")
    return Told("cross", f"No longer {kind[0].lower()}{kind[1:]}", other_ticket(row))


def _watched(row: Happened, names: Names) -> Told:
    return Told("user", f"{names.person(row.after.get('watcher_id'))} watches it")


def _unwatched(row: Happened, names: Names) -> Told:
    return Told("cross", f"{names.person(row.before.get('watcher_id'))} no longer watches it")


def _macro(row: Happened, _: Names) -> Told:
    return Told("bolt", f"Used the macro “{row.after.get('name')}”")


def _level(row: Happened, _: Names) -> Told:
    text = level(row.after.get("metric", ""), row.after.get("level", ""))
    done = [each.get("do") for each in row.after.get("actions", ()) if each.get("result") == "done"]
    said = ", ".join(DEEDS.get(each, str(each)) for each in done)
    if row.after.get("state") == "recorded":
        said = "seen too late to act"
    return Told("warn", f"{text}: {said}" if said else text)


def _retargeted(row: Happened, _: Names) -> Told | None:
    if row.before.get("policy_id") == row.after.get("policy_id"):
        return None
    return Told("clock", "Another promise holds" if row.after.get("policy_id") else "Nothing is promised any more")


def _opened_case(row: Happened, _: Names) -> Told:
    return Told("flag", f"Recovery opened, {row.about.get('severity')}")


def _warned(row: Happened, _: Names) -> Told:
    return Told("clock", f"{_metric(row)} is due soon")


def _breached(row: Happened, _: Names) -> Told:
    return Told("warn", f"{_metric(row)} was due, after {words.duration(row.about['target_seconds'])}", bad=True)


def _fulfilled(row: Happened, _: Names) -> Told:
    return Told("check", f"{_metric(row)}: fulfilled")


def _metric(row: Happened) -> str:
    return clock_words.METRICS[row.about["metric"]]


def _not_delivered(row: Happened, _: Names) -> Told:
    return Told("warn", f"A reply could not be delivered: {failure(row.after.get('delivery_error'))}")


def _contacted(row: Happened, _: Names) -> Told:
    return Told("phone", OUTCOMES.get(row.after.get("outcome", ""), "Tried to reach the customer"))


def _step(row: Happened, _: Names) -> Told:
    return (
        Told("check", "Did a step of the recovery plan") if row.after.get("done_at") else Told("note", "Changed a step")
    )


def _recovery_moved(row: Happened, _: Names) -> Told:
    state = str(row.after.get("outcome") or row.after.get("state")).replace("_", " ")
    return Told("flag", f"Recovery is {state}")


def _compensated(row: Happened, _: Names) -> Told:
    kind = str(row.after.get("kind", "compensation"))
    amount = row.after.get("amount_minor")
    said = f"{kind} of {money.shown(amount, row.after.get('currency'))}" if amount else kind
    if row.kind == "recovery_case.give_compensation":
        waits = row.after.get("state") == "pending_approval"
        return Told("plus", f"Asked to give: {said}" if waits else f"Gave: {said}")
    return (
        Told("check", f"Approved: {said}")
        if row.after.get("state") == "approved"
        else Told("cross", f"Rejected: {said}")
    )


def _complaint_moved(row: Happened, _: Names) -> Told:
    stage, outcome = str(row.after.get("stage")), row.after.get("outcome")
    said = f"The complaint is {STAGES.get(stage, stage)}"
    ending = row.after.get("closed_as") if stage == "closed" else outcome if stage == "decided" else None
    return Told("flag", f"{said}: {str(ending).replace('_', ' ')}" if ending else said)


def _complaint_answered(row: Happened, _: Names) -> Told:
    said = "accepted" if row.after.get("answer") == "accepted" else "refused"
    return Told("user", f"The customer {said} the decision")


_MADE: Mapping[str, Callable[[Happened, Names], Told | None]] = {
    "ticket.transition": _moved,
    "ticket.assign": _assigned,
    "ticket.route": _routed,
    "ticket.change": _changed,
    "ticket.split": _split,
    "ticket.link": _linked,
    "ticket.unlink": _unlinked,
    "ticket.watch": _watched,
    "ticket.unwatch": _unwatched,
    "ticket.apply_macro": _macro,
    "ticket.escalation_level": _level,
    "sla.retarget": _retargeted,
    "sla.warned": _warned,
    "sla.breached": _breached,
    "sla.fulfilled": _fulfilled,
    "message.delivery_failed": _not_delivered,
    "recovery_case.open": _opened_case,
    "recovery_case.contact": _contacted,
    "recovery_case.change_step": _step,
    "recovery_case.move": _recovery_moved,
    "recovery_case.give_compensation": _compensated,
    "recovery_case.approve_compensation": _compensated,
    "recovery_case.reject_compensation": _compensated,
    "complaint.move": _complaint_moved,
    "complaint.answer": _complaint_answered,
}
"""How changes read that say what changed."""

UNSAID = frozenset({"ticket.message"})
"""What a message says itself."""

READ = frozenset({*_FIXED, *_MADE, *UNSAID})
"""All actions that the timeline knows."""

DEEDS = {
    "notify": "told who has to know",
    "raise_priority": "raised the priority",
    "reassign": "gave it to somebody else",
    "add_tag": "added a tag",
    "open_recovery": "opened a recovery",
}


def level(metric: str, key: str) -> str:
    """A level of an escalation rule: `75%`, `due-30m` or `due+30m`."""
    name = clock_words.METRICS.get(metric, metric.replace("_", " "))
    if key.endswith("%"):
        return f"{name}: {key} of the time is used"
    minutes = key[4:].removesuffix("m")
    if not key.startswith(("due-", "due+")) or not minutes.isdigit():
        return f"{name}: {key}"
    if not int(minutes):
        return f"{name}: due"
    return f"{name}: {words.duration(60 * int(minutes))} {'before it is due' if key[3] == '-' else 'overdue'}"


def failure(code: str | None) -> str:
    """Why a reply did not leave."""
    return (code or "for an unknown reason").replace("_", " ")
