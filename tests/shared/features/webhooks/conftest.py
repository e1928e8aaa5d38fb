"""Feedback whose webhooks may call this machine, and receivers on it."""

from collections.abc import AsyncIterator

import pytest

from tests.fixtures.servers import MakeDatabase
from tests.fixtures.services import ServiceUnderTest, service_under_test
from tests.shared.features.webhooks.receiving import Receiver, receiving


@pytest.fixture
async def open_feedback(fresh_database: MakeDatabase) -> AsyncIterator[ServiceUnderTest]:
    """Feedback, where ALLOWED_NETWORKS opens 127.0.0.1 and nothing else; its outbox holds nothing yet."""
    async with service_under_test("feedback", fresh_database("feedback"), allowed_networks="127.0.0.1/32") as service:
        await service.execute("DELETE FROM outbox")
        yield service


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """One that answers 204."""
    async with receiving() as receiver:
        yield receiver
