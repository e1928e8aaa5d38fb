"""Tickets from elsewhere: with their own times, once for each source, and silent."""

import json

import pytest

from tests.fixtures.services import ServiceUnderTest
from tests.shared.features.bulk_jobs.working import CSV, JSON_LINES, imported, rows_of

PATH = "/v1/tickets/import"

# As Zendesk's export has them: line breaks and quotes in quoted cells.
ZENDESK = (
    "subject,status,priority,created_at,solved_at,resolution_code,source.id,tags,requester.email,message.body\r\n"
    '"Export, slow",solved,high,2024-05-02T08:00:00Z,2024-05-03T09:30:00Z,fixed,8841,"export,slow",ana@acme.example,'
    '"It is slow.\nVery ""slow"".\n\nAna"\r\n'
    "Second,open,normal,2024-05-04T08:00:00Z,,,8842,,,\r\n"
)
# As Excel writes CSV in most of Europe: a byte order mark, semicolons, empty cells.
EXCEL = (
    b"\xef\xbb\xbfsubject;source.id;created_at;custom.order\r\nSt\xc3\xb6rung;1;2024-05-02T08:00:00Z;A-17\r\n"
    b'"Zwei; drei";2;2024-05-02T08:00:00Z;\r\n'
)
# As LibreOffice writes it: every text in quotes, line feeds, no last one.
LIBREOFFICE = (
    '"subject","source.id","created_at"\n"Fil","1","2024-05-02T08:00:00Z"\n"Ett ""ord""","2","2024-05-02T08:00:00Z"'
)

SOURCE = {"source_service": "zendesk", "source_kind": "ticket"}


async def test_history_is_kept_as_it_was_and_nobody_hears_of_it(ticketing: ServiceUnderTest) -> None:
    job = await imported(ticketing, PATH, ZENDESK, CSV, **SOURCE)
    assert (job["state"], job["total"], job["succeeded"], job["progress"]) == ("done", 2, 2, 1.0)
    first, second = await rows_of(ticketing, job)
    ticket = await ticketing.get(f"/v1/tickets/{first['thing_id']}", include="messages")
    assert (ticket["status"], ticket["resolution_code"], ticket["silent"]) == ("solved", "fixed", True)
    assert (ticket["created_at"], ticket["solved_at"]) == ("2024-05-02T08:00:00Z", "2024-05-03T09:30:00Z")
    assert ticket["source"] == {"service": "zendesk", "kind": "ticket", "id": "8841"}
    assert (ticket["tags"], ticket["requester"]["email"]) == (["export", "slow"], "ana@acme.example")
    assert ticket["messages"][0]["body"] == 'It is slow.\nVery "slow".\n\nAna'
    told = [fact for fact in await ticketing.told() if fact.subject in (first["thing_id"], second["thing_id"])]
    assert [fact.type for fact in told] == ["ticket.created.v1"] * 2
    assert [fact.data["silent"] for fact in told] == [True, True]
    assert {fact.headers["ce_causationid"] for fact in told} == {f"job/import_tickets/{job['id']}"}
    assert {fact.headers["ce_actor"] for fact in told} == {"key/tests"}
    assert await ticketing.rows("SELECT 1 FROM notification") == []
    assert await ticketing.rows("SELECT 1 FROM sla_clock") == []


async def test_what_happens_to_a_silent_ticket_starts_no_clock(ticketing: ServiceUnderTest) -> None:
    job = await imported(ticketing, PATH, ZENDESK, CSV, **SOURCE)
    [_, row] = await rows_of(ticketing, job)
    path = f"/v1/tickets/{row['thing_id']}"
    await ticketing.patch(path, {"priority": "urgent"})
    await ticketing.post(f"{path}/messages", {"body": "Hello?", "visibility": "public", "author": {"kind": "customer"}})
    await ticketing.post(f"{path}/messages", {"body": "Yes.", "visibility": "public"})
    await ticketing.post(f"{path}/transitions", {"to": "solved", "resolution_code": "fixed"})
    assert await ticketing.rows("SELECT 1 FROM sla_clock") == []
    assert await ticketing.told("sla.applied.v1") == []


async def test_a_second_run_skips_what_is_there(ticketing: ServiceUnderTest) -> None:
    first = await rows_of(ticketing, await imported(ticketing, PATH, ZENDESK, CSV, **SOURCE))
    told = len(await ticketing.told())
    again = await imported(ticketing, PATH, ZENDESK.replace("Second", "Another"), CSV, **SOURCE)
    assert (again["skipped"], again["succeeded"]) == (2, 0)
    rows = await rows_of(ticketing, again, outcome="skipped")
    assert [row["thing_id"] for row in rows] == [row["thing_id"] for row in first]
    assert [row["code"] for row in rows] == ["already_there", "source_conflict"]
    assert len(await ticketing.told()) == told


@pytest.mark.parametrize(
    ("file", "subjects"), [(EXCEL, ["Störung", "Zwei; drei"]), (LIBREOFFICE, ["Fil", 'Ett "ord"'])]
)
async def test_files_of_other_programs_are_read(
    ticketing: ServiceUnderTest, file: str | bytes, subjects: list[str]
) -> None:
    job = await imported(ticketing, PATH, file, CSV, **SOURCE)
    assert (job["succeeded"], job["failed"]) == (2, 0), await rows_of(ticketing, job)
    assert [row.subject for row in await ticketing.rows("SELECT subject FROM ticket ORDER BY source_id")] == subjects


