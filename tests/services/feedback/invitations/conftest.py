"""Feedback with a mail server whose answers a test chooses, and an address under which people reach its pages."""

from collections.abc import AsyncIterator

import pytest

from tests.fixtures.servers import MakeDatabase
from tests.fixtures.services import ServiceUnderTest, service_under_test
from tests.services.feedback.invitations.asking import BASE, MAILBOX
from tests.shared.features.notifications.conftest import MailServer, mail_server

__all__ = ["mail_server"]


@pytest.fixture
async def house(fresh_database: MakeDatabase, mail_server: MailServer) -> AsyncIterator[ServiceUnderTest]:
    """Feedback as it runs where it can send."""
    async with service_under_test(
        "feedback",
        fresh_database("feedback"),
        smtp_url=mail_server.url,
        mail_from="Halden <surveys@us.example>",
        public_base_url=BASE,
        FEEDBACK_BOUNCE_ADDRESS=MAILBOX,
    ) as service:
        yield service
