"""Replies leave by mail: what the mail says, how far it is, and what happens where it cannot go."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from deploy.local import processes
from services.ticketing.channels.sender import LARGEST_ATTACHED
from tests.fixtures.services import ServiceUnderTest
from tests.fixtures.statements import noted, of_the_request
from tests.services.ticketing.channels.writing import (
    ANA,
    BEN,
    came,
    delivery,
    mail,
    replied,
    sender,
)
from tests.shared.features.notifications.conftest import MailServer

QUEUED = {"channel": "email", "state": "queued", "attempts": 0, "last_error": None, "sent_at": None}


async def test_a_reply_goes_to_who_wrote_in_the_thread_that_they_see(
    desk: ServiceUnderTest, mail_server: MailServer
) -> None:
    first = await came(desk, source_id="<one@mail.acme.example>")
    ticket = first["ticket"]
    hello = await replied(desk, ticket["id"], body="Blåbærsyltetøy\n\n– kl. 14.00?")
    assert hello["delivery"] == QUEUED
    assert await sender(desk, mail_server).run_once() == 1

    [sent] = mail_server.mails
    assert mail_server.envelopes == [("support@us.example", ["ana@acme.example"])]
    assert (sent["From"], sent["To"]) == ("Acme Help <support@us.example>", "ana@acme.example")
    assert sent["Subject"] == f"Re: The export is slow [#{ticket['number']}]"
    assert sent["Message-ID"] == f"<{hello['id']}@desk.example>"
    assert (sent["In-Reply-To"], sent["References"]) == ("<one@mail.acme.example>", "<one@mail.acme.example>")
    assert sent["Auto-Submitted"] is None
    assert sent.get_content().split() == ["Blåbærsyltetøy", "–", "kl.", "14.00?"]
    done = await delivery(desk, hello)
    assert (done["state"], done["attempts"], done["last_error"]) == ("sent", 1, None)
    assert done["sent_at"] is not None

    await came(desk, source_id="two@mail.acme.example", in_reply_to=str(sent["Message-ID"]), subject=sent["Subject"])
    await replied(desk, ticket["id"])
    await sender(desk, mail_server).run_once()
    again = mail_server.mails[1]
    assert again["Subject"] == sent["Subject"]
    assert again["In-Reply-To"] == "<two@mail.acme.example>"
    assert again["References"].split() == [
        "<one@mail.acme.example>",
        sent["Message-ID"],
        "<two@mail.acme.example>",
    ]
    assert await sender(desk, mail_server).run_once() == 0


async def test_a_reply_leaves_by_the_channel_that_the_customer_used_last(
    desk: ServiceUnderTest, mail_server: MailServer
) -> None:
    ticket = (await came(desk, "chat", **{"from": ANA}))["ticket"]
    assert (await replied(desk, ticket["id"]))["delivery"] == QUEUED | {"channel": "chat", "state": "not_applicable"}
    customer = {"kind": "customer", "name": "Ana"}
    await replied(desk, ticket["id"], author=customer, channel="email", source_id="<moved@acme.example>")
    assert (await replied(desk, ticket["id"]))["delivery"] == QUEUED
    phoned = await replied(desk, ticket["id"], channel="phone")
    assert phoned["delivery"]["state"] == "not_applicable", "the agent says how it was told"
    sent_elsewhere = await replied(desk, ticket["id"], channel="email", source_id="<ours@elsewhere.example>")
    assert sent_elsewhere["delivery"] is None
    for changes in ({"visibility": "internal"}, {"author": {"kind": "system"}}, {"author": {"kind": "bot"}}):
        assert (await replied(desk, ticket["id"], **changes))["delivery"] is None
    assert await sender(desk, mail_server).run_once() == 1


async def test_a_stranger_in_the_thread_gets_no_reply(desk: ServiceUnderTest, mail_server: MailServer) -> None:
    first = await came(desk)
    await came(desk, **{"from": {"email": "eve@evil.example"}}, in_reply_to=first["message"]["source_id"])
    await replied(desk, first["ticket"]["id"])
    await sender(desk, mail_server).run_once()
    assert [to for _, to in mail_server.envelopes] == [["ana@acme.example"]]


async def test_nothing_that_a_customer_wrote_becomes_a_header(desk: ServiceUnderTest, mail_server: MailServer) -> None:
    hostile = await came(
        desk,
        source_id="<a@b>\r\nBcc: eve@evil.example",
        subject="Re: AW: [#1] Hi\r\nBcc: eve@evil.example\u2028\u202eX",
        **{"from": {"name": "Ana\r\nBcc: eve@evil.example", "email": "ana@acme.example"}},
    )
    reply = await replied(desk, hostile["ticket"]["id"])
    await sender(desk, mail_server).run_once()
    [sent] = mail_server.mails
    assert sent["Bcc"] is None
    assert sent["In-Reply-To"] is None, "a name that is no Message-ID stands in no header"
    assert sent["Subject"].startswith("Re: Hi Bcc: eve@evil.example")
    assert [to for _, to in mail_server.envelopes] == [["ana@acme.example"]]
    assert (await delivery(desk, reply))["state"] == "sent"


async def test_an_address_that_is_none_fails_at_once_and_can_be_sent_again(
    desk: ServiceUnderTest, mail_server: MailServer
) -> None:
    ticket = (await came(desk, **{"from": {"email": "Ana <ana@acme.example>, eve@evil.example"}}))["ticket"]
    reply = await replied(desk, ticket["id"])
    retry = f"/v1/tickets/{ticket['id']}/messages/{reply['id']}/retry"
    early = await desk.client.post(retry)
    assert (early.status_code, early.json()["code"]) == (409, "not_failed")
    await sender(desk, mail_server).run_once()
    assert mail_server.envelopes == []
    failed = await delivery(desk, reply)
    assert (failed["state"], failed["attempts"], failed["last_error"]) == ("failed", 1, "invalid_address")
    [row] = (await desk.get("/v1/audit", action="message.delivery_failed"))["items"]
    assert (row["entity_id"], row["after"]["delivery_error"]) == (ticket["id"], "invalid_address")

    await desk.patch(f"/v1/tickets/{ticket['id']}", {"requester": {"email": "ana@acme.example"}})
    assert (await desk.post(retry))["delivery"] == QUEUED | {"last_error": "invalid_address"}
    await sender(desk, mail_server).run_once()
    assert mail_server.envelopes == [("support@us.example", ["ana@acme.example"])]
    assert (await delivery(desk, reply))["state"] == "sent"
    async with desk.client_with("ticketing:tickets:read") as reader:
        assert (await reader.post(retry)).status_code == 403


async def test_a_server_that_is_away_is_waited_for(desk: ServiceUnderTest, mail_server: MailServer) -> None:
    reply = await replied(desk, (await came(desk))["ticket"]["id"])
    assert await sender(desk, None).run_once() == 0, "none is set up: it waits"
    away = MailServer(processes.free_port())
    await sender(desk, away).run_once()
    waiting = await delivery(desk, reply)
    assert (waiting["state"], waiting["last_error"]) == ("queued", "mail_server_unreachable")
    mail_server.refuse_data = ["451 later"]
    await sender(desk, mail_server).run_once()
    assert (await delivery(desk, reply))["last_error"] == "mail_deferred"
    await sender(desk, mail_server).run_once()
    done = await delivery(desk, reply)
    assert (done["state"], done["attempts"], done["last_error"]) == ("sent", 3, None)
    assert len(mail_server.mails) == 1


async def test_it_is_given_up_after_the_last_attempt(desk: ServiceUnderTest) -> None:
    replies = [await replied(desk, (await came(desk, **{"from": who}))["ticket"]["id"]) for who in (ANA, BEN)]
    for _ in range(3):
        await sender(desk, MailServer(processes.free_port())).run_once()
    assert [(await delivery(desk, reply))["state"] for reply in replies] == ["failed", "failed"]
    assert len((await desk.get("/v1/audit", action="message.delivery_failed"))["items"]) == 2


async def test_two_workers_send_each_reply_once(desk: ServiceUnderTest, mail_server: MailServer) -> None:
    ticket = (await came(desk))["ticket"]
    expected = {(await replied(desk, ticket["id"], body=f"{number}"))["id"] for number in range(30)}
    workers = [sender(desk, mail_server) for _ in range(3)]
    while any(await asyncio.gather(*(worker.run_once() for worker in workers))):
        pass
    sent = [str(one["Message-ID"]).split("@")[0][1:] for one in mail_server.mails]
    assert (len(sent), set(sent)) == (30, expected)


WORKER = """
import asyncio, sys
from services.ticketing.channels.replies import Sender
from services.ticketing.channels.sender import ReplySender
from shared.db.session import Database
from shared.ops.clock import system_clock
from shared.ops.metrics import Metrics

