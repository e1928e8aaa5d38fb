"""What stands beside a ticket: recovery and what is given, the complaint, levels, answers, deliveries and files."""

import re
from typing import Any

import pytest

from services.ticketing.console import money
from tests.fixtures.pages import visiting
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing import facts
from tests.services.ticketing.channels.conftest import desk, mail_server
from tests.services.ticketing.console.desk import MIA, a_ticket
from tests.services.ticketing.recovery.cases import a_case

__all__ = ["desk", "mail_server"]

ALL = ("ticketing:*:read", "ticketing:*:write")
JELENA = facts.received().response_id


async def path_of(ticketing: ServiceUnderTest, ticket_id: str) -> str:
    """The page of a ticket."""
    return f"/console/tickets/{(await ticketing.get(f'/v1/tickets/{ticket_id}'))['number']}"


async def test_a_plan_comes_from_a_template_and_its_steps_are_ticked_off(ticketing: ServiceUnderTest) -> None:
    step = {"title": "Call <them>", "due_after_business_hours": 4}
    template = {"failure_type": "late_delivery", "name": "Late", "text": "Say when it comes.", "steps": [step]}
    made = await ticketing.post("/v1/response-plans", template)
    case = await a_case(ticketing)
    path = await path_of(ticketing, case["ticket_id"])
    async with visiting(ticketing, *ALL) as mia:
        assert "Late, 1 step" in await mia.get(path)
        assert (await mia.send(path + "/recovery/template", path, template_id="x")).status_code == 422
        planned = (await mia.send(path + "/recovery/template", path, template_id=made["id"])).text
        assert "Say when it comes." in planned
        assert 'aria-label="Done: Call &lt;them&gt;"' in planned
        [step_id] = set(re.findall(r'name="step" value="([^"]+)"', planned))
        done = (await mia.send(path + "/recovery/steps", path, step=step_id)).text
        assert "The step is done." in done
        assert "Did a step of the recovery plan" in done
        assert 'name="step" value' not in done
        assert (await mia.send(path + "/recovery/steps", path, step="x")).status_code == 404
        kept = {"text": "Say it.", "step-0": "Call Ana instead", "step-0-id": step_id}
        await mia.send(path + "/recovery/plan", path, **kept)
    [held] = (await ticketing.get(f"/v1/recovery-cases/{case['id']}"))["plan"]["steps"]
    assert held["title"] == "Call Ana instead"
    assert held["done_at"] is not None


async def test_what_is_given_over_a_limit_waits_for_another_person(ticketing: ServiceUnderTest) -> None:
    await ticketing.deliver(facts.staff(MIA, name="Mia Thorsen"), facts.staff(JELENA, name="Jelena Petrović"))
    await ticketing.post("/v1/authority-limits", {"currency": "EUR", "amount_minor": 500, "staff_id": str(MIA)})
    await ticketing.post("/v1/authority-limits", {"currency": "EUR", "amount_minor": 900_000, "staff_id": str(JELENA)})
    case = await a_case(ticketing)
    path = await path_of(ticketing, case["ticket_id"])
    form = {"kind": "refund", "amount": "1200.50", "currency": "eur", "reason": "The <month>."}
    async with visiting(ticketing, *ALL, staff_id=MIA) as mia:
        for wrong in ("1,200", "12.345", "-1", "x", "1e3", "9" * 30):
            refused = await mia.send(path + "/recovery/compensations", path, **{**form, "amount": wrong})
            assert refused.status_code == 422, wrong
            assert "An amount, as in 1200 or 1200.50" in refused.text
            assert "The &lt;month&gt;." in refused.text
        assert (await mia.send(path + "/recovery/compensations", path, kind="refund", amount="5")).status_code == 422
        asked = (await mia.send(path + "/recovery/compensations", path, **form)).text
        assert "It waits for somebody else’s approval." in asked
        assert "Refund of 1,200.50 EUR" in asked
        assert "Asked to give: refund of 1,200.50 EUR" in asked
        [given] = set(re.findall(r'name="compensation" value="([^"]+)"', asked))
        own = await mia.send(path + "/recovery/decisions", path, compensation=given, to="approved")
        assert own.status_code == 403
        assert "A compensation over the giver&#39;s limit is approved or rejected by another person." in own.text
        small = await mia.send(path + "/recovery/compensations", path, kind="gift", amount="5", currency="EUR")
        assert "It is given." in small.text
    async with visiting(ticketing, *ALL, staff_id=JELENA) as jelena:
        assert (await jelena.send(path + "/recovery/decisions", path, compensation=given)).status_code == 422
        done = (await jelena.send(path + "/recovery/decisions", path, compensation=given, to="approved")).text
        assert "It is approved." in done
        assert "Approved by Jelena Petrović, asked for by Mia Thorsen: The &lt;month&gt;." in done
        assert "Approved: refund of 1,200.50 EUR" in done


