"""Finding tickets by what was said, with slips, and by filters in the search."""

from collections.abc import Sequence
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from services.ticketing.tickets import searching, shares, wording
from services.ticketing.tickets.search_query import Term, Words
from shared.db.listing import Listing
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services import erasing
from tests.services.ticketing.facts import CARE, account

ACME = uuid7()
LEO = uuid7()


async def found(service: ServiceUnderTest | httpx.AsyncClient, q: str) -> list[str]:
    """The subjects' first words, the newest ticket first."""
    client = service.client if isinstance(service, ServiceUnderTest) else service
    answer = await client.get("/v1/tickets", params={"q": q})
    assert answer.status_code == 200, f"{q}: {answer.text}"
    return [item["subject"].split()[0] for item in answer.json()["items"]]


@pytest.fixture
async def desk(ticketing: ServiceUnderTest) -> ServiceUnderTest:
    """Exports (open, Acme's, Leo's), Invoices (new, in a group) and Passwords (solved, a customer wrote)."""
    await ticketing.deliver(account(ACME, name="Acme Corp"), times=1)
    for body in (
        {"subject": "Exports are slow", "assignee_id": str(LEO), "account_id": str(ACME), "tags": ["a", "b"]},
        {"subject": "Invoices missing", "type": "incident", "priority": "high", "group_id": CARE, "tags": ["a"]},
        {"subject": "Passwords", "requester": {"email": "Ana@Acme.example"}, "message": {"body": "I forgot mine."}},
    ):
        await ticketing.post("/v1/tickets", {"type": "question", **body})
    exports, invoices, passwords = await _ids(ticketing)
    await _write(ticketing, exports, "The warehouse dashboard takes an hour", "public")
    await _write(ticketing, invoices, "Only the warehouse team sees them", "internal")
    await ticketing.post(f"/v1/tickets/{passwords}/transitions", {"to": "solved", "resolution_code": "fixed"})
    return ticketing


async def _ids(service: ServiceUnderTest) -> list[str]:
    return [str(row.id) for row in await service.rows("SELECT id FROM ticket ORDER BY id")]


async def _write(service: ServiceUnderTest, ticket_id: str, body: str, visibility: str) -> None:
    await service.post(f"/v1/tickets/{ticket_id}/messages", {"body": body, "visibility": visibility})


FINDS: list[tuple[str, list[str]]] = [
    ("warehouse", ["Invoices", "Exports"]),  # also in what staff wrote to each other
    ("slow dashboard", ["Exports"]),  # one word of the subject, one of a message
    ('"warehouse dashboard"', ["Exports"]),
    ('"dashboard warehouse"', []),
    ("warehouse -dashboard", ["Invoices"]),
    ("-warehouse", ["Passwords"]),
    ("forgot or dashboard", ["Passwords", "Exports"]),
    ("wharehose", []),  # two slips
    ("warehuose", ["Invoices", "Exports"]),
    ("dashbord", ["Exports"]),
    ("dashhboard slow", ["Exports"]),
    ("pasword", []),  # Passwords is two slips away
    ("passwords", ["Passwords"]),
    ("status:open warehouse", ["Exports"]),
    ("status:new,open", ["Invoices", "Exports"]),
    ("tag:a", ["Invoices", "Exports"]),
    ("tag:a tag:b", ["Exports"]),
    ("type:incident priority:high", ["Invoices"]),
    (f"account:{ACME}", ["Exports"]),
    ('account:"acme corp"', ["Exports"]),
    ("account:nobody", []),
    (f"assignee:{LEO}", ["Exports"]),
    ("assignee:none", ["Passwords", "Invoices"]),
    ("group:customer-care", ["Invoices"]),
    (f"group:{CARE}", ["Invoices"]),
    ("group:none", ["Passwords", "Exports"]),
    ("requester:ana@acme.example", ["Passwords"]),
    ("created>2020-01-01", ["Passwords", "Invoices", "Exports"]),
    ("created<2020-01-01", []),
    ("updated>=2020-01-01 forgot", ["Passwords"]),
    ("'; DROP TABLE ticket; --", []),
    ("%' OR 1=1", []),
    ("{0} {} $1", []),
]


