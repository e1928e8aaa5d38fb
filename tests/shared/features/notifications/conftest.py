"""A mail server whose answers a test chooses, and a database with the platform's tables."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy import text

from deploy.local import processes
from deploy.local.postgres import Postgres
from shared.db.base import Platform
from shared.db.session import Database
from shared.features.notifications import models  # noqa: F401 - declares the table


@dataclass
class MailServer:
    """Takes mail, unless a recipient or the mail as a whole is to be refused."""

    port: int
    refuse_recipient: dict[str, str] = field(default_factory=dict)
    refuse_data: list[str] = field(default_factory=list)  # answers to the next mails, first to last
    mails: list[EmailMessage] = field(default_factory=list)
    envelopes: list[tuple[str, list[str]]] = field(default_factory=list)
    connections: int = 0

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    async def handle_EHLO(self, server: Any, session: Any, envelope: Any, hostname: str, responses: Any) -> Any:  # noqa: N802
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any
    ) -> str:
        if address in self.refuse_recipient:
            return self.refuse_recipient[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.refuse_data:
            return self.refuse_data.pop(0)
        content = envelope.original_content or b""
        mail = message_from_bytes(content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        self.envelopes.append((str(envelope.mail_from), list(envelope.rcpt_tos)))
        return "250 OK"


@pytest.fixture
async def mail_server() -> AsyncIterator[MailServer]:
    """Listens on a port of its own."""
    server = MailServer(processes.free_port())
    listening = await asyncio.get_running_loop().create_server(
        lambda: SMTP(server, enable_SMTPUTF8=True, hostname="localhost"), "127.0.0.1", server.port
    )
    yield server
    listening.close()


@pytest.fixture
def database_url(postgres: Postgres) -> Iterator[str]:
    name = f"notifications_{uuid.uuid4().hex[:10]}"
    postgres.execute(f"CREATE DATABASE {name}")
    yield postgres.url(name)
    postgres.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A database with the tables that every service has."""
    database = Database("ticketing", database_url, pool_size=3)
    async with database.engine.begin() as connection:
        await connection.run_sync(Platform.metadata.create_all)
    yield database
    await database.close()


@pytest.fixture
def query(database: Database) -> Any:
    """`await query(statement, **values)`: the rows; a change is committed."""

    async def run(statement: str, **values: Any) -> list[Any]:
        async with database.engine.begin() as connection:
            result = await connection.execute(text(statement), values)
            return list(result.all()) if result.returns_rows else []

    return run
