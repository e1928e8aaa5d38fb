"""The limit of POST /v1/responses: parse the JSON, insert one row by one statement, answer 201.

It checks nothing, tells nothing and knows no caller. DATABASE_URL: a database with the product's table.
"""

import os
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import asyncpg
import uvicorn
from pydantic_core import from_json

from shared.ids import uuid7

CONNECTIONS = 10  # as the product's DB_POOL_SIZE and DB_POOL_OVERFLOW together

INSERT = """
INSERT INTO response (
    id, version, source, source_id, digest, survey_id, survey_version, survey_type, account_id, contact_id,
    brand, locale, state, score, answers, comment, outcome, themes, needs_triage, trace_id, answered_at, recorded_at
) VALUES ($1, 1, $2, $3, '', $1, 1, $4, $5, $6, 'default', $7, 'completed', $8, '[]', $9, 'negative', '{}', false,
          $1, $10, $10)
"""

HEADERS = [(b"content-type", b"application/json"), (b"content-length", b"45")]

_pool: asyncpg.Pool


async def app(scope: Any, receive: Any, send: Any) -> None:
    """The whole program."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
        return
    body = from_json((await receive())["body"])
    response_id = uuid7()
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
        datetime.now(UTC),
    )
    await send({"type": "http.response.start", "status": 201, "headers": HEADERS})
    await send({"type": "http.response.body", "body": b'{"id":"%b"}' % str(response_id).encode()})


async def _live(receive: Any, send: Any) -> None:
    global _pool
    await receive()
    # By default a connection is reset, by a round trip of its own, each time it goes back.
    _pool = await asyncpg.create_pool(
        os.environ["DATABASE_URL"], min_size=CONNECTIONS, max_size=CONNECTIONS, reset=_leave_as_it_is
    )
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await _pool.close()
    await send({"type": "lifespan.shutdown.complete"})


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
