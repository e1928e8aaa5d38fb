"""Things that are there before hostile requests begin, so that these get past 404.

Each service is told a few stories, by its own API and its handlers; then their ids are read from its tables.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from services.analytics.assurance import repairs
from shared.contracts.feedback import ResponseReceived
from shared.events import inbox
from shared.events.cause import Cause
from shared.events.fact import Fact
from shared.events.transaction import transaction
from shared.features.notifications import service as notifications
from shared.features.notifications.service import Notice, Recipient
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest, arrival_of, envelope_of
from tests.security import making_good
from tests.services.analytics.assurance import watching
from tests.services.analytics.stories import Story
from tests.services.feedback import facts as to_feedback
from tests.services.feedback.answers import of_customer
from tests.services.feedback.invitations import asking
from tests.services.ticketing import facts as to_ticketing
from tests.shared.features.bulk_jobs import working

A_PUBLIC_HOST = "93.184.215.14"  # as a number: no name server is asked
MOST = 8  # of one kind, so that the same thing is often met again

Known = dict[str, list[str]]
"""What is there, by the parameter that names it."""

SHARED = {
    "notification_id": "SELECT id FROM notification",
    "dead_letter_id": "SELECT id FROM dead_letter",
    "api_key_id": "SELECT id FROM api_key WHERE prefix <> 'tests'",  # the one that asks must not end itself
    "webhook_id": "SELECT id FROM webhook",
    "delivery_id": "SELECT id FROM webhook_delivery",
    "bulk_job_id": "SELECT id FROM bulk_job",
    "export_id": "SELECT id FROM bulk_job WHERE kind LIKE 'export_%'",
    "entity": "VALUES ('audit'), ('notifications')",
}
"""In every service."""

CALENDARS = {"calendar_id": "SELECT id FROM calendar"}

TEMPLATES = {"template": "VALUES ('digest')", "locale": "VALUES ('en'), ('sr-Latn')"}
"""In those that notify."""

OWN: dict[str, dict[str, str]] = {
    "ticketing": CALENDARS
    | TEMPLATES
    | making_good.OWN
    | {
        "ticket_id": "SELECT id FROM ticket",
        "message_id": "SELECT id FROM message",
        "link_id": "SELECT id FROM ticket_link",
        "supplier_id": "SELECT id FROM supplier",
        "policy_id": "SELECT id FROM sla_policy UNION SELECT id FROM complaint_policy",
        "escalation_rule_id": "SELECT id FROM escalation_rule",
        "attachment_id": "SELECT id FROM attachment",
        "channel": "VALUES ('email'), ('chat')",
        "case_id": "SELECT id FROM recovery_case",
        "route_id": "SELECT id FROM outcome_route",
        "group_id": "SELECT id FROM agent_group",
        "routing_rule_id": "SELECT id FROM routing_rule",
        "view_id": "SELECT id FROM ticket_view",
        "macro_id": "SELECT id FROM macro",
        "field_id": "SELECT id FROM ticket_field",
        "staff_id": "SELECT staff_id FROM staff",
        "account_id": "SELECT account_id FROM account",
        "contact_id": "SELECT contact_id FROM contact",
        "response_id": "SELECT source_id FROM ticket WHERE source_id IS NOT NULL",
    },
    "feedback": CALENDARS
    | TEMPLATES
    | {
        "triage_id": "SELECT id FROM triage_case",
        "word_list_id": "SELECT id FROM word_list",
        "theme_id": "SELECT id FROM theme",
        "follow_up_rule_id": "SELECT id FROM follow_up_rule WHERE current",
        "follow_up_run_id": "SELECT id FROM follow_up_run",
        "survey_id": "SELECT id FROM survey",
        "program_id": "SELECT id FROM program",
        "wave_id": "SELECT id FROM wave",
        "decision_id": "SELECT id FROM send_decision",
        "invitation_id": "SELECT id FROM invitation",
        "suppression_id": "SELECT id FROM suppression",
        "ticket_id": "SELECT ticket_id FROM send_decision WHERE ticket_id IS NOT NULL",
        "brand_id": "SELECT id FROM brand",
        "version": "SELECT 1 UNION SELECT 2",
        "response_id": "SELECT id FROM response",
        "loop_case_id": "SELECT id FROM loop_case",
        "account_id": "SELECT account_id FROM account",
        "contact_id": "SELECT contact_id FROM contact",
        "trace_id": "SELECT trace_id FROM response",
    },
    "onboarding": CALENDARS
    | {
        "account_id": "SELECT id FROM account",
        "contact_id": "SELECT id FROM contact",
        "staff_id": "SELECT id FROM staff",
        "deal_id": "SELECT id FROM deal",
        "handoff_id": "SELECT id FROM handoff",
        "role": "SELECT DISTINCT role FROM team_member",
    },
    "analytics": {
        "rule_id": "SELECT DISTINCT rule_id FROM assurance_rule",
        "finding_id": "SELECT id FROM finding",
        "repair_id": "SELECT id FROM repair",
        "trace_id": "SELECT DISTINCT trace_id FROM fact",
        "metric_id": "VALUES ('nps'), ('ces')",
        "contact_id": "SELECT DISTINCT data ->> 'contact_id' FROM fact WHERE data ->> 'contact_id' IS NOT NULL",
    },
}


async def things_in(service: ServiceUnderTest) -> Known:
    """Fill a service; answers what is in it. Raises LookupError for a path's parameter without a value."""
    await FILL[service.name](service)
    await _leave_notification(service)
    await _leave_dead_letters(service)
    await _leave_api_keys(service)
    await _leave_webhooks(service)
    await _leave_bulk_jobs(service)
    known: Known = {}
    for parameter, query in (SHARED | OWN[service.name]).items():
        rows = await service.rows(f"SELECT thing::text FROM ({query}) AS known (thing) ORDER BY 1 LIMIT {MOST}")
        known[parameter] = [row.thing for row in rows]
    if missing := sorted(parameter for parameter in _named_in_paths(service) if not known.get(parameter)):
        raise LookupError(f"{service.name} knows nothing to put in place of {', '.join(missing)}")
    return {parameter: values for parameter, values in known.items() if values}


