"""The contracts name their listeners truly: the event map is what the handlers do."""

import importlib

import pytest

from shared.contracts import contracts
from shared.events.fact import ANALYTICS_ALONE, OUTSIDE, Fact, known_facts

SERVICES = ("ticketing", "feedback", "onboarding")


def handled_by(service: str) -> set[str]:
    """The types that a service's handlers take."""
    described = importlib.import_module(f"services.{service}.__main__").SERVICE
    settings = described.settings(database_url="postgresql://nobody@nowhere/nothing", secret_key="x" * 40)
    table: dict[type[Fact], object] = described.duties(settings).handlers.table
    return {contract.fact_type for contract in table}


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_handles_what_it_is_said_to_listen_to(service: str) -> None:
    ours = {fact.fact_type: fact for fact in contracts()}
    said = {type_ for type_, fact in ours.items() if service in fact.listeners}
    assert said, "a service that listens to nothing would hide that nothing is looked at"
    assert handled_by(service) & set(ours) == said


def test_every_fact_has_a_listener_or_is_marked_as_analytics_alone() -> None:
    for type_, fact in known_facts().items():
        assert fact.listeners, type_
        assert set(fact.listeners) <= {*SERVICES, OUTSIDE, *ANALYTICS_ALONE}, type_
