"""A program as a form, and back: what nobody touched stays, to the second."""

from contextlib import suppress
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from services.feedback.programs.schemas import DAY, LONGEST_WAIT, ProgramIn, ProgramPatch
from services.feedback.programs.shipped import programs
from services.feedback.studio import program_form
from shared.http import invalid
from shared.ids import uuid7

SURVEY = str(uuid7())
SAID = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)
LISTS = st.lists(SAID, max_size=3)
SPAN = st.integers(0, LONGEST_WAIT)
EVENTS = st.sampled_from(["ticket.solved", "recovery.completed", "project.completed"])
STARTS = st.integers(1_000_000_000, 4_000_000_000).map(lambda at: datetime.fromtimestamp(at, UTC).isoformat())
TRIGGERS = (
    st.fixed_dictionaries({"kind": st.just("event"), "event": EVENTS, "delay_seconds": SPAN})
    | st.fixed_dictionaries({"kind": st.just("schedule"), "rrule": st.just("FREQ=DAILY"), "starts_at": STARTS})
    | st.fixed_dictionaries({"kind": st.sampled_from(["wave", "manual"])})
)
WINDOWS = st.fixed_dictionaries(
    {
        "days": st.lists(st.integers(1, 7), min_size=1, unique=True),
        "from": st.sampled_from(["00:00", "07:30"]),
        "until": st.sampled_from(["12:00", "24:00"]),
    }
)
PROGRAMS = st.fixed_dictionaries(
    {
        "name": SAID,
        "survey_id": st.just(SURVEY),
        "brand": SAID,
        "trigger": TRIGGERS,
        "timezone": st.sampled_from(["UTC", "Europe/Oslo", "America/St_Johns"]),
        "quarantine_class": st.sampled_from(["relationship", "transactional", "follow_up"]),
        "audience": st.fixed_dictionaries(dict.fromkeys(program_form.LISTS, LISTS)),
        "sampling_rate": st.floats(0, 1, exclude_min=True),
        "channels": st.sampled_from([["email"], ["link"], ["email", "link"], ["link", "email"]]),
        "sending_window": st.none() | WINDOWS,
        "reminders": st.lists(st.integers(3600, 7200), max_size=2, unique=True).map(sorted),
        "expires_after_seconds": st.integers(7201, LONGEST_WAIT),
        "edit_window_seconds": SPAN,
        "min_tenure_seconds": SPAN,
        "cadence_seconds": st.integers(1, LONGEST_WAIT),
        "gap_seconds": SPAN,
        "account_cap": st.none() | st.integers(1, 99_999),
        "trickle_seconds": st.integers(0, 30 * DAY),
    }
)


def whole(body: Any) -> dict[str, Any]:
    """A program as the API takes it, with nothing left out."""
    return ProgramIn.model_validate(body).model_dump(mode="json", by_alias=True)


def sent(body: dict[str, Any], **typed: str) -> dict[str, Any]:
    """What a form asks for in which this was typed."""
    return program_form.body_of({**program_form.fields_of(body), **typed}, body)


WAVES = whole(
    {"name": "A", "survey_id": SURVEY, "trigger": {"kind": "wave"}, "quarantine_class": "relationship"},
)
SCHEDULE = whole(
    {
        **WAVES,
        "timezone": "Europe/Oslo",
        "trigger": {"kind": "schedule", "rrule": "FREQ=DAILY", "starts_at": "2026-10-25T01:30:00Z"},
    }
)


@settings(max_examples=60)
@example(SCHEDULE)  # 02:30 for the second time that night
@given(PROGRAMS)
def test_a_form_that_nobody_touched_says_the_same(body: dict[str, Any]) -> None:
    held = whole(body)
    assert whole(sent(held)) == held


def test_every_shipped_program_goes_through_the_form_unchanged() -> None:
    for shipped in programs():
        held = shipped.body(uuid7()).model_dump(mode="json", by_alias=True)
        assert whole(sent(held)) == held


def test_spans_are_numbers_with_units_and_shares_percentages() -> None:
    form = program_form.fields_of({**WAVES, "gap_seconds": 90 * 60, "cadence_seconds": 14 * DAY, "sampling_rate": 0.07})
    assert [form[name] for name in ("gap", "gap_unit", "cadence", "cadence_unit", "share")] == [
        *("90", "minutes"),
        *("14", "days"),
        "7",
    ]
    made = whole(sent(WAVES, gap="36", gap_unit="hours", cadence="", share=" 12,5 ", tenure="30"))
    assert (made["gap_seconds"], made["cadence_seconds"], made["min_tenure_seconds"]) == (36 * 3600, 0, 30 * DAY)
    assert made["sampling_rate"] == 0.125


def test_a_schedule_begins_by_the_clock_of_its_zone() -> None:
    typed = {"kind": "schedule", "rule": "RRULE:FREQ=WEEKLY;BYDAY=TU", "begins": "2026-07-07T09:00"}
    made = whole(sent(WAVES, timezone="America/New_York", **typed))
    assert made["trigger"]["starts_at"] == "2026-07-07T13:00:00Z"
    assert made["trigger"]["rrule"] == "FREQ=WEEKLY;BYDAY=TU"
    moved = whole(sent(made, timezone="Asia/Tokyo"))
    assert moved["trigger"]["starts_at"] == "2026-07-07T00:00:00Z", "the same time of day, by another clock"


