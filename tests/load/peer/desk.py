"""Our side: the ticketing API on as many tickets and messages as the peer holds, with rows as the product writes them.

Four tickets are made through the API, with 0 to 3 messages, and copied by one statement a table: whatever the
product keeps of a ticket, its clocks and its audit trail too, is there for each of the copies.
"""

from collections.abc import Iterator

import httpx

from tests.load.site import Site

DATABASE = "peer"
FIRST = 100_001  # six digits, so that the load generator can write an id with a number in it
PAGE = 25
DEEP = 1_000  # the page that is measured, from 1

ID = "0176bb3e-7000-7000-8000-000000"
"""What the ids of the copies begin with: a UUIDv7 of 2021, before every ticket that the load makes."""

BODY = "The export button does nothing after the last update; steps, expectation and log follow. " * 2
KINDS = 4  # ticket n has n % 4 messages; every second of them is internal

# $1 … of psql are not to be had: the numbers and ids below are our own.
COPY = """
INSERT INTO {table}
SELECT made.*
FROM generate_series(1, {tickets}) AS n
     JOIN (VALUES {originals}) AS original (kind, ticket_id) ON original.kind = n % {kinds}
     JOIN {table} AS held ON held.{ticket} = original.ticket_id
     CROSS JOIN LATERAL (SELECT n + {first} - 1 AS number, ('{id}' || n + {first} - 1)::uuid AS ticket_id,
                                now() - make_interval(mins => {tickets} - n) AS at) AS new
     CROSS JOIN LATERAL jsonb_populate_record(held, {changed}) AS made
ORDER BY n
"""
OWN_ID = "overlay(held.{column}::text PLACING lpad(n::text, 12, '0') FROM 25)"
TABLES = {
    # table: the column that names the ticket, and what is different in a copy
    "ticket": (
        "id",
        "jsonb_build_object('id', new.ticket_id, 'number', new.number, 'trace_id', new.ticket_id,"
        " 'subject', 'Seeded ticket ' || n, 'requester_email', 'customer' || n % 5000 || '@example.org',"
        " 'created_at', new.at, 'updated_at', new.at)",
    ),
    "message": ("ticket_id", f"jsonb_build_object('id', {OWN_ID.format(column='id')}, 'ticket_id', new.ticket_id)"),
    "sla_clock": (
        "ticket_id",
        f"jsonb_build_object('id', {OWN_ID.format(column='id')}, 'ticket_id', new.ticket_id,"
        " 'trace_id', new.ticket_id)",
    ),
    "sla_watch": ("ticket_id", "jsonb_build_object('ticket_id', new.ticket_id)"),
    "audit": (
        "entity_id",
        f"jsonb_build_object('id', {OWN_ID.format(column='id')}, 'entity_id', new.ticket_id)",
    ),
}
STRETCHES = """
INSERT INTO sla_stretch
SELECT made.* FROM sla_stretch AS held JOIN sla_clock ON sla_clock.id = held.clock_id
     JOIN (VALUES {originals}) AS original (kind, ticket_id) USING (ticket_id)
     CROSS JOIN generate_series(1, {tickets}) AS n
     CROSS JOIN LATERAL jsonb_populate_record(held, jsonb_build_object('clock_id', {clock})) AS made
WHERE n % {kinds} = original.kind
"""


def fill(site: Site, url: str, tickets: int) -> None:
    """Make the tickets; an API of theirs answers at `url`. Raises AssertionError where their number is not right."""
    with httpx.Client(base_url=url, headers={"X-API-Key": site.key}) as client:
        originals = [_original(client, kind) for kind in range(KINDS)]
    values = {
        "tickets": tickets,
        "originals": ", ".join(f"({kind}, '{ticket_id}'::uuid)" for kind, ticket_id in enumerate(originals)),
        "kinds": KINDS,
        "first": FIRST,
        "id": ID,
    }
    statements = [
        COPY.format(table=table, ticket=ticket, changed=changed, **values)
        for table, (ticket, changed) in TABLES.items()
    ]
    stretches = STRETCHES.format(clock=OWN_ID.format(column="clock_id"), **values)
    site.postgres.execute(
        *statements,
        stretches,
        *_without(originals),
        _numbers_from(FIRST + tickets),
        "VACUUM (ANALYZE)",
        database=DATABASE,
    )
    made = "SELECT (SELECT count(*) FROM ticket), (SELECT count(*) FROM message)"
    messages = sum(number % KINDS for number in range(1, tickets + 1))
    assert site.rows(made, DATABASE) == [f"{tickets}|{messages}"], f"{site.rows(made, DATABASE)} were made"


def deep_cursor(url: str, key: str) -> str:
    """The cursor of page DEEP, found by going there page by page."""
    cursor = None
    with httpx.Client(base_url=url, headers={"X-API-Key": key}) as client:
        for _ in range(DEEP - 1):
            asked = {"limit": PAGE} if cursor is None else {"limit": PAGE, "cursor": cursor}
            cursor = client.get("/v1/tickets", params=asked).raise_for_status().json()["next_cursor"]
    assert cursor is not None
    return str(cursor)


def _original(client: httpx.Client, messages: int) -> str:
    """A ticket that has been written on so often."""
    body = {"subject": "Original", "type": "question", "requester": {"email": "customer@example.org"}}
    ticket_id: str = client.post("/v1/tickets", json=body).raise_for_status().json()["id"]
    for place in range(messages):
        message = {"body": BODY, "visibility": "internal" if place % 2 else "public"}
        client.post(f"/v1/tickets/{ticket_id}/messages", json=message).raise_for_status()
    return ticket_id


def _without(originals: list[str]) -> Iterator[str]:
    """The statements that delete the originals, children first."""
    named = ", ".join(f"'{ticket_id}'" for ticket_id in originals)
    yield f"DELETE FROM sla_stretch USING sla_clock WHERE clock_id = sla_clock.id AND ticket_id IN ({named})"
    for table, (ticket, _) in reversed(TABLES.items()):
        if table != "audit":
            yield f"DELETE FROM {table} WHERE {ticket} IN ({named})"


def _numbers_from(number: int) -> str:
    return f"ALTER TABLE ticket ALTER COLUMN number RESTART WITH {number}"
