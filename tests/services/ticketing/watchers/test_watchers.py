"""Those who watch a ticket hear of it once, as they want to, and not of what they do themselves."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import httpx
import pytest

from deploy.local import processes
from services.ticketing.tickets import queries as tickets
from services.ticketing.watchers import service as watching
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.notifications.sender import NotificationSender
from shared.ids import uuid7
from shared.ops.metrics import Metrics
from tests.fixtures.pages import visiting
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing import facts
from tests.services.ticketing.escalation_rules.rules import a_rule, level, swept
from tests.services.ticketing.merging.desk import (
    FROM_CUSTOMER,
    REPLY,
    SOLVED,
    a_ticket,
    merged,
    refusal,
    unmerged,
)
from tests.services.ticketing.sla.clocks import HOUR, MONDAY, a_policy, target

MIA, LEO = UUID("01935f2e-7c00-7000-8000-00000000aa01"), UUID("01935f2e-7c00-7000-8000-00000000aa02")
DAILY = {"every_minutes": None, "daily": "09:00"}
WORK = ("ticketing:*:read", "ticketing:*:write")


@pytest.fixture(autouse=True)
async def two_colleagues(ticketing: ServiceUnderTest) -> None:
    await ticketing.deliver(facts.staff(MIA, name="Mia Thorsen"), facts.staff(LEO, name="Leo Berg"))


async def watches(ticketing: ServiceUnderTest, ticket_id: str, *people: UUID) -> None:
    for each in people:
        answer = await ticketing.client.put(f"/v1/tickets/{ticket_id}/watchers/{each}")
        assert answer.status_code == 201, answer.text


async def heard(ticketing: ServiceUnderTest, person: UUID) -> list[tuple[str, str | None, str | None]]:
    """What somebody was told, the oldest first: of which ticket, who wrote, which status it got."""
    rows = await ticketing.rows(
        'SELECT ticket_id, "values" FROM notification'
        " WHERE staff_id = :who AND template = 'watched_ticket' ORDER BY id",
        who=person,
    )
    return [(str(row.ticket_id), row.values["written_by"], row.values["status"]) for row in rows]


async def following(ticketing: ServiceUnderTest, ticket_id: str) -> list[tuple[str, str]]:
    items = (await ticketing.get(f"/v1/tickets/{ticket_id}/watchers"))["items"]
    return [(item["ticket_id"], item["name"]) for item in items]


@asynccontextmanager
async def acting(ticketing: ServiceUnderTest, person: UUID) -> AsyncIterator[httpx.AsyncClient]:
    async with ticketing.client_with(*WORK, staff_id=person) as client:
        yield client


# ── Who ──


async def test_watching_is_said_once_and_taken_back(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    path = f"/v1/tickets/{ticket}/watchers"
    first = await ticketing.client.put(f"{path}/{MIA}")
    assert (first.status_code, first.headers["location"]) == (201, f"{path}/{MIA}")
    again = await ticketing.client.put(f"{path}/{MIA}")
    assert (again.status_code, again.json()) == (200, first.json())
    await watches(ticketing, ticket, LEO)
    page = await ticketing.get(path, limit=1)
    rest = await ticketing.get(path, limit=1, cursor=page["next_cursor"])
    assert [each["name"] for each in page["items"] + rest["items"]] == ["Mia Thorsen", "Leo Berg"]
    assert (await ticketing.client.delete(f"{path}/{MIA}")).status_code == 204
    assert await refusal(ticketing, f"{path}/{MIA}", method="DELETE") == (404, "not_found")
    assert await following(ticketing, ticket) == [(ticket, "Leo Berg")]
    assert (await ticketing.get(f"/v1/tickets/{ticket}"))["version"] == 1
    timeline = (await ticketing.get(f"/v1/tickets/{ticket}/timeline"))["items"]
    assert [item["kind"] for item in timeline[-3:]] == ["watched", "watched", "unwatched"]
    assert timeline[-1]["changes"] == [{"field": "watcher_id", "before": str(MIA), "after": None}]


async def test_who_cannot_watch_or_say_so(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    path = f"/v1/tickets/{ticket}/watchers"
    assert await refusal(ticketing, f"{path}/{uuid7()}", method="PUT") == (404, "not_found")
    assert await refusal(ticketing, f"{path}/nobody", method="PUT") == (422, "invalid")
    assert await refusal(ticketing, f"/v1/tickets/{uuid7()}/watchers/{MIA}", method="PUT") == (404, "not_found")
    assert await refusal(ticketing, f"/v1/tickets/{uuid7()}/watchers", method="GET") == (404, "not_found")
    async with ticketing.client_with("ticketing:tickets:read") as reader:
        assert (await reader.get(path)).status_code == 200
        assert (await reader.put(f"{path}/{MIA}")).status_code == 403
        assert (await reader.delete(f"{path}/{MIA}")).status_code == 403


async def test_a_ticket_has_so_many_watchers_at_most(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    await ticketing.execute(
        "INSERT INTO ticket_watcher (id, ticket_id, staff_id, since_at, added_by)"
        " SELECT gen_random_uuid(), :ticket, gen_random_uuid(), now(), 'key/x' FROM generate_series(1, 99)",
        ticket=ticket,
    )
    paths = [f"/v1/tickets/{ticket}/watchers/{each}" for each in (MIA, LEO)]
    answers = await asyncio.gather(*(ticketing.client.put(path) for path in paths))
    assert sorted(answer.status_code for answer in answers) == [201, 409]
    [refused] = [answer for answer in answers if answer.status_code == 409]
    assert refused.json()["code"] == "too_many_watchers"


async def test_many_at_once_make_one_watcher(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    answers = await asyncio.gather(*(ticketing.client.put(f"/v1/tickets/{ticket}/watchers/{MIA}") for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [200] * 5 + [201]


# ── Of what ──


async def test_watchers_hear_of_words_and_statuses_and_not_of_notes(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    await watches(ticketing, ticket, MIA)
    path = f"/v1/tickets/{ticket}"
    await ticketing.post(f"{path}/messages", {"body": "Look at the index.", "visibility": "internal"})
    await ticketing.post(f"{path}/messages", REPLY)
    await ticketing.post(f"{path}/messages", REPLY)
    await ticketing.post(f"{path}/transitions", {"to": "pending"})
    await ticketing.post(f"{path}/messages", FROM_CUSTOMER)
    await ticketing.post(f"{path}/transitions", SOLVED)
    assert await heard(ticketing, MIA) == [
        (ticket, "agent", "open"),
        (ticket, "agent", None),
        (ticket, None, "pending"),
        (ticket, "customer", "open"),
        (ticket, None, "solved"),
    ]
    told = (await ticketing.get("/v1/notifications", ticket_id=ticket, staff_id=str(MIA)))["items"]
    assert {(each["template"], each["recipient"]["role"]) for each in told} == {("watched_ticket", "watcher")}
    assert await heard(ticketing, LEO) == []


async def test_a_new_ticket_that_gets_an_owner_is_open_and_a_solved_one_is_closed(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    await watches(ticketing, ticket, MIA)
    await ticketing.post(f"/v1/tickets/{ticket}/assign", {"assignee_id": str(LEO)})
    await ticketing.post(f"/v1/tickets/{ticket}/assign", {"assignee_id": str(MIA)})
    await ticketing.post(f"/v1/tickets/{ticket}/transitions", SOLVED)
    ticketing.clock.advance(days=8)
    assert await ticketing.run_job("close_solved_tickets") == 1
    assert [status for _, _, status in await heard(ticketing, MIA)] == ["open", "solved", "closed"]


async def test_nobody_hears_of_what_they_did_themselves(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    await watches(ticketing, ticket, MIA, LEO)
    path = f"/v1/tickets/{ticket}"
    async with acting(ticketing, MIA) as mia:
        assert (await mia.post(f"{path}/messages", json=REPLY)).status_code == 201
        assert (await mia.post(f"{path}/transitions", json=SOLVED)).status_code == 200
    by_import = {**REPLY, "author": {"kind": "agent", "id": str(LEO)}}
    await ticketing.post(f"{path}/messages", by_import)
    assert await heard(ticketing, MIA) == [(ticket, "agent", None)]
    assert await heard(ticketing, LEO) == [(ticket, "agent", "open"), (ticket, None, "solved")]


async def test_one_message_is_heard_of_once_however_often_it_comes(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    await watches(ticketing, ticket, MIA)
    body = {**FROM_CUSTOMER, "channel": "email", "source_id": "<1@acme.example>"}
    for _ in range(3):
        await ticketing.post(f"/v1/tickets/{ticket}/messages", body)
    assert await heard(ticketing, MIA) == [(ticket, "customer", None)]


async def test_who_has_left_hears_nothing(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    await watches(ticketing, ticket, MIA, LEO)
    await ticketing.deliver(facts.staff(MIA, active=False))
    await ticketing.post(f"/v1/tickets/{ticket}/messages", FROM_CUSTOMER)
    assert (await heard(ticketing, MIA), await heard(ticketing, LEO)) == ([], [(ticket, "customer", None)])


async def test_a_reply_that_waited_is_heard_of_by_who_began_to_watch_meanwhile(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    cause = Cause("request/test", f"staff/{LEO}", ticketing.clock())
    async with transaction(ticketing.database) as session:
        await tickets.locked(session, UUID(ticket))
        await watching.watch(session, cause, UUID(ticket), MIA)
        reply = asyncio.create_task(ticketing.post(f"/v1/tickets/{ticket}/messages", REPLY))
        await _until_somebody_waits(ticketing)
    await reply
    assert await heard(ticketing, MIA) == [(ticket, "agent", "open")]


async def _until_somebody_waits(ticketing: ServiceUnderTest) -> None:
    waiting = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    for _ in range(1000):
        if await ticketing.rows(waiting):
            return
        await asyncio.sleep(0.01)
    pytest.fail("the reply did not wait for who held its ticket")


async def test_watchers_are_told_when_they_want_to_be(ticketing: ServiceUnderTest) -> None:
    daily = {"quiet_hours": [], "urgent_passes": True, "digest": {"normal": DAILY, "urgent": None}}
    await ticketing.deliver(facts.staff(MIA, preferences=daily))
    ticket = await a_ticket(ticketing)
    await watches(ticketing, ticket, MIA)
    await ticketing.post(f"/v1/tickets/{ticket}/messages", FROM_CUSTOMER)
    settings = ticketing.app.state.settings.model_copy(update={"smtp_url": f"smtp://127.0.0.1:{processes.free_port()}"})
    sender = NotificationSender(
        ticketing.database, settings, ticketing.duties.templates, Metrics("test"), ticketing.clock
    )
    await sender.run_once()
    [told] = (await ticketing.get("/v1/notifications", ticket_id=ticket))["items"]
    assert (told["template"], told["state"]) == ("watched_ticket", "held")


async def test_a_dry_run_tells_nobody(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    await watches(ticketing, ticket, MIA)
    macro = await ticketing.post("/v1/macros", {"name": "Wait", "actions": [{"transition": {"to": "pending"}}]})
    await ticketing.post(f"/v1/macros/{macro['id']}/preview", {"ticket_id": ticket})
    assert await heard(ticketing, MIA) == []
    await ticketing.post(f"/v1/tickets/{ticket}/apply-macro", {"macro_id": macro["id"]})
    assert await heard(ticketing, MIA) == [(ticket, None, "pending")]


# ── Levels ──


async def test_watchers_hear_of_levels_and_who_hears_for_a_role_hears_once(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)
    await a_policy(ticketing, target("first_reply", HOUR))
    notify = level(share=50, actions=[{"do": "notify"}], recipients=[{"role": "assignee"}])
    await a_rule(ticketing, notify, level(share=90))
    ticket = await a_ticket(ticketing, assignee_id=str(MIA))
    await watches(ticketing, ticket, MIA, LEO)
    ticketing.clock.advance(minutes=55)
    await swept(ticketing)
    await swept(ticketing)
    told = (await ticketing.get("/v1/notifications", ticket_id=ticket))["items"]
    who = sorted((each["recipient"]["staff_id"], each["recipient"]["role"], each["template"]) for each in told)
    assert who == [
        (str(MIA), "assignee", "escalation_level"),
        (str(MIA), "watcher", "escalation_level"),
        (str(LEO), "watcher", "escalation_level"),
        (str(LEO), "watcher", "escalation_level"),
    ]


# ── Merging ──


async def test_watchers_go_with_a_merge_and_come_back_with_the_unmerge(ticketing: ServiceUnderTest) -> None:
    one, other, top = [await a_ticket(ticketing) for _ in range(3)]
    await watches(ticketing, one, MIA)
    await watches(ticketing, other, MIA, LEO)
    await merged(ticketing, one, into=other)
    await merged(ticketing, other, into=top)
    assert await following(ticketing, top) == [(one, "Mia Thorsen"), (other, "Mia Thorsen"), (other, "Leo Berg")]
    await ticketing.post(f"/v1/tickets/{one}/messages", FROM_CUSTOMER)
    assert await heard(ticketing, MIA) == [(top, "customer", None)]
    await unmerged(ticketing, other)
    await unmerged(ticketing, one)
    assert await following(ticketing, one) == [(one, "Mia Thorsen")]
    assert await following(ticketing, other) == [(other, "Mia Thorsen"), (other, "Leo Berg")]
    assert await following(ticketing, top) == []
    await ticketing.post(f"/v1/tickets/{top}/messages", FROM_CUSTOMER)
    await ticketing.post(f"/v1/tickets/{one}/messages", FROM_CUSTOMER)
    assert await heard(ticketing, MIA) == [(top, "customer", None), (one, "customer", None)]
    assert await heard(ticketing, LEO) == [(top, "customer", None)]


async def test_who_stops_watching_the_survivor_stops_watching_what_is_in_it(ticketing: ServiceUnderTest) -> None:
    one, other = [await a_ticket(ticketing) for _ in range(2)]
    await watches(ticketing, one, MIA)
    await merged(ticketing, one, into=other)
    assert (await ticketing.client.delete(f"/v1/tickets/{other}/watchers/{MIA}")).status_code == 204
    await unmerged(ticketing, one)
    assert await following(ticketing, one) == []


# ── Finding ──


async def test_tickets_are_found_by_who_watches_them(ticketing: ServiceUnderTest) -> None:
    mine, theirs, _ = [await a_ticket(ticketing) for _ in range(3)]
    await watches(ticketing, mine, MIA)
    await watches(ticketing, theirs, LEO)
    assert [each["id"] for each in (await ticketing.get("/v1/tickets", watcher_id=str(MIA)))["items"]] == [mine]
    assert [each["id"] for each in (await ticketing.get("/v1/tickets", q=f"watcher:{LEO}"))["items"]] == [theirs]
    async with acting(ticketing, MIA) as mia:
        found = (await mia.get("/v1/tickets", params={"q": "watcher:me slow"})).json()
    assert [each["id"] for each in found["items"]] == [mine]
    assert await refusal(ticketing, "/v1/tickets?q=watcher:me", method="GET") == (422, "not_staff")
    assert await refusal(ticketing, "/v1/tickets?q=watcher:none", method="GET") == (422, "invalid")
    view = await ticketing.post("/v1/views", {"name": "Mia's", "filters": {"watcher_id": str(MIA)}})
    assert (await ticketing.get(f"/v1/views/{view['id']}/count"))["count"] == 1


# ── Console ──


async def test_the_console_shows_watchers_and_lets_people_watch(ticketing: ServiceUnderTest) -> None:
    ticket = await ticketing.get(f"/v1/tickets/{await a_ticket(ticketing)}")
    path = f"/console/tickets/{ticket['number']}"
    async with visiting(ticketing, *WORK, staff_id=MIA) as mia:
        assert "Nobody watches it." in await mia.get(path)
        page = (await mia.send(f"{path}/watch", staff_id=str(MIA))).text
        assert "You hear of #" in page
        assert "Mia Thorsen watches it" in page
        assert "Stop watching" in page
        page = (await mia.send(f"{path}/watch", staff_id=str(LEO))).text
        assert "Remove Leo Berg" in page
        assert (await mia.send(f"{path}/watch", staff_id="")).status_code == 422
        page = (await mia.send(f"{path}/unwatch", staff_id=str(LEO))).text
        assert "Leo Berg no longer watches it" in page
    assert await following(ticketing, ticket["id"]) == [(ticket["id"], "Mia Thorsen")]
