"""The limit of an answer's first half: a bare POST that writes the suite's rows by one statement, and a relay.

DATABASE_URL: a database with feedback's tables. TOPIC: where its facts go; without it they stay in the outbox.
FOLLOWS: where it reads, with TOPIC, what became of the answers.
"""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import asyncpg
import uvicorn
from aiokafka import AIOKafkaProducer
from pydantic_core import from_json, to_json

from shared.ids import uuid7
from tests.load.limits import loop
from tests.load.limits.relay import Fact, Relay, fact

CONNECTIONS = 10

INSERT = """
WITH made AS (
    INSERT INTO response (
        id, version, source, source_id, digest, survey_id, survey_version, survey_type, account_id, contact_id,
        brand, locale, language, state, score, answers, comment, outcome, sentiment, themes, needs_triage,
        loop_case_id, trace_id, answered_at, recorded_at
    ) VALUES (
        $1, 1, $2, $3, '', $1, 1, $4, $5, $6, 'default', $7, 'en', 'completed', $8, '[]', $9, 'negative',
        '{"label": "negative", "score": -0.5}', '{speed}', false, $10, $1, $11, $11
    )
), noted AS (
    INSERT INTO audit (id, at, actor, action, entity, entity_id, before, after, cause)
    VALUES ($12, $11, 'service/limit', 'response.record', 'response', $1, '{}',
            '{"score": 3, "source": "limit", "outcome": "negative", "survey_type": "nps"}', 'request/limit')
), looped AS (
    INSERT INTO loop_case (id, response_id, account_id, contact_id, trace_id, state, opened_at, version)
    VALUES ($10, $1, $5, $6, $1, 'open', $11, 1)
)
INSERT INTO outbox (event_id, topic, key, type, subject, headers, payload)
VALUES ($13, 'limit', $14, $15, $14, $16::jsonb, $17), ($18, 'limit', $19, $20, $19, $21::jsonb, $22)
"""

HEADERS = [(b"content-type", b"application/json"), (b"content-length", b"45")]

_pool: asyncpg.Pool
_relay: Relay | None = None


async def app(scope: Any, receive: Any, send: Any) -> None:
    """The whole program."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
        return
    body = from_json((await receive())["body"])
    now = datetime.now(UTC)
    response_id, loop_case_id = uuid7(), uuid7()
    facts = _facts(body, str(response_id), str(loop_case_id), now.isoformat())
    await _pool.execute(
        INSERT,
        response_id,
        body["source"],
        body["source_id"],
        body["survey_type"],
        UUID(body["account_id"]),
        UUID(body["contact_id"]),
        body["locale"],
        body["score"],
        body.get("comment"),
        loop_case_id,
        now,
        uuid7(),
        *(part for each in facts for part in _row(each)),
    )
    if _relay is not None:
        loop.case_of[str(response_id)] = str(loop_case_id)
        _relay.take(facts)
    await send({"type": "http.response.start", "status": 201, "headers": HEADERS})
    await send({"type": "http.response.body", "body": b'{"id":"%b"}' % str(response_id).encode()})


def _row(each: Fact) -> tuple[Any, ...]:
    return each.event_id, each.subject, each.type, each.stored_headers, each.payload


def _facts(body: dict[str, Any], response_id: str, loop_case_id: str, now: str) -> tuple[Fact, Fact]:
    received = {
        **body,
        "response_id": response_id,
        "survey_id": response_id,
        "survey_version": 1,
        "outcome": "negative",
        "sentiment": {"label": "negative", "score": -0.5},
        "themes": ["speed"],
        "needs_triage": False,
        "answered_at": now,
        "recorded_at": now,
        **dict.fromkeys(("program_id", "invitation_id", "ticket_id", "respondent")),
    }
    opened = {
        "loop_case_id": loop_case_id,
        "response_id": response_id,
        "account_id": body["account_id"],
        "contact_id": body["contact_id"],
        "stage": "triggered",
        "at": now,
        **dict.fromkeys(("ticket_id", "recovery_case_id", "owner_id", "result", "reason")),
    }
    about = {"source": "/feedback", "now": now, "trace_id": response_id, "cause": "request/limit"}
    return (
        fact("response.received.v1", response_id, to_json(received), **about),
        fact("loop.opened.v1", loop_case_id, to_json(opened), **about),
    )


async def _live(receive: Any, send: Any) -> None:
    global _pool
    await receive()
    url = os.environ["DATABASE_URL"]
    _pool = await asyncpg.create_pool(url, min_size=CONNECTIONS, max_size=CONNECTIONS, reset=_leave_as_it_is)
    async with _relaying(url) if "TOPIC" in os.environ else contextlib.nullcontext():
        await send({"type": "lifespan.startup.complete"})
        await receive()
    await _pool.close()
    await send({"type": "lifespan.shutdown.complete"})


@contextlib.asynccontextmanager
async def _relaying(url: str) -> AsyncIterator[None]:
    global _relay
    producer = AIOKafkaProducer(bootstrap_servers=os.environ["KAFKA_BOOTSTRAP_SERVERS"], acks="all")
    await producer.start()
    marking, following = await asyncpg.connect(url), await asyncpg.connect(url)
    _relay = Relay(marking, producer, os.environ["TOPIC"])
    running = [asyncio.create_task(_relay.run()), asyncio.create_task(loop.follow(following, _relay))]
    yield
    for task in running:
        task.cancel()
    await producer.stop()
    await marking.close()
    await following.close()


async def _leave_as_it_is(connection: Any) -> None:
    return


if __name__ == "__main__":
    uvicorn.run(
        app,
        host="127.0.0.1",
        port=int(os.environ["PORT"]),
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
    )
