"""Complaints are worked on until they end, and customers are given something, which may need another's approval."""

from typing import Any

from tests.chaos.caller import Answer, new_key
from tests.chaos.town import Town

STAGES = ("acknowledged", "acknowledged", "assessed", "investigating", "responded", "closed")
ENDS = ("accepted", "no_answer", "recourse_exhausted", "withdrawn")
SHORT = 3  # seconds that tasks are promised, so that levels fire within a run
CURRENCY = "EUR"
LIMIT, LIMIT_OF_APPROVER = 100_00, 1_000_000_00  # minor units
AMOUNTS = (0, 20_00, 60_00, 500_00)  # two of the third are more than anybody may give alone


async def promise(town: Town) -> None:
    """What is promised to whom, and who may give how much; keys that act for two members of staff."""
    targets = [
        {"metric": metric, "priority": priority, "seconds": SHORT, "pause_statuses": ["pending"]}
        for metric in ("first_reply", "total_resolution")
        for priority in ("low", "normal", "high", "urgent")
    ]
    policy = {"name": f"Short {town.number()}", "rank": 5, "conditions": {"type": ["task"]}, "targets": targets}
    await _surely(town, "/v1/sla-policies", policy)
    rule: dict[str, Any] = {
        "name": f"Late {town.number()}",
        "metrics": ["first_reply", "total_resolution"],
        "levels": [
            {"at": {"share": 50}, "recipients": [{"role": "assignee"}], "actions": [{"do": "notify"}]},
            {"at": {"minutes_after_due": 0}, "actions": [{"do": "add_tag", "tag": "late"}]},
            {
                "at": {"share": 130},
                "recipients": [{"role": "group_lead"}],
                "actions": [{"do": "notify"}, {"do": "raise_priority"}],
            },
        ],
    }
    await _surely(town, "/v1/escalation-rules", rule)
    for staff, limit in zip(town.staff[:2], (LIMIT, LIMIT_OF_APPROVER), strict=False):
        said = {"staff_id": staff, "currency": CURRENCY, "amount_minor": limit}
        await _surely(town, "/v1/authority-limits", said)
        key = {"name": f"key {town.number()}", "scopes": ["ticketing:*:*"], "staff_id": staff}
        answer = await _surely(town, "/v1/api-keys", key)
        if answer.good and answer.body["key"]:  # shown once: not to whom it is answered again
            town.keys.append(answer.body["key"])


async def look_at_complaints(town: Town) -> None:
    """Agents see complaints in their list."""
    complaints = await town.caller.get("ticketing", "/v1/complaints?limit=50")
    if complaints.good:
        town.complaints.extend(item["id"] for item in complaints.body["items"] if item["id"] not in town.complaints)


async def handle_complaint(town: Town) -> None:
    """A complaint goes on: to a stage, a decision, what the customer says to it, or its end."""
    if not town.complaints:
        return
    path = f"/v1/complaints/{town.dice.choice(town.complaints)}"
    match town.dice.choice(("move", "move", "move", "decide", "decide", "answer")):
        case "move":
            body: dict[str, Any] = {"to": town.dice.choice(STAGES)}
            if body["to"] == "closed":
                body["closed_as"] = town.dice.choice(ENDS)
            await town.write("ticketing", "POST", f"{path}/transitions", body)
        case "decide":
            outcome = town.dice.choice(("upheld", "partly_upheld", "not_upheld"))
            body = {"outcome": outcome, "reasons": f"It was late. {town.number()}"}
            await town.write("ticketing", "POST", f"{path}/decision", body)
        case "answer":
            await town.write("ticketing", "POST", f"{path}/acceptance", {"accepted": town.dice.random() < 0.5})


async def compensate(town: Town) -> None:
    """Somebody gives a customer something; over their limit another one approves or rejects it, or tries both."""
    if town.owed and town.keys and town.dice.random() < 0.6:
        case, compensation = town.dice.choice(town.owed)
        deed = town.dice.choice(("approve", "approve", "reject"))
        path = f"/v1/recovery-cases/{case}/compensations/{compensation}/{deed}"
        answer = await town.write("ticketing", "POST", path, {}, api_key=town.dice.choice(town.keys))
        if answer.good and (case, compensation) in town.owed:
            town.owed.remove((case, compensation))
        return
    if not town.cases:
        return
    path = f"/v1/recovery-cases/{town.dice.choice(town.cases)}/compensations"
    amount = town.dice.choice(AMOUNTS)
    body = {"kind": "refund" if amount else "apology", "amount_minor": amount, "reason": f"Sorry. {town.number()}"}
    body |= {"currency": CURRENCY} if amount else {}
    answer = await town.write("ticketing", "POST", path, body, api_key=_key(town))
    if answer.good:
        town.owed.extend(
            (answer.body["id"], each["id"])
            for each in answer.body["compensations"]
            if each["state"] == "pending_approval" and (answer.body["id"], each["id"]) not in town.owed
        )


async def _surely(town: Town, path: str, body: dict[str, Any]) -> Answer:
    """Written whatever is away just now: all that comes after depends on it."""
    return await town.caller.insist("ticketing", "POST", path, body, dice=town.dice, key=new_key(town.dice))


def _key(town: Town) -> str | None:
    """Somebody's key; now and then nobody's in particular."""
    return town.dice.choice([*town.keys, *town.keys, None])