async def test_a_search_finds(desk: ServiceUnderTest) -> None:
    assert [(q, await found(desk, q)) for q, _ in FINDS] == FINDS


COMMON: list[dict[str, float]] = [
    dict.fromkeys(("warehouse", "dashboard", "forgot", "slow", "passwords"), 1.0),
    {"warehouse": 0.3, "dashboard": 0.02, "slow": 1.0, "are": 1.0},
    {"warehouse": 0.015, "the": 0.9, "only": 0.9},
]


@pytest.mark.parametrize("common", COMMON)
async def test_a_search_finds_the_same_on_each_of_its_ways(
    desk: ServiceUnderTest, common: dict[str, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Common words are looked for in the tickets, as far as statistics know them, and statistics may be wrong."""

    async def known(*_: Any) -> dict[str, float]:
        return common

    async def many(_: Any) -> float:
        return 1e6

    monkeypatch.setattr(shares, "known", known)
    monkeypatch.setattr(shares, "messages", many)
    more = [
        ("warehouse -slow", ["Invoices"]),
        ("the warehouse -forgot -dashboard", ["Invoices"]),
        ("only warehouse or forgot", ["Passwords", "Invoices"]),
        ("-warehouse -forgot", []),
        ("#1 warehouse", []),
    ]
    assert [(q, await found(desk, q)) for q, _ in FINDS + more] == FINDS + more
    for q, subjects in FINDS + more:
        view = await desk.post("/v1/views", {"name": q, "filters": {"q": q}})
        assert (await desk.get(f"/v1/views/{view['id']}/count"))["count"] == len(subjects), q


async def test_common_words_are_known_by_statistics(desk: ServiceUnderTest) -> None:
    async with desk.database.session() as session:
        await session.execute(text("ANALYZE message"))
        await session.commit()
    async with desk.database.session() as session:
        known = await shares.known(session, "warehouse")
        assert await shares.known(session, None) == {}
    assert known["warehouse"] == pytest.approx(2 / 3)
    assert shares.of(Term("Warehouse"), known) == known["warehouse"]
    assert shares.of(Term("warehouse elsewhere", phrase=True), known) == 0


async def test_a_search_that_takes_too_long_is_given_up(
    desk: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its statement is cancelled, and the desk goes on; a list of views shows the others' counts."""
    await desk.post("/v1/views", {"name": "Slow", "filters": {"q": "warehouse"}})
    slow = await desk.post("/v1/views", {"name": "Slow", "filters": {"q": "dashboard"}})
    narrow = wording.narrow

    def wait(listed: Listing, either: Sequence[Words], *rest: Any) -> None:
        narrow(listed, either, *rest)
        if either[0].said[0].text == "dashboard":
            listed.where("(SELECT pg_sleep(30)) IS NOT NULL")

    monkeypatch.setattr(wording, "narrow", wait)
    monkeypatch.setattr(searching, "MOST_SECONDS", 0.3)
    for path in ("/v1/tickets?q=dashboard", f"/v1/views/{slow['id']}/tickets", f"/v1/views/{slow['id']}/count"):
        answer = await desk.client.get(path)
        assert (answer.status_code, answer.json()["code"]) == (422, "search_too_broad"), path
    bulk = {"filter": {"q": "dashboard"}, "change": {"note": "x"}}
    assert (await desk.client.post("/v1/tickets/bulk", json=bulk)).json()["code"] == "search_too_broad"
    views = await desk.get("/v1/views", counts=True)
    assert [view["count"] and view["count"]["count"] for view in views["items"]] == [2, None]
    [asleep] = await desk.rows("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
    assert (asleep[0], await found(desk, "forgot")) == (0, ["Passwords"])


async def test_a_word_that_is_said_is_not_guessed_at(desk: ServiceUnderTest) -> None:
    await desk.post("/v1/tickets", {"subject": "Dashbord", "type": "question"})
    assert await found(desk, "dashbord") == ["Dashbord"]


async def test_a_ticket_s_number_is_found_beside_words(desk: ServiceUnderTest) -> None:
    [row] = await desk.rows("SELECT number FROM ticket WHERE subject = 'Passwords'")
    for q in (f"#{row.number}", f"{row.number} forgot", f"number:{row.number}", f"number:#{row.number} status:solved"):
        assert await found(desk, q) == ["Passwords"], q
    assert await found(desk, f"{row.number} warehouse") == []


async def test_me_is_who_asks(desk: ServiceUnderTest) -> None:
    async with desk.client_with("ticketing:tickets:*", staff_id=LEO) as leo:
        assert await found(leo, "assignee:me") == ["Exports"]
    answer = await desk.client.get("/v1/tickets", params={"q": "assignee:me"})
    assert (answer.status_code, answer.json()["code"]) == (422, "not_staff")
    body = {"entity": "tickets", "filters": {"q": "assignee:me"}}
    export = await desk.client.post("/v1/exports", json=body)
    assert (export.status_code, export.json()["errors"][0]["loc"]) == (422, ["body", "filters", "q"])


async def test_what_cannot_be_read_is_refused_where_it_is_asked(desk: ServiceUnderTest) -> None:
    answer = await desk.client.get("/v1/tickets", params={"q": "foo:bar"})
    [error] = answer.json()["errors"]
    assert (answer.status_code, error["loc"], error["type"]) == (422, ["query", "q"], "search")
    assert "there are status, type, priority, tag, account" in error["msg"]
    bulk = {"filter": {"q": "status:"}, "change": {"note": "x"}}
    assert (await desk.client.post("/v1/tickets/bulk", json=bulk)).json()["errors"][0]["loc"] == ["body", "filter", "q"]
    for hostile in ("x" * 501, "x" * 10_000, ""):
        assert (await desk.client.get("/v1/tickets", params={"q": hostile})).status_code == 422
    for odd in ('"' * 499, "(" * 499, "\\" * 499, "a" * 499, "é́" * 200, "exprot" + "́" * 100, "🙂", "#", "-"):
        assert (await desk.client.get("/v1/tickets", params={"q": odd})).status_code == 200, odd


async def test_a_search_goes_on_over_pages(ticketing: ServiceUnderTest) -> None:
    for number in range(5):
        await ticketing.post("/v1/tickets", {"subject": f"Export {number}", "type": "question"})
    seen: list[str] = []
    page: dict[str, Any] = {"next_cursor": None}
    while not seen or page["next_cursor"]:
        more = {"cursor": page["next_cursor"]} if page["next_cursor"] else {}
        page = await ticketing.get("/v1/tickets", q="exprot", limit=2, **more)
        seen += [item["subject"] for item in page["items"]]
    assert seen == [f"Export {number}" for number in (4, 3, 2, 1, 0)]


async def test_who_was_erased_is_not_found(ticketing: ServiceUnderTest) -> None:
    ana, acme = uuid7(), uuid7()
    await ticketing.deliver(erasing.contact(ana, acme), times=1)
    requester = {"contact_id": str(ana), "name": erasing.NAME, "email": erasing.EMAIL}
    body = {"subject": "Zlatibora asks", "type": "question", "message": {"body": erasing.WORDS}}
    await ticketing.post("/v1/tickets", {**body, "requester": requester})
    searches = ("turnstile", "turnstlie", "zlatibora", "zlatibroa", f"requester:{erasing.EMAIL}", '"ate my umbrella"')
    assert [await found(ticketing, q) for q in searches] == [["Zlatibora"]] * 6
    await ticketing.deliver(erasing.request(ana, acme))
    await erasing.erase_waiting(ticketing)
    assert [await found(ticketing, q) for q in searches] == [[]] * 6


async def test_time_filters_follow_the_clock(ticketing: ServiceUnderTest) -> None:
    first = await ticketing.post("/v1/tickets", {"subject": "Early", "type": "question"})
    ticketing.clock.advance(hours=2)
    second = await ticketing.post("/v1/tickets", {"subject": "Late", "type": "question"})
    assert await found(ticketing, f"created>{first['created_at']}") == ["Late"]
    assert await found(ticketing, f"created>={first['created_at']}") == ["Late", "Early"]
    assert await found(ticketing, f"created<={first['created_at']}") == ["Early"]
    assert await found(ticketing, f"created:{second['created_at']}") == ["Late"]
