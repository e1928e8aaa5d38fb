"""The features' tables, in the toy's database."""

from tests.shared.http.conftest import database, toy_tables, toy_url

__all__ = ["database", "toy_tables", "toy_url"]
