"""One load process: a town whose people write to all four services until SIGTERM.

    python -m tests.chaos.load FOLDER NUMBER

FOLDER/load.json says whom to ask; the journal is FOLDER/journal-NUMBER.jsonl. What is under way at the signal is
still answered, or counts as unanswered.
"""

import asyncio
import json
import random
import signal
import sys
from pathlib import Path

import uvloop

from tests.chaos import (
    answering,
    arriving,
    helping,
    joining,
    making_good,
    organising,
    resting,
    returning,
    surveying,
    watching,
)
from tests.chaos.caller import Caller, Journal
from tests.chaos.mailbox import Mailbox
from tests.chaos.town import Deed, Town

PEOPLE = 10  # requests of one process at once, but for brawls

SHARES: dict[Deed, float] = {
    answering.answer_badly: 26,
    answering.answer_well: 14,
    answering.correct: 7,
    answering.take_back: 2,
    answering.read_mail: 8,
    answering.answer_on_page: 8,
    helping.open_ticket: 6,
    helping.look_around: 2,
    helping.reply: 14,
    helping.move: 12,
    helping.reopen: 2,
    helping.assign: 6,
    helping.change: 4,
    helping.brawl: 2,
    helping.recover: 8,
    helping.win_back: 2,
    returning.be_won_back: 8,
    returning.be_helped: 3,
    arriving.write_mail: 6,
    joining.merge: 3,
    joining.unmerge: 2,
    joining.write_on_merged: 2,
    joining.split: 1.5,
    joining.link: 1,
    watching.watch: 5,
    watching.watch_no_more: 1,
    watching.tell_those_who_watch: 4,
    resting.wait_for_supplier: 3,
    resting.hand_over: 3,
    resting.promise_otherwise: 0.2,
    surveying.ask_everybody: 1,
    surveying.steer: 3,
    making_good.look_at_complaints: 1,
    making_good.handle_complaint: 7,
    making_good.compensate: 6,
    organising.win_account: 2,
    organising.meet_contact: 3,
    organising.hire: 1,
    organising.give_team: 2,
    organising.form_group: 0.5,
    organising.come_and_go: 1.5,
    organising.close_deal: 2,
    organising.read_figures: 3,
    organising.watch_closer: 0.1,
}
"""How often each deed is done, before the seed shifts it."""


async def load(folder: Path, number: int) -> None:
    """Write until SIGTERM."""
    asked = json.loads((folder / "load.json").read_text())
    dice = random.Random(f"{asked['seed']}/{number}")
    journal = Journal(folder / f"journal-{number}.jsonl")
    caller = Caller(asked["urls"], asked["api_key"], journal, asked["patience"])
    town = Town(f"{asked['seed']}-{number}", caller, dice, mailbox=Mailbox(Path(asked["mail"])))
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    shares = {deed: share * dice.uniform(0.5, 1.5) for deed, share in SHARES.items()}

    async def live() -> None:
        while not stop.is_set():
            deed = dice.choices(list(shares), weights=list(shares.values()))[0]
            await deed(town)
            await asyncio.sleep(asked["pause"] * dice.random())

    settling = asyncio.create_task(organising.settle(town))
    people = [asyncio.create_task(live()) for _ in range(PEOPLE)]
    await stop.wait()
    caller.stopping = True
    try:
        await asyncio.gather(settling, *people)  # none is cancelled: what was sent must be in the journal
    finally:
        caller.close()
        journal.close()


if __name__ == "__main__":
    uvloop.run(load(Path(sys.argv[1]), int(sys.argv[2])))
