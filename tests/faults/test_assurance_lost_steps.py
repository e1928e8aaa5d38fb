"""Every step that is lost is found, nothing else is, and each is repaired exactly once.

5 % of the stories lose a step in one table or another. Who lost what is counted from the tables and
the outboxes (`lost_steps`), and held against the ledger's findings. A CHECK violation is no transient
error: the deed of that one fact is rolled back whole and its fact becomes a dead letter, so the step is made
good either by the observer's repair or by replaying the dead letter, and doing both does nothing twice.
"""

import asyncio
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from deploy.local.brokers import BrokerKind
from shared.ids import uuid7
from tests.faults import lost_steps
from tests.faults.lost_steps import ESCALATION, LOOP, NOTIFICATION, WHOLE, WON_BACK, Fault
from tests.faults.test_kills import all_pages
from tests.fixtures.stack import RunningStack, started
from tests.flows.customers import Customer, ask, eventually_is

STORIES = 2000
LATER = 240.0  # seconds in which everything is judged or repaired
SOON = 8  # seconds in which every step of a small test happens on a machine that is not too busy
LOUD = (lost_steps.TICKET, lost_steps.CASE, lost_steps.CLOCK, lost_steps.NOTICE)

STEPS = [ESCALATION, NOTIFICATION, LOOP]

pytestmark = pytest.mark.timeout(600)

Stories = dict[uuid.UUID, uuid.UUID]
"""{trace_id: response_id}"""

Lost = dict[uuid.UUID, str]
"""{trace_id: the first step that did not happen}"""

UNDECIDED = """
SELECT count(DISTINCT subject_id) AS known,
       count(*) FILTER (WHERE state = 'open' AND due_at IS NOT NULL) AS waiting
FROM expectation WHERE rule_id = 'negative_response' AND subject_id = ANY ($1::text[]) AND step = ANY ($2::text[])
"""

TOLD_OF_FINDINGS = """
SELECT type, subject, count(*) AS n FROM outbox
WHERE type LIKE 'automation.finding%' AND subject = ANY ($1::text[]) GROUP BY 1, 2
"""


@pytest.fixture(scope="module")
async def watched(broker_kind: BrokerKind) -> AsyncIterator[RunningStack]:
    """A stack whose observer may ask for as many repairs as these tests need; the ceiling has a test of its own."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("ANALYTICS_REPAIRS_PER_MINUTE", "10000")
        with started(broker_kind) as running:
            yield running
            await running.close()


@pytest.fixture
async def patient(broker_kind: BrokerKind) -> AsyncIterator[RunningStack]:
    """As `watched`, with time for transactions that a busy machine makes slow: what commits late is not missing."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("ANALYTICS_REPAIRS_PER_MINUTE", "10000")
        environment.setenv("ASSURANCE_TOLERANCE_SECONDS", "11")
        with started(broker_kind) as running:
            yield running
            await running.close()


async def test_sixty_stories_that_lose_steps_everywhere_at_once(watched: RunningStack) -> None:
    began = time.monotonic()
    faults = dict(enumerate([*LOUD, lost_steps.SILENT_NOTICE]))
    customers = await lost_steps.customers_with_csm(watched, 2)
    await lost_steps.hurry(watched, SOON)
    traces = await lost_steps.chosen_traces(watched, 60, hit=faults, each=2)
    stories, lost = await lose(watched, customers, traces, faults)
    assert len(lost) == 2 * len(faults)
    await find(watched, stories, lost)
    await make_good(watched, stories, lost)
    report(began, stories, lost)


