"""Quiet hours and digests: what waits, how it is told, and that each is told once."""

import asyncio
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared.db.session import Database
from shared.features.notifications.sender import Patience
from shared.ids import uuid7
from tests.shared.features.notifications.conftest import MailServer
from tests.shared.features.notifications.readers import DAILY, NIGHT, Clock, sender, told, wants
from tests.shared.features.notifications.test_sender import facts

EVENING = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)  # 23:30 in Oslo
MORNING = datetime(2026, 11, 23, 6, tzinfo=UTC)
NINE = datetime(2026, 11, 23, 8, tzinfo=UTC)
MIA = "mia@us.example"


async def rows(query: Any) -> list[Any]:
    found: list[Any] = await query("SELECT * FROM notification ORDER BY id")
    return found


async def test_waits_for_the_end_of_quiet_hours_and_says_so(
    database: Database, mail_server: MailServer, query: Any
) -> None:
    mia, clock = uuid7(), Clock(EVENING)
    await wants(database, mia, preferences=NIGHT)
    [notification_id] = await told(database, mia, "Rain")
    worker = sender(database, mail_server, clock)

    await worker.run_once()
    await worker.run_once()

    [row] = await rows(query)
    assert (row.state, row.held_for, row.not_before, row.attempts) == ("held", "quiet_hours", MORNING, 0)
    [fact] = await facts(query)
    assert (fact.type, fact.subject) == ("notification.deferred.v1", str(notification_id))
    assert (fact.data["reason"], fact.data["until"]) == ("quiet_hours", "2026-11-23T06:00:00Z")
    assert mail_server.mails == []

    clock.now = MORNING
    await worker.run_once()

    [row] = await rows(query)
    assert (row.state, row.held_for, row.attempts) == ("sent", None, 1)
    assert [fact.type for fact in await facts(query)][1:] == ["notification.sent.v1"]
    assert [mail["Subject"] for mail in mail_server.mails] == ["Rain!"]


async def test_what_is_urgent_comes_at_once(database: Database, mail_server: MailServer, query: Any) -> None:
    mia = uuid7()
    await wants(database, mia, preferences=NIGHT | DAILY)
    await told(database, mia, "Fire", template="alarm")
    await sender(database, mail_server, Clock(EVENING)).run_once()
    assert [row.state for row in await rows(query)] == ["sent"]


async def test_a_digest_is_one_mail_and_a_fact_for_each(
    database: Database, mail_server: MailServer, query: Any
) -> None:
    mia, leo, clock = uuid7(), uuid7(), Clock(EVENING)
    await wants(database, mia, preferences=DAILY, locale="sv-SE")
    await wants(database, leo, email="leo@us.example", preferences=DAILY)
    first, second = await told(database, mia, "Rain", "<Sun>")
    await told(database, leo, "Snow")
    worker = sender(database, mail_server, clock)
    await worker.run_once()
    assert {(row.held_for, row.not_before) for row in await rows(query)} == {("digest", NINE)}

    clock.now = NINE
    await worker.run_once()
    await worker.run_once()

    assert [(mail["To"], mail["Subject"]) for mail in mail_server.mails] == [
        (MIA, "Dina aviseringar (2)"),
        ("leo@us.example", "Your notifications (1)"),
    ]
    mail = mail_server.mails[0]
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert html is not None
    assert "• Rain (sv)\n  Läs om Rain.\n" in text.get_content().replace("\r\n", "\n")
    assert "&lt;Sun&gt; (sv)" in html.get_content()
    by_id = {row.id: row for row in await rows(query)}
    digest = by_id[by_id[first].digest_id]
    assert by_id[second].digest_id == digest.id
    assert (digest.template, digest.locale) == ("digest", "sv")
    for covered in (by_id[first], by_id[second]):
        assert (covered.state, covered.held_for) == ("sent", None)
        assert covered.evidence["digest_id"] == str(digest.id)
        assert covered.evidence["message_id"] == mail["Message-ID"]
    sent = [fact.subject for fact in await facts(query) if fact.type == "notification.sent.v1"]
    assert sorted(sent) == sorted(str(row.id) for row in by_id.values())


