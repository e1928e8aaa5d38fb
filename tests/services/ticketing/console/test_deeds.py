"""The forms on a ticket: each does what the API does, says who did it, and can be taken back where the API can."""

import asyncio
import re

from tests.fixtures.pages import code_of, visiting
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing import facts
from tests.services.ticketing.console.desk import MIA, a_ticket, take_back

ALL = ("ticketing:*:read", "ticketing:*:write")


async def test_a_reply_is_the_agents_and_fulfils_the_clock(ticketing: ServiceUnderTest) -> None:
    await ticketing.deliver(facts.staff(MIA, name="Mia Thorsen"))
    ticket = await a_ticket(ticketing)
    async with visiting(ticketing, *ALL, staff_id=MIA) as mia:
        page = await mia.send(f"/console/tickets/{ticket['number']}/messages", body="We look.\r\nNow.", to="pending")
        assert "Your reply is on its way." in page.text
        assert "Mia Thorsen" in page.text
        assert "Met in" in page.text
        assert "Your reply is on its way." not in await mia.get(f"/console/tickets/{ticket['number']}")
    found = await ticketing.get(f"/v1/tickets/{ticket['id']}", include="messages")
    assert (found["status"], found["public_reply_count"]) == ("pending", 1)
    said = found["messages"][-1]
    assert (said["body"], said["channel"], said["author"]["id"]) == ("We look.\nNow.", "email", str(MIA))
    rows = await ticketing.get("/v1/audit", entity_id=ticket["id"], action="ticket.message")
    assert rows["items"][0]["actor"].startswith("key/")


