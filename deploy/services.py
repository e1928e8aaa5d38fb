"""The four services, as commands that concern all of them find them."""

import importlib

from shared.commands import Service

NAMES = ("onboarding", "feedback", "ticketing", "analytics")
"""In the order in which the story passes through them."""


def service(name: str) -> Service:
    """A service by its name; imports all its code, and so knows all its tables."""
    found: Service = importlib.import_module(f"services.{name}.__main__").SERVICE
    found.load_app()
    return found
