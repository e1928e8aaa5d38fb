"""What becomes of each step, by the set of facts that are known. Who had to be told: `test_recipients`."""

import random
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analytics.assurance.judgement import Case, Timeline, judge
from services.analytics.assurance.recipients import NOBODY_KNOWN, Directory, Member
from services.analytics.assurance.rules import Happened
from services.analytics.assurance.shipped import RECOVERY_COMPLETED, TICKET_SOLVED
from shared.ids import uuid7
from tests.services.analytics.assurance.judging import (
    BEFORE,
    NEGATIVE,
    NOON,
    at,
    rule_of,
    states,
    team,
    verdicts,
    whole,
)
from tests.services.analytics.stories import Story, happened


def test_a_story_told_in_time_is_met(story: Story) -> None:
    assert set(states(whole(story)).values()) == {"met"}
    assert len(states(whole(story))) == 6


def test_from_the_trigger_on_all_steps_are_expected_and_one_of_them_is_due(story: Story) -> None:
    found = verdicts([happened(story.received(), NOON)])
    assert {step: some[0].due_at for step, some in found.items()} == {
        "escalation_opened": at(minutes=5),
        "notification_sent": None,
        "recovery_planned": None,
        "recovery_contacted": None,
        "loop_closed": None,
    }
    assert {verdict.state for some in found.values() for verdict in some} == {"open"}


def test_a_lost_escalation_is_one_fault_and_not_five(story: Story) -> None:
    found = states([happened(story.received(), NOON)], covered={"ticketing": at(days=9), "feedback": at(days=9)})
    assert [state for state in found.values() if state != "open"] == ["missing"]


def test_deadlines_are_counted_from_what_starts_them_or_taken_from_what_states_them(story: Story) -> None:
    found = verdicts(whole(story))
    assert found["notification_sent"][0].due_at == at(seconds=1, minutes=10)
    assert found["recovery_planned"][0].due_at == at(hours=8)
    assert found["recovery_contacted"][0].due_at == at(hours=48)
    assert found["loop_closed"][0].due_at == at(hours=4)


def test_late_is_judged_by_when_the_evidence_was_recorded(story: Story) -> None:
    received = happened(story.received(), NOON)
    just_in_time = happened(story.escalated(("csm", story.mia)), at(minutes=5))
    too_late = happened(story.escalated(("csm", story.mia)), at(minutes=5, microseconds=1))
    assert states([received, just_in_time])["escalation_opened"] == "met"
    assert states([received, too_late])["escalation_opened"] == "late"


def test_missing_needs_proof_that_nothing_more_can_come(story: Story) -> None:
    facts = [happened(story.received(), NOON)]
    tolerance = timedelta(seconds=60)
    due = at(minutes=5)
    for covered, state in [
        ({}, "open"),
        ({"feedback": at(days=1)}, "open"),
        ({"ticketing": due + tolerance}, "open"),
        ({"ticketing": due + tolerance + timedelta(microseconds=1)}, "missing"),
    ]:
        assert states(facts, covered=covered, tolerance=tolerance)["escalation_opened"] == state


def test_what_was_called_missing_stays_so_until_the_evidence_comes(story: Story) -> None:
    facts = [happened(story.received(), NOON)]
    held = {("escalation_opened", None): "missing"}
    assert states(facts, held=held)["escalation_opened"] == "missing"
    facts.append(happened(story.escalated(("csm", story.mia)), at(minutes=9)))
    assert states(facts, held=held)["escalation_opened"] == "late"


def test_two_tickets_for_one_answer_are_a_duplicate(story: Story) -> None:
    facts = whole(story)
    facts.append(happened(story.escalated(("csm", story.mia), ticket_id=uuid7()), at(seconds=9)))
    assert states(facts)["escalation_opened"] == "duplicate"


def test_the_same_ticket_told_again_is_none(story: Story) -> None:
    facts = whole(story)
    facts.append(happened(story.escalated(("csm", story.mia), ("group_lead", story.leo)), at(seconds=9)))
    assert states(facts)["escalation_opened"] == "met"


def test_a_fact_of_another_service_is_no_evidence(story: Story) -> None:
    facts = whole(story)[:3]
    facts.append(happened(story.notified(story.mia), at(seconds=2), source="feedback"))
    assert states(facts)[f"notification_sent:{story.mia}"] == "open"


def test_no_recipient_at_all_has_failed_at_once_without_an_account(story: Story) -> None:
    facts = [happened(story.received(), NOON), happened(story.escalated(account_id=None), at(seconds=1))]
    [verdict] = verdicts(facts)["notification_sent"]
    assert (verdict.state, verdict.reason, verdict.target) == ("failed", "no_recipient", None)


