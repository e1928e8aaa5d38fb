"""What PostgreSQL would do in tables of a million rows: no list and no job looks through one, or sorts much of one.

The tables hold a few rows, and the planner is told of a million; those that hold none are left out. Every statement
that a list sends, with each of its filters, and every statement of a job is planned again under that belief. New lists
and jobs join by themselves.
"""

import json
import uuid
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any

import asyncpg
import pytest

from deploy import services
from deploy.local import processes
from deploy.local.postgres import Postgres
from services.feedback.invitations import service as invitations
from services.feedback.invitations.sender import House, InvitationSender
from services.feedback.invitations.tokens import token_of
from services.ticketing.tickets import shares
from shared.contracts.onboarding import ContactErasureRequested
from shared.contracts.ticketing import TicketReopened
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.bulk_jobs import jobs as bulk_jobs
from shared.features.notifications import recipients
from shared.features.notifications import service as notifications
from shared.features.notifications.models import NotificationRecipient
from shared.features.notifications.sender import NotificationSender
from shared.features.notifications.service import Notice, Recipient
from shared.features.webhooks import jobs as webhooks
from shared.features.webhooks import sending
from shared.features.webhooks.models import OPENS_AFTER
from shared.features.webhooks.sender import WebhookSender
from shared.features.webhooks.sending import Outcome
from shared.ids import uuid7
from shared.ops.metrics import Metrics
from shared.worker import retention
from tests.fixtures import run
from tests.fixtures.services import MovableClock, ServiceUnderTest, envelope_of, service_under_test
from tests.fixtures.statements import Sent, noted
from tests.security import known
from tests.security.fuzz.dictionaries import IN_QUERIES, WORDS
from tests.security.known import Known
from tests.services.feedback.invitations import asking
from tests.shared.features.bulk_jobs import working
from tests.shared.features.notifications.conftest import MailServer
from tests.shared.features.notifications.conftest import mail_server as mail_server

MILLION = 1_000_000
MOST_SORTED = 1_000  # rows; a page has 200 at most

SMALL = {
    "account_to_assign",
    "agent",
    "agent_group",
    "agent_group_member",
    "agent_presence",
    "agent_to_relieve",
    "alembic_version",
    "api_key",
    "assurance_rule",
    "authority_limit",
    "brand",
    "calendar",
    "complaint_policy",
    "consumer_position",
    "escalation_rule",
    "escalation_rules_review",
    "follow_up_rule",
    "group_lead",
    "heartbeat",
    "inbox",
    "job",
    "loop_policy",
    "macro",
    "metric_stale_hour",
    "notification_recipient",
    "ola_target",
    "notification_template",
    "outbox_removed",
    "outcome_route",
    "program",
    "relay_state",
    "response_plan",
    "retention_policy",
    "routing_rule",
    "score_progress",
    "score_stale_hour",
    "seeding",
    "supplier",
    "sla_calendar",
    "sla_policy",
    "survey",
    "survey_version",
    "theme",
    "ticket_field",
    "ticket_field_policy",
    "ticket_view",
    "webhook",
    "webhook_breaker",
    "webhook_position",
    "word_list",
}
"""Tables that operators fill, or that hold one row for each service, partition or unit of work in hand; and the
inbox, whose BRIN index tells blocks apart, of which these tables have one."""

OWN_TABLES = "FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"

MANY_IDS = f"""
UPDATE pg_statistic SET stadistinct = -0.2,
       {", ".join(f"stakind{n} = 0, stanumbers{n} = NULL, stavalues{n} = NULL" for n in range(1, 6))}
FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
WHERE starelid = attrelid AND staattnum = attnum AND atttypid = 'uuid'::regtype
"""
"""Five rows of each: of the few that are there, one ticket has a sixth of all messages."""


@dataclass(frozen=True)
class Large:
    """A service whose planner believes in a million rows in each of the tables that grow."""

    service: ServiceUnderTest
    known: Known
    growing: set[str]


@pytest.fixture(scope="module", params=services.NAMES)
async def large(request: pytest.FixtureRequest, postgres: Postgres) -> AsyncIterator[Large]:
    database = f"{request.param}_{uuid.uuid4().hex[:12]}"
    async with service_under_test(request.param, run.clone_database(request.param, database, postgres)) as service:
        things = await known.things_in(service)
        postgres.execute("ANALYZE", database=database)
        # The planner multiplies rows a page with the pages that are there: an empty table stays empty.
        growing = set(postgres.query(f"SELECT relname {OWN_TABLES} AND reltuples > 0", database)) - SMALL
        names = ", ".join(map("'{}'".format, growing))
        postgres.execute(f"{MANY_IDS} AND relname IN ({names})", database=database)
        postgres.execute(
            f"UPDATE pg_class SET reltuples = {MILLION}, relpages = 1 WHERE oid IN (SELECT oid {OWN_TABLES})"
            f" AND relname IN ({names})",
            database=database,
        )
        [believed] = await service.rows("EXPLAIN SELECT FROM outbox")
        assert int(believed[0].split("rows=")[1].split()[0]) >= MILLION
        yield Large(service, things, growing)
    postgres.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")


