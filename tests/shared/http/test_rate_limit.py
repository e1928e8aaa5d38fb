"""A caller that asks too much is told to wait, and nobody else is."""

import pytest
from fastapi import FastAPI

from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.access import service as access
from shared.http import rate_limit
from shared.http.errors import TooManyRequests
from shared.http.principal import Principal
from shared.http.rate_limit import RateLimit
from shared.ops.clock import system_clock
from tests.shared.http import toy
from tests.shared.http.conftest import KEY, READER, client_of


def caller(name: str = "crm", *, unlimited: bool = False) -> Principal:
    return Principal(kind="key", id=name, scopes=frozenset(), unlimited=unlimited)


@pytest.fixture
def now() -> list[float]:
    return [1_000.0]


def limit(per_minute: int, now: list[float]) -> RateLimit:
    return RateLimit(per_minute, now=lambda: now[0])


def passes(limited: RateLimit, who: Principal, most: int = 100_000) -> int:
    """How many requests get through at one instant."""
    for taken in range(most):
        try:
            limited.take(who)
        except TooManyRequests:
            return taken
    return most


def test_as_many_at_once_as_the_burst_and_then_as_many_as_come_back(now: list[float]) -> None:
    limited = limit(6_000, now)
    assert passes(limited, caller()) == 500
    now[0] += 1.0
    assert passes(limited, caller()) == 100
    now[0] += 3_600
    assert passes(limited, caller()) == 500, "no more than the burst is saved up"


def test_in_a_minute_the_limit_and_one_burst(now: list[float]) -> None:
    limited, taken = limit(6_000, now), 0
    for _ in range(600):
        taken += passes(limited, caller())
        now[0] += 0.1
    assert taken == 500 + 599 * 10


def test_callers_have_a_bucket_each(now: list[float]) -> None:
    limited = limit(60, now)
    assert [passes(limited, caller(name)) for name in ("crm", "crm", "erp")] == [5, 0, 5]


def test_who_is_unlimited_and_who_has_no_limit_pass(now: list[float]) -> None:
    assert passes(limit(1, now), caller(unlimited=True), 1_000) == 1_000
    assert passes(limit(0, now), caller(), 1_000) == 1_000


def test_the_headers_tell_what_is_left_and_how_long_to_wait(now: list[float]) -> None:
    limited = limit(60, now)  # five at once, one a second
    told = [dict(limited.take(caller())) for _ in range(5)]
    assert told[0] == {b"ratelimit-policy": b'"minute";q=60;w=60, "burst";q=5;w=5', b"ratelimit": b'"burst";r=4;t=1'}
    assert [each[b"ratelimit"] for each in told[1:]] == [b'"burst";r=%d;t=%d' % (4 - n, n + 1) for n in range(1, 5)]
    with pytest.raises(TooManyRequests) as refused:
        limited.take(caller())
    assert refused.value.headers == {
        "Retry-After": "1",
        "RateLimit": '"burst";r=0;t=5',
        "RateLimit-Policy": '"minute";q=60;w=60, "burst";q=5;w=5',
    }
    now[0] += float(refused.value.headers["Retry-After"])
    limited.take(caller())


def test_a_slow_limit_says_how_long(now: list[float]) -> None:
    limited = limit(1, now)
    limited.take(caller())
    with pytest.raises(TooManyRequests) as refused:
        limited.take(caller())
    assert refused.value.headers["Retry-After"] == "60"


def test_who_was_not_heard_of_for_long_is_forgotten(now: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limit, "MOST_KNOWN", 10)
    limited = limit(60, now)
    for number in range(1_000):
        now[0] += 0.5
        limited.take(caller(str(number)))
    assert len(limited._full_at) <= 10


async def test_over_http_it_is_429_before_anything_is_looked_at(database: Database) -> None:
    app: FastAPI = toy.toy_app(database, rate_limit=24)
    async with client_of(app) as client, client_of(app, READER) as other, client_of(app, key=None) as stranger:
        answers = [await client.get("/v1/things/whoami") for _ in range(3)]
        refused = answers[-1]
        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert answers[0].headers["ratelimit"] == '"burst";r=1;t=3'
        assert (refused.json()["code"], refused.headers["retry-after"]) == ("too_many_requests", "3")
        assert refused.headers["content-type"] == "application/problem+json"
        assert refused.headers["ratelimit-policy"] == '"minute";q=24;w=60, "burst";q=2;w=5'
        assert (await client.post("/v1/nothing", content=b"{")).status_code == 429
        assert (await other.get("/v1/things")).status_code == 200
        assert (await stranger.get("/docs")).status_code == 200
    await app.state.keys.close()


async def test_a_key_may_be_unlimited(database: Database) -> None:
    plain = access.new_key()
    cause = Cause("request/test", "service/launcher", system_clock())
    async with transaction(database) as session:
        await access.create_key(
            session, cause, name="launcher", scopes=["*"], secret_key=toy.SECRET_KEY, secret=plain, unlimited=True
        )
    app = toy.toy_app(database, rate_limit=12)
    async with client_of(app, plain) as launcher, client_of(app, KEY) as other:
        answers = [await launcher.get("/v1/things/whoami") for _ in range(5)]
        assert {answer.status_code for answer in answers} == {200}
        assert "ratelimit" not in answers[0].headers
        assert [(await other.get("/v1/things/whoami")).status_code for _ in range(2)] == [200, 429]
    await app.state.keys.close()
