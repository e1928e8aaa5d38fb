"""HTTP bodies of macros."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from services.ticketing.macros import placeholders
from services.ticketing.macros.models import Macro
from services.ticketing.tickets.schemas import (
    MOST_TAGS,
    MessageOut,
    Priority,
    Tag,
    TicketOut,
    TransitionIn,
    Type,
    Visibility,
)
from shared.http.fields import Body, Filters, Id, JsonObject, LongText, ShortText, View, example

MOST_ACTIONS = 20

Tags = Annotated[list[Tag], Field(max_length=MOST_TAGS)]

_CARE = "01a19b45-b800-7002-92af-5d38c6e1b006"
_MACRO = "01a207e6-dd40-7d40-8a95-72e0c61fb331"
_TICKET = "01a207e6-dd40-7d40-8a95-72e0c61fb30f"
_BODY: dict[str, Any] = {
    "name": "Known outage",
    "actions": [
        {"set": {"priority": "high", "tags_add": ["outage"], "group_id": _CARE}},
        {
            "reply": {
                "body": "Dear {% if requester.name %}{{ requester.name }}{% else %}customer{% endif %},\n"
                "we know of this (#{{ ticket.number }}) and write when it is mended.\n{{ agent.name }}",
                "visibility": "public",
            }
        },
        {"transition": {"to": "pending"}},
    ],
    "active": True,
}


class MacroSet(Body):
    """What becomes of a ticket's fields and owners. assignee_id `me`: whoever applies it; null takes an owner away."""

    priority: Priority | None = None
    type: Type | None = None
    tags_add: Tags = Field(default=[])
    tags_remove: Tags = Field(default=[])
    custom: JsonObject = Field(default={})
    group_id: Id | None = None
    assignee_id: Id | Literal["me"] | None = None

    @model_validator(mode="after")
    def _sets_something(self) -> Self:
        if not self.model_fields_set:
            raise PydanticCustomError("no_change", "Say what is to be set")
        return self


class MacroReply(Body):
    """A message of whoever applies it. body: may hold `{{ field }}` and `{% if field %} … {% endif %}`."""

    body: LongText
    visibility: Visibility

    @field_validator("body")
    @classmethod
    def _can_be_filled_in(cls, body: str) -> str:
        for fault in placeholders.faults(body):
            said = {"line": fault.line, "why": fault.message}
            raise PydanticCustomError("placeholder", "Line {line}: {why}", said)
        return body


class MacroAction(Body):
    """One deed: set, reply or transition."""

    set: MacroSet | None = None
    reply: MacroReply | None = None
    transition: TransitionIn | None = None

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if sum(deed is not None for deed in (self.set, self.reply, self.transition)) != 1:
            raise PydanticCustomError("one_deed", "An action is one of set, reply and transition")
        return self


class MacroIn(Body):
    """Named deeds on a ticket, done in their order, all of them or none."""

    model_config = example(_BODY)

    name: ShortText
    actions: list[MacroAction] = Field(min_length=1, max_length=MOST_ACTIONS)
    active: bool = True

    def columns(self) -> dict[str, Any]:
        """The columns; of an action only what was said, since null says something there."""
        actions = [action.model_dump(mode="json", exclude_unset=True) for action in self.actions]
        said = [{name: deed for name, deed in action.items() if deed is not None} for action in actions]
        return {"name": self.name, "actions": said, "active": self.active}


class MacroPatch(Body):
    """What changes about a macro, as a merge-patch; `actions` is the whole list."""

    model_config = example({"active": False})

    name: ShortText | None = None
    actions: Annotated[list[MacroAction], Field(min_length=1, max_length=MOST_ACTIONS)] | None = None
    active: bool | None = None


class MacroOut(View):
    """A macro."""

    model_config = example(
        {
            "id": _MACRO,
            **_BODY,
            "created_at": "2026-11-20T09:00:00Z",
            "updated_at": "2026-11-20T09:00:00Z",
            "version": 1,
        }
    )

    id: UUID
    name: str
    actions: list[dict[str, Any]]
    active: bool
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: Macro) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class MacroFilters(Filters):
    """What the list of macros may be narrowed to."""

    active: bool | None = None


class MacroUse(Body):
    """Which macro is applied to the ticket."""

    model_config = example({"macro_id": _MACRO})

    macro_id: Id


class PreviewOf(Body):
    """For which ticket a macro is shown."""

    model_config = example({"ticket_id": _TICKET})

    ticket_id: Id


class Was(View):
    """A field of the ticket that becomes another."""

    before: Any
    after: Any


class MacroOutcome(View):
    """What a macro does to a ticket: the ticket as it is then, the fields that differ, and what is written on it."""

    model_config = example(
        {
            "ticket": TicketOut.model_config["json_schema_extra"]["examples"][0],  # type: ignore[index]
            "changes": {"priority": {"before": "normal", "after": "high"}},
            "messages": [MessageOut.model_config["json_schema_extra"]["examples"][0]],  # type: ignore[index]
        }
    )

    ticket: TicketOut
    changes: dict[str, Was]
    messages: list[MessageOut]

    @property
    def version(self) -> int:
        """The ticket's."""
        return self.ticket.version


CHANGING = (
    *("type", "status", "priority", "tags", "custom", "group_id", "assignee_id", "resolution_code"),
    *("first_replied_at", "solved_at", "public_reply_count", "reopen_count"),
)
"""The fields of a ticket that a macro may change."""


def changes_of(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Was]:
    """Those of a ticket's columns that differ."""
    return {name: Was(before=before[name], after=after[name]) for name in CHANGING if before[name] != after[name]}
