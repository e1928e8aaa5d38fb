"""Agents work on tickets and recovery cases, several at once on the same ones."""

import asyncio
from datetime import UTC, datetime
from typing import Any

from tests.chaos import joining
from tests.chaos.town import Town

MOVES = ("open", "pending", "on_hold", "solved", "solved")
PRIORITIES = ("low", "normal", "high", "urgent")
AT_ONCE = 4  # agents in a brawl
CODES = ("fixed", "answered", "workaround")


async def open_ticket(town: Town) -> None:
    """A customer asks something; some of them through a system that sends things twice."""
    body: dict[str, Any] = {
        "subject": f"Question {town.number()}",
        "type": town.dice.choice(("question", "incident", "complaint", "task")),
        "priority": town.dice.choice(PRIORITIES),
        "channel": "email",
        "message": {"body": "The export takes an hour since Monday.", "visibility": "public"},
    }
    contact = town.any_contact()
    if contact is not None:
        body["requester"], body["account_id"] = {"contact_id": contact[0]}, contact[1]
    if town.groups and town.dice.random() < 0.5:
        body["group_id"] = town.dice.choice(town.groups)
    has_source = town.dice.random() < 0.5
    if has_source:
        body["source"] = {"service": f"chaos-{town.name}", "kind": "call", "id": town.number()}
    answer = await town.write("ticketing", "POST", "/v1/tickets", body, again=has_source)
    if answer.good:
        town.tickets.append(answer.body["id"])


async def look_around(town: Town) -> None:
    """Agents see escalations and their cases in their lists."""
    tickets = await town.caller.get("ticketing", "/v1/tickets?type=escalation&status=open&status=new&limit=50")
    if tickets.good:
        town.tickets.extend(
            item["id"]
            for item in town.dice.sample(tickets.body["items"], k=min(25, len(tickets.body["items"])))
            if item["id"] not in town.tickets
        )
    cases = await town.caller.get("ticketing", f"/v1/recovery-cases?state={town.dice.choice(('opened', 'planned'))}")
    if cases.good:
        town.cases.extend(item["id"] for item in cases.body["items"] if item["id"] not in town.cases)


async def reply(town: Town, ticket: str | None = None) -> None:
    """An agent answers, a customer writes back, or somebody leaves a note."""
    ticket = ticket or town.any_ticket()
    if ticket is None:
        return
    kind = town.dice.choice(("agent", "agent", "customer", "note"))
    body: dict[str, Any] = {
        "body": f"I call you at two. {town.number()}",
        "visibility": "internal" if kind == "note" else "public",
    }
    if kind == "customer":
        body["author"] = {"kind": "customer"}
    elif town.staff:
        body["author"] = {"kind": "agent", "id": town.dice.choice(town.staff)}
    has_source = town.dice.random() < 0.3
    if has_source:
        body |= {"channel": "email", "source_id": town.number()}
    answer = await town.write("ticketing", "POST", f"/v1/tickets/{ticket}/messages", body, again=has_source)
    if answer.good:
        town.messages.append((answer.body["ticket_id"], answer.body["id"]))


async def move(town: Town, ticket: str | None = None) -> None:
    """A ticket changes its status, or is refused to."""
    ticket = ticket or town.any_ticket()
    if ticket is None:
        return
    to = town.dice.choice(MOVES)
    body: dict[str, Any] = {"to": to}
    if to == "solved":
        body["resolution_code"] = town.dice.choice(CODES)
    await town.write("ticketing", "POST", f"/v1/tickets/{ticket}/transitions", body)


async def reopen(town: Town) -> None:
    """A ticket that was solved is open again, while its customer waits to be asked about the solution."""
    solved = await town.caller.get("ticketing", "/v1/tickets?status=solved&limit=50")
    if solved.good and solved.body["items"]:
        ticket = town.dice.choice(solved.body["items"])["id"]
        await town.write("ticketing", "POST", f"/v1/tickets/{ticket}/transitions", {"to": "open"})


async def assign(town: Town, ticket: str | None = None) -> None:
    """A ticket gets another owner."""
    ticket = ticket or town.any_ticket()
    if ticket is None or not town.staff:
        return
    body = {"assignee_id": town.dice.choice([*town.staff, None])}
    if town.groups and town.dice.random() < 0.4:  # which chooses by its strategy
        body = {"group_id": town.dice.choice(town.groups)}
    await town.write("ticketing", "POST", f"/v1/tickets/{ticket}/assign", body)


async def change(town: Town, ticket: str | None = None) -> None:
    """A ticket's priority or tags change."""
    ticket = ticket or town.any_ticket()
    if ticket is None:
        return
    body: dict[str, Any] = {"priority": town.dice.choice(PRIORITIES)}
    if town.dice.random() < 0.5:
        body["tags"] = [town.dice.choice(("export", "invoice", "portal"))]
    await town.write("ticketing", "PATCH", f"/v1/tickets/{ticket}", body)


async def brawl(town: Town) -> None:
    """Several agents do different things to one ticket at the same moment."""
    if not town.tickets:
        return
    ticket = town.dice.choice(town.tickets)
    deeds = (reply, reply, move, move, assign, change, joining.merge, joining.unmerge)
    await asyncio.gather(*(town.dice.choice(deeds)(town, ticket) for _ in range(AT_ONCE)))


async def win_back(town: Town, case_id: str | None = None) -> None:
    """Somebody takes a recovery case to its end at once; then its customer is asked how that went."""
    if case_id is None and not town.cases:
        return
    case = f"/v1/recovery-cases/{case_id or town.dice.choice(town.cases)}"
    await town.write("ticketing", "PUT", f"{case}/plan", {"text": "Call Ana.", "steps": [{"title": "Call Ana"}]})
    contact = {"contacted_at": datetime.now(UTC).isoformat(), "channel": "phone"}
    await town.write("ticketing", "POST", f"{case}/contacts", contact)
    done = {"to": "completed", "outcome": town.dice.choice(("recovered", "partly"))}
    await town.write("ticketing", "POST", f"{case}/transitions", done)


async def recover(town: Town) -> None:
    """Somebody moves a recovery case on: a plan, a contact, or an end."""
    if not town.cases:
        return
    case = f"/v1/recovery-cases/{town.dice.choice(town.cases)}"
    match town.dice.choice(("acknowledge", "plan", "plan", "contact", "contact", "complete")):
        case "acknowledge":
            await town.write("ticketing", "POST", f"{case}/transitions", {"to": "acknowledged"})
        case "plan":
            plan = {"text": "Call Ana, refund the month.", "steps": [{"title": "Call Ana"}]}
            await town.write("ticketing", "PUT", f"{case}/plan", plan)
        case "contact":
            now = datetime.now(UTC).isoformat()
            await town.write("ticketing", "POST", f"{case}/contacts", {"contacted_at": now, "channel": "phone"})
        case "complete":
            await town.write("ticketing", "POST", f"{case}/transitions", {"to": "completed", "outcome": "recovered"})
