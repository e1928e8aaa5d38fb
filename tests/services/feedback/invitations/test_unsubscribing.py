"""The page on which surveys are stopped, and the list of who gets none."""

import asyncio
import re
from datetime import timedelta
from uuid import UUID, uuid4

import httpx
import pytest

from services.feedback.invitations.tokens import token_of
from tests.fixtures.run import SECRET_KEY
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback.answering.inviting import digest
from tests.services.feedback.invitations.asking import ADDRESS, invited, links, sender, sent, state, told_of
from tests.shared.features.notifications.conftest import MailServer

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def page_of(invitation_id: UUID) -> str:
    return f"/unsubscribe/{token_of(invitation_id, SECRET_KEY)}"


def stranger(house: ServiceUnderTest) -> httpx.AsyncClient:
    """A mail program: no key, no cookies."""
    transport = httpx.ASGITransport(app=house.app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="https://feedback.us.example")


async def test_get_changes_nothing_and_post_stops_them(house: ServiceUnderTest, mail_server: MailServer) -> None:
    invitation_id = await sent(house)
    row = await state(house, invitation_id)
    other = await invited(house, contact_id=UUID(row["contact_id"]))
    elsewhere = await invited(house, address="ben@acme.example")
    [link] = {*links(mail_server.mails[0].as_string().replace("=\n", ""), "unsubscribe")}
    assert link == page_of(invitation_id)
    before = await digest(house)
    async with stranger(house) as browser:
        for method in ("GET", "HEAD", "GET"):
            page = await browser.request(method, link, headers={"Accept-Language": "sv"})
            assert (page.status_code, page.headers.get("set-cookie")) == (200, None)
        assert page.headers["referrer-policy"] == "no-referrer"
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["x-robots-tag"] == "noindex, nofollow"
        assert "Shall we stop sending surveys to a…@acme.example?" in page.text
        assert page.text.count("<button") == 1
        assert "<script" not in page.text
        assert ADDRESS not in page.text
        assert await digest(house) == before
        done = await browser.post(link)
    assert (done.status_code, "You get no more surveys" in done.text, "<button" in done.text) == (200, True, False)
    assert await digest(house) != before
    states = [(await state(house, one))["state"] for one in (invitation_id, other, elsewhere)]
    assert states == ["cancelled", "cancelled", "queued"]
    held = (await house.get("/v1/suppressions", reason="unsubscribed"))["items"]
    assert {one["address"] or one["contact_id"] for one in held} == {ADDRESS, row["contact_id"]}
    facts = await house.told("survey.cancelled.v1")
    assert {fact.headers["ce_actor"] for fact in facts} == {"customer"}
    assert {fact.data["reasons"][0]["code"] for fact in facts} == {"unsubscribed"}


@pytest.mark.parametrize("kind", ["form", "multipart", "nothing", "other"])
async def test_one_click_of_a_mail_program_needs_no_cookie(house: ServiceUnderTest, kind: str) -> None:
    """RFC 8058, section 3.2: the body may come as a form of either kind."""
    invitation_id = await sent(house)
    async with stranger(house) as program:
        for _ in range(2):
            if kind == "form":
                answer = await program.post(page_of(invitation_id), data=ONE_CLICK)
            elif kind == "multipart":
                answer = await program.post(page_of(invitation_id), files={"List-Unsubscribe": (None, "One-Click")})
            elif kind == "nothing":
                answer = await program.post(page_of(invitation_id))
            else:
                answer = await program.post(
                    page_of(invitation_id), content=b"{}", headers={"Content-Type": "text/plain"}
                )
            assert answer.status_code == 200
    assert await told_of(house, invitation_id) == ["queued", "sent", "cancelled"]
    assert len((await house.get("/v1/suppressions", address=ADDRESS))["items"]) == 1


async def test_a_link_that_is_not_ours_gets_a_clear_page(house: ServiceUnderTest) -> None:
    invitation_id = await sent(house)
    ours = token_of(invitation_id, SECRET_KEY)
    flipped = ours[:-2] + ("A" if ours[-2] != "A" else "B") + ours[-1]
    forged = [
        flipped,
        ours[:-1],
        ours + "A",
        token_of(uuid4(), SECRET_KEY),
        token_of(invitation_id, "another secret"),
        "%00",
        "x" * 5_000,
        "..%2f..",
    ]
    before = await digest(house)
    async with stranger(house) as browser:
        for token in forged:
            for method in ("GET", "POST"):
                page = await browser.request(method, f"/unsubscribe/{token}", headers={"Accept-Language": "bg;q=1, en"})
                assert page.status_code == 404, token
                if "%2f" not in token:
                    assert "Тази връзка не работи" in page.text
        assert (await browser.put(f"/unsubscribe/{ours}")).status_code == 405
    assert await digest(house) == before


