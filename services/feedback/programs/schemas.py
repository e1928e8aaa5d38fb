"""HTTP bodies of programs."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, StringConstraints, field_validator, model_validator
from pydantic_core import PydanticCustomError

from services.feedback.programs import schedule
from services.feedback.programs.models import Program
from shared.contracts import story
from shared.http.fields import Body, Filters, Id, Instant, ShortText, Text, View, example

DAY = 86_400  # seconds
LONGEST_WAIT = 366 * DAY
MOST_VALUES = 100
MOST_ACCOUNTS = 1_000
MOST_CONTACTS_A_DAY = 100_000

State = Literal["draft", "active", "paused", "ended"]
TriggerKind = Literal["event", "schedule", "wave", "manual"]
EventName = Literal["ticket.solved", "recovery.completed", "project.completed"]
QuarantineClass = Literal["relationship", "transactional", "follow_up"]
Channel = Literal["email", "link"]
Seconds = Annotated[int, Field(ge=0, le=LONGEST_WAIT)]
Value = Annotated[Text, Field(min_length=1, max_length=80)]
Values = Annotated[list[Value], Field(max_length=MOST_VALUES)]
ClockTime = Annotated[Text, StringConstraints(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")]
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?")


def _zone(name: str) -> str:
    if name not in available_timezones() or name in ("localtime", "Factory"):
        raise PydanticCustomError("timezone", "It must be the name of a time zone, as in Europe/Stockholm")
    return name


def _origin(text: str) -> str:
    if not _ORIGIN.fullmatch(text):
        raise PydanticCustomError(
            "origin", "An origin is a scheme, a host and perhaps a port, as in https://acme.example"
        )
    return text


Zone = Annotated[Text, Field(max_length=64), AfterValidator(_zone)]
Origin = Annotated[Text, Field(max_length=270), AfterValidator(_origin)]


class Audience(Body):
    """Whom the program is for: every list that is not empty must hold one of the contact's.

    account_ids, tiers, segments and tags are those of the contact's account.
    """

    roles: Values = Field(default=[])
    account_ids: Annotated[list[Id], Field(max_length=MOST_ACCOUNTS)] = Field(default=[])
    tiers: Values = Field(default=[])
    segments: Values = Field(default=[])
    tags: Values = Field(default=[])


class Trigger(Body):
    """What sets the program off.

    event: a fact's name, and how long after it; schedule: an RFC 5545 rule of days, from starts_at on by the clock of
    the zone, each time a wave; wave: somebody plans one; manual: somebody asks single contacts.
    """

    kind: TriggerKind
    event: EventName | None = None
    delay_seconds: Seconds = 0
    rrule: Annotated[Text, Field(min_length=1, max_length=schedule.LONGEST)] | None = None
    starts_at: Instant | None = None

    @model_validator(mode="after")
    def _of_its_kind(self) -> Self:
        if (self.kind == "event") != (self.event is not None):
            raise PydanticCustomError("trigger_event", "A trigger of the kind event names one, and no other does")
        if (self.kind == "schedule") != (self.rrule is not None and self.starts_at is not None):
            raise PydanticCustomError(
                "trigger_rrule", "A schedule has an rrule and starts_at, and no other trigger has"
            )
        if self.kind != "schedule" and (self.rrule is not None or self.starts_at is not None):
            raise PydanticCustomError(
                "trigger_rrule", "A schedule has an rrule and starts_at, and no other trigger has"
            )
        if self.delay_seconds and self.kind != "event":
            raise PydanticCustomError("trigger_delay", "A delay goes with an event")
        return self


class SendingWindow(Body):
    """When something may be sent, by the contact's clock: on these days (1 = Monday), from one time to another."""

    days: Annotated[list[Annotated[int, Field(ge=1, le=7)]], Field(min_length=1, max_length=7)]
    from_: ClockTime = Field(alias="from")
    until: ClockTime

    @model_validator(mode="after")
    def _runs_forwards(self) -> Self:
        if self.from_ >= self.until:
            raise PydanticCustomError("sending_window", "A window ends after it begins, on the same day")
        if len(set(self.days)) != len(self.days):
            raise PydanticCustomError("sending_window", "A window names each day once")
        return self


