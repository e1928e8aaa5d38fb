"""Assurance rules as the observer uses them: pure, and in versions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

TRIGGER = "trigger"
"""`from` of a step that counts from the rule's trigger."""

FAILURES = {"notification.sent.v1": "notification.failed.v1"}
"""The fact that says that another one will not come."""

DEFERRALS = {"notification.sent.v1": "notification.deferred.v1"}
"""The fact that says that another one will come later, since its recipient wants it so, and from when it is owed."""

DELETIONS = {"response_id": "response.deleted.v1"}
"""The fact that ends what is owed to a subject, by the rule's `match`."""

CONTACT_ERASURE = "contact.erasure_requested.v1"
"""The fact that ends what is owed to a customer who is to be erased."""

TO_CUSTOMERS = frozenset({"recovery.planned.v1", "recovery.contacted.v1"})
"""The facts that say that something was done with the customer."""

ALWAYS_KEPT = frozenset(
    {
        "account_id",
        "contact_id",
        "group_id",
        "recipient",
        "recipients",
        "notify_roles",
        "error_code",
        "silent",
        "until",
    }
)
"""Fields of a fact that the ledger keeps beside those which a rule names. Ids and codes, no words."""


@dataclass(frozen=True, slots=True)
class Happened:
    """A fact as the ledger needs it. data: some of its fields, as they stand in JSON."""

    fact_id: Any
    type: str
    source: str
    subject: str
    trace_id: Any
    time: datetime
    recorded_at: datetime
    data: Mapping[str, Any]

    @property
    def service(self) -> str:
        """Who told it."""
        return self.source.removeprefix("/")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A fact that sets a rule off. where: {field: the values of which it must have one}; all must fit."""

    type: str
    where: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)

    def fits(self, type_: str, data: Mapping[str, Any]) -> bool:
        """Does a fact with these data set it off?"""
        return type_ == self.type and all(
            _one_of(value_of(data, name), allowed) for name, allowed in self.where.items()
        )


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that has to follow: a fact of this type, or of one of `also`, told by this service, in time.

    start: TRIGGER, a step's name or a fact's type, from whose recorded time due_seconds run; or the due is
    stated by a fact: due_type and due_field. unique: facts about two different subjects are one too many.
    each: one is owed to every recipient. same: fields in which the evidence is as the trigger, beside the rule's match.
    """

    name: str
    type: str
    service: str
    start: str = TRIGGER
    due_seconds: int | None = None
    due_type: str | None = None
    due_field: str | None = None
    unique: bool = False
    each: bool = False
    also: tuple[str, ...] = ()
    same: tuple[str, ...] = ()

    @property
    def types(self) -> tuple[str, ...]:
        """The types of the facts of which one meets it."""
        return (self.type, *self.also)


@dataclass(frozen=True)
class Rule:
    """One version of a rule.

    match: the field whose value trigger and evidence share. called_off_by: facts after which what is not due
    yet need not happen any more.
    """

    rule_id: str
    version: int
    match: str
    repair: str
    triggers: tuple[Trigger, ...]
    steps: tuple[Step, ...]
    effective_from: datetime
    ended_at: datetime | None = None
    called_off_by: tuple[Trigger, ...] = ()

    @property
    def owes_people(self) -> bool:
        """Is a step owed to each of some people?"""
        return any(step.each for step in self.steps)

    def is_set_off_by(self, fact: Happened) -> bool:
        """Is this fact one of its triggers? What tells of imported history, which is silent, sets nothing off."""
        return not fact.data.get("silent") and any(trigger.fits(fact.type, fact.data) for trigger in self.triggers)

    def start_type(self, step: Step) -> str | None:
        """The type of the fact that starts a step's time; None for the trigger itself."""
        if step.start == TRIGGER:
            return None
        named = {other.name: other.type for other in self.steps}
        return named.get(step.start, step.start)

    def watched(self) -> Iterator[tuple[str, str | None]]:
        """(type, field) of all that it looks at; field: which one, where one in particular."""
        for trigger in (*self.triggers, *self.called_off_by):
            yield trigger.type, None
            for name in trigger.where:
                yield trigger.type, name
        for step in self.steps:
            for type_ in step.types:
                yield type_, None
            for name in step.same:
                yield from ((type_, name) for type_ in (*step.types, *(trigger.type for trigger in self.triggers)))
            if step.type in FAILURES:
                yield FAILURES[step.type], None
            if step.type in DEFERRALS:
                yield DEFERRALS[step.type], None
            if (start := self.start_type(step)) is not None:
                yield start, None
            if step.due_type is not None:
                yield step.due_type, step.due_field
        if self.match in DELETIONS:
            yield DELETIONS[self.match], None