async def test_one_that_is_not_silent_gets_its_clocks(ticketing: ServiceUnderTest) -> None:
    rows = [
        {"subject": "Live", "source": {"id": "1"}, "created_at": ticketing.clock().isoformat()},
        {
            "subject": "Over",
            "source": {"id": "2"},
            "status": "solved",
            "created_at": "2024-05-02T08:00:00Z",
            "solved_at": "2024-05-02T09:00:00Z",
            "resolution_code": "fixed",
        },
    ]
    lines = "\n".join(map(json.dumps, rows))
    job = await imported(ticketing, PATH, lines, JSON_LINES, silent=False, **SOURCE)
    assert (job["succeeded"], job["failed"]) == (1, 1)
    [refused] = await rows_of(ticketing, job, outcome="failed")
    assert (refused["number"], refused["code"]) == (2, "silent_needed")
    [applied, *_] = await ticketing.told("sla.applied.v1")
    assert applied.headers["ce_causationid"] == f"job/import_tickets/{job['id']}"


@pytest.mark.parametrize("status", ["new", "open", "pending", "on_hold"])
async def test_clocks_of_what_is_not_over_stand_as_its_status_says(ticketing: ServiceUnderTest, status: str) -> None:
    row = {"subject": "Live", "source": {"id": "1"}, "status": status, "created_at": ticketing.clock().isoformat()}
    job = await imported(ticketing, PATH, json.dumps(row), JSON_LINES, silent=False, **SOURCE)
    assert job["succeeded"] == 1, await rows_of(ticketing, job)
    assert len(await ticketing.rows("SELECT 1 FROM sla_clock")) > 0


async def test_a_row_that_is_wrong_costs_itself_alone(ticketing: ServiceUnderTest) -> None:
    good = {"subject": "Fine", "source": {"id": "good"}}
    solved = {"subject": "No times", "source": {"id": "x"}, "status": "solved"}
    bomb = '{"subject": ' + "[" * 100_000
    lines = [
        json.dumps({"subject": "S3cret", "source": {"id": "a"}, "unknown": "S3cret"}),
        json.dumps(solved),
        bomb,
        '{"subject": "cut',
        json.dumps({"subject": "x" * 1_100_000, "source": {"id": "b"}}),
        '{"subject": "nul \\u0000", "source": {"id": "c"}}',
        "[1, 2]",
        json.dumps({**good, "custom": {"deep": json.loads("[" * 20 + "]" * 20)}}),
    ]
    job = await imported(ticketing, PATH, "\n\n".join(lines) + "\n", JSON_LINES, **SOURCE)
    rows = await rows_of(ticketing, job)
    assert [(row["number"], row["outcome"]) for row in rows] == [
        *((number, "failed") for number in range(1, 8)),
        (8, "succeeded"),
    ]
    assert [row["errors"][0]["type"] for row in rows[:7] if row["errors"]] == [
        *("extra_forbidden", "solve", "json_depth", "row_too_long", "text_nul", "model_type"),
    ]
    assert rows[3]["code"] == "unreadable"
    assert "S3cret" not in json.dumps(rows)
    assert len(await ticketing.rows("SELECT 1 FROM ticket")) == 1


async def test_a_dry_run_says_what_would_come_and_keeps_nothing(ticketing: ServiceUnderTest) -> None:
    job = await imported(ticketing, PATH, ZENDESK + "bad,no_such_status,,,,,9,,,\r\n", CSV, dry_run=True, **SOURCE)
    assert (job["dry_run"], job["succeeded"], job["failed"]) == (True, 2, 1)
    assert {row["thing_id"] for row in await rows_of(ticketing, job)} == {None}
    assert await ticketing.rows("SELECT 1 FROM ticket") == []
    assert await ticketing.told("ticket.created.v1") == []


@pytest.mark.parametrize(
    ("content", "kind", "status", "code"),
    [
        (b"", CSV, 422, "invalid"),
        (b"\xff\xfes\0u\0b\0", CSV, 422, "unreadable_rows"),
        (b"subject,S3cret\nx,y\n", CSV, 422, "invalid"),
        (b"subject,subject\nx,y\n", CSV, 422, "invalid"),
        (b'"subject\n' + b"x" * 1_200_000, CSV, 422, "unreadable_rows"),
        (b"subject\nx\n", {"content-type": "application/json"}, 415, "not_rows"),
        (b"subject\nx\n", {"content-type": "text/csv; charset=latin-1"}, 415, "not_rows"),
        (b"subject\nx\n", {"content-type": "text/csv", "content-encoding": "gzip"}, 415, "not_json"),
    ],
)
async def test_what_is_no_file_of_rows_is_refused_at_once(
    ticketing: ServiceUnderTest, content: bytes, kind: dict[str, str], status: int, code: str
) -> None:
    answer = await ticketing.client.post(PATH, content=content, headers=kind)
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert "S3cret" not in answer.text
    for table in ("bulk_job", "bulk_piece"):
        assert await ticketing.rows(f"SELECT 1 FROM {table}") == []
