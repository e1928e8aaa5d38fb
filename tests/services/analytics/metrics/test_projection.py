"""Facts become contributions, whatever order they come in, however often, in whatever batches."""

import json
import random
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from services.analytics.metrics import reading, service
from services.analytics.metrics.contribution import NEVER, Contribution
from services.analytics.metrics.definitions import METRICS
from services.analytics.metrics.reading import Owner
from services.analytics.metrics.registers import Registers
from services.analytics.metrics.store import Heard
from shared.contracts.ticketing import SlaApplied, SlaBreached, SlaFulfilled, SlaPaused
from shared.events.event import Event
from shared.ids import uuid7
from tests.services.analytics.metrics import histories
from tests.services.analytics.metrics.histories import Expected, History
from tests.services.analytics.metrics.told import MONDAY, AnswerStory, Teller, TicketStory, hours


def contributions(events: Sequence[Event[Any]]) -> dict[str, Contribution]:
    """What facts contribute: by metric, for clocks by metric and clock."""
    found = {}
    for owner, heard in service.hear(events).items():
        for one in reading.contributions(owner, heard.said):
            found[one.metric if one.subject == owner.id else f"{one.metric}:{one.subject}"] = one
    return found


def counted(events: Sequence[Event[Any]]) -> Expected:
    return {name: (one.at, one.numerator, one.value) for name, one in contributions(events).items()}


def of(story: Teller) -> dict[str, Contribution]:
    return contributions(story.events)


@given(history=st.one_of(histories.answers(), histories.tickets()))
def test_a_history_contributes_what_it_should(history: History) -> None:
    story, expected = history
    assert counted(story.events) == expected


@given(
    history=st.one_of(histories.answers(), histories.tickets()),
    seed=st.integers(0, 2**32),
    batches=st.integers(1, 5),
)
def test_order_doubles_and_batches_change_nothing(history: History, seed: int, batches: int) -> None:
    story, _ = history
    chance = random.Random(seed)
    facts = [
        *story.events,
        *(Event.of(event._replace(id=uuid7()), event.cause) for event in story.events if chance.random() < 0.5),
    ]
    chance.shuffle(facts)
    held: dict[Owner, Heard] = {}
    for batch in range(batches):
        for owner, heard in service.hear(facts[batch::batches]).items():
            # Between two batches it lies in the database, as JSON.
            kept = Heard(Registers.of_json(json.loads(heard.said.as_json())), heard.seen_at)
            held[owner] = held[owner].merged(kept) if owner in held else kept
    assert held == service.hear(story.events)


@given(a=histories.answers(), b=histories.answers())
def test_merging_is_commutative_and_idempotent(a: History, b: History) -> None:
    one, other = (next(iter(service.hear(story.events).values())) for story, _ in (a, b))
    assert one.merged(other) == other.merged(one)
    assert one.merged(one) == one
    assert one.merged(other).merged(other) == one.merged(other)


def test_an_answer_without_a_score_counts_nowhere() -> None:
    story = AnswerStory()
    story.received(None, MONDAY)
    assert of(story) == {}


def test_an_answer_belongs_to_the_time_it_was_given_at() -> None:
    story = AnswerStory()
    story.received(9, MONDAY, MONDAY - hours(72))
    assert of(story)["nps"].at == MONDAY - hours(72)


def test_an_answer_names_its_groups() -> None:
    story = AnswerStory(brand="north", account_id=(account := uuid7()))
    story.received(9, MONDAY)
    groups = of(story)["nps"].groups
    assert (groups["account_id"], groups["brand"], groups["program_id"]) == (str(account), "north", "")


def test_an_edited_answer_moves_and_leaves_the_detractors() -> None:
    story = AnswerStory()
    story.received(3, MONDAY)
    assert of(story)["detractors_contacted_48h"].numerator == 0
    story.edited(9, 3, MONDAY + hours(1), MONDAY)
    assert {name: one.numerator for name, one in of(story).items()} == {"nps": 1}


def test_a_deleted_answer_counts_nowhere() -> None:
    story = AnswerStory()
    story.received(3, MONDAY)
    story.deleted(MONDAY + hours(1))
    assert of(story) == {}


def test_a_detractor_is_provisional_until_48_hours_after_the_recording() -> None:
    story = AnswerStory()
    story.received(3, MONDAY, answered_at=MONDAY - hours(30))
    assert of(story)["detractors_contacted_48h"].mature_at == MONDAY + hours(48)
    story.contacted(MONDAY + hours(48))
    contacted = of(story)["detractors_contacted_48h"]
    assert (contacted.numerator, contacted.mature_at, contacted.at) == (1, None, MONDAY - hours(30))


