"""Mails that come back are obeyed where they are of ours, and change nothing where they are not."""

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback.invitations import names, reports
from services.feedback.invitations.reports import verdict
from shared.features.webhooks import signing
from shared.ids import uuid7
from tests.fixtures.run import SECRET_KEY
from tests.fixtures.servers import MakeDatabase
from tests.fixtures.services import ServiceUnderTest, service_under_test
from tests.services.feedback.invitations import returned
from tests.services.feedback.invitations.asking import ADDRESS, invited, sender, sent, state, told_of
from tests.shared.features.notifications.conftest import MailServer

Make = Callable[[EmailMessage, str], str]

SHAPES: dict[str, tuple[Make, str]] = {
    "postfix": (returned.postfix, "5.1.1"),
    "exchange": (returned.exchange, "5.1.10"),
    "gmail": (returned.gmail, "5.1.1"),
    "ses": (returned.ses, "5.1.1"),
    "qmail": (returned.qmail, "5.1.1"),
}


async def came_back(house: ServiceUnderTest, message: str, **more: Any) -> Any:
    """Hand a mail over as the gateway does."""
    return await house.post("/v1/inbound/bounces", {"message": message, **more})


def returns_to(server: MailServer) -> str:
    """The address that the newest mail came from in its envelope."""
    return server.envelopes[-1][0]


@pytest.mark.parametrize("shape", SHAPES)
async def test_a_hard_bounce_suppresses_the_address(
    house: ServiceUnderTest, mail_server: MailServer, shape: str
) -> None:
    make, status = SHAPES[shape]
    invitation_id = await sent(house)
    taken = await came_back(house, make(mail_server.mails[0], returns_to(mail_server)))
    assert taken == {
        "outcome": "bounced",
        "hard": True,
        "status": status,
        "invitation_id": str(invitation_id),
        "reason": None,
    }
    row = await state(house, invitation_id)
    assert (row["state"], row["reason"], row["next_at"]) == ("bounced", status, None)
    assert row["mails"][-1]["code"] == status
    [fact] = await house.told("survey.bounced.v1")
    assert (fact.subject, fact.data["hard"], fact.data["reasons"][0]["code"]) == (str(invitation_id), True, status)
    assert ADDRESS not in json.dumps(fact.data)
    [held] = (await house.get("/v1/suppressions", address=ADDRESS))["items"]
    assert (held["reason"], held["until"]) == ("bounced", None)
    again = await came_back(house, make(mail_server.mails[0], returns_to(mail_server)))
    assert again["outcome"] == "known"
    assert await told_of(house, invitation_id) == ["queued", "sent", "bounced"]


@pytest.mark.parametrize("shape", SHAPES)
async def test_either_name_suffices(house: ServiceUnderTest, mail_server: MailServer, shape: str) -> None:
    """The return address alone where the mail is not returned, or the mail's headers alone where it was changed."""
    make, _ = SHAPES[shape]
    first = await sent(house)
    message = make(mail_server.mails[0], "surveys@us.example")
    assert (await came_back(house, message))["invitation_id"] == str(first)
    second = await sent(house, address="ben@acme.example")
    bare = EmailMessage()
    bare["Message-ID"] = "<changed@elsewhere.example>"
    message = make(bare, returns_to(mail_server)).replace("ana@acme", "ben@acme").replace("Ana@Acme", "Ben@acme")
    assert (await came_back(house, message))["invitation_id"] == str(second)


async def test_a_gateway_may_say_whom_it_came_for_and_send_bytes(
    house: ServiceUnderTest, mail_server: MailServer
) -> None:
    invitation_id = await sent(house)
    bare = EmailMessage()
    bare["Subject"] = "Blåbær"
    raw = returned.postfix(bare, "undisclosed-recipients:;").encode("latin-1")
    body = {
        "message_base64": base64.b64encode(raw.replace(b"\n", b"\r\n")).decode(),
        "recipient": returns_to(mail_server).upper(),
    }
    taken = await house.post("/v1/inbound/bounces", body)
    assert (taken["outcome"], taken["invitation_id"]) == ("bounced", str(invitation_id))


async def test_what_passes_suppresses_nobody(house: ServiceUnderTest, mail_server: MailServer) -> None:
    invitation_id = await sent(house)
    message = returned.postfix(mail_server.mails[0], returns_to(mail_server), status="4.2.2")
    taken = await came_back(house, message)
    assert (taken["outcome"], taken["hard"], taken["status"]) == ("bounced", False, "4.2.2")
    assert (await state(house, invitation_id))["state"] == "bounced"
    assert (await house.get("/v1/suppressions"))["items"] == []


