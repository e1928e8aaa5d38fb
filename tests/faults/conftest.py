"""The two bare services of the events' tests serve here as well."""

from tests.shared.events.conftest import bench, new_database

__all__ = ["bench", "new_database"]
