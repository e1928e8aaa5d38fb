"""What holds for every fact. After a change that only adds: `UPDATE_SNAPSHOTS=1 pytest tests/contracts`."""

import json
import os
import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import shared.contracts  # noqa: F401 - fills the register
from shared.contracts.feedback import ResponseDeleted, ResponseReceived
from shared.contracts.ticketing import GroupChanged, TicketCreated
from shared.events.fact import ANALYTICS_ALONE, OUTSIDE, Fact, known_facts
from tests.contracts.schema_changes import breaking_changes

SNAPSHOTS = Path(__file__).parent / "snapshots"
TELLERS = {"ticketing", "feedback", "onboarding", "analytics", None}
ACTING = {"ticketing", "feedback", "onboarding", OUTSIDE}
FACTS = [fact for fact in known_facts().values() if fact.__module__.startswith("shared.contracts.")]

every_fact = pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.fact_type)


def test_the_story_has_its_facts() -> None:
    assert len(FACTS) >= 46, "an empty register would pass every test below"


def test_types_are_unique() -> None:
    with pytest.raises(TypeError, match="declared twice"):
        type("TicketCreatedAgain", (Fact,), {"__module__": __name__}, type="ticket.created.v1")
    assert known_facts()["ticket.created.v1"] is TicketCreated


@every_fact
def test_type_is_past_tense_with_a_version(fact: type[Fact]) -> None:
    assert re.fullmatch(r"[a-z_]+(\.[a-z_]+)+\.v\d+", fact.fact_type)
    words = fact.fact_type.rpartition(".v")[0].replace(".", "_").split("_")
    assert fact.__name__ == "".join(word.capitalize() for word in words), "a fact's class is named as its type"


@every_fact
def test_teller_is_the_module(fact: type[Fact]) -> None:
    assert fact.teller in TELLERS
    named = f"shared.contracts.{fact.teller or 'platform'}"
    assert fact.__module__ == named or fact.__module__.startswith(f"{named}.")


@every_fact
def test_it_says_what_happened(fact: type[Fact]) -> None:
    assert fact.__dict__.get("__doc__"), f"{fact.__name__} needs a docstring of its own"


@every_fact
def test_somebody_acts_on_it_or_it_is_for_analytics_alone(fact: type[Fact]) -> None:
    if fact.listeners == ANALYTICS_ALONE:
        return
    assert fact.listeners, f"{fact.fact_type} names no listener: ANALYTICS_ALONE says so where none is meant"
    assert set(fact.listeners) <= ACTING
    assert len(set(fact.listeners)) == len(fact.listeners)
    assert fact.teller not in fact.listeners


@every_fact
def test_subject_is_a_required_field(fact: type[Fact]) -> None:
    field = fact.model_fields[fact.subject_field]
    assert field.is_required()
    assert fact.model_validate(fact.example).key == str(fact.example[fact.subject_field])


@every_fact
def test_example_parses_and_comes_back_with_every_field(fact: type[Fact]) -> None:
    assert "example" in fact.__dict__, f"{fact.__name__} needs an example of its own"
    read = fact.model_validate_json(json.dumps(fact.example))
    assert json.loads(read.model_dump_json()) == fact.example
    assert fact.model_validate(fact.example) == read


@every_fact
def test_example_is_written_as_the_contract_says(fact: type[Fact]) -> None:
    for path, value in _leaves(fact.example):
        name = path.rpartition(".")[2]
        if value is None:
            continue
        if name.endswith("_id") and name not in {"rule_id", "log_id"}:
            assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", value), path
        if name.endswith("_at") or name in {"at", "time", "recordedtime"}:
            assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z", value), path
        if name.endswith(("_seconds", "_minor", "_version", "_count")):
            assert type(value) is int, path


@pytest.mark.parametrize(
    "name", ["account_id", "contact_id", "response_id", "ticket_id", "recovery_case_id", "loop_case_id", "handoff_id"]
)
def test_examples_tell_one_story(name: str) -> None:
    named = {value for fact in FACTS for path, value in _leaves(fact.example) if path.rpartition(".")[2] == name}
    assert len(named - {None}) == 1


