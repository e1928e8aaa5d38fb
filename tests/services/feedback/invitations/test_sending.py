"""Invitations leave by mail: what the mail says, once as a fact, and what happens where it cannot go."""

import asyncio
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest

from services.feedback.invitations.tokens import invitation_of
from tests.fixtures.run import SECRET_KEY
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback.invitations.asking import (
    ADDRESS,
    BASE,
    OFFICE,
    contact,
    invited,
    links,
    program,
    sender,
    sent,
    state,
    told_of,
)
from tests.shared.features.notifications.conftest import MailServer


def parts(mail: EmailMessage) -> tuple[str, str]:
    """Its text and its HTML."""
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert html is not None
    return text.get_content(), html.get_content()


async def test_the_first_question_is_answered_by_a_link_for_each_score(
    house: ServiceUnderTest, mail_server: MailServer
) -> None:
    invitation_id = await invited(house, await program(house, "nps"))
    assert await sender(house).run_once() == 1
    [mail] = mail_server.mails
    assert (mail["From"], mail["To"]) == ("Customer care <surveys@us.example>", ADDRESS)
    assert mail["Subject"] == "Would you recommend us?"
    assert mail["Auto-Submitted"] == "auto-generated"
    text, html = parts(mail)
    for said in (text, html):
        assert "How likely are you to recommend us to a friend or colleague?" in said
        assert "Extremely likely" in said
        assert [link.rpartition("=")[2] for link in links(said)] == [str(score) for score in range(11)]
        assert {invitation_of(link.split("/")[2].split("?")[0], SECRET_KEY) for link in links(said)} == {invitation_id}
    assert '<html lang="en">' in html
    assert "serviceops" in html
    done = await state(house, invitation_id)
    assert (done["state"], done["sent_at"] is not None, done["next_at"] > done["sent_at"]) == ("sent", True, True)
    [kept] = done["mails"]
    assert (kept["number"], kept["reply"], kept["message_id"]) == (0, "250 OK", mail["Message-ID"])
    assert await told_of(house, invitation_id) == ["queued", "sent"]
    assert await sender(house).run_once() == 0


async def test_mail_programs_find_how_to_unsubscribe_with_one_click(
    house: ServiceUnderTest, mail_server: MailServer
) -> None:
    await sent(house)
    [mail] = mail_server.mails
    [link] = links(parts(mail)[0], "unsubscribe")
    assert mail["List-Unsubscribe"] == f"<{BASE}{link}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    raw = mail.as_bytes(policy=mail.policy.clone(refold_source="none"))
    assert f"List-Unsubscribe: <{BASE}{link}>\n".encode() in raw.replace(b"\r\n", b"\n"), "on one line, not encoded"


async def test_bounces_come_back_under_a_name_of_their_own(house: ServiceUnderTest, mail_server: MailServer) -> None:
    await sent(house)
    [(sender_of_envelope, to)] = mail_server.envelopes
    [mail] = mail_server.mails
    name = mail["Message-ID"][1:].split(".")[0]
    assert (sender_of_envelope, to) == (f"bounces+{name}@us.example", [ADDRESS])
    assert len(sender_of_envelope.partition("@")[0]) <= 64


@pytest.mark.parametrize(
    ("locale", "lang", "how", "stop"),
    [
        ("en", "en", "Choose a number.", "Stop these surveys"),
        ("es-MX", "es", "Elija un número.", "No recibir más encuestas"),
        ("sv", "sv", "Välj en siffra.", "Få inga fler enkäter"),
        ("nb-NO", "no", "Velg et tall.", "Ikke send flere undersøkelser"),
        ("sr", "sr", "Изаберите број.", "Не шаљите ми више упитнике"),
        ("sr-Latn", "sr-Latn", "Izaberite broj.", "Ne šaljite mi više upitnike"),
        ("bg", "bg", "Изберете число.", "Не изпращайте повече анкети"),
        ("de", "en", "Choose a number.", "Stop these surveys"),
        (None, "en", "Choose a number.", "Stop these surveys"),
    ],
)
async def test_a_mail_speaks_one_language_throughout(
    house: ServiceUnderTest, mail_server: MailServer, locale: str | None, lang: str, how: str, stop: str
) -> None:
    await sent(house, locale=locale)
    text, html = parts(mail_server.mails[0])
    for said in (text, html):
        assert how in said
        assert stop in said
    assert f'<html lang="{lang}">' in html