async def test_a_complaint_goes_by_its_stages_and_a_refusal_shows_where_to_turn(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing, type="complaint")
    path = f"/console/tickets/{ticket['number']}"
    async with visiting(ticketing, *ALL) as mia:
        page = await mia.get(path)
        assert "<h2>Complaint</h2>" in page
        assert "Complaint opened" in page
        assert "Keep the decision" not in page
        acknowledged = (await mia.send(path + "/complaint/stages", path, to="acknowledged")).text
        assert "The complaint is acknowledged." in acknowledged
        early = await mia.send(path + "/complaint/acceptance", path, accepted="no", comment="It <is>.")
        assert early.status_code == 409
        empty = await mia.send(path + "/complaint/decision", path, outcome="not_upheld", remedy="A <voucher>")
        assert empty.status_code == 422
        assert "A &lt;voucher&gt;" in empty.text
        decided = await mia.send(path + "/complaint/decision", path, outcome="not_upheld", reasons="It came.")
        assert "The complaint is decided: not upheld" in decided.text
        assert (await mia.send(path + "/complaint/acceptance", path, comment="Well")).status_code == 422
        refused = (await mia.send(path + "/complaint/acceptance", path, accepted="no", comment="Too late.")).text
        assert "Where the customer may turn" in refused
        assert "The customer refused it: Too late." in refused
        assert "Decide again" in refused
        closed = (await mia.send(path + "/complaint/stages", path, closed_as="recourse_exhausted")).text
        assert "The complaint is closed: recourse exhausted" in closed
        assert "Take it up again" in closed
        assert (await mia.send(path + "/complaint/stages", path, to="decided")).status_code == 409
    async with visiting(ticketing, "ticketing:tickets:read") as reader:
        assert "<h2>Complaint</h2>" not in await reader.get(path)
    other = await a_ticket(ticketing)
    async with visiting(ticketing, *ALL) as mia:
        there = f"/console/tickets/{other['number']}"
        assert (await mia.send(there + "/complaint/stages", there, to="acknowledged")).status_code == 404


async def test_levels_that_come_and_what_the_customer_said_stand_beside_it(ticketing: ServiceUnderTest) -> None:
    await ticketing.deliver(facts.staff(MIA, name="Mia Thorsen"))
    rule: dict[str, Any] = {
        "name": "Three quarters",
        "rank": 1,
        "metrics": ["first_reply"],
        "levels": [{"at": {"share": 75}, "recipients": [{"role": "assignee"}], "actions": [{"do": "notify"}]}],
    }
    await ticketing.post("/v1/escalation-rules", rule)
    ticket = await a_ticket(ticketing)
    await ticketing.post(f"/v1/tickets/{ticket['id']}/assign", {"assignee_id": str(MIA)})
    answer = facts.received(ticket_id=ticket["id"], survey_type="csat", score=2, outcome="negative")
    await ticketing.deliver(answer)
    async with visiting(ticketing, *ALL) as mia:
        page = await mia.get(f"/console/tickets/{ticket['number']}")
    assert "First reply: 75% of the time is used" in page
    assert "Mia Thorsen hears of it" in page
    assert "CSAT 2, negative" in page


async def test_a_reply_says_how_far_it_is_and_is_sent_again(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    path = f"/console/tickets/{ticket['number']}"
    async with visiting(ticketing, *ALL) as mia:
        assert "On its way" in (await mia.send(path + "/messages", body="We look.")).text
        [row] = await ticketing.rows("SELECT id FROM message WHERE delivery_state = 'queued'")
        too_early = await mia.send(f"{path}/messages/{row.id}/retry", path)
        assert too_early.status_code == 409
        await ticketing.execute("UPDATE message SET delivery_state = 'failed', delivery_error = 'mailbox_unknown'")
        failed = await mia.get(path)
        assert "Failed: mailbox unknown" in failed
        assert "Send again" in failed
        again = (await mia.send(f"{path}/messages/{row.id}/retry", path)).text
        assert "The reply is on its way again." in again
        assert "Sent the reply again" in again
        assert (await mia.send(f"{path}/messages/x/retry", path)).status_code == 404
        await ticketing.execute("UPDATE message SET delivery_state = 'sent' WHERE delivery_state = 'queued'")
        assert "</svg>Sent</span>" in await mia.get(path)


async def test_files_are_listed_and_kept_by_who_may(desk: ServiceUnderTest) -> None:
    desk.app.state.settings.public_base_url = "http://tests"  # for its cookies
    upload: dict[str, Any] = {
        "params": {"name": "<b>.html"},
        "content": b"<b>",
        "headers": {"Content-Type": "text/html"},
    }
    file = (await desk.client.post("/v1/attachments", **upload)).json()
    ticket = await a_ticket(desk)
    said = {"body": "See the log.", "visibility": "public", "attachments": [{"id": file["id"]}]}
    await desk.post(f"/v1/tickets/{ticket['id']}/messages", said)
    path = f"/console/tickets/{ticket['number']}"
    async with visiting(desk, *ALL) as mia:
        page = await mia.get(path)
        assert f'href="/console/attachments/{file["id"]}" download>&lt;b&gt;.html</a>' in page
        kept = await mia.client.get(f"/console/attachments/{file['id']}")
        assert (kept.status_code, kept.content) == (200, b"<b>")
        assert kept.headers["content-disposition"].startswith("attachment; ")
        assert kept.headers["x-content-type-options"] == "nosniff"
        for wrong in ("x", ticket["id"]):
            assert (await mia.client.get(f"/console/attachments/{wrong}")).status_code == 404
    async with visiting(desk, "ticketing:tickets:read") as reader:
        assert "/console/attachments/" not in await reader.get(path)
        assert (await reader.client.get(f"/console/attachments/{file['id']}")).status_code == 403
    async with visiting(desk) as stranger:
        assert (await stranger.client.get(f"/console/attachments/{file['id']}")).status_code == 303


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [("1200", "EUR", 120_000), ("0.05", "EUR", 5), ("12", "JPY", 12), ("1.5", "JPY", None), ("1.234", "KWD", 1_234)],
)
def test_amounts_count_in_the_minor_units_of_their_currency(text: str, currency: str, minor: int | None) -> None:
    assert money.minor(text, currency) == minor
    if minor is not None:
        assert money.shown(minor, currency).endswith(currency)
