"""Webhooks and apprise's addresses: signed, guarded, and without a secret where it can be read."""

import base64
import io
import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from standardwebhooks import WebhookVerificationError

from shared.db.session import Database
from shared.features.notifications import addresses, channels
from shared.features.notifications.addresses import UnusableAddress
from shared.ids import uuid7
from shared.ops.settings import ServiceSettings
from tests.shared.features.notifications.conftest import MailServer
from tests.shared.features.notifications.readers import Clock, sender, told, wants
from tests.shared.features.notifications.test_sender import facts
from tests.shared.features.webhooks.receiving import receiving

KEY = "s" * 32
SECRET = "whsec_" + base64.b64encode(b"0123456789abcdef0123456789abcdef").decode()
SLACK = "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7Kd"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("mia@us.example", "mailto:mia@us.example"),
        ("mailto:mia@us.example?subject=x", "mailto:mia@us.example"),
        (f"https://hooks.us.example/x?y=1#{SECRET}", f"https://hooks.us.example/x?y=1#{SECRET}"),
        (SLACK, SLACK),
        ("opsgenie://a1b2c3d4-1234-1234-1234-123456789abc?region=eu",) * 2,
    ],
)
def test_takes_addresses(given: str, kept: str) -> None:
    assert addresses.checked(given) == kept


@pytest.mark.parametrize(
    "given",
    [
        "https://hooks.us.example/x",
        "https://hooks.us.example/x#secret",
        "https://hooks.us.example/x#whsec_c2hvcnQ=",
        f"https://user@hooks.us.example/x#{SECRET}",
        f"https:///x#{SECRET}",
        "https://hooks.us.example/…",
        "json://127.0.0.1/x",
        "mattermost://127.0.0.1/token",
        "file:///etc/passwd",
        "slack://",
        f"{SLACK}?template=/etc/passwd",
        f"{SLACK}?verify=no",
        f"{SLACK}?redirect=yes",
        f"{SLACK}#x",
        "discord://…",
        "gopher://us.example",
        "nobody",
    ],
)
def test_refuses_others_and_repeats_nothing(given: str) -> None:
    with pytest.raises(UnusableAddress) as refused:
        addresses.checked(given)
    assert given not in str(refused.value)


def test_a_sealed_address_shows_no_secret_and_opens_again() -> None:
    for given, shown in (
        (f"https://hooks.us.example:8443/t0ken#{SECRET}", "https://hooks.us.example/…"),
        (SLACK, "slack://…"),
    ):
        sealed = addresses.sealed(given, KEY)
        assert addresses.sealed(given, KEY) == sealed
        assert addresses.opened(sealed, KEY) == given
        assert addresses.shown(sealed) == shown
        assert not any(part in sealed for part in ("t0ken", SECRET, "T1JJ3T3L2"))
        for wrong in (sealed.replace("hooks.us", "hooks.them").replace("slack", "tgram"), sealed[:-8], "sealed:x"):
            with pytest.raises(UnusableAddress):
                addresses.opened(wrong, KEY)
        with pytest.raises(UnusableAddress):
            addresses.opened(sealed, "t" * 32)


async def to(database: Database, address: str) -> None:
    """Queue a notice for somebody who has this address."""
    mia, sealed = uuid7(), addresses.sealed(address, KEY)
    await wants(database, mia, notify_address=sealed)
    await told(database, mia, "Rain", address=sealed)


async def test_posts_signed_and_records(database: Database, query: Any) -> None:
    async with receiving() as receiver:
        address = f"http://127.0.0.1:{receiver.port}/t0ken#{SECRET}"
        await to(database, address)
        worker = sender(database, None, Clock(datetime.now(UTC)), allowed_networks="127.0.0.1/32")
        assert await worker.run_elsewhere_once() == 1
        await worker.close()
    [request] = receiver.requests
    [row] = await query("SELECT * FROM notification")
    assert (row.state, row.channel, row.evidence["status"]) == ("sent", "webhook", 204)
    said = request.verify(SECRET)
    assert (said["data"]["subject"], said["data"]["text"]) == ("Rain!", "Read of Rain.\n")
    assert (request.path, request.id) == ("/t0ken", str(row.id))
    with pytest.raises(WebhookVerificationError):
        request.verify("whsec_" + base64.b64encode(b"another secret of 32 bytes......").decode())
    told_of = json.dumps([fact.data for fact in await facts(query)])
    assert "t0ken" not in told_of + str(row)
    assert SECRET not in told_of + str(row)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, "webhook_address_refused"),
        ({"notify_allowed_domains": "us.example", "allowed_networks": "127.0.0.1/32"}, "domain_not_allowed"),
        ({"secret_key": "t" * 32}, "address_unreadable"),
    ],
)
async def test_goes_nowhere_it_may_not(database: Database, query: Any, changes: dict[str, str], code: str) -> None:
    async with receiving() as receiver:
        await to(database, f"http://127.0.0.1:{receiver.port}/t0ken#{SECRET}")
        await sender(database, None, Clock(NOON), **changes).run_elsewhere_once()
    [row] = await query("SELECT * FROM notification")
    assert (row.state, row.error_code, receiver.requests) == ("failed", code, [])
    [fact] = await facts(query)
    assert (fact.type, fact.data["error_code"]) == ("notification.failed.v1", code)