async def test_a_brand_gives_name_colours_and_sender(house: ServiceUnderTest, mail_server: MailServer) -> None:
    body = {"key": "halden", "name": "Halden & Søn", "colour": "#7a1f3d", "sender_name": "Halden\u2028care"}
    await house.post("/v1/brands", body)
    await sent(house, of=await program(house, brand="halden"))
    [mail] = mail_server.mails
    assert mail["From"].startswith("Halden care <")
    assert "background:#7a1f3d; color:#ffffff" in parts(mail)[1]
    assert "Halden &amp; Søn" in parts(mail)[1]


async def test_no_text_adds_a_header_or_markup(house: ServiceUnderTest, mail_server: MailServer) -> None:
    evil = "Hello\r\nBcc: eve@evil.example\r\n\r\n<script>alert(1)</script>"
    texts = {"title": evil, "thanks": "Thank you", "questions": {"open": {"label": evil}}}
    survey = await house.post(
        "/v1/surveys",
        {"name": "S", "type": "custom", "questions": [{"key": "open", "kind": "text"}], "locales": {"en": texts}},
    )
    made = await program(house)
    await house.execute("UPDATE program SET survey_id = :id", id=survey["id"])
    made.survey_id = survey["id"]
    await sent(house, of=made)
    [mail] = mail_server.mails
    assert mail["Bcc"] is None
    assert "\n" not in mail["Subject"]
    assert mail_server.envelopes[0][1] == [ADDRESS]
    assert "<script" not in parts(mail)[1]
    assert links(parts(mail)[0])[0].count("?score") == 0, "no score is asked for"


async def test_what_is_wanted_no_more_is_taken_back_just_before(
    house: ServiceUnderTest, mail_server: MailServer
) -> None:
    first, second, third, fourth = [await invited(house, address=f"{name}@acme.example") for name in "abcd"]
    await house.post("/v1/suppressions", {"address": "A@acme.example"})
    row = await state(house, second)
    await house.post("/v1/suppressions", {"contact_id": row["contact_id"]})
    asked = await state(house, third)
    await house.deliver(contact(asked["contact_id"], asked["account_id"], consent={"email": False}))
    await house.execute("UPDATE invitation SET address = NULL WHERE id = :id", id=fourth)
    await sender(house).run_once()
    assert mail_server.mails == []
    reasons = [(await state(house, one))["reason"] for one in (first, second, third, fourth)]
    assert reasons == ["suppressed", "suppressed", "opted_out", "no_address"]
    for one in (first, second, third, fourth):
        assert await told_of(house, one) == ["queued", "cancelled"]


async def test_who_unsubscribes_while_the_batch_is_under_way_gets_nothing(
    house: ServiceUnderTest, mail_server: MailServer
) -> None:
    first, second = await invited(house), await invited(house, address="ben@acme.example")
    worker = sender(house)
    original = worker._send

    async def send(server: Any, letter: Any) -> Any:
        if letter.invitation_id == first:
            await house.post("/v1/suppressions", {"address": "ben@acme.example"})
        return await original(server, letter)

    worker._send = send  # type: ignore[method-assign]
    await worker.run_once()
    assert [to for _, to in mail_server.envelopes] == [[ADDRESS]]
    await worker.run_once()
    assert (await state(house, second))["reason"] == "suppressed"


async def test_nothing_is_sent_outside_the_contacts_window(house: ServiceUnderTest, mail_server: MailServer) -> None:
    house.clock.stop_at(datetime(2027, 3, 26, 20, 0, tzinfo=UTC))  # a Friday evening; clocks change on Sunday
    invitation_id = await invited(house, await program(house, sending_window=OFFICE))
    row = await state(house, invitation_id)
    await house.deliver(contact(row["contact_id"], row["account_id"], timezone="Europe/Oslo"))
    assert await sender(house).run_once() == 1
    assert mail_server.mails == []
    assert (await state(house, invitation_id))["next_at"] == "2027-03-29T07:00:00Z", "09:00 in summer time"
    house.clock.stop_at(datetime(2027, 3, 29, 7, 0, tzinfo=UTC))
    await sender(house).run_once()
    assert len(mail_server.mails) == 1