class RuleBook:
    """All versions of all rules, and what they look at."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = sorted(rules, key=lambda rule: (rule.rule_id, -rule.version))
        self._matches: dict[str, set[str]] = {}
        self._fields: dict[str, set[str]] = {}
        self._triggers = {trigger.type for rule in self._rules for trigger in rule.triggers}
        for rule in self._rules:
            for type_, name in rule.watched():
                self._matches.setdefault(type_, set()).add(rule.match)
                kept = self._fields.setdefault(type_, {*ALWAYS_KEPT})
                kept.add(rule.match)
                if name is not None:
                    kept.add(name.split(".")[0])

    def matches(self, type_: str) -> set[str]:
        """The fields by which facts of a type are matched; none for a type that nobody looks at."""
        return self._matches.get(type_, set())

    def is_trigger(self, type_: str) -> bool:
        """May a fact of this type set off some rule?"""
        return type_ in self._triggers

    def types(self) -> set[str]:
        """All types that some rule looks at."""
        return set(self._matches)

    def kept(self, type_: str, data: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a fact that the ledger needs."""
        fields = self._fields.get(type_, set())
        return {name: data[name] for name in fields if name in data}

    def set_off_by(self, fact: Happened, match: str) -> list[Rule]:
        """The rules with this match that a fact sets off, each in the version that holds for it."""
        return [rule for rule in self._in_force(fact.recorded_at, match) if rule.is_set_off_by(fact)]

    def _in_force(self, at: datetime, match: str) -> Iterator[Rule]:
        """Of each rule the newest version that had begun by then, unless it had ended."""
        seen: set[str] = set()
        for rule in self._rules:
            if rule.rule_id in seen or rule.effective_from > at:
                continue
            seen.add(rule.rule_id)
            if rule.match == match and (rule.ended_at is None or at < rule.ended_at):
                yield rule


def compiled(
    rule_id: str,
    version: int,
    body: Mapping[str, Any],
    effective_from: datetime,
    ended_at: datetime | None = None,
) -> Rule:
    """A rule from its body as contract.md gives it (checked before)."""
    return Rule(
        rule_id=rule_id,
        version=version,
        match=body["match"],
        repair=body["repair"],
        triggers=_triggers(body["triggers"]),
        steps=tuple(_step(step) for step in body["steps"]),
        effective_from=effective_from,
        ended_at=ended_at,
        called_off_by=_triggers(body["called_off_by"]),
    )


def _triggers(triggers: Iterable[Mapping[str, Any]]) -> tuple[Trigger, ...]:
    return tuple(
        Trigger(trigger["type"], {name: tuple(values) for name, values in trigger["where"].items()})
        for trigger in triggers
    )


def _step(step: Mapping[str, Any]) -> Step:
    stated = step["due_field"] or {}
    return Step(
        name=step["step"],
        type=step["type"],
        service=step["service"],
        start=step["from"],
        due_seconds=step["due_seconds"],
        due_type=stated.get("type"),
        due_field=stated.get("field"),
        unique=step["unique"],
        each=step["each"] is not None,
        also=tuple(step.get("also", ())),
        same=tuple(step.get("same", ())),
    )


def value_of(data: Mapping[str, Any], path: str) -> Any:
    """A field's value; dots lead into objects. None where there is none."""
    value: Any = data
    for name in path.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(name)
    return value


def _one_of(value: Any, allowed: tuple[Any, ...]) -> bool:
    if isinstance(value, list):
        return any(item in allowed for item in value)
    return value in allowed
