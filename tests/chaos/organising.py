"""The directory changes: accounts, contacts, staff, teams, groups, deals; and people read what analytics knows."""

from datetime import UTC, datetime
from typing import Any

from tests.chaos import making_good, resting, surveying
from tests.chaos.town import Town

ACCOUNTS = 40  # of one town; then they change more than they are made
PEOPLE = 12
TIERS = ("gold", "silver", "bronze")


async def settle(town: Town) -> None:
    """What a town begins with."""
    for _ in range(4):
        await hire(town)
    for _ in range(6):
        await win_account(town)
        await meet_contact(town)
        await give_team(town)
    await form_group(town)
    await making_good.promise(town)
    await resting.find_suppliers(town)
    await surveying.prepare(town)


async def win_account(town: Town) -> None:
    """A new account, or a change of one that is there."""
    if len(town.accounts) >= ACCOUNTS:
        body: dict[str, Any] = {"tier": town.dice.choice(TIERS), "industry": town.number()}
        await town.write("onboarding", "PATCH", f"/v1/accounts/{town.dice.choice(town.accounts)}", body)
        return
    body = {"name": f"Account {town.number()}", "tier": town.dice.choice(TIERS), "status": "active"}
    answer = await town.write("onboarding", "POST", "/v1/accounts", body)
    if answer.good:
        town.accounts.append(answer.body["id"])


async def meet_contact(town: Town) -> None:
    """A new contact, or a change of one that is there."""
    if not town.accounts:
        return
    if len(town.contacts) >= 3 * ACCOUNTS:
        contact, _ = town.dice.choice(town.contacts)
        await town.write("onboarding", "PATCH", f"/v1/contacts/{contact}", {"phone": town.number()})
        return
    account = town.dice.choice(town.accounts)
    name = town.number()
    body = {"account_id": account, "name": f"Ana {name}", "email": f"ana-{name}@acme.example"}
    answer = await town.write("onboarding", "POST", "/v1/contacts", body)
    if answer.good:
        town.contacts.append((answer.body["id"], account))


async def hire(town: Town) -> None:
    """A new member of staff, or news of one who is there."""
    if len(town.staff) >= PEOPLE:
        body: dict[str, Any] = {"name": f"Mia {town.number()}"}
        await town.write("onboarding", "PATCH", f"/v1/staff/{town.dice.choice(town.staff)}", body)
        return
    name = town.number()
    body = {"name": f"Mia {name}", "email": f"mia-{name}@us.example"}
    answer = await town.write("onboarding", "POST", "/v1/staff", body)
    if answer.good:
        town.staff.append(answer.body["id"])
        if town.groups:
            agent = {"group_ids": [town.dice.choice(town.groups)], "skills": ["en"], "capacity": 1000}
            await town.write("ticketing", "PUT", f"/v1/agents/{answer.body['id']}", agent)


async def give_team(town: Town) -> None:
    """An account gets a customer success manager, perhaps with a backup; now and then it loses them."""
    if not town.accounts or not town.staff:
        return
    path = f"/v1/accounts/{town.dice.choice(town.accounts)}/team/csm"
    if town.dice.random() < 0.1:
        await town.write("onboarding", "DELETE", path, None)
        return
    body: dict[str, Any] = {"staff": await _reference(town)}
    if town.dice.random() < 0.3:
        body["backup"] = await _reference(town)
    await town.write("onboarding", "PUT", path, body)


async def form_group(town: Town) -> None:
    """A group of agents, or another lead for one."""
    if not town.staff:
        return
    lead = town.dice.choice(town.staff)
    if len(town.groups) >= 3:
        await town.write("ticketing", "PATCH", f"/v1/groups/{town.dice.choice(town.groups)}", {"lead_id": lead})
        return
    body: dict[str, Any] = {"name": f"Group {town.number()}", "lead_id": lead, "member_ids": town.staff[:3]}
    body["strategy"] = town.dice.choice(("manual", "round_robin", "least_loaded", "skills"))
    answer = await town.write("ticketing", "POST", "/v1/groups", body)
    if answer.good:
        town.groups.append(answer.body["id"])
        await resting.promise(town, answer.body["id"])


async def come_and_go(town: Town) -> None:
    """An agent goes away, so that others get what they have not answered, or is back."""
    if not town.staff:
        return
    state = town.dice.choice(("available", "available", "busy", "away", "offline"))
    await town.write("ticketing", "PUT", f"/v1/agents/{town.dice.choice(town.staff)}/presence", {"state": state})


async def close_deal(town: Town) -> None:
    """A deal is won, told twice by a system that does so, and its hand-off taken or refused."""
    if town.handoffs and town.dice.random() < 0.5:
        handoff = town.handoffs.popleft()
        if town.dice.random() < 0.7:
            await town.write("onboarding", "POST", f"/v1/handoffs/{handoff}/accept", {})
        else:
            await town.write("onboarding", "POST", f"/v1/handoffs/{handoff}/reject", {"gaps": ["risks"]})
        return
    number = town.number()
    body = {
        "crm": f"chaos-{town.name}",
        "crm_id": number,
        "closed_at": datetime.now(UTC).isoformat(),
        "account": {"name": f"Won {number}", "external_ids": {"crm": number}},
        "contacts": [{"name": f"Bo {number}", "email": f"bo-{number}@won.example"}],
        "handoff": {"use_case": "One desk", "goals": ["one desk"]},
    }
    answer = await town.write("onboarding", "POST", "/v1/deals", body, again=True)
    if answer.good:
        town.handoffs.append(answer.body["handoff_id"])


async def read_figures(town: Town) -> None:
    """Somebody looks at a story, at health, at a metric."""
    choices = [
        "/v1/assurance/findings?state=open",
        "/v1/metrics/nps/values?from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z",
    ]
    if town.responses:
        choices.append(f"/v1/traces/{town.dice.choice(town.responses)}")
    if town.accounts:
        choices.append(f"/v1/health?account_id={town.dice.choice(town.accounts)}")
    await town.caller.get("analytics", town.dice.choice(choices))


async def watch_closer(town: Town) -> None:
    """Operations write a rule of their own, or its next version."""
    source = f"chaos-watched-{town.dice.randint(1, 3)}"
    rule = {
        "rule_id": source.replace("-", "_"),
        "triggers": [{"type": "response.received.v1", "where": {"outcome": ["negative"], "source": [source]}}],
        "match": "response_id",
        "repair": "on_request",
        "steps": [
            {
                "step": "escalation_opened",
                "type": "escalation.opened.v1",
                "service": "ticketing",
                "from": "trigger",
                "due_seconds": 600,
                "calendar_id": None,
                "unique": True,
            }
        ],
    }
    await town.write("analytics", "POST", "/v1/assurance/rules", rule)


async def _reference(town: Town) -> dict[str, Any]:
    """A member of staff, as a team names them: by id, and with name and address as they are."""
    answer = await town.caller.get("onboarding", f"/v1/staff/{town.dice.choice(town.staff)}")
    if answer.good:
        held = answer.body
        return {"staff_id": held["id"], "name": held["name"], "email": held["email"]}
    name = town.number()
    return {"name": f"Ida {name}", "email": f"ida-{name}@us.example"}
