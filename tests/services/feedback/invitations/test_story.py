"""From a solved ticket to the customer's answer, by all of feedback's parts: deciding, sending, scanning, answering."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback import facts
from tests.services.feedback.answering.inviting import digest, send
from tests.services.feedback.invitations.asking import ADDRESS, links, sender, state, told_of
from tests.services.feedback.invitations.test_invitations import merged, reopened
from tests.services.feedback.invitations.test_sending import parts
from tests.services.feedback.invitations.test_unsubscribing import stranger
from tests.shared.features.notifications.conftest import MailServer

NOW = datetime(2027, 1, 5, 10, 0, tzinfo=UTC)


async def ana(house: ServiceUnderTest) -> UUID:
    """A contact whom surveys may ask."""
    house.clock.stop_at(NOW)
    contact_id, account_id = uuid7(), uuid7()
    await house.deliver(
        facts.account(account_id), facts.contact(contact_id, account_id, email=ADDRESS, consent={"email": True})
    )
    return contact_id


async def solved(house: ServiceUnderTest, contact_id: UUID, ticket_id: UUID, **changes: Any) -> None:
    await house.deliver(
        facts.solved(contact_id, **{"ticket_id": ticket_id, "type": "question", "at": house.clock(), **changes})
    )


async def queued(house: ServiceUnderTest) -> list[UUID]:
    return [UUID(fact.subject) for fact in await house.told("survey.queued.v1")]


async def test_a_solved_ticket_leads_to_an_answer_in_its_story(
    house: ServiceUnderTest, mail_server: MailServer
) -> None:
    contact_id, ticket_id = await ana(house), uuid7()
    await solved(house, contact_id, ticket_id)
    [invitation_id] = await queued(house)
    assert await sender(house).run_once() == 0, "the customer is left an hour in peace"
    house.clock.advance(hours=1)
    assert await sender(house).run_once() == 1
    [mail] = mail_server.mails
    assert (mail["To"], mail["Subject"]) == (ADDRESS, "How did we do?")
    text, html = parts(mail)
    before = await digest(house)
    async with stranger(house) as scanner:
        for link in {*links(text), *links(html), *links(text, "unsubscribe")}:
            assert (await scanner.get(link)).status_code == 200
    assert await digest(house) == before, "who only follows links has said nothing"
    one = next(link for link in links(text) if link.endswith("?score=2"))
    async with stranger(house) as browser:
        assert (await send(browser, one.partition("?")[0], score="2")).status_code in (200, 303)
    house.clock.advance(minutes=15)
    await house.run_job("settle_partial_answers")
    [received] = await house.told("response.received.v1")
    row = await state(house, invitation_id)
    assert (row["state"], row["answer_id"]) == ("completed", received.subject)
    assert (received.data["ticket_id"], received.data["score"]) == (str(ticket_id), 2)
    assert received.trace_id == row["trace_id"]
    assert await told_of(house, invitation_id) == ["queued", "sent"]


async def test_a_ticket_that_is_reopened_asks_when_it_is_solved_again(
    house: ServiceUnderTest, mail_server: MailServer
) -> None:
    contact_id, ticket_id = await ana(house), uuid7()
    await solved(house, contact_id, ticket_id, reopen_count=0)
    await house.deliver(reopened(ticket_id))
    house.clock.advance(hours=1)
    await sender(house).run_once()
    assert mail_server.mails == []
    await solved(house, contact_id, ticket_id, reopen_count=1)
    first, second = await queued(house)
    house.clock.advance(hours=1)
    await sender(house).run_once()
    assert [(await state(house, one))["state"] for one in (first, second)] == ["cancelled", "sent"]
    assert len(mail_server.mails) == 1


async def test_of_a_merged_pair_the_one_that_is_left_asks(house: ServiceUnderTest, mail_server: MailServer) -> None:
    """What was taken back before it was sent holds nobody's quarantine."""
    contact_id, part, whole = await ana(house), uuid7(), uuid7()
    await solved(house, contact_id, part)
    await house.deliver(merged(part, whole))
    await solved(house, contact_id, whole)
    first, second = await queued(house)
    house.clock.advance(hours=1)
    await sender(house).run_once()
    assert [(await state(house, one))["state"] for one in (first, second)] == ["cancelled", "sent"]
    assert len(mail_server.mails) == 1
