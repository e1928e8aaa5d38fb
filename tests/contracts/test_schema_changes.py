"""The comparison of schemas sees what breaks a reader, and lets pass what does not."""

from typing import Any, Literal

import pytest
from pydantic import BaseModel, Field, create_model

from tests.contracts.schema_changes import Schema, breaking_changes


class Recipient(BaseModel):
    role: str
    staff_id: int


class Before(BaseModel):
    ticket_id: int
    state: Literal["open", "closed"]
    note: str | None
    recipients: tuple[Recipient, ...]
    owner: Recipient | None
    by_name: dict[str, int]
    level: Literal["one"] = "one"


class Grown(Recipient):
    address: str | None = None


class Shrunk(BaseModel):
    staff_id: int


class Demanding(Recipient):
    address: str


def _changed(**fields: Any) -> Schema:
    """The schema of Before with these fields added, replaced, or (None) taken away."""
    now: dict[str, Any] = {name: (field.annotation, field) for name, field in Before.model_fields.items()}
    now |= fields
    model: type[BaseModel] = create_model("Before", **{name: field for name, field in now.items() if field})
    return model.model_json_schema()


BEFORE = Before.model_json_schema()


@pytest.mark.parametrize(
    "new",
    [
        BEFORE,
        _changed(),
        _changed(comment=(str | None, None)),
        _changed(ticket_id=(int, Field(description="said better", title="Ticket"))),
        _changed(recipients=(tuple[Grown, ...], ...)),
        _changed(owner=(Grown | None, ...)),
        _changed(note=(str | None, None)),
    ],
    ids=["same", "rebuilt", "added", "described", "added inside a list", "added inside an object", "got a default"],
)
def test_growth_passes(new: Schema) -> None:
    assert breaking_changes(BEFORE, new) == []


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (_changed(note=None), "note is removed"),
        (_changed(ticket_id=(str, ...)), "ticket_id is retyped: type was 'integer', is 'string'"),
        (_changed(ticket_id=(int | None, ...)), "ticket_id is retyped"),
        (_changed(note=(str, ...)), "note is retyped"),
        (_changed(note=(int | None, ...)), "note is retyped: type was 'string', is 'integer'"),
        (_changed(ticket_id=(int, Field(ge=1))), "ticket_id is retyped: minimum was None, is 1"),
        (_changed(comment=(str | None, ...)), "comment is newly required"),
        (_changed(level=(Literal["one"], ...)), "level is newly required"),
        (_changed(state=(Literal["open"], ...)), "state is narrowed by ['closed']"),
        (_changed(state=(Literal["open", "closed", "held"], ...)), "state is widened by ['held']"),
        (_changed(state=(str, ...)), "state is retyped: its values were"),
        (_changed(recipients=(tuple[int, ...], ...)), "recipients[] is retyped"),
        (_changed(recipients=(tuple[Shrunk, ...], ...)), "recipients[].role is removed"),
        (_changed(recipients=(tuple[Demanding, ...], ...)), "recipients[].address is newly required"),
        (_changed(owner=(Demanding | None, ...)), "owner.address is newly required"),
        (_changed(by_name=(dict[str, str], ...)), "by_name{} is retyped"),
    ],
)
def test_a_break_is_named(new: Schema, said: str) -> None:
    breaks = breaking_changes(BEFORE, new)
    assert any(line.startswith(said) for line in breaks), breaks
