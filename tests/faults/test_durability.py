"""What a client was told is there: after PostgreSQL was stopped at once, and after kill -9 around the commit."""

import asyncio
import contextlib
import signal
import sys
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from deploy.local import processes
from deploy.local.postgres import Postgres
from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.access import service as access
from tests.fixtures import run
from tests.fixtures.stack import eventually

KEY = "so_durable_" + "0123456789abcdef" * 3
CLIENTS = 8
SAME_KEY = 50
START_SECONDS = 60.0
END_SECONDS = 30.0

ANSWERS = """
SELECT response.id, count(outbox.id) FROM response
LEFT JOIN outbox ON outbox.subject = response.id::text AND outbox.type = 'response.received.v1' GROUP BY response.id
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    """A server that keeps what it acknowledged, whatever ends it: the tests' own one does not."""
    home = tmp_path_factory.mktemp("durable")
    postgres = Postgres(home / "postgres", port=processes.free_port(), log=home / "postgres.log")
    postgres.start()
    yield postgres
    postgres.remove()


@pytest.fixture
async def database_url(server: Postgres) -> str:
    """Feedback's database on it, with one key."""
    url = run.clone_database("feedback", f"feedback_{uuid.uuid4().hex[:8]}", server)
    database = Database("feedback", url)
    async with transaction(database) as session:
        await access.create_key(
            session,
            Cause("request/test", "service/test", datetime.now(UTC)),
            name="test",
            scopes=["*"],
            secret_key=run.SECRET_KEY,
            secret=KEY,
            unlimited=True,
        )
    await database.close()
    return url


class Api:
    """Feedback's API in a process of its own; `crash` is what CRASH_HERE says."""

    def __init__(self, database_url: str, log: Path) -> None:
        self._database_url = database_url
        self._log = log
        self.client = httpx.AsyncClient()
        self.process: Any = None

    @asynccontextmanager
    async def up(self, crash: str = "") -> AsyncIterator["Api"]:
        """It answers; when the block ends it is killed, if it is not dead yet."""
        port = processes.free_port()
        self.client = httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers={"X-API-Key": KEY}, timeout=30)
        self.process = processes.spawn(
            [sys.executable, "-m", "services.feedback", "api"],
            log=self._log,
            death_signal=signal.SIGKILL,
            env={
                "DATABASE_URL": self._database_url,
                "SECRET_KEY": run.SECRET_KEY,
                "PORT": str(port),
                "KAFKA_BOOTSTRAP_SERVERS": "127.0.0.1:1",
                "CRASH_HERE": crash,
            },
        )
        try:
            processes.wait_until(
                lambda: not processes.port_is_free(port),
                self.process,
                what="feedback",
                log=self._log,
                timeout=START_SECONDS,
            )
            yield self
        finally:
            await self.client.aclose()
            processes.kill(self.process)

    async def answer(self, source_id: str) -> httpx.Response:
        """One answer, under the key that its source_id is; fails with httpx.HTTPError where nobody answers."""
        body = {"source": "fault", "source_id": source_id, "survey_type": "nps", "score": 3}
        return await self.client.post("/v1/responses", json=body, headers={"Idempotency-Key": source_id})

    async def until_dead(self) -> int:
        """Its exit status, once it has one."""
        await eventually(lambda: self.process.poll() is not None, within=END_SECONDS)
        return int(self.process.returncode)


@pytest.fixture
def api(database_url: str, tmp_path: Path) -> Api:
    return Api(database_url, tmp_path / "feedback.log")


async def test_what_was_answered_2xx_outlives_a_database_that_is_stopped_at_once(
    api: Api, server: Postgres, database_url: str
) -> None:
    acknowledged: list[str] = []
    stopping = asyncio.Event()

    async def keep_answering() -> None:
        while not stopping.is_set():
            with contextlib.suppress(httpx.HTTPError):
                given = await api.answer(uuid.uuid4().hex)
                if given.is_success:
                    acknowledged.append(given.json()["id"])

    async with api.up():
        clients = [asyncio.create_task(keep_answering()) for _ in range(CLIENTS)]
        await eventually(lambda: len(acknowledged) >= 100, within=END_SECONDS)
        server.stop("immediate")
        stopping.set()
        await asyncio.gather(*clients)
    server.start()
    found = facts_by_answer(server, database_url)
    assert set(acknowledged) <= set(found), "an answer that was acknowledged is gone"
    assert set(found.values()) == {1}, "a state without its fact, or with two"


@pytest.mark.parametrize(("point", "stored"), [("before_commit", 0), ("after_commit", 1)])
async def test_a_client_that_asks_again_after_a_kill_has_one_answer(
    api: Api, server: Postgres, database_url: str, point: str, stored: int
) -> None:
    """50 requests at once under one key, and kill -9 among them: between COMMIT and the answer nobody is told."""
    source_id = uuid.uuid4().hex
    async with api.up(crash=point):
        given = await asyncio.gather(*(api.answer(source_id) for _ in range(SAME_KEY)), return_exceptions=True)
        assert await api.until_dead() == -signal.SIGKILL
    assert not any(isinstance(answer, httpx.Response) and answer.is_success for answer in given)
    assert list(facts_by_answer(server, database_url).values()) == [1] * stored
    async with api.up():
        again = await asyncio.gather(*(api.answer(source_id) for _ in range(SAME_KEY)))
    done = [answer for answer in again if answer.is_success]
    assert {answer.status_code for answer in done} == {201}
    assert len({answer.content for answer in done}) == 1, "one key had two answers"
    assert sum("idempotency-replayed" not in answer.headers for answer in done) == 1 - stored
    assert {answer.json()["code"] for answer in again if not answer.is_success} <= {"request_in_flight"}
    assert facts_by_answer(server, database_url) == {done[0].json()["id"]: 1}


def facts_by_answer(server: Postgres, database_url: str) -> dict[str, int]:
    """How many facts tell of each answer that is stored."""
    rows = (row.split("|") for row in server.query(ANSWERS, database_url.rsplit("/", 1)[1]))
    return {response_id: int(facts) for response_id, facts in rows}