_SHOWN: dict[str, Any] = {
    "name": "Customer satisfaction after a solved ticket",
    "survey_id": story.SURVEY,
    "brand": "default",
    "audience": {"roles": [], "account_ids": [], "tiers": ["gold"], "segments": [], "tags": []},
    "trigger": {"kind": "event", "event": "ticket.solved", "delay_seconds": 3600, "rrule": None, "starts_at": None},
    "timezone": "Europe/Stockholm",
    "quarantine_class": "transactional",
    "sampling_rate": 0.5,
    "channels": ["email"],
    "sending_window": {"days": [1, 2, 3, 4, 5], "from": "09:00", "until": "17:00"},
    "reminders": [3 * DAY],
    "expires_after_seconds": 14 * DAY,
    "edit_window_seconds": DAY,
    "min_tenure_seconds": 0,
    "cadence_seconds": 14 * DAY,
    "gap_seconds": 14 * DAY,
    "account_cap": None,
    "trickle_seconds": 0,
    "frame_origins": [],
}


class ProgramIn(Body):
    """Who is asked which survey, and when. It is a draft until it is activated.

    timezone: of the schedule, and of contacts whose own is not known. sampling_rate: over 0, up to 1. channels: in the
    order in which they are tried. sending_window: null = always. reminders: seconds after it was sent, two at most.
    min_tenure_seconds: for how long the contact must have been in the directory. cadence_seconds: between two surveys
    of this type to one contact. gap_seconds: after any survey of the classes relationship and transactional.
    account_cap: how many contacts of one account, in a wave, or of events and by hand in cadence_seconds.
    trickle_seconds: over how long a scheduled wave is spread. frame_origins: of pages that may show the answer page.
    """

    model_config = example(_SHOWN)

    name: ShortText
    survey_id: Id
    brand: ShortText = "default"
    audience: Audience = Audience()
    trigger: Trigger
    timezone: Zone = "UTC"
    quarantine_class: QuarantineClass
    sampling_rate: Annotated[float, Field(gt=0, le=1, strict=False)] = 1.0
    channels: Annotated[list[Channel], Field(min_length=1, max_length=2)] = Field(default=["email"])
    sending_window: SendingWindow | None = None
    reminders: Annotated[list[Annotated[int, Field(ge=3600, le=LONGEST_WAIT)]], Field(max_length=2)] = Field(default=[])
    expires_after_seconds: Annotated[int, Field(ge=3600, le=LONGEST_WAIT)] = 14 * DAY
    edit_window_seconds: Seconds = DAY
    min_tenure_seconds: Seconds = 0
    cadence_seconds: Seconds = 0
    gap_seconds: Seconds = 0
    account_cap: Annotated[int, Field(ge=1, le=MOST_CONTACTS_A_DAY)] | None = None
    trickle_seconds: Annotated[int, Field(ge=0, le=30 * DAY)] = 0
    frame_origins: Annotated[list[Origin], Field(max_length=20)] = Field(default=[])

    @field_validator("channels")
    @classmethod
    def _each_once(cls, channels: list[Channel]) -> list[Channel]:
        if len(set(channels)) != len(channels):
            raise PydanticCustomError("channels", "Each channel stands once")
        return channels

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.reminders != sorted(set(self.reminders)) or any(
            after >= self.expires_after_seconds for after in self.reminders
        ):
            raise PydanticCustomError("reminders", "Reminders come one after the other, before the invitation expires")
        if self.account_cap is not None and self.trigger.kind in ("event", "manual") and not self.cadence_seconds:
            raise PydanticCustomError(
                "account_cap", "Without waves an account's cap counts in cadence_seconds, which is 0"
            )
        if self.trigger.rrule is not None and self.trigger.starts_at is not None:
            try:
                schedule.check(self.trigger.rrule, self.timezone, self.trigger.starts_at)
            except schedule.BadRule as bad:
                raise PydanticCustomError("rrule", "{why}", {"why": str(bad)}) from None
            except (ValueError, OverflowError):
                raise PydanticCustomError("rrule", "The rule cannot be read") from None
        return self


class AudiencePatch(Body):
    """Which lists of the audience change; null empties one."""

    roles: Values | None = None
    account_ids: Annotated[list[Id], Field(max_length=MOST_ACCOUNTS)] | None = None
    tiers: Values | None = None
    segments: Values | None = None
    tags: Values | None = None


