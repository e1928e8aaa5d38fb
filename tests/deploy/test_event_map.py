"""The event map says what the contracts say, and README.md shows it."""

import pytest

from deploy import event_map
from shared.events.fact import known_facts


def test_every_fact_has_its_row() -> None:
    table = event_map.event_map()
    contracts = [fact for fact in known_facts().values() if fact.__module__.startswith("shared.contracts.")]
    assert len(contracts) >= 46
    assert all(f"| `{fact.fact_type}` |" in table for fact in contracts)


@pytest.mark.parametrize(
    "row",
    [
        "| feedback | `response.received.v1` | ticketing, analytics |",
        "| ticketing | `escalation.opened.v1` | feedback, analytics |",
        "| onboarding | `account.team_changed.v1` | feedback, ticketing, analytics |",
        "| analytics | `automation.finding_opened.v1` | analytics, outside |",
        "| every service | `service.heartbeat.v1` | analytics |",
    ],
)
def test_a_row_names_teller_fact_and_listeners(row: str) -> None:
    assert row in event_map.event_map().splitlines()


def test_what_lies_between_the_marks_is_replaced() -> None:
    text = f"before\n{event_map.BEGIN}\nold\n{event_map.END}\nafter\n"
    current = event_map.with_event_map(text)
    assert current == f"before\n{event_map.BEGIN}\n{event_map.event_map()}\n{event_map.END}\nafter\n"
    assert event_map.with_event_map(current) == current


@pytest.mark.parametrize("text", ["", event_map.BEGIN, event_map.END, f"{event_map.END}{event_map.BEGIN}"])
def test_a_text_without_its_marks_is_refused(text: str) -> None:
    with pytest.raises(event_map.MarksMissing):
        event_map.with_event_map(text)


def test_readme_shows_the_current_map() -> None:
    text = event_map.README.read_text(encoding="utf-8")
    assert text == event_map.with_event_map(text), "run `make events`"
