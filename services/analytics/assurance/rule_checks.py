"""Does a rule fit together, and with the facts that exist? Each fault names its place in the request."""

from collections.abc import Iterator, Sequence

from services.analytics.assurance.rule_schemas import RuleIn, StepIn, TriggerIn
from services.analytics.assurance.rules import TRIGGER
from shared import contracts
from shared.events.fact import Fact, known_facts
from shared.http.errors import Place, place

TELLERS = frozenset(contracts.__all__) - {"platform"}
"""The services. Facts that any of them tells are told apart by the step's `service`."""


def faults(rule: RuleIn) -> list[Place]:
    """All that is wrong with a rule; nothing where it is sound.

    A type or a field that no contract has is refused: a rule with a typing error would wait for ever, or
    call every step missing.
    """
    return [
        *_of_triggers(rule, "triggers", rule.triggers),
        *_of_triggers(rule, "called_off_by", rule.called_off_by),
        *_of_steps(rule),
        *_of_names(rule),
    ]


def _of_triggers(rule: RuleIn, part: str, triggers: Sequence[TriggerIn]) -> Iterator[Place]:
    for index, trigger in enumerate(triggers):
        at = (part, index)
        contract = known_facts().get(trigger.type)
        if contract is None:
            yield _fault(*at, "type", msg="No service tells such a fact", code="unknown_type")
            continue
        if rule.match not in contract.model_fields:
            yield _fault("match", msg=f"{trigger.type} has no such field", code="unknown_field")
        for name in trigger.where:
            if name.split(".")[0] not in contract.model_fields:
                yield _fault(*at, "where", name, msg=f"{trigger.type} has no such field", code="unknown_field")


def _of_steps(rule: RuleIn) -> Iterator[Place]:
    for index, step in enumerate(rule.steps):
        at = ("steps", index)
        for place_, type_ in (("type", step.type), *(("also", type_) for type_ in step.also)):
            contract = known_facts().get(type_)
            if contract is None:
                yield _fault(*at, place_, msg="No service tells such a fact", code="unknown_type")
            else:
                yield from _of_evidence(rule, step, contract, (*at, place_))
        yield from _of_same(rule, step, at)
        yield from _of_due(rule, step, at)
        if step.start != TRIGGER and step.start not in {other.step for other in rule.steps}:
            yield from _of_start(rule, step, at)


def _of_evidence(rule: RuleIn, step: StepIn, contract: type[Fact], at: tuple[str, int, str]) -> Iterator[Place]:
    type_ = contract.fact_type
    if rule.match not in contract.model_fields:
        yield _fault(*at, msg=f"{type_} has no field {rule.match}", code="unknown_field")
    tellers = TELLERS if contract.teller is None else {contract.teller}
    if step.service not in tellers:
        yield _fault(*at[:2], "service", msg=f"{type_} is told by {_either(tellers)}", code="other_service")
    if step.each is not None and step.each not in contract.model_fields:
        yield _fault(*at[:2], "each", msg=f"{type_} names no recipient", code="unknown_field")


def _of_same(rule: RuleIn, step: StepIn, at: tuple[str, int]) -> Iterator[Place]:
    for type_ in (step.type, *step.also, *(trigger.type for trigger in rule.triggers)):
        contract = known_facts().get(type_)
        unknown = [name for name in step.same if name not in contract.model_fields] if contract is not None else []
        for name in unknown:
            yield _fault(*at, "same", msg=f"{type_} has no field {name}", code="unknown_field")


def _of_due(rule: RuleIn, step: StepIn, at: tuple[str, int]) -> Iterator[Place]:
    if step.due_field is None:
        if step.due_seconds is None:
            yield _fault(*at, "due_seconds", msg="A step is due some time", code="missing")
    else:
        if step.due_seconds is not None:
            yield _fault(*at, "due_field", msg="A step has one due: due_seconds or due_field", code="two_dues")
        contract = known_facts().get(step.due_field.type)
        if contract is None:
            yield _fault(*at, "due_field", "type", msg="No service tells such a fact", code="unknown_type")
        elif rule.match not in contract.model_fields:
            yield _fault(*at, "due_field", "type", msg=f"It has no field {rule.match}", code="unknown_field")
        elif step.due_field.field not in contract.model_fields:
            yield _fault(
                *at, "due_field", "field", msg=f"{step.due_field.type} has no such field", code="unknown_field"
            )
    if step.calendar_id is not None:
        yield _fault(
            *at,
            "calendar_id",
            msg="Analytics keeps no calendars: take the deadline from the fact that states it (due_field)",
            code="no_calendars",
        )


def _of_start(rule: RuleIn, step: StepIn, at: tuple[str, int]) -> Iterator[Place]:
    contract = known_facts().get(step.start)
    if contract is None:
        yield _fault(
            *at, "from", msg="`trigger`, the name of a step of this rule, or a fact's type", code="unknown_step"
        )
    elif rule.match not in contract.model_fields:
        yield _fault(*at, "from", msg=f"{step.start} has no field {rule.match}", code="unknown_field")


def _of_names(rule: RuleIn) -> Iterator[Place]:
    seen: set[str] = set()
    starts = {step.step: step.start for step in rule.steps}
    for index, step in enumerate(rule.steps):
        if step.step in seen or step.step == TRIGGER:
            yield _fault("steps", index, "step", msg="Each step has a name of its own", code="name_taken")
        seen.add(step.step)
        if _leads_back(step.step, starts):
            yield _fault("steps", index, "from", msg="The steps wait for one another", code="cycle")


def _leads_back(name: str, starts: dict[str, str]) -> bool:
    """Does a step wait, over others, for itself?"""
    place_, passed = starts[name], 0
    while place_ in starts and passed <= len(starts):
        if place_ == name:
            return True
        place_, passed = starts[place_], passed + 1
    return False


def _either(names: set[str] | frozenset[str]) -> str:
    return " or ".join(sorted(names))


def _fault(*loc: str | int, msg: str, code: str) -> Place:
    return place("body", *loc, msg=msg, code=code)