@pytest.mark.full_matrix
@pytest.mark.timeout(1800)
async def test_two_thousand_stories_that_lose_steps_in_one_table_after_another(patient: RunningStack) -> None:
    began = time.monotonic()
    customers = await lost_steps.customers_with_csm(patient, 5)
    await lost_steps.hurry(patient, 30)
    kinds = [*LOUD, lost_steps.SILENT_NOTICE, lost_steps.ANSWER]
    stories: Stories = {}
    lost: Lost = {}
    for number, fault in enumerate(kinds):
        count = STORIES * (number + 1) // len(kinds) - STORIES * number // len(kinds)
        more, gone = await lose(patient, customers, [uuid7() for _ in range(count)], {0: fault})
        print(f"{fault.name}: {len(more)} stories, {len(gone)} lost a step; {time.monotonic() - began:.0f} s")
        stories |= more
        lost |= gone
    assert len(stories) == STORIES
    await find(patient, stories, lost, due=30)
    print(f"all found, no false alarm; {time.monotonic() - began:.0f} s")
    await make_good(patient, stories, lost)
    report(began, stories, lost)


@pytest.mark.full_matrix
async def test_a_loop_that_is_not_closed_is_found_and_made_good_by_its_dead_letter(watched: RunningStack) -> None:
    """No repair closes it, since only ticketing's fact says how the recovery ended: the answer says so."""
    began = time.monotonic()
    customers = await lost_steps.customers_with_csm(watched, 1)
    await lost_steps.hurry(watched, SOON)
    traces = await lost_steps.chosen_traces(watched, 12, hit={0}, each=3)
    async with lost_steps.losing(watched, {0: lost_steps.CLOSING}):
        stories = await lost_steps.post_answers(watched, customers, traces, refused=set())
        await asyncio.gather(*(win_back(watched, answer) for answer in stories.values()))
        lost = await meant_to_lose(watched, stories, {0: lost_steps.CLOSING})
        await find(watched, stories, lost, until=LOOP)
    assert sorted(lost.values()) == [LOOP] * 3
    findings = await findings_of(watched, stories)
    asked = await ask(watched["analytics"], "POST", "/v1/assurance/repairs", {"finding_id": findings[0]["id"]})
    await eventually_is(
        lambda: ask(watched["analytics"], "GET", f"/v1/assurance/repairs/{asked['id']}"),
        lambda repair: (repair["result"], repair["reason"]) == ("refused", "recovery_not_completed"),
    )
    for letter in await all_pages(watched["feedback"], "/v1/dead-letters", state="open"):
        await ask(watched["feedback"], "POST", f"/v1/dead-letters/{letter['id']}/replay")
    await eventually_is(lambda: findings_of(watched, stories, state="open"), lambda found: not found, within=LATER)
    await stands_once(watched, stories, WON_BACK)
    assert len(await findings_of(watched, stories)) == 3
    report(began, stories, lost)


async def lose(
    stack: RunningStack, customers: Sequence[Customer], traces: Sequence[uuid.UUID], faults: Mapping[int, Fault]
) -> tuple[Stories, Lost]:
    """Post an answer for each trace under these faults; answers the stories, and which of them must lose what.

    What was refused is posted again when the fault is over, as a client would; it is no story until then.
    """
    refused: set[uuid.UUID] = set()
    async with lost_steps.losing(stack, faults):
        stories = await lost_steps.post_answers(stack, customers, traces, refused=refused)
        await eventually_is(lambda: unheard(stack, stories), lambda left: left == 0, within=LATER)
    by_residue = await lost_steps.residues(stack, traces)
    never = {residue for residue, fault in faults.items() if fault.loses is None}
    assert refused == {trace for trace in traces if by_residue[trace] in never}
    if refused:
        stories |= await lost_steps.post_answers(stack, customers, sorted(refused), refused=set())
    return stories, await meant_to_lose(stack, stories, faults)


async def meant_to_lose(stack: RunningStack, stories: Stories, faults: Mapping[int, Fault]) -> Lost:
    """What these faults take from which stories."""
    by_residue = await lost_steps.residues(stack, list(stories))
    meant = {trace: faults[residue].loses for trace, residue in by_residue.items() if residue in faults}
    return {trace: step for trace, step in meant.items() if step}