@every_fact
def test_an_old_listener_reads_a_new_fact(fact: type[Fact]) -> None:
    newer = _with_more(fact.example)
    assert fact.model_validate(newer) == fact.model_validate(fact.example)


@every_fact
def test_it_cannot_be_changed(fact: type[Fact]) -> None:
    read = fact.model_validate(fact.example)
    with pytest.raises(ValidationError, match="frozen"):
        setattr(read, fact.subject_field, None)


def test_data_may_be_called_type_and_subject() -> None:
    ticket = TicketCreated.model_validate(TicketCreated.example)
    assert (ticket.type, ticket.fact_type, ticket.key) == ("escalation", "ticket.created.v1", str(ticket.ticket_id))


def test_a_time_of_any_zone_is_told_in_utc() -> None:
    oslo = timezone(timedelta(hours=2))
    deleted = ResponseDeleted.model_validate(
        {**ResponseDeleted.example, "deleted_at": datetime(2026, 6, 1, 12, 0, tzinfo=oslo)}
    )
    assert '"deleted_at":"2026-06-01T10:00:00Z"' in deleted.model_dump_json()
    assert deleted.deleted_at.tzinfo is UTC


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValidationError, match="timezone"):
        ResponseDeleted.model_validate({**ResponseDeleted.example, "deleted_at": "2026-06-01T12:00:00"})


def test_a_tellers_list_becomes_what_nobody_can_change() -> None:
    group = GroupChanged.model_validate(GroupChanged.example)
    assert isinstance(group.member_ids, tuple)


def test_what_the_customer_said_may_stay_in_feedback() -> None:
    withheld = {name: value for name, value in ResponseReceived.example.items() if name != "comment"}
    assert json.loads(ResponseReceived.model_validate(withheld).model_dump_json())["comment"] is None


@every_fact
def test_schema_only_grows(fact: type[Fact]) -> None:
    file = SNAPSHOTS / f"{fact.fact_type}.json"
    now: dict[str, Any] = {"teller": fact.teller, "subject": fact.subject_field, "schema": fact.model_json_schema()}
    text = json.dumps(now, indent=2, sort_keys=True) + "\n"
    held = json.loads(file.read_text(encoding="utf-8")) if file.exists() else None
    if held is not None:
        breaks = breaking_changes(held["schema"], now["schema"])
        breaks += [
            f"{name} was {held[name]}, is {now[name]}" for name in ("teller", "subject") if held[name] != now[name]
        ]
        assert not breaks, f"{fact.fact_type} breaks its readers; tell a new version beside it: {breaks}"
    if os.environ.get("UPDATE_SNAPSHOTS") == "1":
        file.write_text(text, encoding="utf-8")
    assert held == now or os.environ.get("UPDATE_SNAPSHOTS") == "1", (
        f"{fact.fact_type} is new or only grew, which is allowed; write it down with UPDATE_SNAPSHOTS=1"
    )


def test_no_fact_is_gone() -> None:
    told = {fact.fact_type for fact in FACTS}
    gone = sorted({file.stem for file in SNAPSHOTS.glob("*.json")} - told)
    assert not gone, f"listeners still wait for {gone}"


def _leaves(value: Any, path: str = "") -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        return [leaf for name, inner in value.items() for leaf in _leaves(inner, f"{path}.{name}")]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in _leaves(inner, f"{path}[]")]
    return [(path, value)]


FREE_FORM = {"custom", "external_ids", "consent", "data"}


def _with_more(value: Any, name: str = "") -> Any:
    """The same with a field that nobody knows yet in every object whose fields are declared."""
    if isinstance(value, dict) and name not in FREE_FORM:
        more = {inner: _with_more(item, inner) for inner, item in value.items()}
        return {**more, "came_later": {"a": 1}}
    if isinstance(value, list):
        return [_with_more(item, name) for item in value]
    return value