def test_no_recipient_at_all_has_failed_once_a_late_team_would_have_been_heard_of(story: Story) -> None:
    facts = [happened(story.received(), NOON), happened(story.escalated(), at(seconds=1))]
    soon, later = at(seconds=61), at(seconds=62)  # with a tolerance of a minute
    for covered, state in [
        ({}, "open"),
        ({"onboarding": later}, "open"),
        ({"ticketing": later}, "open"),
        ({"onboarding": later, "ticketing": soon}, "open"),
        ({"onboarding": later, "ticketing": later}, "failed"),
    ]:
        [verdict] = verdicts(facts, covered=covered, tolerance=timedelta(minutes=1))["notification_sent"]
        assert (verdict.state, verdict.target) == (state, None), covered
    assert states(facts, held={("notification_sent", None): "failed"})["notification_sent"] == "failed"


def test_a_failed_notification_has_failed_until_it_is_sent_after_all(story: Story) -> None:
    facts = whole(story)[:2]
    facts.append(happened(story.not_notified(story.mia), at(seconds=9), source="ticketing"))
    [verdict] = [one for one in verdicts(facts)["notification_sent"] if one.target == story.mia]
    assert (verdict.state, verdict.reason) == ("failed", "smtp_550")
    facts.append(happened(story.notified(story.mia), at(minutes=20), source="ticketing"))
    assert states(facts)[f"notification_sent:{story.mia}"] == "late"


def test_who_wants_to_be_told_later_is_owed_it_later(story: Story) -> None:
    """Ten minutes after the end of their quiet hours; nobody else's due moves."""
    facts = whole(story)[:2]
    facts.append(happened(story.put_off(story.mia, at(hours=19)), at(seconds=2), source="ticketing"))
    due = {verdict.target: verdict.due_at for verdict in verdicts(facts)["notification_sent"]}
    assert due == {story.mia: at(hours=19, minutes=10), story.leo: at(minutes=10, seconds=1)}
    covered = {"ticketing": at(hours=19, minutes=10)}
    assert states(facts, covered=covered)[f"notification_sent:{story.mia}"] == "open"
    assert states(facts, covered=covered)[f"notification_sent:{story.leo}"] == "missing"
    covered = {"ticketing": at(hours=19, minutes=11)}
    assert states(facts, covered=covered)[f"notification_sent:{story.mia}"] == "missing"
    for sent_at, state in ((at(hours=19, minutes=10), "met"), (at(hours=19, minutes=11), "late")):
        told = happened(story.notified(story.mia), sent_at, source="ticketing")
        assert states([*facts, told])[f"notification_sent:{story.mia}"] == state


def test_what_is_put_off_again_is_owed_after_the_last_time(story: Story) -> None:
    facts = whole(story)[:2]
    again = {"notification_id": uuid7()}
    facts.append(happened(story.put_off(story.mia, at(hours=1), **again), at(seconds=2), source="ticketing"))
    facts.append(happened(story.put_off(story.mia, at(hours=9), **again), at(hours=1), source="ticketing"))
    [due] = [one.due_at for one in verdicts(facts)["notification_sent"] if one.target == story.mia]
    assert due == at(hours=9, minutes=10)


@pytest.mark.parametrize(
    ("source", "later"), [("ticketing", timedelta(minutes=11)), ("feedback", timedelta(seconds=2))]
)
def test_putting_off_too_late_or_by_another_service_counts_for_nothing(
    story: Story, source: str, later: timedelta
) -> None:
    facts = whole(story)[:2]
    facts.append(happened(story.put_off(story.mia, at(hours=19)), NOON + later, source=source))
    assert states(facts, covered={"ticketing": at(hours=2)})[f"notification_sent:{story.mia}"] == "missing"


def test_a_deleted_answer_calls_off_what_is_not_due_yet(story: Story) -> None:
    facts = [happened(story.received(), NOON), happened(story.deleted(), at(minutes=1))]
    assert set(states(facts).values()) == {"skipped"}
    facts = [happened(story.received(), NOON), happened(story.deleted(), at(minutes=6))]
    assert states(facts, covered={"ticketing": at(days=1)})["escalation_opened"] == "missing"


def test_an_answer_that_turns_negative_is_a_trigger_and_one_that_stays_so_is_none(story: Story) -> None:
    assert NEGATIVE.is_set_off_by(happened(story.edited("negative", "positive"), NOON))
    assert NEGATIVE.is_set_off_by(happened(story.edited("negative", "unscored"), NOON))
    assert not NEGATIVE.is_set_off_by(happened(story.edited("negative", "negative"), NOON))
    assert not NEGATIVE.is_set_off_by(happened(story.edited("positive", "negative"), NOON))
    assert not NEGATIVE.is_set_off_by(happened(story.received(survey_type="employee"), NOON))


