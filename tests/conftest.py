"""Loads the fixtures for the whole tree, and has the files first that wait for processes to end and to start."""

import gc

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.fixtures.servers", "tests.fixtures.services", "tests.fixtures.stack"]

# No test of ours is about time, and a busy machine is no fault.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

# One worker runs a file: begun last, one of these would be what all others wait for.
LONG = ("/tests/faults/", "/tests/shared/events/", "/tests/deploy/test_stack", "/tests/chaos/", "/tests/flows/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort the files; Makefile keeps xdist from sorting them again by the number of their tests."""
    items.sort(key=lambda item: not any(part in str(item.path) for part in LONG))


def pytest_collection_finish() -> None:
    """Keep the garbage collector from walking three thousand tests again and again: 7 % of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)
