"""A desk that customers write to, with a folder for files and a mail server whose answers a test chooses."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fixtures.servers import MakeDatabase
from tests.fixtures.services import ServiceUnderTest, service_under_test
from tests.shared.features.notifications.conftest import mail_server

__all__ = ["desk", "mail_server"]


@pytest.fixture
async def desk(fresh_database: MakeDatabase, tmp_path: Path) -> AsyncIterator[ServiceUnderTest]:
    """Ticketing as support@us.example, whose files lie in a folder of this test alone."""
    async with service_under_test(
        "ticketing",
        fresh_database("ticketing"),
        TICKETING_SUPPORT_ADDRESS="Acme Help <support@us.example>",
        public_base_url="https://desk.example",
        ATTACHMENTS_URL=f"file://{tmp_path}/files",
        TICKETING_ATTACHMENT_MAX_BYTES=1_000_000,
    ) as service:
        yield service