async def test_who_changes_what_they_want_is_told_at_once(
    database: Database, mail_server: MailServer, query: Any
) -> None:
    mia, worker = uuid7(), sender(database, mail_server, Clock(EVENING))
    await wants(database, mia, preferences=NIGHT)
    await told(database, mia, "Rain")
    await worker.run_once()
    await wants(database, mia, sequence=2, notify_address="mailto:mia@eu.example", locale="sv")
    await worker.run_once()
    [mail] = mail_server.mails
    assert (mail["To"], mail["Subject"]) == ("mia@eu.example", "Rain (sv)")
    [row] = await rows(query)
    assert (row.state, row.address, row.locale) == ("sent", "mia@eu.example", "sv")


async def test_who_changes_to_other_quiet_hours_waits_for_those(
    database: Database, mail_server: MailServer, query: Any
) -> None:
    mia, worker = uuid7(), sender(database, mail_server, Clock(EVENING))
    await wants(database, mia, preferences=NIGHT)
    await told(database, mia, "Rain")
    await worker.run_once()
    await wants(database, mia, sequence=2, preferences=DAILY)
    await worker.run_once()
    [row] = await rows(query)
    assert (row.held_for, row.not_before) == ("digest", NINE)
    assert [fact.data["reason"] for fact in await facts(query)] == ["quiet_hours", "digest"]


async def test_who_has_left_is_not_told_and_that_is_seen(
    database: Database, mail_server: MailServer, query: Any
) -> None:
    mia, clock = uuid7(), Clock(EVENING)
    await wants(database, mia, preferences=DAILY)
    await told(database, mia, "Rain", "Sun")
    worker = sender(database, mail_server, clock)
    await worker.run_once()
    await wants(database, mia, sequence=2, active=False, preferences=DAILY)
    await worker.run_once()
    assert [(row.state, row.error_code) for row in await rows(query)] == [("failed", "recipient_inactive")] * 2
    assert [fact.data.get("error_code") for fact in await facts(query)][2:] == ["recipient_inactive"] * 2
    assert mail_server.mails == []


async def test_a_digest_that_fails_has_failed_for_each_and_is_tried_again_as_a_whole(
    database: Database, mail_server: MailServer, query: Any
) -> None:
    mia, clock = uuid7(), Clock(EVENING)
    await wants(database, mia, preferences=DAILY)
    await told(database, mia, "Rain", "Sun")
    worker = sender(database, mail_server, clock)
    await worker.run_once()
    mail_server.refuse_recipient = {MIA: "550 No such person"}
    clock.now = NINE
    await worker.run_once()
    assert [row.error_code for row in await rows(query)] == ["digest_failed", "digest_failed", "mail_refused"]
    mail_server.refuse_recipient = {}

    await query("UPDATE notification SET state = 'queued', attempts = 0 WHERE template = 'digest'")
    await worker.run_once()

    assert [row.state for row in await rows(query)] == ["sent"] * 3
    types = [fact.type for fact in await facts(query)]
    assert (types.count("notification.failed.v1"), types.count("notification.sent.v1")) == (3, 3)


async def test_a_later_digest_takes_nothing_from_one_that_is_not_sent_yet(
    database: Database, mail_server: MailServer, query: Any
) -> None:
    mia, clock = uuid7(), Clock(EVENING)
    await wants(database, mia, preferences=DAILY)
    [rain] = await told(database, mia, "Rain")
    worker = sender(database, mail_server, clock)
    await worker.run_once()
    mail_server.refuse_data = ["451 Try later"] * 2
    clock.now = NINE
    await worker.run_once()
    clock.now = EVENING
    [sun] = await told(database, mia, "Sun")
    await worker.run_once()
    clock.now = NINE
    await worker.run_once()
    assert [mail["Subject"] for mail in mail_server.mails] == ["Your notifications (1)"] * 2
    digest_of = {row.id: row.digest_id for row in await rows(query)}
    assert digest_of[rain] != digest_of[sun]