async def test_a_delayed_mail_may_still_arrive_and_a_receipt_says_that_it_has(
    house: ServiceUnderTest, mail_server: MailServer
) -> None:
    invitation_id = await sent(house)
    mail, to = mail_server.mails[0], returns_to(mail_server)
    delayed = await came_back(house, returned.postfix(mail, to, status="4.4.1", action="delayed"))
    assert (delayed["outcome"], (await state(house, invitation_id))["state"]) == ("delayed", "sent")
    receipts = [await came_back(house, returned.postfix(mail, to, status="2.1.5", action="relayed")) for _ in range(2)]
    assert [one["outcome"] for one in receipts] == ["delivered", "known"]
    row = await state(house, invitation_id)
    assert (row["state"], row["delivered_at"] is not None) == ("delivered", True)
    assert await told_of(house, invitation_id) == ["queued", "sent"]


async def test_who_calls_it_spam_is_asked_no_more(house: ServiceUnderTest, mail_server: MailServer) -> None:
    invitation_id = await sent(house)
    row = await state(house, invitation_id)
    other = await invited(house, contact_id=UUID(row["contact_id"]))
    message = returned.complaint(mail_server.mails[0], returns_to(mail_server))
    outcomes = [(await came_back(house, message))["outcome"] for _ in range(2)]
    assert outcomes == ["complained", "known"]
    assert [(await state(house, one))["reason"] for one in (invitation_id, other)] == ["complained"] * 2
    held = (await house.get("/v1/suppressions", reason="complained"))["items"]
    assert {one["address"] or one["contact_id"] for one in held} == {ADDRESS, row["contact_id"]}


async def test_an_answer_is_stronger_than_a_bounce(house: ServiceUnderTest, mail_server: MailServer) -> None:
    """Somebody else may have read it, or the address died since: the answer stays, the address gets no more."""
    invitation_id = await sent(house)
    await house.post(
        "/v1/responses", {"source": "page", "source_id": "1", "score": 5, "invitation_id": str(invitation_id)}
    )
    taken = await came_back(house, returned.postfix(mail_server.mails[0], returns_to(mail_server)))
    assert (taken["outcome"], (await state(house, invitation_id))["state"]) == ("bounced", "completed")
    assert await house.told("survey.bounced.v1") == []
    assert len((await house.get("/v1/suppressions"))["items"]) == 1


def forged(mail: EmailMessage, secret: str, invitation_id: UUID) -> EmailMessage:
    """Our mail as somebody makes it up who knows the invitation and not SECRET_KEY."""
    made = EmailMessage()
    made["Message-ID"] = names.message_id(names.name_of(invitation_id, secret), 0, "feedback.us.example")
    made["Subject"] = mail["Subject"]
    return made


@pytest.mark.parametrize("shape", SHAPES)
async def test_what_is_forged_or_foreign_changes_nothing(
    house: ServiceUnderTest, mail_server: MailServer, shape: str
) -> None:
    make, _ = SHAPES[shape]
    invitation_id = await sent(house)
    mail, to = mail_server.mails[0], returns_to(mail_server)
    guessed = names.name_of(invitation_id, "another secret of forty characters......")
    foreign = EmailMessage()
    foreign["Message-ID"] = "<CAF-8841@mail.acme.example>"
    tried = [
        (make(forged(mail, "another secret", invitation_id), "bounces@us.example"), "not_ours"),
        (make(foreign, f"bounces+{guessed}@us.example"), "not_ours"),
        (make(foreign, f"bounces+{str(invitation_id).replace('-', '')}@us.example"), "not_ours"),
        (make(foreign, "surveys@us.example"), "not_ours"),
        (make(forged(mail, SECRET_KEY, uuid7()), "surveys@us.example"), "not_ours"),
        (make(mail, to).replace("ana@acme", "eve@acme").replace("Ana@Acme", "Eve@Acme"), "other_recipient"),
    ]
    for message, reason in tried:
        taken = await came_back(house, message)
        assert (taken["outcome"], taken["reason"]) == ("ignored", reason)
    assert (await state(house, invitation_id))["state"] == "sent"
    assert (await house.get("/v1/suppressions"))["items"] == []


async def test_a_report_that_names_two_of_our_mails_is_believed_for_neither(
    house: ServiceUnderTest, mail_server: MailServer
) -> None:
    await sent(house)
    first = mail_server.mails[0]
    await sent(house)
    taken = await came_back(house, returned.postfix(first, returns_to(mail_server)))
    assert (taken["outcome"], taken["reason"]) == ("ignored", "not_ours")