async def test_a_refused_address_has_bounced_and_gets_no_more(house: ServiceUnderTest, mail_server: MailServer) -> None:
    mail_server.refuse_recipient[ADDRESS] = "550 5.1.1 User unknown"
    invitation_id = await invited(house)
    await sender(house).run_once()
    row = await state(house, invitation_id)
    assert (row["state"], row["reason"], row["mails"][-1]["code"]) == ("bounced", "5.1.1", "mail_refused")
    [fact] = await house.told("survey.bounced.v1")
    assert (fact.data["hard"], fact.data["reasons"][0]["code"]) == (True, "5.1.1")
    [held] = (await house.get("/v1/suppressions", address=ADDRESS))["items"]
    assert held["reason"] == "bounced"


async def test_a_full_mailbox_is_tried_again_and_suppresses_nobody(
    house: ServiceUnderTest, mail_server: MailServer
) -> None:
    mail_server.refuse_recipient[ADDRESS] = "452 4.2.2 Mailbox full"
    invitation_id = await invited(house)
    worker = sender(house)
    for _ in range(3):
        assert (await state(house, invitation_id))["state"] == "queued"
        await worker.run_once()
    assert (await state(house, invitation_id))["state"] == "bounced"
    assert (await house.told("survey.bounced.v1"))[0].data["hard"] is False
    assert (await house.get("/v1/suppressions"))["items"] == []


async def test_an_invitation_outlives_the_mail_server(house: ServiceUnderTest, mail_server: MailServer) -> None:
    invitation_id = await invited(house)
    worker = sender(house)
    away = type(worker._house)(
        "smtp://127.0.0.1:1", worker._house.places, "", worker._house.mailbox, worker._house.allowed_domains
    )
    worker._house = away
    for _ in range(10):
        assert await worker.run_once() == 0
    assert (await state(house, invitation_id))["state"] == "queued"
    await sender(house).run_once()
    assert (await state(house, invitation_id))["state"] == "sent"


async def test_a_domain_that_may_not_be_written_to_is_a_fact(house: ServiceUnderTest, mail_server: MailServer) -> None:
    invitation_id = await invited(house)
    house.app.state.settings = house.app.state.settings.model_copy(update={"notify_allowed_domains": "us.example"})
    await sender(house).run_once()
    row = await state(house, invitation_id)
    assert (row["state"], row["reason"], mail_server.mails) == ("cancelled", "domain_not_allowed", [])
    assert await told_of(house, invitation_id) == ["queued", "cancelled"]


async def test_a_worker_that_dies_after_the_mail_tells_the_fact_once(
    house: ServiceUnderTest, mail_server: MailServer
) -> None:
    """The mail goes out twice, under one Message-ID."""
    invitation_id = await invited(house)
    worker = sender(house)

    async def die(*_: Any) -> None:
        raise asyncio.CancelledError

    worker._record_sent = die  # type: ignore[method-assign]
    with pytest.raises(asyncio.CancelledError):
        await worker.run_once()
    assert await sender(house).run_once() == 0, "its lease holds"
    await house.execute("UPDATE invitation SET lease_until = clock_timestamp()")
    await sender(house).run_once()
    assert len({mail["Message-ID"] for mail in mail_server.mails}) == 1
    assert len(mail_server.mails) == 2
    assert await told_of(house, invitation_id) == ["queued", "sent"]


async def test_many_workers_send_each_once(house: ServiceUnderTest, mail_server: MailServer) -> None:
    made = await program(house)
    ids = [await invited(house, made, address=f"p{number}@acme.example") for number in range(20)]
    await asyncio.gather(*(sender(house).run_once() for _ in range(5)))
    assert sorted(to for _, [to] in mail_server.envelopes) == sorted(f"p{number}@acme.example" for number in range(20))
    assert len(await house.told("survey.sent.v1")) == len(ids)


async def test_what_is_taken_back_while_its_mail_goes_out_stays_so(
    house: ServiceUnderTest, mail_server: MailServer
) -> None:
    invitation_id = await invited(house)
    worker = sender(house)
    original = worker._record_sent

    async def record(*given: Any) -> None:
        await house.post(f"/v1/invitations/{invitation_id}/cancel", {"reason": "By telephone"})
        await original(*given)

    worker._record_sent = record  # type: ignore[method-assign]
    await worker.run_once()
    row = await state(house, invitation_id)
    assert (row["state"], [mail["number"] for mail in row["mails"]]) == ("cancelled", [0]), "that it went out is kept"
    assert await told_of(house, invitation_id) == ["queued", "cancelled"]


