"""Loads the fixtures for the whole tree, and says in which order its files are run."""

import gc

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.fixtures.servers", "tests.fixtures.services", "tests.fixtures.stack"]

# No test of ours is about time, and a busy machine is no fault.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

# These start processes and wait for them. Three at once leave the processor idle, and then contend for it.
LONG = ("/tests/faults/", "/tests/shared/events/", "/tests/deploy/test_stack", "/tests/chaos/", "/tests/flows/")
LONG_BY = 0.7  # of all other files: one worker runs a file, and one of these begun last would be waited for


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Spread the long files among the others; Makefile keeps xdist from sorting all by the number of their tests."""
    files: dict[str, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(str(item.path), []).append(item)
    long = [path for path in files if any(part in path for part in LONG)]
    short = [path for path in files if path not in long]
    begins = {path: LONG_BY * place / len(long) for place, path in enumerate(long)}
    begins |= {path: (place + 1) / len(short) for place, path in enumerate(short)}
    items[:] = [item for path in sorted(files, key=begins.__getitem__) for item in files[path]]


def pytest_collection_finish() -> None:
    """Keep the garbage collector from walking three thousand tests again and again: 7 % of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)