def test_a_contact_after_48_hours_is_none_in_time() -> None:
    story = AnswerStory()
    story.received(3, MONDAY)
    story.contacted(MONDAY + hours(48) + timedelta(microseconds=1))
    assert of(story)["detractors_contacted_48h"].numerator == 0


def test_48_hours_run_from_the_edit_that_turned_it_negative() -> None:
    story = AnswerStory()
    story.received(9, MONDAY)
    story.edited(2, 9, MONDAY + hours(100), MONDAY)
    story.edited(1, 2, MONDAY + hours(140), MONDAY)
    story.contacted(MONDAY + hours(147))
    assert of(story)["detractors_contacted_48h"].numerator == 1


def test_a_contact_known_before_the_answer_waits_for_it() -> None:
    story = AnswerStory()
    story.contacted(MONDAY + hours(1))
    assert of(story) == {}
    story.received(0, MONDAY)
    assert of(story)["detractors_contacted_48h"].numerator == 1


def test_closing_leaves_the_last_solve() -> None:
    story = TicketStory(MONDAY)
    story.solved(MONDAY + hours(1))
    story.reopened(MONDAY + hours(2))
    story.solved(MONDAY + hours(5))
    story.closed(MONDAY + hours(173))
    resolved = of(story)
    assert (resolved["time_to_resolution"].value, resolved["time_to_resolution"].at) == (5 * 3600, MONDAY + hours(5))
    assert resolved["time_to_first_resolution"].value == 3600


def test_a_reopened_ticket_is_not_resolved() -> None:
    story = TicketStory(MONDAY)
    story.solved(MONDAY + hours(1))
    story.reopened(MONDAY + hours(2))
    assert "time_to_resolution" not in of(story)


def test_only_a_humans_public_words_are_a_reply() -> None:
    story = TicketStory(MONDAY)
    story.said(MONDAY + hours(1), "bot")
    story.said(MONDAY + hours(2), "agent", "internal")
    story.said(MONDAY + hours(2), "customer")
    waiting = of(story)["first_reply_time"]
    assert (waiting.value, waiting.mature_at) == (None, NEVER)
    story.said(MONDAY + hours(3))
    story.said(MONDAY + hours(4))
    assert (of(story)["first_reply_time"].value, of(story)["first_reply_time"].mature_at) == (3 * 3600, None)


def test_a_ticket_solved_without_a_reply_is_settled() -> None:
    story = TicketStory(MONDAY)
    story.solved(MONDAY + hours(1))
    assert (of(story)["first_reply_time"].value, of(story)["first_reply_time"].mature_at) == (None, None)


def test_an_open_and_breached_clock_counts_an_open_one_that_is_not_due_does_not() -> None:
    story, clock = TicketStory(MONDAY), uuid7()
    story.clock(SlaApplied, clock, MONDAY)
    assert f"sla_attainment:{clock}" not in of(story)
    story.clock(SlaBreached, clock, MONDAY + hours(5), breached_at=MONDAY + hours(4))
    breached = of(story)[f"sla_attainment:{clock}"]
    assert (breached.numerator, breached.denominator, breached.at) == (0, 1, MONDAY + hours(4))
    story.clock(SlaPaused, clock, MONDAY + hours(6), breached_at=MONDAY + hours(4), reason="merged")
    assert f"sla_attainment:{clock}" not in of(story)


def test_a_breach_told_after_the_fulfilment_is_a_breach() -> None:
    story, clock = TicketStory(MONDAY), uuid7()
    story.clock(SlaFulfilled, clock, MONDAY + hours(5))
    story.clock(SlaBreached, clock, MONDAY + hours(5), breached_at=MONDAY + hours(4))
    assert of(story)[f"sla_attainment:{clock}"].numerator == 0


def test_a_clock_is_grouped_as_its_ticket_is_now() -> None:
    story, clock = TicketStory(MONDAY), uuid7()
    story.clock(SlaFulfilled, clock, MONDAY + hours(1), metric="first_reply")
    story.updated(MONDAY + hours(2), priority="urgent")
    groups = of(story)[f"sla_attainment:{clock}"].groups
    assert (groups["priority"], groups["sla_metric"]) == ("urgent", "first_reply")


@given(history=st.one_of(histories.answers(), histories.tickets()))
def test_contributions_name_every_group_of_their_metric(history: History) -> None:
    kept = {metric.kept_as: metric.groups for metric in METRICS.values()}
    for one in contributions(history[0].events).values():
        assert set(kept[one.metric]) <= set(one.groups)


def test_facts_that_a_metric_names_are_read() -> None:
    for metric in METRICS.values():
        assert metric.facts == ("*",) or set(metric.facts) <= set(reading.TYPES), metric.id