async def test_reminders_go_out_until_it_is_answered(house: ServiceUnderTest, mail_server: MailServer) -> None:
    house.clock.stop_at(datetime(2027, 1, 4, 9, 0, tzinfo=UTC))
    invitation_id, answered = await sent(house), await sent(house, address="ben@acme.example")
    house.clock.advance(days=3)
    assert await sender(house).run_once() == 2
    assert mail_server.mails[2]["Subject"] == "Reminder: How did we do?"
    await house.post("/v1/responses", {"source": "page", "source_id": "1", "score": 5, "invitation_id": str(answered)})
    house.clock.advance(days=4)
    assert await sender(house).run_once() == 1
    house.clock.advance(days=6)
    assert await sender(house).run_once() == 0
    first, _, reminder, _, last = mail_server.mails
    assert [mail["To"] for mail in (first, reminder, last)] == [ADDRESS] * 3
    assert len({mail["Message-ID"] for mail in mail_server.mails}) == 5
    assert reminder["In-Reply-To"] == first["Message-ID"]
    assert "We asked you this a while ago." in parts(reminder)[0]
    row = await state(house, invitation_id)
    assert (row["reminded"], row["next_at"], row["state"]) == (2, row["expires_at"], "sent")
    assert await told_of(house, invitation_id) == ["queued", "sent"], "reminders are no facts"


async def test_after_a_long_standstill_reminders_are_one(house: ServiceUnderTest, mail_server: MailServer) -> None:
    invitation_id = await sent(house)
    house.clock.advance(days=8)
    assert await sender(house).run_once() == 1
    assert await sender(house).run_once() == 0
    assert (await state(house, invitation_id))["reminded"] == 2
    assert len(mail_server.mails) == 2


async def test_nobody_who_unsubscribed_is_reminded(house: ServiceUnderTest, mail_server: MailServer) -> None:
    invitation_id = await sent(house)
    await house.post("/v1/suppressions", {"address": ADDRESS})
    house.clock.advance(days=3)
    await sender(house).run_once()
    row = await state(house, invitation_id)
    assert (len(mail_server.mails), row["state"], row["next_at"]) == (1, "sent", row["expires_at"])


async def test_what_is_over_expires_once_at_its_own_time(house: ServiceUnderTest, mail_server: MailServer) -> None:
    never_sent = await invited(house, address="ben@acme.example", not_before=house.clock() + timedelta(days=1))
    invitation_id = await sent(house)
    house.clock.advance(days=100)
    assert await sender(house).run_once() == 0
    assert await house.run_job("settle_invitations") == 2
    assert await house.run_job("settle_invitations") == 0
    row = await state(house, invitation_id)
    assert (row["state"], row["expired_at"], row["next_at"]) == ("expired", row["expires_at"], None)
    facts = await house.told("survey.expired.v1")
    assert {fact.data["invitation_id"] for fact in facts} == {str(invitation_id), str(never_sent)}
    [own] = [fact for fact in facts if fact.subject == str(invitation_id)]
    assert datetime.fromisoformat(own.headers["ce_time"]) == datetime.fromisoformat(row["expires_at"])


async def test_a_paused_program_sends_nothing_and_an_ended_one_never(
    house: ServiceUnderTest, mail_server: MailServer
) -> None:
    paused, ended = await program(house), await program(house)
    waiting, dropped = await invited(house, paused), await invited(house, ended)
    await house.execute("UPDATE program SET state = 'paused' WHERE id = :id", id=paused.id)
    await house.execute("UPDATE program SET state = 'ended' WHERE id = :id", id=ended.id)
    assert await sender(house).run_once() == 0
    assert await house.run_job("settle_invitations") == 2
    assert await house.run_job("settle_invitations") == 0, "it rests"
    assert (await state(house, dropped))["reason"] == "program_ended"
    await house.execute("UPDATE program SET state = 'active' WHERE id = :id", id=paused.id)
    house.clock.advance(minutes=15)
    await sender(house).run_once()
    assert (await state(house, waiting))["state"] == "sent"
