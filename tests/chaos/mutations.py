"""Ways to break the product on purpose, so that the checker can show that it would notice.

Each is a small patch of the process that calls it; the line above it says which promise it breaks. They
patch where the product is least likely to move: named constants, `Consumer`, and what goes to PostgreSQL.
"""

import contextlib
import json
import os
import random
import re
import smtplib
from collections.abc import Awaitable, Callable
from email.message import EmailMessage
from typing import Any
from urllib.parse import urlsplit

import asyncpg
from sqlalchemy import event
from sqlalchemy.orm import Session

from shared.db.session import ServiceSession
from shared.events import consumer, outbox, relay

NEWEST_PUBLISHED = "SELECT coalesce(max(id), 0) FROM outbox WHERE published_at IS NOT NULL"


# Breaks: late commits are neither lost nor overtaken.
def cursor() -> None:
    """The relay remembers the highest id that it has seen, and reads only beyond it."""

    class Claims(_Connection):
        highest: int | None = None

        async def claim(self, rows: list[Any]) -> list[Any]:
            if self.highest is None:
                self.highest = await self.fetchval(NEWEST_PUBLISHED)
            beyond = [row for row in rows if row["id"] > self.highest]
            self.highest = max([self.highest, *(row["id"] for row in beyond)])
            return beyond

    _claim_through(Claims)


# Breaks: a 2xx means state and fact are both durable, whoever wrote it and whenever.
def hint() -> None:
    """The relay sends what this process has told, by a list in its memory; the table is not looked at."""
    told: set[str] = set()
    headers = outbox._headers

    def listed(*given: Any, event_id: Any, **named: Any) -> dict[str, str]:
        told.add(str(event_id))
        return headers(*given, event_id=event_id, **named)

    class Claims(_Connection):
        async def claim(self, rows: list[Any]) -> list[Any]:
            return [row for row in rows if json.loads(row["headers"])["ce_id"] in told]

    outbox._headers = listed
    _claim_through(Claims)


# Breaks: per-key order of effects.
def nolock() -> None:
    """Every relay leads; that they do not send the same twice, each claims rows that nobody else has locked.

    Without SKIP LOCKED two leaders only send everything twice, in order, which is allowed.
    """
    assert "position = sent.position" in relay.MARK_ROWS, "rows are numbered otherwise now: mend this mutation"
    relay.LOCK = random.getrandbits(62)
    relay.CLAIM_ROWS += " FOR UPDATE SKIP LOCKED"
    # Two leaders cannot number rows without gaps: take the row's own number for it.
    relay.MARK_ROWS = relay.MARK_ROWS.replace("position = sent.position", "position = outbox.id")
    publish = relay._Term.publish

    async def in_transaction(term: Any, limit: int) -> int:
        async with term._connection.transaction():  # holds the claim until it is marked
            return await publish(term, limit)

    _replace(relay._Term, "publish", in_transaction)


# Breaks: one effect per fact and consumer; kill -9 at any point loses nothing.
def early_commit() -> None:
    """The consumer commits its offsets before the effects."""
    read, apply = consumer.Consumer._read_on, consumer.Consumer._apply_poll
    members: list[Any] = []

    async def read_on(self: consumer.Consumer, member: Any) -> None:
        members[:] = [member]
        await read(self, member)

    async def commit_first(self: consumer.Consumer, polled: dict[Any, list[Any]]) -> bool:
        ends = {place: some[-1].offset + 1 for place, some in polled.items() if some}
        if ends:
            await self._commit_offsets(members[0], ends)
        return await apply(self, polled)

    _replace(consumer.Consumer, "_read_on", read_on)
    _replace(consumer.Consumer, "_apply_poll", commit_first)


# Breaks: one effect per fact and consumer (what is delivered again is known).
def no_inbox() -> None:
    """The inbox remembers nothing: every delivery is news."""
    remembers = re.compile(
        r"INSERT INTO inbox \(event_id\) (SELECT .*?)\s+ON CONFLICT DO NOTHING RETURNING event_id", re.DOTALL
    )

    def rewritten(statement: str) -> str:
        if "INSERT INTO inbox" not in statement:
            return statement
        assert remembers.search(statement), "the inbox is written otherwise now: mend this mutation"
        return remembers.sub(r"SELECT event_id FROM (\1) AS news (event_id)", statement)

    _rewrite_statements(rewritten)


