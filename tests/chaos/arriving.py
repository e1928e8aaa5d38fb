"""Customers write by a channel whose gateway delivers at least once: now and then the same mail three times."""

import asyncio
from typing import Any

from tests.chaos.town import Town

REDELIVERED = 0.25  # share of mails that come again
TIMES = 3
AT_ONCE = 0.5  # share of redeliveries that do not wait for the answer to the first one
SENDERS = 60  # of one town: few enough that some have a conversation that is open


async def write_mail(town: Town) -> None:
    """A customer writes a mail: an answer to an earlier one, to a number, or something new."""
    sender = f"cora-{town.name}-{town.dice.randrange(SENDERS)}@acme.example"
    body: dict[str, Any] = {
        "source_id": f"<{town.number()}@mail.acme.example>",
        "from": {"name": "Cora", "email": sender},
        "to": "support@us.example",
        "subject": f"Mail {town.number()}",
        "body": f"The invoice is wrong again. {town.number()}",
    }
    if town.mails and town.dice.random() < 0.4:
        earlier, sender, number = town.dice.choice(town.mails)
        body["from"]["email"] = sender
        if town.dice.random() < 0.5:
            body["in_reply_to"] = earlier
        else:
            body["subject"] = f"Re: The invoice [#{number}]"
    times = TIMES if town.dice.random() < REDELIVERED else 1
    deliveries = [_deliver(town, body) for _ in range(times)]
    if town.dice.random() < AT_ONCE:
        await asyncio.gather(*deliveries)
    else:
        for delivery in deliveries:
            await delivery


async def _deliver(town: Town, body: dict[str, Any]) -> None:
    answer = await town.write("ticketing", "POST", "/v1/inbound/email", body, again=True)
    if answer.good and answer.body["outcome"] in ("opened", "added"):
        ticket = answer.body["ticket"]
        town.mails.append((body["source_id"], body["from"]["email"], ticket["number"]))
        if answer.body["outcome"] == "opened":
            town.tickets.append(ticket["id"])
