"""Groups and suppliers promise how long tickets rest with them; tickets are handed on, and wait for suppliers."""

from typing import Any

from tests.chaos.caller import new_key
from tests.chaos.town import Town

PICKUP, HANDLING, SUPPLIED = 2, 5, 3  # seconds, so that some are late within a run
SUPPLIERS = 2  # of one town


async def promise(town: Town, group: str) -> None:
    """A group says how long a ticket rests with it."""
    body = {"pickup_seconds": PICKUP, "handling_seconds": HANDLING}
    await town.caller.insist("ticketing", "PUT", f"/v1/groups/{group}/ola", body, dice=town.dice)


async def promise_otherwise(town: Town) -> None:
    """A group promises something else; what it has keeps what it was promised."""
    if not town.groups:
        return
    body = {"pickup_seconds": town.dice.randint(1, 60), "handling_seconds": town.dice.randint(1, 60)}
    await town.write("ticketing", "PUT", f"/v1/groups/{town.dice.choice(town.groups)}/ola", body)


async def find_suppliers(town: Town) -> None:
    """Third parties for whom tickets wait."""
    for _ in range(SUPPLIERS):
        body = {"name": f"Supplier {town.number()}", "target_seconds": SUPPLIED}
        answer = await town.caller.insist(
            "ticketing", "POST", "/v1/suppliers", body, dice=town.dice, key=new_key(town.dice)
        )
        if answer.good:
            town.suppliers.append(answer.body["id"])


async def wait_for_supplier(town: Town) -> None:
    """A ticket waits for a supplier, or comes back from one."""
    ticket = town.any_ticket()
    if ticket is None or not town.suppliers:
        return
    body: dict[str, Any] = {"to": "on_hold", "supplier_id": town.dice.choice(town.suppliers)}
    if town.dice.random() < 0.3:
        body = {"to": "open"}
    await town.write("ticketing", "POST", f"/v1/tickets/{ticket}/transitions", body)


async def hand_over(town: Town) -> None:
    """A ticket is another group's, or nobody's in its group."""
    ticket = town.any_ticket()
    if ticket is None or not town.groups:
        return
    body: dict[str, Any] = {"group_id": town.dice.choice(town.groups), "assignee_id": None}
    if town.dice.random() < 0.2:
        body = {"assignee_id": None}
    await town.write("ticketing", "POST", f"/v1/tickets/{ticket}/assign", body)