def test_what_belongs_to_another_kind_is_not_asked_for() -> None:
    made = whole(sent(SCHEDULE, kind="manual", trickle="no number"))
    assert made["trigger"] == {"kind": "manual", "event": None, "delay_seconds": 0, "rrule": None, "starts_at": None}
    assert made["trickle_seconds"] == SCHEDULE["trickle_seconds"]


def test_lists_are_lines() -> None:
    made = whole(sent(WAVES, segments=" Banking, insurance \n\nPublic sector"))
    assert made["audience"]["segments"] == ["Banking, insurance", "Public sector"]


def test_what_stands_now_is_said_where_the_form_says_something_else() -> None:
    stands = program_form.fields_of({**SCHEDULE, "gap_seconds": 2 * DAY, "edit_window_seconds": 3600})
    assert program_form.standing(stands, stands) == {}
    typed = {**stands, "gap_unit": "hours", "day_5": "", "day_6": "1", "name": "B", "reminder_1": "3", "edit": "2"}
    assert program_form.standing(typed, stands) == {
        "name": "A",
        "gap": "2 days",
        "edit": "1 hour",
        "days": "Mon, Tue, Wed, Thu, Fri",
        "reminder_1": "",
    }


REFUSED = [
    ({"gap": "soon"}, "gap", "A whole number, as in 14"),
    ({"gap": "2.5"}, "gap", "A whole number, as in 14"),
    ({"gap": "1", "gap_unit": "aeons"}, "gap", "A whole number, as in 14"),
    ({"expires": "30", "expires_unit": "minutes"}, "expires", "Input should be greater than or equal to 1 h"),
    ({"gap": "999"}, "gap", "Input should be less than or equal to 366 days"),
    ({"share": "101"}, "share", "Input should be less than or equal to 100 %"),
    ({"share": "0"}, "share", "Input should be greater than 0 %"),
    ({"share": "1e1"}, "share", "A number, as in 50 or 12.5"),
    ({"cap": "some"}, "cap", "A whole number, as in 14"),
    ({"kind": "moon"}, "kind", "Choose one of these"),
    ({"class": ""}, "class", "Choose one of these"),
    ({"channels": "fax"}, "channels", "Choose one of these"),
    ({"timezone": "Mars/Olympus"}, "timezone", "It must be the name of a time zone, as in Europe/Stockholm"),
    ({"survey_id": ""}, "survey_id", "Choose a survey"),
    ({"kind": "event", "event": ""}, "event", "A trigger of the kind event names one, and no other does"),
    ({"kind": "schedule", "rule": "", "begins": "2026-01-01T09:00"}, "rule", "This is needed"),
    ({"kind": "schedule", "rule": "FREQ=DAILY"}, "begins", "A schedule has an rrule and starts_at"),
    ({"kind": "schedule", "rule": "FREQ=DAILY", "begins": "soon"}, "begins", "A time, as in 2026-11-24 09:00"),
    ({"kind": "schedule", "rule": "FREQ=HOURLY", "begins": "2026-01-01T09:00"}, "rule", "a rule is made of"),
    ({"window": "hours", "opens": "17:00", "closes": "9:00"}, "closes", "A window ends after it begins"),
    ({"window": "hours", "opens": "nine"}, "opens", "A time of day, as in 09:00"),
    ({"window": "hours", **{f"day_{day}": "" for day in range(1, 8)}}, "days", "Choose at least one"),
    ({"reminder_2": "1", "reminder_2_unit": "minutes"}, "reminder_2", "greater than or equal to 1 h"),
    ({"reminder_1": "5", "reminder_2": "3"}, "reminder_1", "Reminders come one after the other"),
    ({"kind": "manual", "cap": "3"}, "cap", "Without waves an account's cap counts in cadence_seconds"),
    ({"roles": "x" * 81}, "roles", "At most 80 characters"),
    ({"tags": "\n".join(map(str, range(101)))}, "tags", "At most 100 lines"),
    ({"name": "x" * 201}, "name", "200 characters"),
    ({"name": "  "}, "name", "This is needed"),
]


@pytest.mark.parametrize(("typed", "field", "said"), REFUSED, ids=[str(typed) for typed, _, _ in REFUSED])
def test_what_is_refused_is_said_at_its_field(typed: dict[str, str], field: str, said: str) -> None:
    form = {**program_form.fields_of(WAVES), **typed}
    with pytest.raises(ValidationError) as refused:
        ProgramIn.model_validate(program_form.body_of(form, WAVES))
    errors = refused.value.errors(include_url=False, include_context=False, include_input=False)
    [(at, message)] = program_form.faults(invalid.places(errors, "body"), form)
    assert at == field
    assert said in message


NAMES = [*program_form.fields_of({**SCHEDULE, "reminders": [3600, 7200]}), *(f"day_{day}" for day in range(1, 8))]
TYPED = (
    st.sampled_from(["", "0", "event", "schedule", "hours", "−9", "９", "\x00", "1e9", "24:00", "Europe", "/"]) | SAID
)


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from(NAMES), TYPED))
def test_whatever_is_sent_is_a_program_or_refused_at_a_field(typed: dict[str, str]) -> None:
    held = deepcopy(SCHEDULE)
    form = program_form.fields_of(held) | typed
    with suppress(ValidationError):  # any other error would be a 500
        ProgramPatch.model_validate(program_form.body_of(form, held))
    try:
        ProgramIn.model_validate(program_form.body_of(form, held))
    except ValidationError as refused:
        found = program_form.faults(invalid.places(refused.errors(include_input=False), "body"), form)
        assert all(field for field, _ in found), found
