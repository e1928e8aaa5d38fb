"""Who may not is refused at every route alike, whatever is wrong with the key or token; nothing tells which."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from sqlalchemy import event

from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.access import service as access
from shared.features.access import verifying
from tests.fixtures.run import SECRET_KEY
from tests.fixtures.servers import MakeDatabase
from tests.fixtures.services import PLAIN_KEY, ServiceUnderTest, service_under_test
from tests.security.test_routes import ROUTES, operations

ISSUER, AUDIENCE = "https://issuer.example", "serviceops"
OURS = rsa.generate_private_key(public_exponent=65537, key_size=2048)
THEIRS = rsa.generate_private_key(public_exponent=65537, key_size=2048)
PUBLIC = jwt.get_algorithm_by_name("RS256").to_jwk(OURS.public_key(), as_dict=True) | {"kid": "one", "use": "sig"}

Make = Callable[[], str]


def claims(**others: Any) -> dict[str, Any]:
    right = {"iss": ISSUER, "aud": AUDIENCE, "sub": "mia", "exp": int(time.time()) + 300, "scope": "*"}
    return {name: value for name, value in {**right, **others}.items() if value is not None}


def signed(key: Any = OURS, algorithm: str = "RS256", kid: str | None = "one", **others: Any) -> str:
    return jwt.encode(claims(**others), key, algorithm, headers={"kid": kid} if kid else {})


def made_by_hand(algorithm: str, sign: Callable[[bytes], bytes]) -> str:
    """A token that no library would make."""

    def part(of: bytes) -> bytes:
        return base64.urlsafe_b64encode(of).rstrip(b"=")

    header = json.dumps({"alg": algorithm, "kid": "one", "typ": "JWT"}).encode()
    head = part(header) + b"." + part(json.dumps(claims()).encode())
    return (head + b"." + part(sign(head))).decode()


def public_pem() -> bytes:
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return OURS.public_key().public_bytes(serialization.Encoding.PEM, form)


TOKENS: dict[str, Make] = {
    "expired": lambda: signed(exp=int(time.time()) - 120),
    "without an end": lambda: signed(exp=None),
    "not yet valid": lambda: signed(nbf=int(time.time()) + 120),
    "for another audience": lambda: signed(aud="another"),
    "without an audience": lambda: signed(aud=None),
    "of another issuer": lambda: signed(iss="https://evil.example"),
    "without a subject": lambda: signed(sub=None),
    "of an unknown key id": lambda: signed(kid="two"),
    "signed by another key": lambda: signed(THEIRS),
    "with alg none": lambda: made_by_hand("none", lambda _: b""),
    "with alg None": lambda: made_by_hand("None", lambda _: b""),
    "HS256 with the public key as PEM": lambda: made_by_hand(
        "HS256", lambda head: hmac.digest(public_pem(), head, hashlib.sha256)
    ),
    "HS256 with the public key as JWK": lambda: made_by_hand(
        "HS256", lambda head: hmac.digest(json.dumps(PUBLIC).encode(), head, hashlib.sha256)
    ),
    "with a cut signature": lambda: signed()[:-9],
    "with other claims": lambda: ".".join([signed().split(".")[0], signed(sub="eve").split(".")[1], "AAAA"]),
    "that is none": lambda: "Bearer Bearer",
}


@pytest.fixture(scope="module")
def issuer_keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("issuer") / "jwks.json"
    path.write_text(json.dumps({"keys": [PUBLIC]}))
    return path


@pytest.fixture(params=sorted(ROUTES))
async def guarded(
    request: pytest.FixtureRequest, fresh_database: MakeDatabase, issuer_keys: Path
) -> AsyncIterator[ServiceUnderTest]:
    """Each service in turn, with an issuer besides its keys."""
    oidc = {"oidc_issuer": ISSUER, "oidc_audience": AUDIENCE, "oidc_jwks": str(issuer_keys)}
    async with service_under_test(request.param, fresh_database(request.param), **oidc) as service:
        yield service


async def walk(service: ServiceUnderTest, headers: dict[str, str]) -> None:
    """Every route refuses, all of them in the same words."""
    seen: set[str] = set()
    walked = operations(service)
    assert len(walked) == ROUTES[service.name]
    async with service.client_with(headers=headers) as stranger:
        for method, path, _ in walked:
            answer = await stranger.request(method, path, content=b"{not json")
            seen.add(refusal(answer))
    assert len(seen) == 1, "one refusal differs from another"


def refusal(answer: httpx.Response) -> str:
    """What a refusal tells, without what names the request."""
    assert answer.status_code == 401, f"{answer.request.method} {answer.request.url.path}: {answer.status_code}"
    assert answer.headers["content-type"] == "application/problem+json"
    told = {**answer.json(), "instance": "", "request_id": ""}
    assert told["code"] == "unauthorized"
    headers = {name for name in answer.headers if name not in ("content-length", "date")}
    return json.dumps([told, sorted(headers), answer.headers["www-authenticate"]])


async def bad_keys(service: ServiceUnderTest) -> dict[str, str]:
    """Keys that are wrong, each for another reason."""
    cause, now = Cause("request/tests", "service/tests", service.clock()), service.clock()
    made = {name: access.new_key() for name in ("revoked", "expired", "foreign")}
    async with transaction(service.database) as session:
        for name, ends in (("revoked", None), ("expired", now - timedelta(seconds=1))):
            options = {"name": name, "scopes": ["*"], "secret_key": SECRET_KEY, "expires_at": ends}
            await access.create_key(session, cause, secret=made[name], **options)
        await access.revoke_key(session, cause, made["revoked"].split("_")[1])
    return {
        "revoked": made["revoked"],
        "expired": made["expired"],
        "of another service": made["foreign"],
        "with a wrong secret": PLAIN_KEY[:-1] + "0",
        "of a wrong form": "so_x",
        "empty": "",
    }


async def test_a_bad_key_opens_no_route(guarded: ServiceUnderTest) -> None:
    answers = set()
    for key in (await bad_keys(guarded)).values():
        await walk(guarded, {"X-API-Key": key})
        async with guarded.client_with(headers={"X-API-Key": key}) as stranger:
            answers.add(refusal(await stranger.get("/v1/jobs")))
    assert len(answers) == 1, "what is wrong with a key can be told from the refusal"


async def test_a_bad_token_opens_no_route(guarded: ServiceUnderTest) -> None:
    answers = set()
    async with guarded.client_with(headers={"Authorization": f"Bearer {signed()}"}) as mia:
        assert (await mia.get("/v1/jobs")).status_code == 200, "the right one does"
    for make in TOKENS.values():
        await walk(guarded, {"Authorization": f"Bearer {make()}"})
        async with guarded.client_with(headers={"Authorization": f"Bearer {make()}"}) as stranger:
            answers.add(refusal(await stranger.get("/v1/jobs")))
    assert len(answers) == 1, "what is wrong with a token can be told from the refusal"


async def test_a_token_without_the_scope_opens_no_route(guarded: ServiceUnderTest) -> None:
    headers = {"Authorization": f"Bearer {signed(scope='openid another:things:read', roles=['king'])}"}
    async with guarded.client_with(headers=headers) as mia:
        for method, path, route in operations(guarded):
            answer = await mia.request(method, path, content=b"{not json")
            assert (answer.status_code, answer.json()["code"]) == (403, "forbidden"), f"{method} {path}"
            assert route.required_scope in answer.json()["detail"]


async def test_an_unknown_key_costs_the_same_as_a_wrong_one(
    ticketing: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same statements and the same constant-time comparison, so that no clock tells which prefixes exist."""
    statements, compared = [], []
    engine = ticketing.database.engine.sync_engine

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    def compare(one: bytes, other: bytes) -> bool:
        compared.append((len(one), len(other)))
        return hmac.compare_digest(one, other)

    monkeypatch.setattr(verifying, "compare_digest", compare)
    keys = await bad_keys(ticketing)
    spent: dict[str, Any] = {}
    await ticketing.get("/v1/jobs")  # the right key is known from here on
    await ticketing.app.state.keys.close()
    event.listen(engine, "before_cursor_execute", note)
    try:
        for name in ("of another service", "with a wrong secret", "revoked", "expired"):
            statements.clear()
            compared.clear()
            async with ticketing.client_with(headers={"X-API-Key": keys[name]}) as stranger:
                for _ in range(2):  # what the first left behind must not tell the second apart
                    refusal(await stranger.get("/v1/jobs"))
            spent[name] = (list(statements), list(compared))
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert (len(spent["revoked"][0]), len(spent["revoked"][1])) == (2, 4)  # a key has two secrets while it is rotated
    assert all(each == spent["revoked"] for each in spent.values()), spent
