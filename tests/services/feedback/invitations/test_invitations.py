"""Invitations as other systems see them: listed, cancelled, handed over as a link, answered, and taken back."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from services.feedback.invitations.tokens import token_of
from shared.contracts.onboarding import ContactErasureRequested
from shared.contracts.ticketing import TicketMerged, TicketReopened
from shared.ids import uuid7
from tests.fixtures.run import SECRET_KEY
from tests.fixtures.services import ServiceUnderTest
from tests.fixtures.statements import noted, of_the_request
from tests.services import erasing
from tests.services.feedback.answers import answer
from tests.services.feedback.invitations.asking import (
    ADDRESS,
    BASE,
    contact,
    invited,
    program,
    sender,
    sent,
    state,
    told_of,
)
from tests.shared.features.notifications.conftest import MailServer

NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)


def reopened(ticket_id: UUID, count: int = 1) -> TicketReopened:
    return TicketReopened.model_validate({**TicketReopened.example, "ticket_id": ticket_id, "reopen_count": count})


def merged(ticket_id: UUID, into: UUID) -> TicketMerged:
    return TicketMerged.model_validate({**TicketMerged.example, "ticket_id": ticket_id, "into_ticket_id": into})


async def of_ticket(house: ServiceUnderTest, ticket_id: UUID, cycle: int = 0, **changes: Any) -> UUID:
    """The CSAT of a ticket that had been reopened so often before it was solved."""
    key = f"ticket.solved/{ticket_id}/{cycle}/{uuid7()}"
    return await invited(house, ticket_id=ticket_id, key=key, **changes)


async def test_invitations_are_listed_by_what_they_are_of(house: ServiceUnderTest) -> None:
    of, ticket_id, wave_id = await program(house), uuid7(), uuid7()
    one = await invited(house, of, ticket_id=ticket_id, wave_id=wave_id)
    other = await sent(house, address="ben@acme.example")
    shown = await state(house, one)
    for name in ("contact_id", "account_id", "program_id", "wave_id", "ticket_id", "trace_id", "state"):
        [item] = [
            item
            for item in (await house.get("/v1/invitations", **{name: shown[name]}))["items"]
            if item["id"] != str(other)
        ]
        assert item["id"] == str(one), name
    page = await house.get("/v1/invitations", limit=1)
    assert [item["id"] for item in page["items"]] == [str(other)], "the latest first"
    page = await house.get("/v1/invitations", limit=1, cursor=page["next_cursor"])
    assert [item["id"] for item in page["items"]] == [str(one)]
    assert (await house.client.get(f"/v1/invitations/{uuid7()}")).status_code == 404
    assert (await house.client.get("/v1/invitations?state=lost")).status_code == 422


async def test_the_token_is_in_no_list_no_fact_no_log_and_no_table(
    house: ServiceUnderTest, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    mailed, linked = await sent(house), await invited(house, channel="link", address=None)
    for key in ("first", "first"):
        await house.post(f"/v1/invitations/{linked}/link", headers={"Idempotency-Key": key})
    await house.client.get(f"/unsubscribe/{token_of(mailed, SECRET_KEY)}")
    await house.client.post(f"/unsubscribe/{token_of(mailed, SECRET_KEY)}")
    shown = json.dumps((await house.get("/v1/invitations"))["items"])
    facts = json.dumps([[fact.data, fact.headers] for fact in await house.told()])
    tables = await house.rows(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    )
    held = str([await house.rows(f"SELECT t::text FROM {table.relname} t") for table in tables])
    kept = await house.rows("SELECT convert_from(body, 'UTF8') AS body FROM idempotency_key")
    assert kept, "what a key keeps is looked at"
    logged = caplog.text + "".join(capsys.readouterr())
    assert "/unsubscribe/{token}" in logged
    for invitation_id in (mailed, linked):
        for place in (shown, facts, held, str(kept), logged):
            assert token_of(invitation_id, SECRET_KEY) not in place


async def test_a_link_is_handed_over_and_with_that_sent_once(house: ServiceUnderTest) -> None:
    invitation_id = await invited(house, channel="link", address=None)
    assert await sender(house).run_once() == 0
    handed = await house.post(f"/v1/invitations/{invitation_id}/link")
    assert handed["link"] == f"{BASE}/r/{token_of(invitation_id, SECRET_KEY)}"
    assert (handed["state"], handed["sent_at"] is not None) == ("sent", True)
    house.clock.advance(days=3)
    assert await sender(house).run_once() == 0, "no mail reminds of a link"
    assert (await house.post(f"/v1/invitations/{invitation_id}/link"))["link"] == handed["link"]
    assert await told_of(house, invitation_id) == ["queued", "sent"]
    again = [
        await house.post(f"/v1/invitations/{invitation_id}/link", headers={"Idempotency-Key": "k"}) for _ in range(2)
    ]
    assert [one["link"] for one in again] == [handed["link"], None], "links are kept nowhere"


async def test_a_link_waits_until_it_is_asked_for_or_expires(house: ServiceUnderTest) -> None:
    invitation_id = await invited(house, channel="link", address=None)
    assert await house.run_job("settle_invitations") == 1
    assert await house.run_job("settle_invitations") == 0, "it is looked at once"
    house.clock.advance(days=14)
    refused = await house.client.post(f"/v1/invitations/{invitation_id}/link")
    assert (refused.status_code, refused.json()["code"]) == (409, "transition_not_allowed")
    assert await house.run_job("settle_invitations") == 1
    assert (await state(house, invitation_id))["state"] == "expired"


async def test_a_link_that_may_not_be_shown_is_refused(house: ServiceUnderTest) -> None:
    by_mail, early, suppressed = (
        await invited(house),
        await invited(house, channel="link", address=None, not_before=house.clock() + timedelta(hours=1)),
        await invited(house, channel="link", address=None),
    )
    await house.post("/v1/suppressions", {"contact_id": (await state(house, suppressed))["contact_id"]})
    refused = [await house.client.post(f"/v1/invitations/{one}/link") for one in (by_mail, early, suppressed)]
    assert [(one.status_code, one.json()["code"]) for one in refused] == [
        (409, "not_a_link"),
        (409, "not_yet"),
        (409, "suppressed"),
    ]
    house.app.state.settings = house.app.state.settings.model_copy(update={"public_base_url": None})
    unknown, asked = uuid7(), await invited(house, channel="link", address=None)
    assert (await house.client.post(f"/v1/invitations/{unknown}/link")).status_code == 404
    nowhere = await house.client.post(f"/v1/invitations/{asked}/link")
    assert (nowhere.status_code, nowhere.json()["code"]) == (409, "no_public_address")
    assert (await state(house, asked))["state"] == "queued"


async def test_one_is_cancelled_once_and_says_why_it_cannot_be(house: ServiceUnderTest) -> None:
    invitation_id = await invited(house)
    done = await house.post(f"/v1/invitations/{invitation_id}/cancel", {"reason": "By telephone"})
    assert (done["state"], done["reason"], done["next_at"]) == ("cancelled", "cancelled_by_hand", None)
    again = await house.client.post(f"/v1/invitations/{invitation_id}/cancel", json={"reason": "By telephone"})
    assert (again.status_code, again.json()["code"], again.json()["allowed"]) == (409, "transition_not_allowed", [])
    assert await told_of(house, invitation_id) == ["queued", "cancelled"]
    assert await sender(house).run_once() == 0
    [noted_] = (await house.get("/v1/audit", entity="invitation"))["items"]
    assert (noted_["action"], noted_["reason"]) == ("invitation.cancel", "By telephone")
    other = await invited(house)
    stale = await house.client.post(
        f"/v1/invitations/{other}/cancel", json={"reason": "x"}, headers={"If-Match": '"7"'}
    )
    assert stale.status_code == 412


async def test_a_reopened_ticket_takes_back_what_was_not_sent(house: ServiceUnderTest) -> None:
    ticket_id, other = uuid7(), uuid7()
    queued, elsewhere = await of_ticket(house, ticket_id), await of_ticket(house, other)
    await house.deliver(reopened(ticket_id))
    assert (await state(house, queued))["state"] == "cancelled"
    assert (await state(house, elsewhere))["state"] == "queued"
    [fact] = await house.told("survey.cancelled.v1")
    assert (fact.subject, fact.data["reasons"][0]["code"]) == (str(queued), "ticket_reopened")


async def test_what_is_out_stays_to_be_answered_but_is_reminded_of_no_more(
    house: ServiceUnderTest, mail_server: MailServer
) -> None:
    ticket_id = uuid7()
    invitation_id = await of_ticket(house, ticket_id)
    await sender(house).run_once()
    await house.deliver(reopened(ticket_id))
    house.clock.advance(days=4)
    assert await sender(house).run_once() == 0
    row = await state(house, invitation_id)
    assert (row["state"], row["next_at"]) == ("sent", row["expires_at"])
    made = await house.post("/v1/responses", answer(2, survey_type="csat", invitation_id=str(invitation_id)))
    assert (await state(house, invitation_id))["answer_id"] == made["id"]


async def test_a_late_fact_leaves_the_next_solution_alone(house: ServiceUnderTest) -> None:
    ticket_id = uuid7()
    first = await of_ticket(house, ticket_id)
    await house.deliver(reopened(ticket_id))
    second = await of_ticket(house, ticket_id, cycle=1)
    await house.deliver(reopened(ticket_id))
    assert [(await state(house, one))["state"] for one in (first, second)] == ["cancelled", "queued"]
    await house.deliver(reopened(ticket_id, 2))
    assert (await state(house, second))["state"] == "cancelled"


async def test_other_surveys_about_a_ticket_are_not_taken_back(house: ServiceUnderTest) -> None:
    ticket_id = uuid7()
    invitation_id = await of_ticket(house, ticket_id, of=await program(house, "nps"))
    await house.deliver(reopened(ticket_id))
    assert (await state(house, invitation_id))["state"] == "queued"


async def test_a_merged_pair_asks_once(house: ServiceUnderTest) -> None:
    part, whole = uuid7(), uuid7()
    one, other = await of_ticket(house, part), await of_ticket(house, whole)
    await house.deliver(merged(part, whole))
    assert [(await state(house, each))["state"] for each in (one, other)] == ["cancelled", "queued"]
    assert (await house.told("survey.cancelled.v1"))[0].data["reasons"][0]["code"] == "merged"


async def test_who_is_erased_is_asked_nothing_and_forgotten(house: ServiceUnderTest, mail_server: MailServer) -> None:
    contact_id, account_id = uuid7(), uuid7()
    mail_server.refuse_recipient[erasing.EMAIL] = f"452 4.2.2 <{erasing.EMAIL}> is full"
    await house.deliver(contact(contact_id, account_id, email=erasing.EMAIL, name=erasing.NAME))
    known: dict[str, Any] = {"contact_id": contact_id, "account_id": account_id, "address": erasing.EMAIL}
    bounced = await invited(house, **known)
    for _ in range(3):
        await sender(house).run_once()
    mail_server.refuse_recipient.clear()
    out, queued = (
        await sent(house, **known),
        await invited(house, not_before=house.clock() + timedelta(days=1), **known),
    )
    await house.post("/v1/suppressions", {"address": erasing.EMAIL.upper(), "note": erasing.WORDS})
    assert await erasing.left_of(house), "there is something to erase"
    await house.deliver(ContactErasureRequested.model_validate({"contact_id": contact_id, "account_id": account_id}))
    assert [(await state(house, one))["state"] for one in (bounced, out, queued)] == [
        "bounced",
        "cancelled",
        "cancelled",
    ]
    assert await told_of(house, queued) == ["queued", "cancelled"]
    await erasing.erase_waiting(house)
    assert await erasing.left_of(house) == []


async def test_an_answer_completes_its_invitation_and_belongs_to_its_story(house: ServiceUnderTest) -> None:
    ticket_id, trace_id = uuid7(), uuid7()
    invitation_id = await of_ticket(house, ticket_id, trace_id=trace_id)
    row = await state(house, invitation_id)
    given = {"source": "phone", "source_id": "1", "score": 5, "invitation_id": str(invitation_id)}
    made = await house.post("/v1/responses", given)
    assert (made["trace_id"], made["survey_type"], made["survey_id"]) == (str(trace_id), "csat", row["survey_id"])
    for name in ("program_id", "account_id", "contact_id", "ticket_id"):
        assert made[name] == row[name], name
    assert (await house.told("response.received.v1"))[0].trace_id == str(trace_id)
    done = await state(house, invitation_id)
    assert (done["state"], done["answer_id"], done["next_at"], done["sent_at"]) == ("completed", made["id"], None, None)
    again = await house.client.post("/v1/responses", json=given)
    assert (again.status_code, again.json()["id"]) == (200, made["id"])
    assert await sender(house).run_once() == 0, "what was answered by telephone is asked by no mail"
    other = await house.client.post("/v1/responses", json={**given, "source_id": "2"})
    assert (other.status_code, other.json()["code"]) == (409, "source_conflict")


async def test_what_an_answer_says_itself_stands(house: ServiceUnderTest) -> None:
    invitation_id, trace_id, account_id = await sent(house), uuid7(), uuid7()
    said = {"trace_id": str(trace_id), "account_id": str(account_id), "invitation_id": str(invitation_id)}
    made = await house.post("/v1/responses", answer(4, survey_type="csat", **said))
    assert (made["trace_id"], made["account_id"]) == (str(trace_id), str(account_id))


async def test_an_answer_that_comes_too_late_is_kept(house: ServiceUnderTest) -> None:
    invitation_id = await sent(house)
    house.clock.advance(days=20)
    await house.run_job("settle_invitations")
    made = await house.post("/v1/responses", answer(4, survey_type="csat", invitation_id=str(invitation_id)))
    row = await state(house, invitation_id)
    assert (row["state"], row["answer_id"], made["invitation_id"]) == ("expired", None, str(invitation_id))


async def test_an_invitation_that_nobody_knows_is_no_reason_to_lose_an_answer(house: ServiceUnderTest) -> None:
    made = await house.post("/v1/responses", answer(9, invitation_id=str(uuid7())))
    assert made["trace_id"] == made["id"]


async def test_fifty_answers_at_once_make_one(house: ServiceUnderTest) -> None:
    invitation_id = await sent(house)
    answers = [answer(score % 5 + 1, survey_type="csat", invitation_id=str(invitation_id)) for score in range(50)]
    got = await asyncio.gather(*(house.client.post("/v1/responses", json=one) for one in answers))
    assert sorted(one.status_code for one in got) == [201] + [409] * 49
    [made] = [one.json()["id"] for one in got if one.status_code == 201]
    row = await state(house, invitation_id)
    assert (row["state"], row["answer_id"]) == ("completed", made)
    assert len(await house.told("response.received.v1")) == 1


async def test_an_answer_without_an_invitation_costs_one_statement_as_before(house: ServiceUnderTest) -> None:
    await house.post("/v1/responses", answer(7))
    with noted() as statements:
        await house.post("/v1/responses", answer(7))
    assert len(of_the_request(statements)) == 1


async def test_a_member_of_staff_cannot_be_found_by_their_answer(house: ServiceUnderTest) -> None:
    texts = {"title": "Pulse", "thanks": "Thank you", "questions": {"open": {"label": "How is it?"}}}
    questions = [{"key": "open", "kind": "text"}]
    survey = await house.post(
        "/v1/surveys", {"name": "P", "type": "employee", "questions": questions, "locales": {"en": texts}}
    )
    of = await program(house)
    await house.execute("UPDATE program SET survey_id = :id", id=survey["id"])
    of.survey_id = UUID(survey["id"])
    invitation_id = await sent(house, of=of)
    given = {"source": "page", "source_id": "1", "score": None, "invitation_id": str(invitation_id)}
    made = await house.post("/v1/responses", given)
    assert (made["contact_id"], made["account_id"]) == (None, None)
    row = await state(house, invitation_id)
    assert (row["state"], row["answer_id"], ADDRESS in json.dumps(made)) == ("completed", None, False)