async def main(database_url, smtp_url):
    database = Database("ticketing", database_url, pool_size=2)
    us = Sender("Acme Help", "support@us.example", "desk.example")
    await ReplySender(
        database, smtp_url=smtp_url, sender=us, storage=None, metrics=Metrics("test"), clock=system_clock
    ).run_once()

asyncio.run(main(*sys.argv[1:]))
"""


async def test_a_worker_killed_after_sending_sends_the_same_mail_again(
    desk: ServiceUnderTest, mail_server: MailServer
) -> None:
    reply = await replied(desk, (await came(desk))["ticket"]["id"])
    worker = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", WORKER, desk.database.url, mail_server.url),
        env={**os.environ, "CRASH_HERE": "after_mail"},
        stderr=subprocess.DEVNULL,
    )
    assert await worker.wait() == -signal.SIGKILL
    assert (await delivery(desk, reply))["state"] == "queued"
    assert await sender(desk, mail_server).run_once() == 0, "its lease has not ended"
    await desk.execute("UPDATE message SET delivery_lease_until = now() WHERE delivery_state = 'queued'")
    assert await sender(desk, mail_server).run_once() == 1
    assert [one["Message-ID"] for one in mail_server.mails] == [f"<{reply['id']}@desk.example>"] * 2
    assert (await delivery(desk, reply))["attempts"] == 2


async def test_files_go_with_the_reply(desk: ServiceUnderTest, mail_server: MailServer) -> None:
    ticket = (await came(desk))["ticket"]
    files = []
    for name, media_type, content in (("log ø.txt", "text/plain", b"caf\xe9"), ("x.eml", "message/rfc822", b"Hi: x")):
        answer = await desk.client.post(
            "/v1/attachments", params={"name": name}, content=content, headers={"Content-Type": media_type}
        )
        files.append(answer.json())
    reply = await replied(desk, ticket["id"], attachments=[{"id": file["id"]} for file in files])
    await sender(desk, mail_server).run_once()
    parts = list(mail_server.mails[0].iter_attachments())
    assert [(part.get_filename(), part.get_content_type()) for part in parts] == [
        ("log ø.txt", "text/plain"),
        ("x.eml", "application/octet-stream"),
    ]
    assert parts[0].get_payload(decode=True) == b"caf\xe9"
    body = mail_server.mails[0].get_body()
    assert body is not None
    assert body.get_content().strip() == reply["body"]


@pytest.mark.parametrize("fault", ["too_large", "gone"])
async def test_a_reply_never_goes_without_its_files(
    desk: ServiceUnderTest, mail_server: MailServer, tmp_path: Path, fault: str
) -> None:
    answer = await desk.client.post("/v1/attachments?name=a", content=b"a", headers={"Content-Type": "text/plain"})
    reply = await replied(desk, (await came(desk))["ticket"]["id"], attachments=[{"id": answer.json()["id"]}])
    if fault == "gone":
        [file] = [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
        file.unlink()
    else:
        large = f"jsonb_set(attachments, '{{0,size}}', '{LARGEST_ATTACHED + 1}')"
        await desk.execute(f"UPDATE message SET attachments = {large} WHERE attachments <> '[]'")
    await sender(desk, mail_server).run_once()
    assert mail_server.mails == []
    expected = {"gone": "attachment_gone", "too_large": "attachments_too_large"}[fault]
    assert (await delivery(desk, reply))["last_error"] == expected


async def test_a_reply_costs_the_database_what_it_did(desk: ServiceUnderTest) -> None:
    """Whether and by what it leaves is known from the rows that are at hand."""
    path = f"/v1/tickets/{(await came(desk))['ticket']['id']}/messages"
    body: dict[str, Any] = {"body": "Hello.", "visibility": "public"}
    await desk.post(path, body)
    with noted() as sent:
        await desk.post(path, body)
    asked = of_the_request(sent)
    assert len(asked) <= 5, "\n".join(asked)  # the fifth asks who watches the ticket


async def test_a_mail_that_was_never_opened_as_one_has_no_thread(
    desk: ServiceUnderTest, mail_server: MailServer
) -> None:
    made = await desk.post(
        "/v1/tickets",
        {"subject": "Called", "type": "question", "channel": "email", "requester": {"email": mail()["from"]["email"]}},
    )
    await replied(desk, made["id"])
    await sender(desk, mail_server).run_once()
    [sent] = mail_server.mails
    assert (sent["To"], sent["In-Reply-To"], sent["References"]) == ("ana@acme.example", None, None)
