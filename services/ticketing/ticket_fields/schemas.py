"""HTTP bodies of declared fields."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from services.ticketing.ticket_fields.models import TicketField, TicketFieldPolicy
from services.ticketing.ticket_fields.values import CHOSEN, FieldType
from shared.http.fields import Body, Filters, ShortText, Text, View, example

MOST_OPTIONS = 500
MOST_PLACES = 6  # types of tickets

TicketType = Literal["question", "incident", "complaint", "escalation", "task", "repair"]
Moment = Literal["create", "solve"]
Key = Annotated[Text, Field(min_length=1, max_length=80)]

_BODY = {
    "key": "product",
    "label": "Product",
    "type": "choice",
    "options": ["Reports", "Imports"],
    "required_on": ["solve"],
    "types": ["incident", "question"],
    "active": True,
}


class TicketFieldIn(Body):
    """A declared key of `custom`. types: of the tickets that have it; none means all.

    required_on: without a value no such ticket is created, or solved. Only a choice has options.
    """

    model_config = example(_BODY)

    key: Key
    label: ShortText
    type: FieldType
    options: list[ShortText] = Field(default=[], max_length=MOST_OPTIONS)
    required_on: list[Moment] = Field(default=[], max_length=2)
    types: list[TicketType] = Field(default=[], max_length=MOST_PLACES)
    active: bool = True

    @field_validator("options", "required_on", "types")
    @classmethod
    def _each_once(cls, given: list[str]) -> list[str]:
        return list(dict.fromkeys(given))

    @model_validator(mode="after")
    def _a_choice_has_options(self) -> Self:
        if (self.type in CHOSEN) != bool(self.options):
            raise PydanticCustomError("options", "A choice has options, and no other field has any")
        return self


class TicketFieldPatch(Body):
    """What changes about a field, as a merge-patch; lists are replaced whole. Key and type stay what they are."""

    model_config = example({"options": ["Reports", "Imports", "Billing"]})

    label: ShortText | None = None
    options: Annotated[list[ShortText], Field(max_length=MOST_OPTIONS)] | None = None
    required_on: Annotated[list[Moment], Field(max_length=2)] | None = None
    types: Annotated[list[TicketType], Field(max_length=MOST_PLACES)] | None = None
    active: bool | None = None


class TicketFieldOut(View):
    """A declared field."""

    model_config = example(
        {
            "id": "01a207e6-dd40-7d40-8a95-72e0c61fb311",
            **_BODY,
            "created_at": "2026-11-20T09:00:00Z",
            "updated_at": "2026-11-20T09:00:00Z",
            "version": 1,
        }
    )

    id: UUID
    key: str
    label: str
    type: FieldType
    options: list[str]
    required_on: list[Moment]
    types: list[TicketType]
    active: bool
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: TicketField) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class TicketFieldFilters(Filters):
    """What the list of fields may be narrowed to."""

    active: bool | None = None


class TicketFieldPolicyIn(Body):
    """What becomes of keys that no field declares."""

    model_config = example({"undeclared": "refuse"})

    undeclared: Literal["keep", "refuse"]


class TicketFieldPolicyOut(View):
    """What becomes of keys that no field declares. version 0: nobody has said it, and they are kept."""

    model_config = example({"undeclared": "keep", "version": 0})

    undeclared: Literal["keep", "refuse"]
    version: int

    @classmethod
    def of(cls, row: TicketFieldPolicy | None) -> Self:
        """The row, or what holds without one, as the API shows it."""
        return cls(undeclared="keep", version=0) if row is None else cls.model_validate(row)