async def test_no_list_looks_through_a_table(large: Large) -> None:
    lists, faults = _lists(large), []
    assert lists
    for path, queries in lists.items():
        for query in queries:
            with noted() as sent:
                answer = await large.service.client.get(path, params={"limit": 1, **query})
                assert answer.status_code == 200, f"GET {path} {query}: {answer.text}"
                if cursor := answer.json()["next_cursor"]:
                    await large.service.get(path, limit=1, cursor=cursor, **query)
            faults += [f"GET {path} {query}: {fault}" for fault in await _faults(large, sent)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("common", [{}, {"broken": 1.0, "loko": 0.1}, {"broken": 0.3, "look": 1.0}])
@pytest.mark.parametrize("large", ["ticketing"], indirect=True)
async def test_no_search_for_tickets_and_no_view_looks_through_a_table(
    large: Large, common: dict[str, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words, slips, phrases and each filter; and a view that is counted. Common words are looked for in tickets."""

    async def known(*_: Any) -> dict[str, float]:
        return common

    monkeypatch.setattr(shares, "known", known)
    faults = []
    searches = (
        *("broken", "borken", "broken loko", '"look here" -nothing', "broken or look", "#1001", "number:1001"),
        *("status:new", "type:question", "priority:low", "tag:a", "account:acme", f"account:{uuid.uuid4()}"),
        *(
            "assignee:none",
            f"assignee:{uuid.uuid4()}",
            f"watcher:{uuid.uuid4()}",
            "group:customer-care",
            "requester:mia@us.example",
        ),
        *("-broken", "-broken -look", "broken -look", "-broken status:open", "look broken status:open -loko", "-loko"),
        *("created<2026-01-01", "updated<2026-01-01", "status:open broken assignee:none created>=2026-01-01"),
    )
    for q in searches:
        view = await large.service.post("/v1/views", {"name": q, "filters": {"q": q}})
        with noted() as sent:
            await large.service.get("/v1/tickets", q=q, limit=1)
            await large.service.get(f"/v1/views/{view['id']}/count")
        counts = sum("FROM ticket " in statement for statement, _ in sent) - 1
        assert counts == (2 if q == "broken" and "broken" in common else 1)  # first by a part of its messages
        faults += [f"{q}: {fault}" for fault in await _faults(large, sent)]
    assert not faults, "\n".join(faults)


async def test_no_job_looks_through_a_table(large: Large) -> None:
    faults = []
    for job in [*retention.JOBS, *webhooks.JOBS, *bulk_jobs.JOBS, *large.service.duties.jobs]:
        with noted() as sent:
            async with transaction(large.service.database) as session:
                cause = Cause(f"job/{job.name}", "service/tests", large.service.clock())
                await job.run(session, cause, job.batch)
        assert sent, f"{job.name} asks nothing"
        faults += [f"{job.name}: {fault}" for fault in await _faults(large, sent)]
    assert not faults, "\n".join(faults)


async def test_no_sender_of_webhooks_looks_through_a_table(large: Large, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is due is leased, fails, opens breakers, and is counted."""

    async def fail(*_: Any) -> Outcome:
        return Outcome("unreachable", 7)

    monkeypatch.setattr(sending, "attempt", fail)
    service, clock = large.service, MovableClock()
    sender = WebhookSender(service.database, service.app.state.settings, Metrics("tests"), clock)
    with noted() as sent:
        for _ in range(OPENS_AFTER):
            await sender.run_once()
            clock.advance(hours=12)
        await sender.count()
    asked = {statement.split()[0] for statement, _ in sent}
    assert asked >= {"SELECT", "UPDATE", "INSERT"}
    assert any("breaker_open" in statement for statement, _ in sent), "a breaker opened"
    await sender.close()
    faults = await _faults(large, sent)
    assert not faults, "\n".join(faults)


async def test_no_sender_of_notifications_looks_through_a_table(large: Large) -> None:
    """Mails are held, taken into a digest, and cannot be sent."""
    service, clock = large.service, MovableClock()
    mia = uuid7()
    wishes = {"quiet_hours": [], "urgent_passes": True, "digest": {"normal": {"daily": "09:00"}}}
    async with transaction(service.database) as session:
        session.add(
            NotificationRecipient(staff_id=mia, active=True, address="mia@us.example", preferences=wishes, sequence=1)
        )
        cause = Cause("request/plans", "key/tests", clock())
        await notifications.queue(session, cause, [Notice("news", Recipient("staff", None, mia), "plans", uuid7())])
    settings = service.app.state.settings.model_copy(update={"smtp_url": f"smtp://127.0.0.1:{processes.free_port()}"})
    sender = NotificationSender(service.database, settings, service.duties.templates, Metrics("test"), clock)
    with noted() as sent:
        await sender.run_once()
        clock.advance(hours=25)
        await sender.run_once()
        await sender.run_elsewhere_once()
        async with transaction(service.database) as session:
            await recipients.release(session, [mia])
    [held] = await service.rows(f"SELECT digest_id FROM notification WHERE staff_id = '{mia}' AND template = 'news'")
    assert held.digest_id is not None
    faults = await _faults(large, sent)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("large", ["feedback"], indirect=True)
async def test_nothing_that_sends_or_takes_back_invitations_looks_through_a_table(
    large: Large, mail_server: MailServer
) -> None:
    """They are sent, refused, reminded of, taken back by a ticket, an erasure and their reader, and expire."""
    service = large.service
    ticket_id, contact_id = uuid7(), uuid7()
    about = {"ticket_id": ticket_id, "contact_id": contact_id}
    one = await asking.invited(service, **about)
    await asking.invited(service, **about, address="ben@acme.example")
    mail_server.refuse_recipient["ben@acme.example"] = "550 5.1.1 no such user"
    away = {"smtp_url": mail_server.url, "public_base_url": asking.BASE}
    house = House.of(service.app.state.settings.model_copy(update=away))
    assert house is not None
    clock = MovableClock()
    sender = InvitationSender(service.database, house, Metrics("test"), clock)
    with noted() as sent:
        await sender.run_once()
        assert {mail["To"] for mail in mail_server.mails} >= {asking.ADDRESS}
        clock.advance(days=4)
        await sender.run_once()
        reopened = {**TicketReopened.example, "ticket_id": ticket_id}
        await service.apply([envelope_of(TicketReopened.model_validate(reopened))])
        await service.client.post(f"/unsubscribe/{token_of(one, run.SECRET_KEY)}")
        erased = {"contact_id": contact_id, "account_id": uuid7()}
        await service.apply([envelope_of(ContactErasureRequested.model_validate(erased))])
        clock.advance(days=40)
        async with transaction(service.database) as session:
            cause = Cause("job/plans", "service/tests", clock())
            assert await invitations.settle(session, cause, 500)
    faults = await _faults(large, sent)
    assert not faults, "\n".join(faults)


async def test_no_export_and_no_bulk_job_looks_through_a_table(large: Large) -> None:
    """Each export from its first page on, and what the worker asks to find and to keep a job."""
    service = large.service
    hand = working.worker(service)
    with noted() as sent:
        for entity in service.duties.exports:
            await service.post("/v1/exports", {"entity": entity.name, "filters": dict(entity.shown)})
        while await hand.run_once():
            pass
    assert any("FROM bulk_job" in statement for statement, _ in sent)
    assert await service.rows("SELECT 1 FROM bulk_job WHERE failures > 0 OR ended_at IS NULL") == []
    faults = await _faults(large, sent)
    assert not faults, "\n".join(faults)


async def _faults(large: Large, sent: Sent) -> list[str]:
    found: dict[str, None] = {}
    connection = await asyncpg.connect(large.service.database.url)
    try:
        for statement, given in sent:
            [plan] = json.loads(await connection.fetchval(f"EXPLAIN (FORMAT JSON) {statement}", *given))
            found |= {f"{fault}\n{statement}": None for fault in _faults_of(plan["Plan"], large.growing)}
    finally:
        await connection.close()
    return list(found)


def _faults_of(node: dict[str, Any], growing: set[str]) -> Iterator[str]:
    """What a plan's node, or one below it, should not do."""
    below = node.get("Plans", [])
    if node["Node Type"] == "Seq Scan" and node["Relation Name"] in growing:
        yield f"looks through {node['Relation Name']}"
    if node["Node Type"] == "Sort" and below[0]["Plan Rows"] > MOST_SORTED:
        yield f"sorts {below[0]['Plan Rows']} rows"
    for each in below:
        yield from _faults_of(each, growing)


def _lists(large: Large) -> dict[str, list[dict[str, Any]]]:
    """Every list's path, its parameters filled in, and the queries to make: with no filter, and with each."""
    document = large.service.app.openapi()
    found = {}
    for path, methods in document["paths"].items():
        parameters = methods.get("get", {}).get("parameters", [])
        if not any(each.get("$ref", "").endswith("/Cursor") for each in parameters):
            continue
        named = {each["name"]: each for each in parameters if "$ref" not in each}
        ids = {name: large.known[name][0] for name, each in named.items() if each["in"] == "path"}
        filters = {name: _value(large, each) for name, each in named.items() if each["in"] == "query"}
        needed = {name: value for name, value in filters.items() if named[name]["required"]}
        found[path.format(**ids)] = [needed, *({**needed, name: value} for name, value in filters.items())]
    return found


def _value(large: Large, parameter: dict[str, Any]) -> Any:
    """One that fits the parameter."""
    name, schema = parameter["name"], parameter["schema"]
    if name == "group_by":
        return "locale"
    if name in large.known:
        return large.known[name][0]
    if name in IN_QUERIES:
        return WORDS[IN_QUERIES[name]][0]
    kind = schema.get("items") or next(iter(schema.get("anyOf", [schema])))
    by_kind = {"boolean": True, "integer": 1, "uuid": str(uuid.uuid4()), "date-time": WORDS["past"][0]}
    first = next(iter(kind.get("enum", [kind.get("const")])))
    return first or by_kind.get(kind.get("format") or kind.get("type")) or "acme"
