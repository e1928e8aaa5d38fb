"""HTTP bodies of waves, of the calendar of what is coming, and of dry runs."""

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field

from services.feedback.programs.schemas import DAY
from services.feedback.waves.models import Wave
from shared.contracts import story
from shared.http.fields import Body, Filters, Instant, ShortText, View, example

LONGEST_TRICKLE = 30 * DAY
MOST_DAYS = 90
MOST_SHOWN = 1_000  # contacts of one day of a dry run

State = Literal["planned", "running", "paused", "done", "cancelled"]


class WaveIn(Body):
    """A wave of a program: its whole audience is considered once.

    not_before: when it begins, at once by default. trickle_seconds: over how long its invitations are spread.
    """

    model_config = example({"name": "Autumn 2026", "not_before": "2026-11-24T09:00:00Z", "trickle_seconds": 3 * DAY})

    name: ShortText
    not_before: Instant | None = None
    trickle_seconds: Annotated[int, Field(ge=0, le=LONGEST_TRICKLE)] = 0


class WaveOut(View):
    """A wave, and how far it is. counts: contacts by verdict, and by the first reason against where there is one.

    after_contact_id: up to which contact it was decided, in the order of their ids.
    """

    model_config = example(
        {
            "id": story.WAVE,
            "program_id": story.PROGRAM,
            "number": 3,
            "name": "Autumn 2026",
            "state": "done",
            "not_before": "2026-11-24T09:00:00Z",
            "trickle_seconds": 3 * DAY,
            "after_contact_id": story.ANA,
            "counts": {"send": 200, "quarantine": 1000},
            "begun_at": "2026-11-24T09:00:00.250000Z",
            "done_at": "2026-11-24T09:00:02Z",
            "trace_id": story.WAVE,
            "created_at": story.DIRECTORY_AT,
            "updated_at": "2026-11-24T09:00:02Z",
            "version": 4,
        }
    )

    id: UUID
    program_id: UUID
    number: int
    name: str
    state: State
    not_before: datetime
    trickle_seconds: int
    after_contact_id: UUID | None
    counts: dict[str, int]
    begun_at: datetime | None
    done_at: datetime | None
    trace_id: UUID
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: Wave) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class WaveFilters(Filters):
    """What a list of waves may be narrowed to."""

    state: State | None = None


class ProgramCalendarFilters(Filters):
    """How far ahead."""

    days: Annotated[int, Field(ge=1, le=366)] = MOST_DAYS


class ComingRunOut(View):
    """A time at which a program asks its audience. wave_id, state: of the wave, where it is planned already."""

    at: datetime
    program_id: UUID
    name: str
    kind: Literal["schedule", "wave"]
    wave_id: UUID | None
    state: State | None


class ProgramCalendarOut(View):
    """What is coming, in order. Programs that are set off by events, or ask by hand, have no times of their own."""

    model_config = example(
        {
            "from": story.SOLVED_AT,
            "until": "2027-02-21T15:00:00Z",
            "items": [
                {
                    "at": "2027-01-05T09:00:00Z",
                    "program_id": story.PROGRAM,
                    "name": "Relationship NPS, quarterly",
                    "kind": "schedule",
                    "wave_id": None,
                    "state": None,
                }
            ],
        }
    )

    from_: datetime = Field(alias="from")
    until: datetime
    items: list[ComingRunOut]


class ProgramDryRunIn(Body):
    """How far ahead to look."""

    model_config = example({"days": MOST_DAYS})

    days: Annotated[int, Field(ge=1, le=MOST_DAYS)] = MOST_DAYS


class ReasonCountOut(View):
    """How many contacts have this first reason against being asked."""

    code: str
    contacts: int


class DryRunDayOut(View):
    """One day, in UTC. asked: considerations that end in asking on it; contact_ids: whom, the first 1,000 of them.

    reasons: of the considerations of that day that do not, the first against each.
    """

    on: date
    asked: int
    contact_ids: list[UUID]
    reasons: list[ReasonCountOut]


class ProgramDryRunOut(View):
    """Who would be asked, by day, if the program were active from now on, and why the rest would not.

    What is assumed: every active program's schedule and every planned wave comes as it is due, the directory stays as
    it is, and nothing else happens; for a program that an event sets off, what set it off (or would have) in as many
    days before now comes again, each as many days later. basis says which.
    """

    model_config = example(
        {
            "program_id": story.PROGRAM,
            "from": story.SOLVED_AT,
            "until": "2027-02-21T15:00:00Z",
            "basis": "schedule",
            "considered": 1200,
            "asked": 1,
            "days": [
                {
                    "on": "2027-01-05",
                    "asked": 1,
                    "contact_ids": [story.ANA],
                    "reasons": [{"code": "quarantine", "contacts": 1199}],
                }
            ],
            "reasons": [{"code": "quarantine", "contacts": 1199}],
        }
    )

    program_id: UUID
    from_: datetime = Field(alias="from")
    until: datetime
    basis: Literal["schedule", "past_events"]
    considered: int
    asked: int
    days: list[DryRunDayOut]
    reasons: list[ReasonCountOut]
