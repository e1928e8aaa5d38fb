"""Queueing, sending and recording, on a real database and a real SMTP conversation."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from deploy.local import processes
from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.notification_templates.templates import Template, Wording
from shared.features.notifications import service
from shared.features.notifications.not_sent import NotSent
from shared.features.notifications.sender import MAIL, NotificationSender, Patience
from shared.features.notifications.service import About, Notice, Recipient
from shared.ids import uuid7
from shared.ops.metrics import Metrics
from shared.ops.settings import ServiceSettings
from tests.shared.features.notifications.conftest import MailServer

AT = datetime(2026, 11, 22, 10, 15, tzinfo=UTC)
CAUSE = Cause(id="fact/01935f2e-7c00-7000-8000-000000000009", actor="service/ticketing", at=AT)
TEMPLATES = (
    Template(
        "opened",
        "A test.",
        {"score": 3, "account": "Acme"},
        {"en": Wording("NPS {{ score }} – {{ account }}", "Please call {{ account }}.\n")},
    ),
    Template("faulty", "A test.", {}, {"en": Wording("NPS {{ ", "")}),
)
IMPATIENT = Patience(attempts=3, first_pause_seconds=0.0, longest_pause_seconds=0.0)


def notice(address: str | None = "mailto:mia@us.example", **changes: Any) -> Notice:
    defaults: dict[str, Any] = {
        "template": "opened",
        "recipient": Recipient(kind="staff", address=address, staff_id=uuid7(), role="csm"),
        "dedup_key": f"opened:{uuid7()}",
        "trace_id": uuid7(),
        "about": About(response_id=uuid7(), ticket_id=uuid7()),
        "values": {"score": 3, "account": "Acme"},
    }
    return Notice(**{**defaults, **changes})


async def queued(database: Database, *notices: Notice, cause: Cause = CAUSE) -> list[UUID]:
    async with transaction(database) as session:
        return await service.queue(session, cause, notices)


def sender(
    database: Database,
    server: MailServer | None,
    *,
    patience: Patience = IMPATIENT,
    metrics: Metrics | None = None,
    **changes: Any,
) -> NotificationSender:
    told, counted = settings(database, server, **changes), metrics or Metrics("test")
    return NotificationSender(database, told, TEMPLATES, counted, lambda: AT + timedelta(seconds=1), patience)


def settings(database: Database, server: MailServer | None, **changes: Any) -> ServiceSettings:
    return ServiceSettings(
        **{
            "database_url": database.url,
            "secret_key": "s" * 32,
            "smtp_url": server.url if server else None,
            "mail_from": "Desk <desk@us.example>",
            "public_base_url": "https://desk.example",
            **changes,
        }
    )


async def facts(query: Any) -> Sequence[Any]:
    return await query(
        "SELECT type, subject, headers, convert_from(payload, 'UTF8')::jsonb AS data FROM outbox ORDER BY id"
    )


async def test_sends_and_records_with_evidence(database: Database, mail_server: MailServer, query: Any) -> None:
    told = notice()
    [notification_id] = await queued(database, told)

    assert await sender(database, mail_server).run_once() == 1

    [mail] = mail_server.mails
    assert (mail["To"], mail["Subject"]) == ("mia@us.example", "NPS 3 – Acme")
    assert mail["From"] == "Desk <desk@us.example>"
    assert mail["Message-ID"] == f"<{notification_id}@desk.example>"
    assert mail_server.envelopes == [("desk@us.example", ["mia@us.example"])]
    [row] = await query("SELECT * FROM notification")
    assert (row.state, row.attempts, row.sent_at, row.last_error) == ("sent", 1, AT + timedelta(seconds=1), None)
    assert row.address == "mia@us.example"
    assert row.evidence == {"message_id": f"<{notification_id}@desk.example>", "reply": "250 OK", "locale": "en"}
    assert row.tries == [{"at": (AT + timedelta(seconds=1)).isoformat(), "outcome": "sent", "detail": None}]
    [fact] = await facts(query)
    assert (fact.type, fact.subject) == ("notification.sent.v1", str(notification_id))
    assert fact.headers["ce_causationid"] == CAUSE.id
    assert fact.headers["ce_correlationid"] == str(told.trace_id)
    assert fact.data["response_id"] == str(told.about.response_id)
    assert "mia@us.example" not in str(fact.data)


async def test_queues_a_dedup_key_once(database: Database, query: Any) -> None:
    same = notice(dedup_key="opened:1")
    assert len(await queued(database, same, same, notice(dedup_key="opened:2"))) == 2
    assert await queued(database, same) == []
    assert len(await query("SELECT id FROM notification")) == 2


async def test_queues_nothing_without_notices(database: Database) -> None:
    assert await queued(database) == []


async def test_keeps_a_notices_own_cause(database: Database, query: Any) -> None:
    other = Cause(id="fact/other", actor="service/ticketing", at=AT - timedelta(days=1))
    await queued(database, notice(cause=other))
    [row] = await query("SELECT caused_by, queued_at FROM notification")
    assert (row.caused_by, row.queued_at) == (other.id, other.at)


async def test_sends_a_batch_over_one_connection(database: Database, mail_server: MailServer) -> None:
    await queued(database, *(notice(f"agent{number}@us.example") for number in range(7)))
    assert await sender(database, mail_server).run_once() == 7
    assert len(mail_server.mails) == 7
    assert mail_server.connections == 1


async def test_two_workers_share_the_work(database: Database, mail_server: MailServer) -> None:
    await queued(database, *(notice() for _ in range(20)))
    few = Patience(batch=4)
    workers = [sender(database, mail_server, patience=few) for _ in range(3)]
    while sum(await asyncio.gather(*(worker.run_once() for worker in workers))):
        pass
    identities = [mail["Message-ID"] for mail in mail_server.mails]
    assert len(identities) == len(set(identities)) == 20


async def test_tries_again_after_a_passing_refusal(database: Database, mail_server: MailServer, query: Any) -> None:
    await queued(database, notice())
    mail_server.refuse_data = ["451 Try later"]
    worker = sender(database, mail_server)

    await worker.run_once()
    [row] = await query("SELECT * FROM notification")
    assert (row.state, row.last_error) == ("queued", "mail_deferred: 451 Try later")
    assert await facts(query) == []

    await worker.run_once()
    [row] = await query("SELECT * FROM notification")
    assert (row.state, row.attempts, row.last_error) == ("sent", 2, None)
    assert [(tried["outcome"], tried["detail"]) for tried in row.tries] == [
        ("mail_deferred", "451 Try later"),
        ("sent", None),
    ]
    assert [fact.type for fact in await facts(query)] == ["notification.sent.v1"]


async def test_gives_up_after_the_last_attempt(database: Database, mail_server: MailServer, query: Any) -> None:
    await queued(database, notice())
    mail_server.refuse_data = ["451 Try later"] * 5
    worker = sender(database, mail_server)
    while await worker.run_once():
        pass
    [row] = await query("SELECT * FROM notification")
    assert (row.state, row.attempts, row.error_code) == ("failed", 3, "mail_deferred")
    [fact] = await facts(query)
    assert (fact.type, fact.data["error_code"], fact.data["sent_at"]) == (
        "notification.failed.v1",
        "mail_deferred",
        None,
    )


async def test_a_permanent_refusal_fails_at_once_and_alone(
    database: Database, mail_server: MailServer, query: Any
) -> None:
    mail_server.refuse_recipient = {"gone@us.example": "550 5.1.1 No such person"}
    await queued(database, notice("gone@us.example"))
    await queued(database, notice("mia@us.example"))

    metrics = Metrics("test")
    await sender(database, mail_server, metrics=metrics).run_once()

    gone, mia = await query("SELECT * FROM notification ORDER BY id")
    assert (gone.state, gone.error_code) == ("failed", "mail_refused")
    assert gone.last_error == "mail_refused: 550 5.1.1 No such person"
    assert gone.failed_at is not None
    assert mia.state == "sent"
    for outcome in ("sent", "failed"):
        counted = {"channel": "email", "outcome": outcome}
        assert metrics.registry.get_sample_value("notification_attempts_total", counted) == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"address": "mia@them.example"}, "domain_not_allowed"),
        ({"address": None}, "no_address"),
        ({"address": "mia"}, "invalid_address"),
        ({"address": "https://hook.example"}, "invalid_address"),
        ({"template": "unheard_of"}, "template_unknown"),
        ({"values": {}}, "template_not_filled"),
        ({"template": "faulty"}, "mail_not_composed"),
    ],
)
async def test_what_cannot_be_sent_fails_without_a_mail(
    database: Database, mail_server: MailServer, query: Any, changes: dict[str, Any], code: str
) -> None:
    await queued(database, notice(**changes))
    await sender(database, mail_server, notify_allowed_domains="us.example, eu.example").run_once()
    [row] = await query("SELECT * FROM notification")
    assert (row.state, row.error_code) == ("failed", code)
    assert mail_server.mails == []
    [fact] = await facts(query)
    assert fact.data["error_code"] == code


async def test_waits_while_no_server_answers(database: Database, query: Any) -> None:
    await queued(database, notice(), notice())
    nobody = MailServer(processes.free_port())
    patient = Patience(first_pause_seconds=60.0)

    assert await sender(database, nobody, patience=patient).run_once() == 2
    assert await sender(database, nobody, patience=patient).run_once() == 0

    rows = await query("SELECT *, lease_until - clock_timestamp() AS pause FROM notification")
    assert {row.state for row in rows} == {"queued"}
    assert all(row.last_error.startswith("mail_server_unreachable") for row in rows)
    assert all(timedelta(seconds=25) < row.pause <= timedelta(seconds=60) for row in rows)


async def test_sends_nothing_without_a_server(database: Database) -> None:
    await queued(database, notice())
    assert await sender(database, None).run_once() == 0


async def test_refuses_a_wrong_server_at_the_start(database: Database) -> None:
    with pytest.raises(ValueError, match="SMTP_URL"):
        sender(database, None, smtp_url="https://mail.example")


async def test_waits_until_it_may_go(database: Database, mail_server: MailServer) -> None:
    await queued(database, notice(not_before=AT + timedelta(hours=1)))
    assert await sender(database, mail_server).run_once() == 0


async def test_any_script_arrives(database: Database, mail_server: MailServer) -> None:
    account = "Ćevapi & Бурек 株式会社 👩‍👩‍👧\r\nBcc: all@us.example"
    await queued(database, notice("müller@bücher.example", values={"score": 3, "account": account}))
    await sender(database, mail_server).run_once()
    [mail] = mail_server.mails
    assert mail["Subject"] == "NPS 3 – Ćevapi & Бурек 株式会社 👩‍👩‍👧 Bcc: all@us.example"
    assert mail["Bcc"] is None
    assert mail_server.envelopes[0][1] == ["müller@xn--bcher-kva.example"]


async def test_the_fact_once_though_two_workers_sent(database: Database, mail_server: MailServer, query: Any) -> None:
    """A lease that ended too early: the first worker records after the second has."""
    await queued(database, notice())
    first, second = sender(database, mail_server), sender(database, mail_server)
    [row] = (await first._lease(MAIL)).rows
    await query("UPDATE notification SET lease_until = now() - interval '1 second'")
    await second.run_once()
    await first._record_sent(row, {"reply": "250 OK"})
    assert [fact.type for fact in await facts(query)] == ["notification.sent.v1"]


async def test_a_late_failure_does_not_disturb_who_took_over(
    database: Database, mail_server: MailServer, query: Any
) -> None:
    await queued(database, notice())
    first, second = sender(database, mail_server), sender(database, mail_server)
    leased = (await first._lease(MAIL)).rows
    await query("UPDATE notification SET lease_until = now() - interval '1 second'")
    taken_over = (await second._lease(MAIL)).rows
    assert taken_over[0].attempts == 2
    await first._record_failure(leased, NotSent("mail_deferred", "451 Try later"))
    [row] = await query("SELECT * FROM notification")
    assert (row.state, row.attempts, row.last_error) == ("queued", 2, None)


async def test_hands_back_what_there_is_no_time_for(database: Database, mail_server: MailServer, query: Any) -> None:
    await queued(database, notice(), notice())
    hurried = Patience(lease_seconds=0.0)
    await sender(database, mail_server, patience=hurried).run_once()
    rows = await query("SELECT state, attempts, lease_until FROM notification")
    assert {(row.state, row.attempts, row.lease_until) for row in rows} == {("queued", 0, None)}
    assert mail_server.mails == []


SEND_ONCE = """
import asyncio, sys
from datetime import UTC, datetime
from shared.db.session import Database
from shared.features.notifications.sender import NotificationSender, Patience
from shared.features.notifications.not_sent import NotSent
from shared.features.notification_templates.templates import Template, Wording
from shared.ops.metrics import Metrics
from shared.ops.settings import ServiceSettings

async def main():
    settings = ServiceSettings()
    database = Database("ticketing", settings.database_url)
    wording = Wording("NPS {{ score }} – {{ account }}", "Please call {{ account }}.")
    templates = [Template("opened", "A test.", {"score": 3, "account": "Acme"}, {"en": wording})]
    metrics, patience = Metrics("test"), Patience(lease_seconds=11)
    sender = NotificationSender(database, settings, templates, metrics, lambda: datetime.now(UTC), patience)
    await sender.run_once()

asyncio.run(main())
"""


@pytest.mark.parametrize(("point", "mails"), [("after_lease", 1), ("after_mail", 2), ("after_evidence", 1)])
async def test_a_kill_at_each_point_loses_nothing_and_tells_once(
    database: Database, mail_server: MailServer, query: Any, point: str, mails: int
) -> None:
    await queued(database, notice())
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
    await sender(database, mail_server).run_once()

    assert len(mail_server.mails) == mails
    identities = {mail["Message-ID"].partition("@")[0] for mail in mail_server.mails}
    assert len(identities) == 1
    assert [fact.type for fact in await facts(query)] == ["notification.sent.v1"]
