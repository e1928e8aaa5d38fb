"""A program asks everybody, piece by piece; waves are planned, held up, go on and are given up."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.chaos.caller import Answer, new_key
from tests.chaos.town import Town

LOOK_EVERY = 0.5  # seconds
HOUR = 3_600  # seconds: longer than a run, so that nobody is asked twice in one
RATE = 0.4  # of the contacts, so that enough are left for what else asks
MOST_WAVES = 5  # of one town: each considers everybody
WAITS = (0, 0, 5, 15)  # seconds until a wave begins, in which it may be held up
TRICKLES = (0, 2, 20)  # seconds
STEPS = ("pause", "pause", "resume", "resume", "resume", "cancel")


async def prepare(town: Town) -> None:
    """A program that asks whenever somebody plans it."""
    while not (surveys := await town.caller.get("feedback", "/v1/surveys?type=csat")).good:
        if town.caller.stopping:
            return
        await asyncio.sleep(LOOK_EVERY)
    body: dict[str, Any] = {
        "name": f"Everybody {town.number()}",
        "survey_id": surveys.body["items"][0]["id"],
        "trigger": {"kind": "wave"},
        "quarantine_class": "relationship",
        "gap_seconds": HOUR,
        "sampling_rate": RATE,
        "account_cap": 3,
    }
    made = await _surely(town, "/v1/programs", body)
    if made.good and (await _surely(town, f"/v1/programs/{made.body['id']}/activate", None)).good:
        town.programs.append(made.body["id"])


async def ask_everybody(town: Town) -> None:
    """A wave is planned, sometimes while another one is under way."""
    if not town.programs or len(town.waves) >= MOST_WAVES:
        return
    begins = datetime.now(UTC) + timedelta(seconds=town.dice.choice(WAITS))
    body = {"name": f"Wave {town.number()}", "trickle_seconds": town.dice.choice(TRICKLES)}
    body["not_before"] = begins.isoformat()
    answer = await _surely(town, f"/v1/programs/{town.dice.choice(town.programs)}/waves", body)
    if answer.good:
        town.waves.append(answer.body["id"])


async def steer(town: Town) -> None:
    """A wave is held up, goes on, or is given up; often the newest, of which something is left."""
    if town.waves:
        wave, step = town.dice.choice((town.waves[-1], town.dice.choice(town.waves))), town.dice.choice(STEPS)
        await town.write("feedback", "POST", f"/v1/waves/{wave}/{step}", None)


async def _surely(town: Town, path: str, body: dict[str, Any] | None) -> Answer:
    """Written whatever is away just now."""
    return await town.caller.insist("feedback", "POST", path, body, dice=town.dice, key=new_key(town.dice))