def _named_in_paths(service: ServiceUnderTest) -> set[str]:
    found = set()
    for methods in service.app.openapi()["paths"].values():
        for operation in methods.values():
            found |= {each["name"] for each in operation.get("parameters", ()) if each.get("in") == "path"}
    return found


async def _leave_notification(service: ServiceUnderTest) -> None:
    mia = Recipient("staff", "mia@us.example", staff_id=uuid7(), role="csm")
    async with transaction(service.database) as session:
        cause = Cause("request/fuzz", "key/tests", service.clock())
        await notifications.queue(session, cause, [Notice("good_news", mia, "fuzz", uuid7())])


async def _leave_dead_letters(service: ServiceUnderTest) -> None:
    """Facts of which three in four can be applied when they are replayed."""
    contracts = service.duties.handlers.table
    contract = ResponseReceived if Fact in contracts else next(iter(contracts))
    for number in range(MOST):
        envelope = envelope_of(contract.model_validate(contract.example))
        if number % 4 == 3:
            envelope.raw.clear()
        async with transaction(service.database) as session:
            inbox.bury(session, arrival_of(envelope), at=service.clock(), error="SomethingPassing", handler=None)


async def _leave_api_keys(service: ServiceUnderTest) -> None:
    for number in range(MOST):
        await service.post("/v1/api-keys", {"name": f"spare {number}", "roles": ["analyst"]})


async def _leave_webhooks(service: ServiceUnderTest) -> None:
    """Each with as many deliveries of something that was told and published, and an attempt for each."""
    body = _example(service, "WebhookIn")
    made = [await service.post("/v1/webhooks", {**body, "url": f"https://{A_PUBLIC_HOST}/{n}"}) for n in range(MOST)]
    for webhook in made:
        await service.execute(
            "INSERT INTO webhook_delivery (id, webhook_id, event_id, type, subject, told_at, due_at, attempts)"
            " SELECT uuidv7(), :id, event_id, type, subject, created_at, created_at, 1 FROM outbox LIMIT :most",
            id=webhook["id"],
            most=MOST,
        )
    await service.execute("INSERT INTO relay_state (id) VALUES (1)")
    await service.execute("UPDATE outbox SET position = id, published_at = now()")
    await service.execute("UPDATE relay_state SET next_position = (SELECT max(position) + 1 FROM outbox)")
    await service.execute(
        "INSERT INTO webhook_attempt (delivery_id, number, at, outcome, milliseconds)"
        " SELECT id, 1, told_at, 'unreachable', 7 FROM webhook_delivery"
    )


