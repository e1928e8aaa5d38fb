"""Agents join tickets that are one matter, part those that are not, and say how tickets hang together."""

from typing import Any

from tests.chaos.town import Town

KINDS = ("relates_to", "blocks", "blocked_by", "caused_by")


async def merge(town: Town, ticket: str | None = None) -> None:
    """A ticket becomes part of another one, or is refused to: it may be merged, or have a case as the other has."""
    ticket, into = ticket or town.any_ticket(), town.any_ticket()
    if ticket is None or into is None:
        return
    answer = await town.write("ticketing", "POST", f"/v1/tickets/{ticket}/merge", {"into": into})
    if answer.good:
        town.merged.append(ticket)


async def unmerge(town: Town, ticket: str | None = None) -> None:
    """A merge is undone; often while somebody writes on one of the two."""
    if ticket is None:
        if not town.merged:
            return
        ticket = town.dice.choice(town.merged)
    answer = await town.write("ticketing", "POST", f"/v1/tickets/{ticket}/unmerge", {"reason": "Two matters."})
    if answer.good and ticket in town.merged:
        town.merged.remove(ticket)


async def write_on_merged(town: Town) -> None:
    """Somebody still writes on a ticket that is merged."""
    if not town.merged:
        return
    body: dict[str, Any] = {"body": f"One more thing. {town.number()}", "visibility": "public"}
    if town.dice.random() < 0.5:
        body["author"] = {"kind": "customer"}
    has_source = town.dice.random() < 0.3
    if has_source:
        body |= {"channel": "email", "source_id": town.number()}
    path = f"/v1/tickets/{town.dice.choice(town.merged)}/messages"
    answer = await town.write("ticketing", "POST", path, body, again=has_source)
    if answer.good:
        town.messages.append((answer.body["ticket_id"], answer.body["id"]))


async def split(town: Town) -> None:
    """One or two messages of a ticket become a ticket of their own."""
    if not town.messages:
        return
    ticket, message = town.dice.choice(town.messages)
    others = [other for of, other in town.messages if of == ticket and other != message][: town.dice.randint(0, 1)]
    body: dict[str, Any] = {"message_ids": [message, *others], "subject": f"Split {town.number()}"}
    answer = await town.write("ticketing", "POST", f"/v1/tickets/{ticket}/split", body)
    if answer.good:
        town.tickets.append(answer.body["id"])
        for moved in body["message_ids"]:
            if (ticket, moved) in town.messages:
                town.messages.remove((ticket, moved))
            town.messages.append((answer.body["id"], moved))


async def link(town: Town) -> None:
    """A ticket hangs together with another one."""
    ticket, other = town.any_ticket(), town.any_ticket()
    if ticket is None or ticket == other:
        return
    body = {"kind": town.dice.choice(KINDS), "ticket_id": other}
    await town.write("ticketing", "POST", f"/v1/tickets/{ticket}/links", body, again=True)