async def test_mails_that_are_no_reports_are_ignored(house: ServiceUnderTest, mail_server: MailServer) -> None:
    invitation_id = await sent(house)
    to = returns_to(mail_server)
    away = (
        f"From: {ADDRESS}\nTo: {to}\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nBack on Monday. 550 5.1.1"
    )
    hostile = [
        away,
        "x",
        "\x01\x02\x03",
        "Content-Type: multipart/report; boundary=b\n\n--b",
        "Content-Type: multipart/report; report-type=delivery-status\n\nno boundary",
        f"To: {to}\nContent-Type: message/delivery-status\n\n\n\n",
        "Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nAction\n\n--b--",
        _nested(3_000),
        f'To: {"<" * 5_000}\nContent-Type: multipart/report; boundary=""\n\n',
        "Content-Type: =?utf-8?b?////?=; boundary*0*=utf-8''%ff\n\n" + "a: b\n" * 10_000,
        "To: " + ", ".join([to] * 10_000),
        f"To: {to}\n\nHi. This is the qmail-send program\n" + "<" * 100_000,
    ]
    for message in hostile:
        taken = await came_back(house, message)
        assert (taken["outcome"], taken["reason"]) == ("ignored", "no_report"), message[:80]
    assert (await state(house, invitation_id))["state"] == "sent"


def _nested(levels: int) -> str:
    return "".join(f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n" for level in range(levels))


@pytest.mark.parametrize(
    "body", [{}, {"message": ""}, {"message": "x", "message_base64": "eA=="}, {"message_base64": "no base64!"}]
)
async def test_one_mail_is_given_and_it_can_be_read(house: ServiceUnderTest, body: dict[str, str]) -> None:
    assert (await house.client.post("/v1/inbound/bounces", json=body)).status_code == 422


@given(st.binary(max_size=400))
def test_no_bytes_stop_the_reader(raw: bytes) -> None:
    for head in (b"", b"Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n"):
        reports.read(head + raw)


@given(st.text(max_size=300))
def test_no_words_stop_the_verdict(said: str) -> None:
    found = verdict("failed", None, said)
    assert not found.hard or found.code.startswith("5.")


@pytest.mark.parametrize(
    ("status", "said", "hard", "code"),
    [
        ("5.1.1", "", True, "5.1.1"),
        ("5.0.0", "", True, "5.0.0"),
        ("5.2.1", "disabled", True, "5.2.1"),
        ("5.2.2", "full", False, "5.2.2"),
        ("5.7.1", "spam", False, "5.7.1"),
        ("5.3.4", "too big", False, "5.3.4"),
        ("4.4.7", "expired", False, "4.4.7"),
        (None, "550 no such user here", True, "5.0.0"),
        (None, "Remote host said: 550 5.1.1 unknown", True, "5.1.1"),
        (None, "450 try later", False, "4.0.0"),
        (None, "Sorry, I couldn't find any host by that name. (#4.1.2)", False, "4.1.2"),
        (None, "It did not work.", False, "4.0.0"),
        (None, "192.5.1.1 was here 5501 times", False, "4.0.0"),
    ],
)
def test_what_a_status_means(status: str | None, said: str, hard: bool, code: str) -> None:
    found = verdict("failed", status, said)
    assert (found.hard, found.code) == (hard, code)


@given(st.uuids(), st.sampled_from("abcdefghijklmnopqrstuvwxyz234567"), st.integers(0, names.LENGTH - 1))
def test_a_name_that_was_changed_is_nobodys(invitation_id: UUID, letter: str, place: int) -> None:
    name = names.name_of(invitation_id, SECRET_KEY)
    assert names.invitation_of(name.upper(), SECRET_KEY) == invitation_id
    changed = name[:place] + letter + name[place + 1 :]
    assert names.invitation_of(changed, SECRET_KEY) in (None, invitation_id)
    assert names.invitation_of(changed, SECRET_KEY) is None or changed[:-1] == name[:-1]
    assert names.in_message_id(names.message_id(name, 1, "us.example")) == name
    assert names.in_return_address(names.return_address(name, "bounces@us.example")) == name


GATEWAYS = f"whsec_{base64.b64encode(bytes([1]) * 24).decode()}"


async def test_a_gateway_without_a_key_signs(fresh_database: MakeDatabase) -> None:
    async with service_under_test("feedback", fresh_database("feedback"), FEEDBACK_INBOUND_SECRETS=GATEWAYS) as house:
        text = json.dumps({"message": "Subject: hello\n\nhello"})
        headers = signing.headers([GATEWAYS], "in-1", datetime.now(UTC), text) | {"Content-Type": "application/json"}
        async with house.client_with() as stranger:
            taken = await stranger.post("/v1/inbound/bounces", content=text, headers=headers)
            assert (taken.status_code, taken.json()["reason"]) == (200, "no_report")
            assert (await stranger.post("/v1/suppressions", content=text, headers=headers)).status_code == 401
            assert (await stranger.post("/v1/inbound/bounces", content=text)).status_code == 401


async def test_reminders_of_what_has_bounced_are_not_sent(house: ServiceUnderTest, mail_server: MailServer) -> None:
    await sent(house)
    await came_back(house, returned.qmail(mail_server.mails[0], returns_to(mail_server)))
    house.clock.advance(days=4)
    assert await sender(house).run_once() == 0