async def _leave_bulk_jobs(service: ServiceUnderTest) -> None:
    """Exports that are written, and others that wait; with as many rows as an import would leave."""
    for _ in range(MOST // 2):
        await service.post("/v1/exports", _example(service, "ExportIn"))
    await working.work(service)
    for _ in range(MOST // 2):
        await service.post("/v1/exports", _example(service, "ExportIn"))
    await service.execute(
        "INSERT INTO bulk_job_row (job_id, number, outcome, errors)"
        " SELECT id, number, 'succeeded', '[]' FROM bulk_job CROSS JOIN generate_series(1, 8) AS number"
    )


async def _ticketing(service: ServiceUnderTest) -> None:
    customers = [uuid7() for _ in range(3)]
    mia, ida = uuid7(), uuid7()
    at_once = {**_example(service, "EscalationRuleIn")["levels"][0], "at": {"minutes_before_due": 366 * 1440}}
    for name in ("Gold", "All"):
        rule = _example(service, "EscalationRuleIn")
        conditions = rule["conditions"] if name == "Gold" else {}
        await service.post(
            "/v1/escalation-rules", {**rule, "conditions": conditions, "levels": [at_once, *rule["levels"]]}
        )
    await service.deliver(to_ticketing.staff(mia), to_ticketing.staff(ida), times=1)
    for customer in customers:
        team = to_ticketing.team(customer, to_ticketing.member(mia), to_ticketing.member(ida, backup=True))
        contact = to_ticketing.contact(uuid7(), customer)
        await service.deliver(to_ticketing.account(customer), contact, team, times=1)
        await service.deliver(*(to_ticketing.received(account_id=customer) for _ in range(2)), times=1)
        if customer == customers[0]:
            await service.run_job("escalation_levels")
    for person in (mia, ida):
        await service.put(f"/v1/agents/{person}", {**_example(service, "AgentIn"), "group_ids": [to_ticketing.CARE]})
    await service.put(f"/v1/groups/{to_ticketing.CARE}/ola", _example(service, "OlaTargetIn"))
    supplier = await service.post("/v1/suppliers", _example(service, "SupplierIn"))
    desk = {"name": "Billing", "strategy": "least_loaded", "member_ids": [str(mia), str(ida)]}
    group = await service.post("/v1/groups", desk)
    for rank in range(3):
        rule = {**_example(service, "RoutingRuleIn"), "rank": rank, "group_id": group["id"]}
        await service.post("/v1/routing-rules", {**rule, "match": {"words": ["broken"]} if rank else rule["match"]})
    calendar = await service.post("/v1/calendars", _example(service, "CalendarIn"))
    policy = _example(service, "SlaPolicyIn")
    targets = [{**target, "calendar_id": calendar["id"]} for target in policy["targets"]]
    await service.post("/v1/sla-policies", {**policy, "targets": targets})
    tickets = []
    for customer in customers:
        ticket = await service.post(
            "/v1/tickets", {"subject": "Broken", "type": "question", "account_id": str(customer)}
        )
        for body in ("Look here", "I see"):
            await service.post(f"/v1/tickets/{ticket['id']}/messages", {"body": body, "visibility": "public"})
        tickets.append(ticket["id"])
    for kind in ("relates_to", "blocked_by"):
        await service.post(f"/v1/tickets/{tickets[0]}/links", {"kind": kind, "ticket_id": tickets[1]})
    for ticket in tickets:
        await service.post(f"/v1/tickets/{ticket}/assign", {"group_id": to_ticketing.CARE})
        await service.post(f"/v1/tickets/{ticket}/transitions", {"to": "on_hold", "supplier_id": supplier["id"]})
        for person in (mia, ida):
            await service.put(f"/v1/tickets/{ticket}/watchers/{person}", None)
    await service.post(f"/v1/tickets/{tickets[2]}/merge", {"into": tickets[1]})
    await making_good.fill(service, str(customers[0]))
    for name in ("one.txt", "two.txt"):
        kept = await service.client.post(
            "/v1/attachments", params={"name": name}, content=b"x", headers={"Content-Type": "text/plain"}
        )
        assert kept.status_code == 201
    await service.put("/v1/ticket-fields/policy", {"undeclared": "keep"})
    for number in range(2):
        field = _example(service, "TicketFieldIn")
        await service.post("/v1/ticket-fields", {**field, "key": f"product {number}", "required_on": []})
        await service.post("/v1/views", {"name": f"New {number}", "filters": {"status": ["new"], "q": "broken"}})
        await service.post("/v1/macros", {"name": f"Urgent {number}", "actions": [{"set": {"priority": "urgent"}}]})


async def _feedback(service: ServiceUnderTest) -> None:
    await service.post("/v1/surveys", _example(service, "SurveyIn"))
    for score in (1, 3, 7, 9, 10, 10):
        answer = of_customer(score, comment="Our lawyer is not amused", locale="en")
        await service.deliver(to_feedback.account(answer["account_id"]), times=1)
        await service.deliver(to_feedback.contact(answer["contact_id"], answer["account_id"]), times=1)
        await service.deliver(to_feedback.team(answer["account_id"], to_feedback.member(to_feedback.MIA)), times=1)
        response = await service.post("/v1/responses", answer)
        if score < 7:
            await service.deliver(to_feedback.escalation(response["id"]), times=1)
        channel, address = ("email", f"ana-{score}@acme.example") if score > 3 else ("link", None)
        of = {name: UUID(answer[name]) for name in ("account_id", "contact_id")}
        about = {"ticket_id": uuid7(), "wave_id": uuid7()}
        await asking.invited(service, channel=channel, address=address, **of, **about)
        await service.post("/v1/suppressions", {"address": f"ben-{uuid7()}@acme.example"})
        await service.deliver(to_feedback.solved(answer["contact_id"]), times=1)
    body = {**_example(service, "ProgramIn"), "survey_id": (await service.get("/v1/surveys"))["items"][0]["id"]}
    for trigger in ({"kind": "wave"}, {"kind": "manual"}):
        program = await service.post("/v1/programs", {**body, "trigger": trigger})
        await service.post(f"/v1/programs/{program['id']}/activate")
        if trigger["kind"] == "wave":
            await service.post(f"/v1/programs/{program['id']}/waves", _example(service, "WaveIn"))


async def _onboarding(service: ServiceUnderTest) -> None:
    for number in range(4):
        deal = _example(service, "DealIn")
        account = {**deal["account"], "name": f"Acme {number}", "external_ids": {"crm": f"A-{number}"}}
        made = await service.post("/v1/deals", {**deal, "crm_id": f"D-{number}", "account": account})
        for role in ("csm", "billing"):
            staff = {"name": f"Mia {number}", "email": f"mia-{number}@us.example"}
            await service.put(f"/v1/accounts/{made['account_id']}/team/{role}", {"staff": staff})


async def _analytics(service: ServiceUnderTest) -> None:
    await service.post("/v1/assurance/rules", {**watching.DEMO_RULE, "repair": "approval"})
    came_at = service.clock()
    for number in range(4):
        story = Story()
        await service.deliver(
            story.received(source="demo-lost"), recorded_at=came_at, trace_id=story.response_id, times=1
        )
        if number == 0:
            await service.deliver(story.escalated(("csm", story.mia)), trace_id=story.response_id, times=1)
    await watching.hear(service, "ticketing", came_at + timedelta(minutes=5))
    await watching.sweep(service)
    for finding in await watching.findings(service, kind="missing"):
        async with transaction(service.database) as session:
            somebody = Cause("request/fuzz", "key/another", service.clock())  # whoever asks cannot approve
            await repairs.request(session, somebody, UUID(finding["id"]), per_minute=30)


def _example(service: ServiceUnderTest, name: str) -> dict[str, Any]:
    schemas: dict[str, dict[str, Any]] = service.app.openapi()["components"]["schemas"]
    return dict(schemas[name]["examples"][0])


FILL: dict[str, Callable[[ServiceUnderTest], Awaitable[None]]] = {
    "ticketing": _ticketing,
    "feedback": _feedback,
    "onboarding": _onboarding,
    "analytics": _analytics,
}