# Any order, any repetition


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Happened], list[Happened], Directory, dict[str, datetime]]:
    """Some facts of a story, and the same ones in another order with some told again."""
    story = Story()
    stranger = uuid7()
    minutes = st.integers(0, 30)
    recipients = draw(st.lists(st.sampled_from([story.mia, story.leo, stranger]), unique=True))
    possible = [
        happened(story.escalated(*(("csm", one) for one in recipients)), at(minutes=draw(minutes))),
        happened(story.escalated(ticket_id=uuid7()), at(minutes=draw(minutes))),
        happened(story.case_opened(at(minutes=10), at(minutes=20)), at(minutes=draw(minutes))),
        happened(story.notified(story.mia), at(minutes=draw(minutes)), source="ticketing"),
        happened(story.notified(stranger), at(minutes=draw(minutes)), source="ticketing"),
        happened(story.not_notified(story.leo), at(minutes=draw(minutes)), source="ticketing"),
        happened(story.planned(), at(minutes=draw(minutes))),
        happened(story.contacted(), at(minutes=draw(minutes))),
        happened(story.completed(), at(minutes=draw(minutes))),
        happened(story.loop_closed(), at(minutes=draw(minutes))),
        happened(story.deleted(), at(minutes=draw(minutes))),
    ]
    chosen = [fact for fact in possible if draw(st.booleans())]
    facts = [happened(story.received(), NOON), *chosen]
    again = [Happened(**{**_columns(fact), "fact_id": uuid7()}) for fact in facts[1:] if draw(st.booleans())]
    shuffled = [*facts, *again, *facts[:1]]
    random.Random(draw(st.integers())).shuffle(shuffled)
    mirror = draw(st.sampled_from([NOBODY_KNOWN, team((BEFORE, (Member("csm", story.mia),)))]))
    names = ("ticketing", "feedback", "onboarding")
    covered = {name: at(minutes=draw(st.integers(0, 60))) for name in names if draw(st.booleans())}
    return facts, shuffled, mirror, covered


def _columns(fact: Happened) -> dict[str, Any]:
    return {name: getattr(fact, name) for name in Happened.__slots__}


@given(histories())
def test_any_order_and_repetition_gives_the_same_verdicts(
    history: tuple[list[Happened], list[Happened], Directory, dict[str, datetime]],
) -> None:
    facts, shuffled, mirror, covered = history
    assert _told(facts, mirror, covered) == _told(shuffled, mirror, covered)


@given(histories())
def test_judging_after_each_fact_comes_to_the_same_as_judging_at_the_end(
    history: tuple[list[Happened], list[Happened], Directory, dict[str, datetime]],
) -> None:
    """What the observer holds in between changes nothing, as long as nothing was decided against a step."""
    facts, shuffled, mirror, _ = history
    held: dict[tuple[str, UUID | None], str] = {}
    for count in range(1, len(shuffled) + 1):
        known = shuffled[:count]
        if not any(NEGATIVE.is_set_off_by(fact) for fact in known):
            continue
        found = judge(Case(NEGATIVE, facts[0], Timeline(known), mirror, held))
        held = {(verdict.step.name, verdict.target): verdict.state for verdict in found}
    assert held == {(step, target): state for step, target, state, _, _ in _told(facts, mirror, {})}


def _told(facts: list[Happened], mirror: Directory, covered: dict[str, datetime]) -> list[tuple[Any, ...]]:
    trigger = next(fact for fact in facts if NEGATIVE.is_set_off_by(fact))
    return [
        (verdict.step.name, verdict.target, verdict.state, verdict.due_at, verdict.met_at)
        for verdict in judge(Case(NEGATIVE, trigger, Timeline(facts), mirror, covered=covered))
    ]


SOLVED = rule_of(TICKET_SOLVED)
RECOVERED = rule_of(RECOVERY_COMPLETED)


@pytest.mark.parametrize("decision", ["asked", "not_asked"])
def test_a_recovery_leads_to_a_survey_or_to_a_reason_against_it(decision: str) -> None:
    story = Story()
    known = [happened(story.completed(), NOON)]
    assert states(known, rule=RECOVERED) == {"survey_decided": "open"}
    known.append(happened(getattr(story, decision)(), at(seconds=1)))
    assert states(known, rule=RECOVERED) == {"survey_decided": "met"}


def test_of_several_decisions_the_first_is_the_evidence_whatever_its_type() -> None:
    story = Story()
    facts = [
        happened(story.completed(), NOON),
        happened(story.asked(), at(minutes=7)),
        happened(story.not_asked(), at(minutes=1)),
    ]
    [verdict] = verdicts(facts, rule=RECOVERED)["survey_decided"]
    assert (verdict.state, verdict.met_at, len(verdict.evidence)) == ("met", at(minutes=1), 1)


def test_each_solve_needs_a_decision_of_its_own() -> None:
    story = Story()
    first, again = happened(story.solved(), NOON), happened(story.solved(times=2), at(hours=1))
    known = [first, again, happened(story.not_asked(solved=1), at(seconds=1)), happened(story.asked(), at(seconds=2))]

    def judged(trigger: Happened) -> list[str]:
        return [verdict.state for verdict in judge(Case(SOLVED, trigger, Timeline(known)))]

    assert (judged(first), judged(again)) == (["met"], ["open"]), "neither the first time's nor the recovery's counts"
    known.append(happened(story.asked(solved=2), at(hours=1, seconds=1)))
    assert (judged(first), judged(again)) == (["met"], ["met"])
    assert states(known[1:2], rule=SOLVED, covered={"feedback": at(hours=2)}) == {"survey_decided": "missing"}