async def test_a_form_that_is_sent_twice_writes_once(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    path = f"/console/tickets/{ticket['number']}"
    async with visiting(ticketing, *ALL) as mia:
        page = await mia.client.get(path)
        [once] = re.findall(r'name="once" value="([^"]+)"', page.text)
        sent = {"csrf": code_of(page), "once": once, "body": "We look.", "visibility": "public"}
        await asyncio.gather(*(mia.client.post(path + "/messages", data=sent) for _ in range(4)))
        await mia.client.post(path + "/messages", data={**sent, "body": "We looked."})
    found = await ticketing.get(f"/v1/tickets/{ticket['id']}", include="messages")
    assert [said["body"] for said in found["messages"][1:]] == ["We look.", "We looked."]


async def test_what_was_typed_is_kept_where_it_is_refused(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    path = f"/console/tickets/{ticket['number']}"
    async with visiting(ticketing, *ALL) as mia:
        empty = await mia.send(path + "/messages", body="   ")
        assert empty.status_code == 422
        long = await mia.send(path + "/messages", body="<b>" + "a" * 20_000, visibility="internal")
        assert long.status_code == 422
        assert "&lt;b&gt;aaa" in long.text
        without = await mia.send(path + "/transitions", to="solved", reason="It was the <index>.")
        assert without.status_code == 422
        assert "Resolution code" in without.text
        assert "It was the &lt;index&gt;." in without.text
        nul = await mia.send(path + "/details", subject="a\x00b")
        assert nul.status_code == 422
    assert (await ticketing.get(f"/v1/tickets/{ticket['id']}"))["version"] == 1


async def test_a_stale_form_overwrites_nothing(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    path = f"/console/tickets/{ticket['number']}"
    async with visiting(ticketing, *ALL) as mia:
        await ticketing.patch(f"/v1/tickets/{ticket['id']}", {"priority": "urgent"})
        for form, fields in (
            ("details", {"subject": "Mine", "priority": "low"}),
            ("assign", {"group_id": facts.CARE}),
            ("transitions", {"to": "pending"}),
        ):
            answer = await mia.send(f"{path}/{form}", version="1", **fields)
            assert answer.status_code == 412
            assert "Somebody changed this" in answer.text
        assert 'value="Mine"' in (await mia.send(path + "/details", version="1", subject="Mine")).text
    found = await ticketing.get(f"/v1/tickets/{ticket['id']}")
    assert (found["subject"], found["status"], found["group_id"]) == (ticket["subject"], "new", None)


async def test_assigning_changing_and_solving_can_be_taken_back(ticketing: ServiceUnderTest) -> None:
    await ticketing.deliver(facts.staff(MIA, name="Mia Thorsen"))
    ticket = await a_ticket(ticketing, tags=["export"], assignee_id=str(MIA))
    path, api = f"/console/tickets/{ticket['number']}", f"/v1/tickets/{ticket['id']}"
    async with visiting(ticketing, *ALL, staff_id=MIA) as mia:
        page = await mia.send(path + "/assign", assignee_id="", group_id=facts.CARE)
        assert "belongs to nobody" in page.text
        await take_back(mia, page.text)
        found = await ticketing.get(api)
        assert (found["assignee_id"], found["group_id"]) == (str(MIA), None)
        page = await mia.send(path + "/details", subject="Slow", priority="high", tags="slow, , export ")
        assert (await ticketing.get(api))["tags"] == ["slow", "export"]
        await take_back(mia, page.text)
        found = await ticketing.get(api)
        assert (found["subject"], found["priority"], found["tags"]) == (ticket["subject"], "normal", ["export"])
        page = await mia.send(path + "/transitions", to="solved", resolution_code="fixed", reason="The index.")
        assert re.search(r"Solved: fixed: The index. <span[^>]*>by Mia Thorsen<", page.text)
        assert "The index." in page.text
        page = await take_back(mia, page.text)
        assert "is reopened" in page.text
    assert (await ticketing.get(api))["status"] == "open"


async def test_what_was_changed_since_is_not_taken_back(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    path = f"/console/tickets/{ticket['number']}"
    async with visiting(ticketing, *ALL) as mia:
        page = await mia.send(path + "/details", priority="high")
        await ticketing.patch(f"/v1/tickets/{ticket['id']}", {"priority": "urgent"})
        assert (await take_back(mia, page.text)).status_code == 412
    assert (await ticketing.get(f"/v1/tickets/{ticket['id']}"))["priority"] == "urgent"


async def test_a_key_of_nobody_takes_no_ticket(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    async with visiting(ticketing, *ALL) as visitor:
        answer = await visitor.send(f"/console/tickets/{ticket['number']}/assign", me="1")
        assert answer.status_code == 422
        assert "acts for nobody in particular" in answer.text


async def test_a_closed_ticket_says_what_is_possible(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    path = f"/console/tickets/{ticket['number']}"
    await ticketing.post(f"/v1/tickets/{ticket['id']}/transitions", {"to": "solved", "resolution_code": "spam"})
    async with visiting(ticketing, "ticketing:*:read", "ticketing:tickets:write") as mia:
        refused = await mia.send(path + "/transitions", to="closed")
        assert refused.status_code == 409
        assert "What is possible now: open." in refused.text
    async with visiting(ticketing, "*") as admin:
        assert "Closed for good" in (await admin.send(path + "/transitions", to="closed")).text
        assert "Close it for good" not in await admin.get(path)


async def test_a_recovery_is_planned_contacted_and_ended(ticketing: ServiceUnderTest) -> None:
    await ticketing.deliver(facts.staff(MIA, name="Mia Thorsen"))
    answer = facts.received()
    await ticketing.deliver(answer)
    [ticket] = (await ticketing.get("/v1/tickets", source_id=str(answer.response_id)))["items"]
    path = f"/console/tickets/{ticket['number']}"
    async with visiting(ticketing, *ALL, staff_id=MIA) as mia:
        mia.client.cookies.set("serviceops_zone", "Europe/Oslo")
        steps = {"step-0": "Call Ana", "step-0-owner": str(MIA), "step-0-due": "2026-12-01T15:00", "step-3": "Refund"}
        assert (await mia.send(path + "/recovery/plan", path, text=" ")).status_code == 422
        wrong = await mia.send(path + "/recovery/plan", path, text="Call.", **{**steps, "step-0-due": "soon"})
        assert wrong.status_code == 422
        assert 'value="Refund"' in wrong.text or "Call." in wrong.text
        page = await mia.send(path + "/recovery/plan", path, text="Call, then refund.", agreed="1", **steps)
        assert "The plan is kept." in page.text
        assert "Call, then refund." in page.text
        page = await mia.send(path + "/recovery/contacts", path, channel="phone", outcome="reached", note="Glad.")
        assert "Reached the customer" in page.text
        assert (await mia.send(path + "/recovery/moves", path, outcome="")).status_code == 422
        page = await mia.send(path + "/recovery/moves", path, outcome="recovered")
        assert "The recovery is recovered." in page.text
        assert (await mia.send(path + "/recovery/plan", path, text="Again.")).status_code == 409
    [case] = (await ticketing.get("/v1/recovery-cases", ticket_id=ticket["id"]))["items"]
    assert (case["state"], case["outcome"]) == ("completed", "recovered")
    assert case["plan"]["agreed_with_customer_at"] is not None
    assert [step["title"] for step in case["plan"]["steps"]] == ["Call Ana", "Refund"]
    assert case["plan"]["steps"][0]["due_at"].startswith("2026-12-01T14:00:00")


async def test_names_are_for_those_who_may_read_them(ticketing: ServiceUnderTest) -> None:
    await ticketing.deliver(facts.staff(MIA, name="Mia Thorsen"))
    answer = facts.received()
    await ticketing.deliver(answer)
    [ticket] = (await ticketing.get("/v1/tickets", source_id=str(answer.response_id)))["items"]
    await ticketing.post(f"/v1/tickets/{ticket['id']}/assign", {"assignee_id": str(MIA)})
    path = f"/console/tickets/{ticket['number']}"
    async with visiting(ticketing, "ticketing:tickets:read") as reader:
        page = await reader.get(path)
        assert "Mia Thorsen" not in page
        assert "Assigned to a colleague" in page
        assert 'id="recovery"' not in page
        assert re.findall(r'method="post" action="/console', page) == []
    async with visiting(ticketing, "ticketing:recovery-cases:write") as blind:
        assert (await blind.client.get(path)).status_code == 403


async def test_who_may_not_see_a_ticket_does_not_see_it_by_a_refused_form(ticketing: ServiceUnderTest) -> None:
    answer = facts.received(comment="A secret of Ana's.")
    await ticketing.deliver(answer)
    [ticket] = (await ticketing.get("/v1/tickets", source_id=str(answer.response_id)))["items"]
    async with visiting(ticketing, "ticketing:recovery-cases:write") as blind:
        code = code_of(await blind.client.get("/console"))
        path = f"/console/tickets/{ticket['number']}/recovery/plan"
        refused = await blind.client.post(path, data={"csrf": code, "text": ""})
        assert refused.status_code == 422
        assert "A secret" not in refused.text


async def test_the_clocks_page_adds_up(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=15)
    async with visiting(ticketing, "*") as mia:
        page = await mia.get(f"/console/tickets/{ticket['number']}/clocks")
    assert "How the clocks were counted" in page
    assert "15 min of" in page