async def unheard(stack: RunningStack, stories: Stories) -> int:
    """How many answers ticketing has neither escalated nor put away."""
    held = await lost_steps.standing(stack, stories)
    escalated = sum(counts["ticket"] for counts in held.values())
    return len(stories) - escalated - len(await letters_of(stack, stories))


async def find(
    stack: RunningStack, stories: Stories, lost: Lost, *, due: int = SOON, until: str = NOTIFICATION
) -> None:
    """Wait until all is judged; the findings are those of the stories that lost a step, and no others.

    On a busy machine a step may come later than it is due: then it is missing until it comes, and rightly so.
    """
    await eventually_is(lambda: counted(stack, stories), lambda seen: seen == lost, within=LATER)
    await settled(stack, stories, until=until)
    found = await findings_of(stack, stories)
    steps = [(uuid.UUID(finding["trace_id"]), finding["step"]) for finding in found]
    assert len(steps) == len(set(steps)), "a step was found twice"
    assert set(steps) >= set(lost.items()), "a lost step was not found"
    late = await lost_steps.late_steps(stack, stories, due)
    assert set(steps) - set(lost.items()) <= late, "a false alarm"
    for finding in found:
        trace = uuid.UUID(finding["trace_id"])
        about = (finding["kind"], finding["subject"], finding["rule_id"])
        assert about == ("missing", {"kind": "response", "id": str(stories[trace])}, "negative_response")
        assert finding["state"] == "open" or lost.get(trace) != finding["step"]
    print(f"{len(lost)} lost and found, {len(found) - len(lost)} late for want of a processor")


async def counted(stack: RunningStack, stories: Stories) -> Lost:
    """Who lost what, by what stands."""
    held = await lost_steps.standing(stack, stories)
    return {trace: step for trace, counts in held.items() if (step := lost_steps.lost_step(counts))}


async def settled(stack: RunningStack, stories: Stories, *, until: str = NOTIFICATION) -> None:
    """Wait until every step of these stories up to this one is judged; what waits for a lost one has no due."""

    async def undecided() -> int:
        answers = [str(answer) for answer in stories.values()]
        [row] = await lost_steps.rows(stack, "analytics", UNDECIDED, answers, STEPS[: STEPS.index(until) + 1])
        return int(row["known"] != len(stories)) + int(row["waiting"])

    await eventually_is(undecided, lambda left: left == 0, within=LATER)


async def make_good(stack: RunningStack, stories: Stories, lost: Lost) -> None:
    """Have every lost step done once: by a repair, by its dead letter, and in the end by both."""
    letters = await letters_of(stack, stories)
    loud = {str(stories[trace]) for trace, step in lost.items() if step == ESCALATION}
    assert set(letters) == loud, "what failed is a dead letter, and nothing else is"
    by_replay = set(sorted(letters)[::2])
    for answer in by_replay:
        await ask(stack["ticketing"], "POST", f"/v1/dead-letters/{letters[answer]['id']}/replay")
    to_repair = {str(stories[trace]) for trace in lost} - by_replay
    for finding in await findings_of(stack, stories, state="open"):
        if finding["subject"]["id"] in to_repair:
            body = {"finding_id": finding["id"]}
            once, again = [await ask(stack["analytics"], "POST", "/v1/assurance/repairs", body) for _ in range(2)]
            assert once["id"] == again["id"]
    await eventually_is(lambda: findings_of(stack, stories, state="open"), lambda found: not found, within=LATER)
    for letter in (await letters_of(stack, stories)).values():
        await ask(stack["ticketing"], "POST", f"/v1/dead-letters/{letter['id']}/replay")
    await settled(stack, stories)
    await stands_once(stack, stories, WHOLE)
    await closed_with_evidence(stack, stories, lost, by_replay)


