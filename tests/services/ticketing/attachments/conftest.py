"""The desk with a folder for files."""

from tests.services.ticketing.channels.conftest import desk

__all__ = ["desk"]
