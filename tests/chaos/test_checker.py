"""The checker says 0 of an honest run, and counts each spoiled thing in its column; it shares no code."""

import ast
import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from tests.chaos.checker import judge, site, world
from tests.chaos.checker.verdict import COLUMNS
from tests.chaos.checker.world import World
from tests.chaos.small_desk import SmallDesk
from tests.chaos.small_run import SmallRun
from tests.chaos.small_surveys import SmallSurveys
from tests.chaos.spoiling import SPOILS, spoiled
from tests.chaos.spoiling_desk import AT_THE_DESK
from tests.chaos.spoiling_rest import OF_STAYS, OF_WATCHERS
from tests.chaos.spoiling_surveys import OF_SURVEYS
from tests.chaos.spoiling_waves import OF_WAVES
from tests.fixtures.stack import RunningStack

LOOKS = 30
pytestmark = pytest.mark.timeout(900)  # the first test waits for all of an honest run
ALL_SPOILS = SPOILS | AT_THE_DESK | OF_WATCHERS | OF_STAYS | OF_SURVEYS | OF_WAVES
MAY_IMPORT = {"asyncpg", "aiokafka", *sys.stdlib_module_names}


@pytest.fixture(scope="module")
async def honest(stack_of_module: RunningStack, tmp_path_factory: pytest.TempPathFactory) -> SmallRun:
    """A run of a few stories, with all that came of them."""
    await stack_of_module.ready()
    run = SmallRun(stack_of_module, tmp_path_factory.mktemp("run"))
    await run.tell_stories(24)
    await run.new_customer()
    await run.answer(run.customers[-1], 10)
    await SmallDesk(run).work()
    await SmallSurveys(run).work()
    await run.quiet(240)
    for customer in run.customers:  # whose CSMs ticketing knows by now
        await run.answer(customer, 3)
    await run.quiet(240)
    run.save()
    for _ in range(LOOKS):  # the observer hears last, and nothing says when
        verdict = judge.look(await world.read(site.load(run.folder)))
        if verdict.good:
            break
        await asyncio.sleep(1)
    assert verdict.good, verdict.first_details()[:5]
    return run


@pytest.fixture(scope="module")
async def seen(honest: SmallRun) -> World:
    return await world.read(site.load(honest.folder))


async def test_an_honest_run_is_good(honest: SmallRun) -> None:
    verdict = honest.verdict()
    assert verdict["details"] == []
    assert {column: verdict[column] for column in COLUMNS} == dict.fromkeys(COLUMNS, 0)
    assert verdict["facts"] > 200


@pytest.mark.parametrize("what", ALL_SPOILS)
async def test_what_is_spoiled_is_counted_in_its_column(seen: World, what: str) -> None:
    column, spoil = ALL_SPOILS[what]
    verdict = judge.look(spoiled(seen, spoil))
    counted = verdict.by_rule if "/" in column else verdict.counts  # a rule of its own, or any of the column's
    assert counted[column] > 0, (verdict.line(), verdict.first_details()[:5])


