"""A desk with something to do, served on a port, and a browser that looks at it.

`make test-browser` installs what is needed: Debian's Chromium, and axe-core from npm.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import uvicorn
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from deploy.local import processes
from shared.contracts import story
from tests.fixtures.servers import MakeDatabase
from tests.fixtures.services import ServiceUnderTest, _new_key, service_under_test
from tests.services.ticketing import facts

ROOT = Path(__file__).parents[2]
CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
AXE = ROOT / ".tools/axe-core/axe.min.js"
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 320, "height": 640}

MIA = UUID("01935f2e-7c00-7000-8000-00000000aa01")
JELENA = UUID("01935f2e-7c00-7000-8000-00000000aa02")
SERIOUS = ("serious", "critical")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of these need a browser: `make test` leaves them out."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass
class Desk:
    """The service, where it listens, and the key of an agent who is known by name."""

    service: ServiceUnderTest
    url: str
    key: str
    reader: str
    escalation: int
    complaint: int = 0
    macro: str = ""

    async def ticket(self, subject: str, **others: Any) -> dict[str, Any]:
        """A ticket of a customer, who wrote something."""
        body = {
            "subject": subject,
            "type": "question",
            "channel": "email",
            "requester": {"name": "Ana Lim", "email": "ana@acme.example"},
            "message": {"body": "It stopped on Monday, and we need it by Friday."},
        }
        made: dict[str, Any] = await self.service.post("/v1/tickets", {**body, **others})
        return made


@pytest.fixture(scope="session")
def tools() -> None:
    """What these tests need besides .venv."""
    missing = [str(place) for place in (CHROMIUM, AXE) if not Path(place).exists()]
    assert not missing, f"`make test-browser` installs what is missing: {', '.join(missing)}"


@pytest.fixture(scope="session")
async def browser(tools: None) -> AsyncIterator[Browser]:
    """Debian's Chromium."""
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield opened
        await opened.close()