async def closed_with_evidence(stack: RunningStack, stories: Stories, lost: Lost, by_replay: set[str]) -> None:
    """One finding for each lost step, told open and closed once; late, with the fact that came after all."""
    found = [item for item in await findings_of(stack, stories) if uuid.UUID(item["trace_id"]) in lost]
    told = await lost_steps.rows(stack, "analytics", TOLD_OF_FINDINGS, [finding["id"] for finding in found])
    assert sorted((row["type"], row["n"]) for row in told) == sorted(
        (f"automation.finding_{verb}.v1", 1) for verb in ("opened", "closed") for _ in found
    )
    first = [item for item in found if lost[uuid.UUID(item["trace_id"])] == item["step"]]
    assert len(first) == len(lost)
    for finding in first:
        listed = await all_pages(stack["analytics"], "/v1/assurance/expectations", trace_id=finding["trace_id"])
        [step] = [expected for expected in listed if expected["id"] == finding["expectation_id"]]
        repaired = finding["subject"]["id"] not in by_replay
        assert (step["state"], step["step"], step["repaired"]) == ("late", finding["step"], repaired)
        assert len(step["evidence"]) == 1
        if repaired:
            repair = await ask(stack["analytics"], "GET", f"/v1/assurance/repairs/{finding['repair_id']}")
            assert (repair["state"], repair["result"]) == ("answered", "done")


async def stands_once(stack: RunningStack, stories: Stories, wanted: Mapping[str, int]) -> None:
    """Wait until every story is whole; and whole means once, of everything."""
    await eventually_is(
        lambda: lost_steps.standing(stack, stories),
        lambda held: not lost_steps.differing(held, wanted),
        within=LATER,
    )


async def win_back(stack: RunningStack, answer: uuid.UUID) -> None:
    """Plan, reach and win back the customer of an answer."""
    [case] = await eventually_is(
        lambda: all_pages(stack["ticketing"], "/v1/recovery-cases", response_id=str(answer)), bool, within=LATER
    )
    now = datetime.now(UTC).isoformat()
    for method, deed, body in (
        ("PUT", "plan", {"text": "Call", "steps": [{"title": "Call"}]}),
        ("POST", "contacts", {"contacted_at": now, "channel": "phone"}),
        ("POST", "transitions", {"to": "completed", "outcome": "recovered"}),
    ):
        await eventually_is(
            do(stack, method, f"/v1/recovery-cases/{case['id']}/{deed}", body), lambda done: done.is_success
        )


def do(stack: RunningStack, method: str, path: str, body: Any) -> Callable[[], Awaitable[httpx.Response]]:
    """A request to ticketing under one key: a busy service may refuse it for now, and it counts once."""
    headers = {"Idempotency-Key": uuid.uuid4().hex} if method == "POST" else {}
    return lambda: stack["ticketing"].request(method, path, json=body, headers=headers)


async def findings_of(stack: RunningStack, stories: Stories, **filters: Any) -> list[dict[str, Any]]:
    """The findings about these stories."""
    found = await all_pages(stack["analytics"], "/v1/assurance/findings", **filters)
    traces = set(map(str, stories))
    return [finding for finding in found if finding["trace_id"] in traces]


async def letters_of(stack: RunningStack, stories: Stories) -> dict[str, dict[str, Any]]:
    """Ticketing's open dead letters of these answers, by response id."""
    answers = set(map(str, stories.values()))
    letters = await all_pages(stack["ticketing"], "/v1/dead-letters", state="open")
    ours = {letter["subject"]: letter for letter in letters if letter["subject"] in answers}
    for letter in ours.values():
        assert letter["type"] == "response.received.v1"
        assert letter["error"].startswith("CheckViolationError"), letter["error"]
        assert lost_steps.NAME in letter["error"]
    return ours


def report(began: float, stories: Stories, lost: Lost) -> None:
    print(
        f"{len(stories)} stories, {len(lost)} lost a step, all found and made good once, no false alarm;"
        f" {time.monotonic() - began:.0f} s"
    )