class TriggerPatch(Body):
    """What of the trigger changes."""

    kind: TriggerKind | None = None
    event: EventName | None = None
    delay_seconds: Seconds | None = None
    rrule: Annotated[Text, Field(min_length=1, max_length=schedule.LONGEST)] | None = None
    starts_at: Instant | None = None


class SendingWindowPatch(Body):
    """What of the window changes."""

    days: Annotated[list[Annotated[int, Field(ge=1, le=7)]], Field(min_length=1, max_length=7)] | None = None
    from_: ClockTime | None = Field(default=None, alias="from")
    until: ClockTime | None = None


class ProgramPatch(Body):
    """What changes about a program, as a merge-patch. Who was asked before stays asked."""

    model_config = example({"sampling_rate": 0.25, "audience": {"tiers": ["gold", "silver"]}})

    name: ShortText | None = None
    survey_id: Id | None = None
    brand: ShortText | None = None
    audience: AudiencePatch | None = None
    trigger: TriggerPatch | None = None
    timezone: Zone | None = None
    quarantine_class: QuarantineClass | None = None
    sampling_rate: Annotated[float, Field(gt=0, le=1, strict=False)] | None = None
    channels: Annotated[list[Channel], Field(min_length=1, max_length=2)] | None = None
    sending_window: SendingWindowPatch | None = None
    reminders: Annotated[list[Annotated[int, Field(ge=3600, le=LONGEST_WAIT)]], Field(max_length=2)] | None = None
    expires_after_seconds: Annotated[int, Field(ge=3600, le=LONGEST_WAIT)] | None = None
    edit_window_seconds: Seconds | None = None
    min_tenure_seconds: Seconds | None = None
    cadence_seconds: Seconds | None = None
    gap_seconds: Seconds | None = None
    account_cap: Annotated[int, Field(ge=1, le=MOST_CONTACTS_A_DAY)] | None = None
    trickle_seconds: Annotated[int, Field(ge=0, le=30 * DAY)] | None = None
    frame_origins: Annotated[list[Origin], Field(max_length=20)] | None = None


def body_of(row: Program) -> dict[str, Any]:
    """A program as POST would take it, under JSON's names."""
    held = row.model_dump(mode="json", include=set(ProgramIn.model_fields))
    return {
        **held,
        "trigger": {
            "kind": row.trigger_kind,
            "event": row.event,
            "delay_seconds": row.delay_seconds,
            "rrule": row.rrule,
            "starts_at": row.starts_at and row.starts_at.astimezone(UTC).isoformat(),
        },
    }


def columns_of(body: ProgramIn) -> Mapping[str, Any]:
    """A body as the columns of a program's row."""
    told = body.model_dump(exclude={"trigger", "audience", "sending_window"})
    window = body.sending_window and body.sending_window.model_dump(mode="json", by_alias=True)
    return {
        **told,
        "audience": body.audience.model_dump(mode="json"),
        "sending_window": window,
        "trigger_kind": body.trigger.kind,
        **body.trigger.model_dump(exclude={"kind"}),
    }


class ProgramOut(View):
    """A program. shipped: the key of one that came with the service; next_due_at: of its schedule."""

    model_config = example(
        {
            "id": story.PROGRAM,
            **_SHOWN,
            "shipped": "csat",
            "state": "active",
            "next_due_at": None,
            "created_at": story.DIRECTORY_AT,
            "updated_at": story.DIRECTORY_AT,
            "version": 1,
        }
    )

    id: UUID
    name: str
    shipped: str | None
    state: State
    survey_id: UUID
    brand: str
    audience: Audience
    trigger: Trigger
    timezone: str
    quarantine_class: QuarantineClass
    sampling_rate: float
    channels: list[Channel]
    sending_window: SendingWindow | None
    reminders: list[int]
    expires_after_seconds: int
    edit_window_seconds: int
    min_tenure_seconds: int
    cadence_seconds: int
    gap_seconds: int
    account_cap: int | None
    trickle_seconds: int
    frame_origins: list[str]
    next_due_at: datetime | None
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: Program) -> Self:
        """A row as the API shows it."""
        return cls.model_validate({**row.model_dump(), **body_of(row)})


class ProgramFilters(Filters):
    """What a list of programs may be narrowed to."""

    state: State | None = None
    survey_id: Id | None = None