async def test_follows_its_reader_from_mail_to_a_webhook(
    database: Database, mail_server: MailServer, query: Any
) -> None:
    mia = uuid7()
    async with receiving() as receiver:
        await told(database, mia, "Rain")
        await wants(database, mia, notify_address=addresses.sealed(f"http://127.0.0.1:{receiver.port}/#{SECRET}", KEY))
        worker = sender(database, mail_server, Clock(NOON), allowed_networks="127.0.0.1/32")
        await worker.run_once()
        await worker.run_elsewhere_once()
    [row] = await query("SELECT * FROM notification")
    assert (row.state, row.channel, row.attempts, len(receiver.requests)) == ("sent", "webhook", 1, 1)
    assert mail_server.mails == []


async def test_tries_a_receiver_again(database: Database, query: Any) -> None:
    async with receiving(statuses=[500]) as receiver:
        await to(database, f"http://127.0.0.1:{receiver.port}/#{SECRET}")
        worker = sender(database, None, Clock(NOON), allowed_networks="127.0.0.1/32")
        await worker.run_elsewhere_once()
        await worker.run_elsewhere_once()
    [row] = await query("SELECT * FROM notification")
    assert [tried["outcome"] for tried in row.tries] == ["webhook_http_500", "sent"]
    assert len({request.id for request in receiver.requests}) == 1


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # apprise's own
@pytest.mark.parametrize(
    ("address", "host"),
    [
        (SLACK, "hooks.slack.com"),
        ("discord://123456789/t0ken-abcdefg", "discord.com"),
        ("tgram://123456789:abcdefg_hijklmnop-abcdefghijklmnopq/12315544/", "api.telegram.org"),
        ("pagerduty://integrationkey@apikey", "events.pagerduty.com"),
        ("opsgenie://a1b2c3d4-1234-1234-1234-123456789abc", "api.opsgenie.com"),
    ],
)
async def test_apprise_speaks_to_the_vendor_alone_and_follows_nobody_inside(
    database: Database,
    query: Any,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    address: str,
    host: str,
) -> None:
    requests = pytest.importorskip("requests")
    pytest.importorskip("apprise")
    sent: list[tuple[Any, Any]] = []

    def redirect_inside(_: Any, request: Any, **options: Any) -> Any:
        sent.append((request, bool(options["verify"])))
        answer = requests.Response()
        answer.status_code, answer.headers["Location"], answer.url = 302, "http://127.0.0.1/", request.url
        answer.request, answer.raw = request, io.BytesIO()
        return answer

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", redirect_inside)
    await to(database, address)
    with caplog.at_level(logging.DEBUG):
        await sender(database, None, Clock(NOON)).run_elsewhere_once()
    assert {urlsplit(request.url).hostname for request, _ in sent} == {host}
    assert {(urlsplit(request.url).scheme, verify) for request, verify in sent} == {("https", True)}
    [row] = await query("SELECT * FROM notification")
    assert (row.state, row.channel, row.last_error) == (
        "queued",
        "apprise",
        f"apprise_refused: {address.partition(':')[0]}",
    )
    assert address.partition("://")[2].split("/")[0] not in str(row) + caplog.text


async def test_apprise_that_is_not_installed_or_allowed_is_a_fact(
    database: Database, query: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    channels._apprise.cache_clear()
    monkeypatch.setitem(sys.modules, "apprise", None)
    await to(database, SLACK)
    await sender(database, None, Clock(NOON)).run_elsewhere_once()
    await to(database, SLACK)
    await sender(database, None, Clock(NOON), notify_schemes="discord").run_elsewhere_once()
    assert [fact.data["error_code"] for fact in await facts(query)] == ["channel_not_installed", "scheme_not_allowed"]


def test_schemes_with_free_hosts_cannot_be_allowed() -> None:
    with pytest.raises(ValueError, match="others than"):
        ServiceSettings(database_url="postgresql://x/x", secret_key=KEY, notify_schemes="slack,json")
