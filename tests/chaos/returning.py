"""Customers with one matter each: it is dealt with, so that they are asked how that was; others have too much open."""

import asyncio
from time import perf_counter
from typing import Any

from tests.chaos import helping
from tests.chaos.town import Town

WAITS = 20.0  # seconds for an answer's recovery case
LOOK_EVERY = 0.5  # seconds


async def be_won_back(town: Town) -> None:
    """Somebody new answers badly, and all is made good; what they say on the survey's page after that may go on."""
    ana = await _somebody_new(town)
    if ana is None:
        return
    body = {"source": f"chaos-{town.name}", "source_id": town.number(), "survey_type": "nps", "score": 2, **ana}
    answer = await town.write("feedback", "POST", "/v1/responses", body, again=True)
    if answer.good and (case := await _case_of(town, answer.body["id"])):
        await helping.win_back(town, case)


async def be_helped(town: Town) -> None:
    """Somebody new asks something and is answered; half of them find that it was no answer."""
    ana = await _somebody_new(town)
    if ana is None:
        return
    body: dict[str, Any] = {"subject": f"Question {town.number()}", "type": "question"}
    body |= {"requester": {"contact_id": ana["contact_id"]}, "account_id": ana["account_id"]}
    answer = await town.write("ticketing", "POST", "/v1/tickets", body)
    if not answer.good:
        return
    path = f"/v1/tickets/{answer.body['id']}/transitions"
    await town.write("ticketing", "POST", path, {"to": "solved", "resolution_code": "answered"})
    if town.dice.random() < 0.5:
        await town.write("ticketing", "POST", path, {"to": "open"})


async def _somebody_new(town: Town) -> dict[str, str] | None:
    """A contact with whom nobody else of the town has to do."""
    if not town.accounts:
        return None
    account, name = town.dice.choice(town.accounts), town.number()
    body = {"account_id": account, "name": f"Ana {name}", "email": f"ana-{name}@acme.example"}
    answer = await town.write("onboarding", "POST", "/v1/contacts", body)
    return {"account_id": account, "contact_id": answer.body["id"]} if answer.good else None


async def _case_of(town: Town, response: str) -> str | None:
    """The recovery case of an answer, once it is there; None where it takes too long."""
    give_up_at = perf_counter() + WAITS
    while perf_counter() < give_up_at and not town.caller.stopping:
        found = await town.caller.get("ticketing", f"/v1/recovery-cases?response_id={response}")
        if found.good and found.body["items"]:
            return str(found.body["items"][0]["id"])
        await asyncio.sleep(LOOK_EVERY)
    return None