@pytest.fixture(scope="session")
async def desk(worker_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    """One desk for all tests: each works on tickets of its own."""
    files = {
        "ATTACHMENTS_URL": f"file://{tmp_path_factory.mktemp('files')}",
        "TICKETING_ATTACHMENT_MAX_BYTES": 1_000_000,
    }
    async with service_under_test("ticketing", worker_database("ticketing"), **files) as service:
        port = processes.free_port()
        config = uvicorn.Config(service.app, port=port, log_config=None, lifespan="off", access_log=False)
        server = uvicorn.Server(config)
        server.install_signal_handlers = lambda: None  # type: ignore[method-assign]
        serving = asyncio.create_task(server._serve())
        while not server.started:  # noqa: ASYNC110 - uvicorn tells by this flag alone
            await asyncio.sleep(0.02)
        yield await furnish(service, f"http://127.0.0.1:{port}")
        server.should_exit = True
        await serving


async def furnish(service: ServiceUnderTest, url: str) -> Desk:
    """People, an account, an answer that escalated, and a queue of tickets in every state."""
    people = [(MIA, "Mia Thorsen"), (JELENA, "Jelena Petrović")]
    await service.deliver(*(facts.staff(staff_id, name=name) for staff_id, name in people))
    account = UUID(str(story.ACME_ACCOUNT["account_id"]))
    await service.deliver(facts.account(account, name="Brevik Logistics"))
    await service.deliver(facts.team(account, facts.member(MIA)))
    comment = "Since October the customs export stops at 500 rows. We asked twice and waited two days."
    service.clock.stop_at(service.clock() - timedelta(hours=3, minutes=20))
    await service.deliver(facts.received(account_id=account, comment=comment), times=1)
    [row] = await service.rows("SELECT number, id FROM ticket")
    await _tell(service, row.id)
    key = await _new_key(service.database, ["ticketing:*:read", "ticketing:*:write"], staff_id=MIA)
    reader = await _new_key(service.database, ["ticketing:*:read"])
    desk = Desk(service, url, key, reader, row.number)
    await _fill(desk, account)
    await _arrange(desk, row.id)
    return desk


async def _arrange(desk: Desk, ticket_id: UUID) -> None:
    """What a desk has made for itself, and what was done with it."""
    service = desk.service
    reply = {"body": "Dear {{ requester.name }}, we know of it and write when it is mended.", "visibility": "public"}
    deeds = [
        {"set": {"priority": "urgent", "tags_add": ["outage"]}},
        {"reply": reply},
        {"transition": {"to": "pending"}},
    ]
    desk.macro = (await service.post("/v1/macros", {"name": "Known outage", "actions": deeds}))["id"]
    await service.post("/v1/views", {"name": "Exports", "filters": {"q": "tag:export"}})
    await service.post("/v1/views", {"name": "Incidents", "filters": {"type": ["incident"]}, "sort": "oldest"})
    step = {"title": "Call the customer", "due_after_business_hours": 4}
    template = {"failure_type": "export_stopped", "name": "Export stops", "text": "Split it, then mend it."}
    await service.post("/v1/response-plans", {**template, "steps": [step]})
    level = {"recipients": [{"role": "assignee"}, {"role": "csm"}], "actions": [{"do": "notify"}]}
    levels = [{"at": {"share": 75}, **level}, {"at": {"minutes_after_due": 60}, **level}]
    await service.post(
        "/v1/escalation-rules",
        {"name": "Before it is late", "rank": 1, "metrics": ["total_resolution"], "levels": levels},
    )
    [case] = (await service.get("/v1/recovery-cases", ticket_id=str(ticket_id)))["items"]
    refund = {"kind": "refund", "amount_minor": 48_000, "currency": "EUR", "reason": "A month of the export."}
    await service.post(f"/v1/recovery-cases/{case['id']}/compensations", refund)
    again = await desk.ticket(
        "The export again", requester={"name": "Ingrid Solheim", "email": "ingrid@brevik.example"}
    )
    await service.post(f"/v1/tickets/{again['id']}/merge", {"into": str(ticket_id)})
    sure = facts.received(ticket_id=str(ticket_id), survey_type="csat", score=4, outcome="positive")
    await service.deliver(sure)
    complaint = await desk.ticket("The driver was rude, and late", type="complaint")
    [found] = (await service.get("/v1/complaints", ticket_id=complaint["id"]))["items"]
    await service.post(f"/v1/complaints/{found['id']}/transitions", {"to": "acknowledged"})
    decision = {"outcome": "partly_upheld", "reasons": "He was late; nobody heard the words.", "remedy": "The fee."}
    await service.post(f"/v1/complaints/{found['id']}/decision", decision)
    await service.post(f"/v1/complaints/{found['id']}/acceptance", {"accepted": False, "comment": "I heard them."})
    desk.complaint = complaint["number"]


async def _tell(service: ServiceUnderTest, ticket_id: UUID) -> None:
    """What was written and planned on the escalation so far."""
    named = {"subject": "NPS 3: customs export stops at 500 rows", "requester": {"name": "Ingrid Solheim"}}
    await service.patch(f"/v1/tickets/{ticket_id}", {**named, "tags": ["export", "customs"]})
    mia, jelena = {"kind": "agent", "id": str(MIA)}, {"kind": "agent", "id": str(JELENA)}
    said = [
        (40, "public", mia, "Dear Ingrid, you are right about the two days. I call you at three, with Jelena."),
        (65, "public", {"kind": "customer", "name": "Ingrid Solheim"}, "Thanks for the call. Is it live by Monday?"),
        (25, "internal", jelena, "The fix is merged. The release goes out on Thursday at eight."),
    ]
    for minutes, visibility, author, body in said:
        service.clock.advance(minutes=minutes)
        message = {"visibility": visibility, "author": author, "body": body, "channel": "email"}
        await service.post(f"/v1/tickets/{ticket_id}/messages", message)
    [case] = (await service.get("/v1/recovery-cases", ticket_id=str(ticket_id)))["items"]
    due = (service.clock() + timedelta(days=1)).isoformat()
    steps = [
        {"title": "Send the full October export", "owner_id": str(JELENA), "due_at": due},
        {"title": "Check the fix with their list", "owner_id": str(MIA), "due_at": due},
    ]
    plan = {"text": "Split the export until the fix is live, then prove it with their list.", "steps": steps}
    await service.put(f"/v1/recovery-cases/{case['id']}/plan", plan)
    service.clock.run_on()


async def _fill(desk: Desk, account: UUID) -> None:
    service, now = desk.service, desk.service.clock()
    service.clock.stop_at(now - timedelta(hours=9))
    late = await desk.ticket("Card terminals offline in two depots", priority="urgent", type="incident", tags=["depot"])
    service.clock.stop_at(now - timedelta(hours=6, minutes=30))
    soon = await desk.ticket("Invoice shows the wrong VAT number", priority="high", account_id=str(account))
    service.clock.stop_at(now - timedelta(hours=2))
    waiting = await desk.ticket("Refund missing for order 7731")
    done = await desk.ticket("Night export to SAP stops", priority="high")
    await desk.ticket("How do I add a second approver?", priority="low", tags=["how-to", "approval"])
    service.clock.advance(minutes=40)
    reply = {"body": "Dear Ana, we look into it and write by noon.", "visibility": "public"}
    for each in (waiting, done):
        await service.post(f"/v1/tickets/{each['id']}/messages", reply)
    await service.post(f"/v1/tickets/{waiting['id']}/transitions", {"to": "pending"})
    await service.post(f"/v1/tickets/{done['id']}/transitions", {"to": "solved", "resolution_code": "fixed"})
    await service.post(f"/v1/tickets/{late['id']}/assign", {"assignee_id": str(JELENA), "group_id": facts.CARE})
    await service.post(f"/v1/tickets/{soon['id']}/assign", {"assignee_id": str(MIA)})
    service.clock.run_on()


@asynccontextmanager
async def looking(browser: Browser, **options: Any) -> AsyncIterator[Page]:
    """A page of a browser of its own; fails where a script or the policy of contents complains."""
    context: BrowserContext = await browser.new_context(**{"viewport": WIDE, "timezone_id": "Europe/Oslo", **options})
    page = await context.new_page()
    page.set_default_timeout(8_000)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    try:
        yield page
    finally:
        await context.close()
    known = [said for said in complaints if "status of 4" not in said]  # a refused form, which a test asked for
    assert known == []


async def sign_in(page: Page, url: str, key: str, then: str = "/console") -> None:
    """Sign in, on the way to a page."""
    await page.goto(url + then)
    await page.get_by_label("API key").fill(key)
    await page.get_by_role("button", name="Sign in with the key").click()
    await page.wait_for_url(f"{url}{then}")


async def faults(page: Page) -> list[str]:
    """What axe finds serious, with where it is."""
    await page.evaluate(AXE.read_text())
    found = await page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{each['id']}: {each['help']}: {[node['target'] for node in each['nodes']][:4]}"
        for each in found["violations"]
        if each["impact"] in SERIOUS
    ]
