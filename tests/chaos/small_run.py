"""A small honest load on a running stack, written down for the checker.

run = SmallRun(stack, folder, seed)
await run.tell_stories(20)
await run.quiet()
verdict = run.verdict()
"""

import asyncio
import itertools
import json
import random
import subprocess
import sys
import uuid
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import httpx

from tests.fixtures.stack import RunningStack

SERVICES = ("ticketing", "feedback", "onboarding", "analytics")
HEARS = {
    "ticketing": ("feedback-events", "onboarding-events", "analytics-events"),
    "feedback": ("ticketing-events", "onboarding-events", "analytics-events"),
    "onboarding": ("analytics-events",),
    "analytics": ("ticketing-events", "feedback-events", "onboarding-events", "analytics-events"),
}
TRIES = 200
PATIENCE = 0.1  # seconds between two tries


class SmallRun:
    """Customers whose answers, edits, deletions and tickets are worked on; every request is written down.

    patience: seconds after which a ticket that does not come is not waited for any more.
    """

    def __init__(self, stack: RunningStack, folder: Path, seed: int = 1, *, patience: float = 120.0) -> None:
        self.stack = stack
        self.folder = folder
        self.dice = random.Random(seed)
        self.seed = seed
        self.tag = uuid.uuid4().hex[:8]
        self.customers: list[dict[str, Any]] = []
        self.started_at = datetime.now(UTC)
        self._journal = folder / "journal.jsonl"
        self._patience = patience
        self._places = itertools.count()  # customers are made side by side, and no two may have one address

    async def ask(self, service: str, method: str, path: str, body: Any = None, *, api_key: str | None = None) -> Any:
        """A request like a careful client's: the same one under the same key until it has an answer.

        api_key: whose, if not the stack's own.
        """
        key = uuid.uuid4().hex if method in ("POST", "PATCH") else None
        for _ in range(TRIES):
            status, answer = await self._try(service, method, path, body, key, api_key)
            if status is not None and status < 300:
                return answer
            assert status is None or status in (409, 500, 503), f"{method} {path}: {status} {answer}"
            await asyncio.sleep(PATIENCE)
        raise AssertionError(f"{method} {path}: no answer")

    async def _try(
        self, service: str, method: str, path: str, body: Any, key: str | None, api_key: str | None
    ) -> tuple[int | None, Any]:
        status, answer, at = None, None, datetime.now(UTC).isoformat()
        try:
            headers = {"Idempotency-Key": key} if key else {}
            headers |= {"X-API-Key": api_key} if api_key else {}
            got = await self.stack[service].request(method, path, json=body, headers=headers)
            status, answer = got.status_code, got.json() if got.content else None
        except httpx.HTTPError:
            pass
        line = {"at": at, "service": service, "method": method, "path": path, "key": key, "body": body}
        line |= {"until": datetime.now(UTC).isoformat(), "status": status, "answer": answer}
        with self._journal.open("a") as journal:
            journal.write(json.dumps(line) + "\n")
        return status, answer

    async def new_customer(self, *, team: bool = True) -> dict[str, Any]:
        """An account with a contact and, unless it shall come later, a CSM and a backup."""
        place = next(self._places)
        name = f"Acme {self.tag} {place}"
        account = await self.ask("onboarding", "POST", "/v1/accounts", {"name": name, "tier": "gold"})
        mail = f"ana-{self.tag}-{place}@acme.example"
        contact = {"account_id": account["id"], "name": "Ana", "email": mail}
        ana = await self.ask("onboarding", "POST", "/v1/contacts", contact)
        customer = {"account_id": account["id"], "contact_id": ana["id"], "email": mail}
        self.customers.append(customer)
        if team:
            await self.give_team(customer)
        return customer

    async def may_be_asked(self, customer: dict[str, Any]) -> None:
        """Wait until feedback knows the customer; of whom it does not it can only decide `no_contact`."""
        assert await self.first("feedback", "/v1/contacts", email=customer["email"]), "feedback never heard of them"

    async def give_team(self, customer: dict[str, Any]) -> Any:
        """Somebody new becomes the customer's CSM, with somebody who stands in."""
        who = [{"name": name, "email": f"{name}-{uuid.uuid4().hex[:8]}@us.example"} for name in ("mia", "ida")]
        body = {"staff": who[0], "backup": who[1]}
        return await self.ask("onboarding", "PUT", f"/v1/accounts/{customer['account_id']}/team/csm", body)

    async def answer(self, customer: dict[str, Any], score: int, **more: Any) -> dict[str, Any]:
        """The customer answers the NPS survey."""
        body = {
            "source": "small-run",
            "source_id": uuid.uuid4().hex,
            "survey_type": "nps",
            "score": score,
            "account_id": customer["account_id"],
            "contact_id": customer["contact_id"],
            "comment": self.dice.choice(["Slow", None]),
            **more,
        }
        return dict(await self.ask("feedback", "POST", "/v1/responses", body))

    async def tell_stories(self, count: int, customers: int = 4, side_by_side: int = 4) -> None:
        """So many answers, most of them with what may come after."""
        while len(self.customers) < customers:
            await self.new_customer(team=len(self.customers) % 2 == 0)
        left = iter(range(count))

        async def tell() -> None:
            for place in left:
                await self._story(place)

        await asyncio.gather(*(tell() for _ in range(side_by_side)))
        for customer in self.customers[1::2]:
            await self.give_team(customer)
        await self.ask("ticketing", "POST", "/v1/tickets", {"subject": f"By hand {self.tag}", "type": "question"})

    async def _story(self, place: int) -> None:
        answer = await self.answer(self.dice.choice(self.customers), self.dice.choice([1, 3, 3, 6, 8, 10]))
        path = f"/v1/responses/{answer['id']}"
        match place % 6:
            case 1:
                await self.ask("feedback", "PATCH", path, {"score": 2 if answer["score"] > 6 else 9})
            case 2:
                await self.ask("feedback", "DELETE", path)
            case 3 | 4 if answer["outcome"] == "negative":
                await self.win_back(answer, reply=place % 2 == 0)

    async def win_back(self, answer: dict[str, Any], *, reply: bool) -> None:
        """A plan, a word to the customer, the ticket is solved and the recovery completed."""
        ticket = await self.first("ticketing", "/v1/tickets", source_id=answer["id"])
        case = await self.first("ticketing", "/v1/recovery-cases", response_id=answer["id"])
        if ticket is None or case is None:
            return
        plan = {"text": "Call", "steps": [{"title": "Call Ana"}]}
        await self.ask("ticketing", "PUT", f"/v1/recovery-cases/{case['id']}/plan", plan)
        if reply:
            body = {"body": "We are sorry.", "visibility": "public"}
            await self.ask("ticketing", "POST", f"/v1/tickets/{ticket['id']}/messages", body)
        else:
            contact = {"contacted_at": (datetime.now(UTC) - timedelta(seconds=1)).isoformat(), "channel": "phone"}
            await self.ask("ticketing", "POST", f"/v1/recovery-cases/{case['id']}/contacts", contact)
        solved = {"to": "solved", "resolution_code": "fixed"}
        await self.ask("ticketing", "POST", f"/v1/tickets/{ticket['id']}/transitions", solved)
        done = {"to": "completed", "outcome": "recovered"}
        await self.ask("ticketing", "POST", f"/v1/recovery-cases/{case['id']}/transitions", done)

    async def first(self, service: str, path: str, **query: str) -> dict[str, Any] | None:
        """The first item of a list once there is one; None where none comes."""

        async def look() -> Any:
            try:
                got = await self.stack[service].get(path, params=query)
            except httpx.HTTPError:
                return None
            return got.json()["items"] if got.is_success else None

        try:
            return dict((await until(look, self._patience))[0])
        except TimeoutError:
            return None

    async def quiet(self, within: float = 60.0) -> None:
        """Wait until every fact is published and taken in, and every mail is sent."""

        async def stays_quiet() -> bool:
            for _ in range(4):
                if not await self._is_quiet():
                    return False
                await asyncio.sleep(0.5)
            return True

        await until(stays_quiet, within)

    async def _is_quiet(self) -> bool:
        """Nothing is left to be sent, and every listener has read each topic to its end."""
        try:
            rows = {service: await _standing(self.databases[service], service) for service in SERVICES}
        except (OSError, asyncpg.PostgresError):
            return False
        ends = {
            (f"{service}-events", partition): offset
            for service, (_, told, _) in rows.items()
            for partition, offset in told.items()
        }
        return all(
            waiting == 0 and all(read.get(place, -1) > end for place, end in ends.items() if place[0] in HEARS[service])
            for service, (waiting, _, read) in rows.items()
        )

    @property
    def databases(self) -> dict[str, str]:
        """Each service's DSN."""
        return {service: self.stack.now.services[service].database_url for service in SERVICES}

    def save(self, **more: Any) -> None:
        """Write site.json."""
        now = self.stack.now
        site = {
            "seed": self.seed,
            "broker": now.kafka["kind"],
            "bootstrap_servers": now.kafka["bootstrap_servers"],
            "databases": self.databases,
            "journals": ["journal.jsonl"],
            "faults": [],
            "replaced_broker": False,
            "started_at": self.started_at.isoformat(),
            "ended_at": datetime.now(UTC).isoformat(),
            "mail": now.mail_dir,
            **more,
        }
        (self.folder / "site.json").write_text(json.dumps(site))

    def verdict(self, **more: Any) -> dict[str, Any]:
        """What the checker says, run as its own process."""
        self.save(**more)
        command = [sys.executable, "-m", "tests.chaos.checker", str(self.folder)]
        ended = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        assert ended.returncode in (0, 1), ended.stderr
        print(ended.stdout)
        verdict: dict[str, Any] = json.loads((self.folder / "verdict.json").read_text())
        assert (ended.returncode == 0) is (not verdict["details"])
        return verdict