async def test_many_workers_put_each_in_exactly_one_digest(
    database: Database, mail_server: MailServer, query: Any
) -> None:
    clock = Clock(EVENING)
    readers = [uuid7() for _ in range(6)]
    for number, reader in enumerate(readers):
        await wants(database, reader, email=f"reader{number}@us.example", preferences=DAILY)
        await told(database, reader, *(f"{number}-{item}" for item in range(5)))
    few = Patience(batch=4)
    workers = [sender(database, mail_server, clock, few) for _ in range(3)]
    while sum(await asyncio.gather(*(worker.run_once() for worker in workers))):
        pass
    clock.now = NINE
    while sum(await asyncio.gather(*(worker.run_once() for worker in workers))):
        pass
    assert sorted(str(mail["Subject"]) for mail in mail_server.mails) == ["Your notifications (5)"] * 6
    found = await rows(query)
    assert {row.state for row in found} == {"sent"}
    assert sum(row.template == "digest" for row in found) == 6
    sent = [fact.subject for fact in await facts(query) if fact.type == "notification.sent.v1"]
    assert len(sent) == len(set(sent)) == 36


SEND_ONCE = """
import asyncio
from datetime import UTC, datetime
from shared.db.session import Database
from shared.features.notifications.sender import NotificationSender, Patience
from shared.ops.metrics import Metrics
from shared.ops.settings import ServiceSettings
from tests.shared.features.notifications.readers import TEMPLATES

async def main():
    settings = ServiceSettings()
    database = Database("ticketing", settings.database_url)
    nine = lambda: datetime(2026, 11, 23, 8, tzinfo=UTC)
    metrics, patience = Metrics("test"), Patience(lease_seconds=11)
    await NotificationSender(database, settings, TEMPLATES, metrics, nine, patience).run_once()

asyncio.run(main())
"""


@pytest.mark.parametrize(
    ("point", "mails"), [("after_digest", 1), ("after_lease", 1), ("after_mail", 2), ("after_evidence", 1)]
)
async def test_a_kill_around_a_digest_loses_and_doubles_nothing(
    database: Database, mail_server: MailServer, query: Any, point: str, mails: int
) -> None:
    mia, clock = uuid7(), Clock(EVENING)
    await wants(database, mia, preferences=DAILY)
    await told(database, mia, "Rain", "Sun")
    worker = sender(database, mail_server, clock)
    await worker.run_once()
    environment = {
        **os.environ,
        "CRASH_HERE": point,
        "DATABASE_URL": database.url,
        "SECRET_KEY": "s" * 32,
        "SMTP_URL": mail_server.url,
    }
    killed = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", SEND_ONCE], env=environment, check=False, timeout=60
    )
    assert killed.returncode == -signal.SIGKILL
    await query("UPDATE notification SET lease_until = now() - interval '1 second' WHERE lease_until IS NOT NULL")

    clock.now = NINE + timedelta(seconds=1)
    await told(database, mia, "Hail")  # comes too late for that digest, in which it must not be
    await worker.run_once()
    await worker.run_once()

    found = await rows(query)
    assert [row.template for row in found].count("digest") == 1
    assert [row.state for row in found if row.held_for is None] == ["sent"] * 3
    assert len({mail["Message-ID"].partition("@")[0] for mail in mail_server.mails}) == 1
    assert {str(mail["Subject"]) for mail in mail_server.mails} == {"Your notifications (2)"}
    assert len(mail_server.mails) == mails
    sent = [fact.subject for fact in await facts(query) if fact.type == "notification.sent.v1"]
    assert len(sent) == len(set(sent)) == 3