# Breaks: exactly one ticket, case and notification, whatever asks for it again.
def no_natural_key() -> None:
    """Nothing in the database or in a statement says that one answer makes one escalation."""
    keyed = re.compile(r"INSERT INTO (ticket|recovery_case|escalation|notification)\b")
    clause = re.compile(r"ON CONFLICT( ON CONSTRAINT \w+| \([^)]*\))? DO NOTHING")

    def rewritten(statement: str) -> str:
        return clause.sub("", statement) if keyed.search(statement) else statement

    _rewrite_statements(rewritten)
    _at_start(DROP_NATURAL_KEYS)


DROP_NATURAL_KEYS = """
DO $$
DECLARE found record;
BEGIN
  FOR found IN
    SELECT conrelid::regclass AS held_by, conname FROM pg_constraint
    WHERE conrelid::regclass::text IN ('ticket', 'recovery_case', 'escalation', 'notification')
      AND contype IN ('p', 'u')
      AND pg_get_constraintdef(oid) NOT IN ('PRIMARY KEY (id)', 'UNIQUE (number)')
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', found.held_by, found.conname);
  END LOOP;
END $$
"""


# Breaks: no effect without its state: a notification is a row in the transaction, sent after its commit.
def notify_in_tx() -> None:
    """Mail for what a transaction queues is sent inside it, before it commits."""

    @event.listens_for(ServiceSession, "before_commit")
    def send_now(session: Session) -> None:
        queued = queued_here(session)
        if queued:
            server = urlsplit(os.environ["SMTP_URL"])
            with smtplib.SMTP(server.hostname or "", server.port or 25, timeout=5) as smtp:
                for id_, address in queued:
                    smtp.send_message(_mail(id_, address))


QUEUED_HERE = """
SELECT id::text, address FROM notification
WHERE xmin::text::bigint = pg_current_xact_id()::text::bigint % 4294967296 AND state = 'queued' AND attempts = 0
"""


def queued_here(session: Session) -> list[tuple[str, str]]:
    """Id and address of each notification that the current transaction has queued."""
    if session.get_nested_transaction() is not None or not _writes_notifications(session):
        return []
    rows = session.connection().exec_driver_sql(QUEUED_HERE).all()
    return [(id_, address) for id_, address in rows if address]


def _writes_notifications(session: Session) -> bool:
    return bool(session.info.get("service") in ("ticketing", "feedback") and session.in_transaction())


def _mail(id_: str, address: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"] = "serviceops@localhost", address
    mail["Subject"], mail["Message-ID"] = "Sent before it is so", f"<{id_}@localhost>"
    mail.set_content("This was sent inside the transaction.")
    return mail


class _Connection:
    """A relay's connection whose claims go through `claim`."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    async def fetch(self, statement: str, *parameters: Any) -> list[Any]:
        rows = await self._connection.fetch(statement, *parameters)
        return await self.claim(rows) if statement == relay.CLAIM_ROWS else rows

    async def claim(self, rows: list[Any]) -> list[Any]:
        """Which of the unpublished rows to send."""
        raise NotImplementedError


def _claim_through(kind: type[_Connection]) -> None:
    lead = relay.Relay._lead

    async def through(self: relay.Relay, connection: Any) -> None:
        await lead(self, kind(connection))

    _replace(relay.Relay, "_lead", through)


def _replace(owner: type, name: str, method: Callable[..., Any]) -> None:
    """Another method in the place of one that is there."""
    assert hasattr(owner, name), f"{owner.__name__} has no {name} any more: mend this mutation"
    setattr(owner, name, method)


def _rewrite_statements(rewritten: Callable[[str], str]) -> None:
    """Whatever is sent to PostgreSQL in this process passes here first."""
    for name in ("prepare", "fetch", "fetchrow", "fetchval", "execute", "executemany"):
        sent: Callable[..., Awaitable[Any]] = getattr(asyncpg.Connection, name)

        def through(
            self: Any, statement: str, *given: Any, _sent: Callable[..., Awaitable[Any]] = sent, **named: Any
        ) -> Awaitable[Any]:
            return _sent(self, rewritten(statement), *given, **named)

        setattr(asyncpg.Connection, name, through)


def _at_start(statement: str) -> None:
    """Run a statement in the service's database, before its process begins."""
    import asyncio

    async def run() -> None:
        connection = await asyncpg.connect(os.environ["DATABASE_URL"])
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    with contextlib.suppress(asyncpg.UndefinedTableError):
        asyncio.run(run())


MUTATIONS: dict[str, Callable[[], None]] = {
    "cursor": cursor,
    "hint": hint,
    "nolock": nolock,
    "early-commit": early_commit,
    "no-inbox": no_inbox,
    "no-natural-key": no_natural_key,
    "notify-in-tx": notify_in_tx,
}
"""What `MUTATE=` may name."""