@pytest.mark.parametrize(
    ("locale", "lang", "button"),
    [
        ("en", "en", "Stop the surveys"),
        ("es", "es", "No enviar más encuestas"),
        ("sv", "sv", "Sluta skicka enkäter"),
        ("no", "no", "Slutt å sende undersøkelser"),
        ("sr", "sr", "Престаните да шаљете упитнике"),
        ("sr-Latn", "sr-Latn", "Prestanite da šaljete upitnike"),
        ("bg", "bg", "Спрете анкетите"),
    ],
)
async def test_the_page_speaks_the_language_of_the_mail(
    house: ServiceUnderTest, locale: str, lang: str, button: str
) -> None:
    invitation_id = await sent(house, locale=locale)
    async with stranger(house) as browser:
        page = (await browser.get(page_of(invitation_id))).text
    assert f'<html lang="{lang}">' in page
    assert re.search(f"<button[^>]*>{button}</button>", page)


async def test_an_answer_that_was_begun_stays(house: ServiceUnderTest) -> None:
    invitation_id = await sent(house)
    given = {"source": "page", "source_id": "1", "score": 2, "invitation_id": str(invitation_id)}
    await house.post("/v1/responses", given)
    async with stranger(house) as browser:
        await browser.post(page_of(invitation_id))
    assert (await state(house, invitation_id))["state"] == "completed"


async def test_two_mails_of_one_contact_are_stopped_at_the_same_moment(house: ServiceUnderTest) -> None:
    """Each locks the other's invitation as well: neither waits for the other for ever."""
    first = await sent(house)
    contact_id = UUID((await state(house, first))["contact_id"])
    ids = [first] + [await sent(house, contact_id=contact_id) for _ in range(5)]
    async with stranger(house) as program:
        answers = await asyncio.gather(*(program.post(page_of(one), data=ONE_CLICK) for one in ids * 3))
    assert {answer.status_code for answer in answers} == {200}
    assert len(await house.told("survey.cancelled.v1")) == len(ids)
    assert len((await house.get("/v1/suppressions"))["items"]) == 2


async def test_suppressions_are_kept_once_and_looked_up(house: ServiceUnderTest) -> None:
    made = await house.post("/v1/suppressions", {"address": "Ana@ACME.example", "note": "By telephone"})
    assert (made["address"], made["reason"]) == (ADDRESS, "manual")
    again = await house.client.post("/v1/suppressions", json={"address": ADDRESS, "note": "By telephone"})
    assert (again.status_code, again.json()["id"]) == (200, made["id"])
    other = await house.client.post("/v1/suppressions", json={"address": ADDRESS, "reason": "bounced"})
    assert (other.status_code, other.json()["code"], other.json()["conflicting_id"]) == (
        409,
        "already_suppressed",
        made["id"],
    )
    assert [one["id"] for one in (await house.get("/v1/suppressions", address="ANA@acme.example"))["items"]] == [
        made["id"]
    ]
    assert (await house.get("/v1/suppressions", address="ben@acme.example"))["items"] == []
    gone = await house.client.delete(f"/v1/suppressions/{made['id']}", params={"reason": "They asked to be back"})
    assert gone.status_code == 204
    assert (await house.client.delete(f"/v1/suppressions/{made['id']}")).status_code == 404
    rows = (await house.get("/v1/audit", entity="suppression"))["items"]
    assert {row["action"] for row in rows} == {"suppression.create", "suppression.delete"}
    assert ADDRESS not in str(rows)
    for wrong in ({}, {"address": ADDRESS, "contact_id": str(uuid4())}, {"address": "nobody"}, {"contact_id": "1"}):
        assert (await house.client.post("/v1/suppressions", json=wrong)).status_code == 422


async def test_a_suppression_that_ends_makes_room(house: ServiceUnderTest, mail_server: MailServer) -> None:
    until = (house.clock() + timedelta(days=1)).isoformat()
    await house.post("/v1/suppressions", {"address": ADDRESS, "until": until})
    invitation_id = await invited(house, not_before=house.clock() + timedelta(days=2))
    house.clock.advance(days=2)
    await sender(house).run_once()
    assert (await state(house, invitation_id))["state"] == "sent"
    again = await house.post("/v1/suppressions", {"address": ADDRESS, "reason": "unsubscribed"})
    assert (again["until"], again["reason"]) == (None, "unsubscribed")
