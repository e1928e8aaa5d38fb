"""Loads the fixtures for the whole tree."""

pytest_plugins = ["tests.fixtures.servers", "tests.fixtures.services", "tests.fixtures.stack"]
