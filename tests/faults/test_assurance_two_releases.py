"""Two releases in one consumer group: whichever gets a fact, of either release's teller, its effect is there once."""

import asyncio
import contextlib
import random
import uuid
from collections import Counter
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.feedback import ResponseReceived
from shared.events.event import Event
from shared.events.handlers import Deed, Handlers, together
from shared.events.outbox import tell
from shared.events.transaction import transaction
from tests.contracts.schema_changes import breaking_changes
from tests.shared.events.conftest import Bench, cause, execute, rows, until

pytestmark = pytest.mark.timeout(600)

MORE = 60  # effects of a release in each phase of the rollout
SUBJECTS = 40
SECONDS = 240.0  # until everything has its effect, on a busy machine
NEW_VALUE = "video_call"
OLD, NEW = "old", "new"

EFFECTS = """
CREATE TABLE written (
  place bigserial, event_id uuid, subject text, sequence bigint, release text, kind text, mood text)
"""


class NextResponseReceived(ResponseReceived):
    """The contract of the next release: one field more, with a default; `survey_type` knows one value more."""

    mood: str | None = None


async def write_as_old(session: AsyncSession, events: list[Event[ResponseReceived]]) -> None:
    """This release's deed: it reads the facts by the contract as it is."""
    assert not any(hasattr(event.data, "mood") for event in events)
    await _write(session, events, OLD, [(event.data.survey_type, None) for event in events])


async def write_as_new(session: AsyncSession, events: list[Event[ResponseReceived]]) -> None:
    """The next release's deed: it reads facts of this release's tellers, too."""
    read = [NextResponseReceived.model_validate(event.raw) for event in events]
    await _write(session, events, NEW, [(data.survey_type, data.mood) for data in read])


async def _write(
    session: AsyncSession, events: list[Event[ResponseReceived]], release: str, read: list[tuple[str, str | None]]
) -> None:
    await session.execute(
        text(
            "INSERT INTO written (event_id, subject, sequence, release, kind, mood)"
            " VALUES (:id, :subject, :sequence, :release, :kind, :mood)"
        ),
        [
            {
                "id": event.id,
                "subject": event.subject,
                "sequence": event.sequence,
                "release": release,
                "kind": kind,
                "mood": mood,
            }
            for event, (kind, mood) in zip(events, read, strict=True)
        ],
    )


async def test_two_releases_side_by_side_lose_nothing_and_bury_nothing(bench: Bench) -> None:
    """The rollout: the old release alone, both, the new one alone, and back: rebalances in mid-stream."""
    await execute(bench.ticketing, EFFECTS)
    dice = random.Random(4)
    subjects = [uuid.uuid4() for _ in range(SUBJECTS)]
    told: dict[uuid.UUID, str] = {}

    done = asyncio.Event()

    async def keep_telling() -> None:
        while not done.is_set():
            async with transaction(bench.feedback) as session:
                for subject in dice.sample(subjects, k=10):
                    kind = dice.choice((OLD, NEW))
                    told[tell(session, fact(kind, subject), cause(), trace_id=subject)] = kind
            await asyncio.sleep(0.1)

    async with bench.relaying(), contextlib.AsyncExitStack() as old, contextlib.AsyncExitStack() as new:
        telling = asyncio.create_task(keep_telling())
        await old.enter_async_context(bench.consuming(handlers(write_as_old)))
        await more_effects(bench, OLD)
        await new.enter_async_context(bench.consuming(handlers(write_as_new)))
        await more_effects(bench, NEW)
        await more_effects(bench, OLD)
        await old.aclose()
        await more_effects(bench, NEW)
        await old.enter_async_context(bench.consuming(handlers(write_as_old)))
        await more_effects(bench, OLD)
        await more_effects(bench, NEW)
        done.set()
        await telling
        await effects(bench, len(told))
        await asyncio.sleep(1)  # what comes twice comes now
        written = await effects(bench, len(told))
    assert sorted(row.event_id for row in written) == sorted(told), "each fact has one effect"
    assert await rows(bench.ticketing, "SELECT error FROM dead_letter") == []
    for subject in subjects:
        heard = [row.sequence for row in written if row.subject == str(subject)]
        assert heard == sorted(heard), "in order"
    both = Counter((row.release, told[row.event_id]) for row in written)
    print(f"{len(told)} facts: {dict(both)}")
    assert all(both[release, kind] for release in (OLD, NEW) for kind in (OLD, NEW)), "each read facts of each"
    for row in written:
        assert row.kind == ("nps" if told[row.event_id] == OLD else NEW_VALUE)
        assert row.mood == ("calm" if (row.release, told[row.event_id]) == (NEW, NEW) else None)


def test_what_the_next_release_adds_is_what_the_contracts_allow() -> None:
    assert breaking_changes(ResponseReceived.model_json_schema(), NextResponseReceived.model_json_schema()) == []


def handlers(deed: Deed) -> Handlers:
    return Handlers({ResponseReceived: [together(deed)]})


def fact(release: str, subject: uuid.UUID) -> ResponseReceived:
    """An answer as a teller of this release writes it."""
    body: dict[str, Any] = {**ResponseReceived.example, "response_id": str(subject)}
    if release == OLD:
        return ResponseReceived.model_validate({**body, "survey_type": "nps"})
    return NextResponseReceived.model_validate({**body, "survey_type": NEW_VALUE, "mood": "calm"})


async def effects(bench: Bench, count: int) -> list[Any]:
    """Wait for so many effects; answers all, in the order of writing."""
    look = "SELECT * FROM written ORDER BY place"
    return list(await until(lambda: rows(bench.ticketing, look), lambda found: len(found) >= count, SECONDS))


async def more_effects(bench: Bench, release: str) -> None:
    """Wait until this release has written MORE effects from now on."""
    look = f"SELECT place FROM written WHERE release = '{release}'"
    before = len(await rows(bench.ticketing, look))
    await until(lambda: rows(bench.ticketing, look), lambda found: len(found) >= before + MORE, SECONDS)