ON_THE_DATABASE = {
    "a doubled notification": (
        "ticketing",
        "doubled",
        """INSERT INTO notification
           SELECT (jsonb_populate_record(NULL::notification, to_jsonb(held) || jsonb_build_object(
             'id', gen_random_uuid(), 'dedup_key', 'spoiled'))).*
           FROM (SELECT * FROM notification WHERE response_id IS NOT NULL LIMIT 1) AS held""",
        "DELETE FROM notification WHERE dedup_key = 'spoiled'",
    ),
    "an older mirror": (
        "feedback",
        "reordered",
        "UPDATE account SET sequence = sequence - 1",
        "UPDATE account SET sequence = sequence + 1",
    ),
    "a parked fact": (
        "onboarding",
        "lost",
        """INSERT INTO outbox (event_id, topic, key, type, subject, headers, payload, parked_at)
           SELECT gen_random_uuid(), topic, 'spoiled', type, subject, headers, payload, now() FROM outbox
           WHERE type = 'account.created.v1' LIMIT 1""",
        "DELETE FROM outbox WHERE key = 'spoiled'",
    ),
    "a ticket that nobody told of": (
        "ticketing",
        "lost",
        "UPDATE ticket SET priority = 'urgent' WHERE priority = 'high'",
        "UPDATE ticket SET priority = 'high' WHERE priority = 'urgent'",
    ),
    "an escalation of nothing": (
        "ticketing",
        "effects_without_cause",
        """INSERT INTO ticket SELECT (jsonb_populate_record(NULL::ticket, to_jsonb(held) || jsonb_build_object(
             'id', gen_random_uuid(), 'number', -1, 'source_id', 'spoiled'))).*
           FROM (SELECT * FROM ticket WHERE type = 'escalation' LIMIT 1) AS held""",
        "DELETE FROM ticket WHERE source_id = 'spoiled'",
    ),
    "an escalation without its answer's loop": (
        "feedback",
        "causes_without_effect",
        "UPDATE loop_case SET ticket_id = recovery_case_id, recovery_case_id = ticket_id WHERE ticket_id IS NOT NULL",
        "UPDATE loop_case SET ticket_id = recovery_case_id, recovery_case_id = ticket_id WHERE ticket_id IS NOT NULL",
    ),
    "a notification to another address": (
        "ticketing",
        "wrong_recipients",
        "UPDATE notification SET address = 'spoiled-' || address",
        "UPDATE notification SET address = replace(address, 'spoiled-', '')",
    ),
    "a step that counts as met": (
        "analytics",
        "faults_without_finding",
        "UPDATE expectation SET state = 'met', reason = 'spoiled' WHERE step = 'recovery_planned' AND state = 'open'",
        "UPDATE expectation SET state = 'open', reason = NULL WHERE reason = 'spoiled'",
    ),
    "a step that counts as missing": (
        "analytics",
        "findings_without_fault",
        "UPDATE expectation SET state = 'missing' WHERE step = 'escalation_opened' AND state = 'met'",
        "UPDATE expectation SET state = 'met' WHERE step = 'escalation_opened' AND state = 'missing'",
    ),
}
"""{what: (service, column, statement, its undoing)}."""


@pytest.mark.parametrize("what", ON_THE_DATABASE)
async def test_what_is_spoiled_in_a_database_is_counted(honest: SmallRun, what: str) -> None:
    service, column, spoil, undo = ON_THE_DATABASE[what]
    async with _connected(honest.databases[service]) as connection:
        await connection.execute(spoil)
        try:
            verdict = judge.look(await world.read(site.load(honest.folder)))
        finally:
            await connection.execute(undo)
    assert verdict.counts[column] > 0, verdict.line()
    assert verdict.first_details()


async def test_the_verdict_of_a_spoiled_run_is_bad(honest: SmallRun) -> None:
    async with _connected(honest.databases["feedback"]) as connection:
        await connection.execute("UPDATE account SET sequence = sequence - 1")
        try:
            verdict = honest.verdict()
        finally:
            await connection.execute("UPDATE account SET sequence = sequence + 1")
    assert verdict["reordered"] > 0
    assert all(verdict[column] == 0 for column in COLUMNS if column != "reordered")


def test_the_checker_shares_no_code_with_the_product() -> None:
    folder = Path(judge.__file__).parent
    for path in folder.glob("*.py"):
        assert len(path.read_text().splitlines()) < 400, path
        for module in _imported(ast.parse(path.read_text())):
            ours = module == "tests.chaos.checker" or module.startswith("tests.chaos.checker.")
            assert ours or module.partition(".")[0] in MAY_IMPORT, f"{path.name} imports {module}"


def _imported(tree: ast.AST) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append(node.module or "")
    return found


@asynccontextmanager
async def _connected(dsn: str) -> AsyncIterator[Any]:
    connection = await asyncpg.connect(dsn)
    try:
        yield connection
    finally:
        await connection.close()