async def until(look: Callable[[], Awaitable[Any]], within: float) -> Any:
    """Poll until what is seen is something; answers it."""
    async with asyncio.timeout(within):
        while not (seen := await look()):  # noqa: ASYNC110 - it is in another process
            await asyncio.sleep(PATIENCE)
    return seen


WAITING = """
SELECT (SELECT count(*) FROM outbox WHERE published_at IS NULL AND type <> 'service.heartbeat.v1')
     + (SELECT count(*) FROM notification WHERE state = 'queued')
"""
TO_SEND = """
SELECT (SELECT count(*) FROM invitation WHERE state = 'queued' AND next_at < now() + interval '10 seconds')
     + (SELECT count(*) FROM wave WHERE state IN ('planned', 'running'))
"""
ENDS = """
SELECT partition, max("offset") FROM outbox
WHERE type <> 'service.heartbeat.v1' AND log_id = (SELECT log_id FROM relay_state) GROUP BY partition
"""
POSITIONS = """
SELECT topic, partition, "offset" FROM consumer_position WHERE log_id = (SELECT log_id FROM relay_state)
"""


async def _standing(dsn: str, service: str) -> tuple[int, dict[int, int], dict[tuple[str, int], int]]:
    """What waits in a service, the last offset of each partition that it told, and how far it has read."""
    connection = await asyncpg.connect(dsn)
    try:
        waiting = await connection.fetchval(WAITING)
        if service == "feedback":
            waiting += await connection.fetchval(TO_SEND)
        ends = {row["partition"]: row["max"] for row in await connection.fetch(ENDS)}
        read = {(topic, number): offset for topic, number, offset in await connection.fetch(POSITIONS)}
        return waiting, ends, read
    finally:
        await connection.close()
