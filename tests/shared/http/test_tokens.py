"""Bearer tokens: only what the issuer signed with a key of its own, for us, now."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from fastapi import FastAPI

from shared.db.session import Database
from shared.http import tokens
from shared.http.errors import Unauthorized, Unavailable
from tests.shared.http import toy
from tests.shared.http.conftest import client_of

ISSUER = "https://issuer.example"
AUDIENCE = "serviceops"
STAFF = "01a1b2c3-0000-7000-8000-000000000001"
RSA = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_RSA = rsa.generate_private_key(public_exponent=65537, key_size=2048)
EC = ec.generate_private_key(ec.SECP256R1())
ED = ed25519.Ed25519PrivateKey.generate()


def public(kid: str, key: Any, algorithm: str) -> dict[str, Any]:
    written: dict[str, Any] = jwt.get_algorithm_by_name(algorithm).to_jwk(key.public_key(), as_dict=True)
    return {**written, "kid": kid, "use": "sig"}


JWKS = {"keys": [public("rsa", RSA, "RS256"), public("ec", EC, "ES256"), public("ed", ED, "EdDSA")]}


def claims(**others: Any) -> dict[str, Any]:
    made = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": "mia",
        "exp": int(time.time()) + 300,
        "scope": "openid toy:things:read",
        "staff_id": STAFF,
        **others,
    }
    return {name: value for name, value in made.items() if value is not None}


def signed(key: Any = RSA, algorithm: str = "RS256", kid: str | None = "rsa", **others: Any) -> str:
    return jwt.encode(claims(**others), key, algorithm, headers={"kid": kid} if kid else {})


@pytest.fixture
def issuer(tmp_path: Path) -> Path:
    path = tmp_path / "jwks.json"
    path.write_text(json.dumps(JWKS))
    return path


@pytest.fixture
async def app(database: Database, issuer: Path) -> AsyncIterator[FastAPI]:
    app = toy.toy_app(database, oidc_issuer=ISSUER, oidc_audience=AUDIENCE, oidc_jwks=str(issuer))
    yield app
    await app.state.keys.close()


async def ask(app: FastAPI, token: str, path: str = "/v1/things/whoami", method: str = "GET") -> httpx.Response:
    async with client_of(app, key=None) as client:
        return await client.request(method, path, headers={"Authorization": f"Bearer {token}"})


@pytest.mark.parametrize(
    "token",
    [
        lambda: signed(),
        lambda: signed(EC, "ES256", "ec"),
        lambda: signed(ED, "EdDSA", "ed"),
        lambda: signed(RSA, "PS256"),
        lambda: signed(aud=["other", AUDIENCE]),
        lambda: signed(exp=int(time.time()) - 30),
        lambda: signed(nbf=int(time.time()) + 30),
        lambda: signed(scope=None, scp=["toy:things:read"]),
        lambda: signed(scope=None, roles=["agent"]),
        lambda: signed(scope=None, roles="admin"),
    ],
    ids=["RS256", "ES256", "EdDSA", "PS256", "audiences", "exp leeway", "nbf leeway", "scp", "role", "one role"],
)
async def test_a_good_token_is_let_in(token: Callable[[], str], app: FastAPI) -> None:
    answer = await ask(app, token())
    assert answer.status_code == 200, answer.text
    assert answer.json() == {"actor": f"staff/{STAFF}", "staff_id": STAFF}


async def test_without_a_staff_id_the_subject_is_the_actor(app: FastAPI) -> None:
    assert (await ask(app, signed(staff_id=None))).json() == {"actor": "staff/mia", "staff_id": None}


async def test_scopes_are_those_of_the_token(app: FastAPI) -> None:
    assert (await ask(app, signed(), "/v1/things/approve", "POST")).status_code == 403
    assert (await ask(app, signed(roles=["admin"]), "/v1/things/approve", "POST")).status_code == 200
    assert (await ask(app, signed(scope=None, roles=["king"]))).status_code == 403


@pytest.mark.parametrize(
    ("name", "given", "status"),
    [
        ("realm_access.roles", {"realm_access": {"roles": ["offline_access", "admin"]}}, 200),
        ("https://us.example/roles", {"https://us.example/roles": ["admin"]}, 200),
        ("realm_access.roles", {"roles": ["admin"]}, 403),
        ("realm_access.roles", {"realm_access": ["admin"]}, 403),
        ("realm_access.roles", {"realm_access": {"roles": {"admin": True}}}, 403),
    ],
)
async def test_roles_are_read_where_the_issuer_puts_them(
    name: str, given: dict[str, Any], status: int, database: Database, issuer: Path
) -> None:
    oidc = {"oidc_issuer": ISSUER, "oidc_audience": AUDIENCE, "oidc_jwks": str(issuer)}
    app = toy.toy_app(database, **oidc, oidc_roles_claim=name)
    assert (await ask(app, signed(**given), "/v1/things/approve", "POST")).status_code == status
    await app.state.keys.close()


def unsigned(**header: Any) -> str:
    parts = [json.dumps({"typ": "JWT", **header}), json.dumps(claims())]
    return ".".join(base64.urlsafe_b64encode(part.encode()).decode().rstrip("=") for part in parts) + "."


def hmac_with_the_public_key() -> str:
    pem = RSA.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    head = unsigned(alg="HS256", kid="rsa")[:-1]
    signature = hmac.new(pem, head.encode(), hashlib.sha256).digest()
    return f"{head}.{base64.urlsafe_b64encode(signature).decode().rstrip('=')}"


@pytest.mark.parametrize(
    "token",
    [
        lambda: unsigned(alg="none"),
        lambda: unsigned(alg="none", kid="rsa"),
        lambda: unsigned(alg="None", kid="rsa"),
        lambda: hmac_with_the_public_key(),
        lambda: jwt.encode(claims(), "a" * 64, "HS512", headers={"kid": "rsa"}),
        lambda: signed(exp=int(time.time()) - 90),
        lambda: signed(exp=None),
        lambda: signed(nbf=int(time.time()) + 90),
        lambda: signed(iat=int(time.time()) + 3_600),
        lambda: signed(iss="https://other.example"),
        lambda: signed(iss=None),
        lambda: signed(aud="other"),
        lambda: signed(aud=None),
        lambda: signed(sub=None),
        lambda: signed(sub=""),
        lambda: signed(sub="a" * 201),
        lambda: signed(sub="a\r\nb"),
        lambda: signed(staff_id="mia"),
        lambda: signed(kid="unknown"),
        lambda: signed(kid=None),
        lambda: signed(OTHER_RSA),
        lambda: signed(RSA, "RS256", "ec"),
        lambda: signed(EC, "ES256", "rsa"),
        lambda: signed()[:-4] + "AAAA",
        lambda: signed() + "." + signed(),
        lambda: "x.y.z",
        lambda: "",
        lambda: "é",
        lambda: signed(padding="a" * 10_000),
    ],
    ids=[
        "none",
        "none with kid",
        "None",
        "HS256 by the public key",
        "HS512",
        "expired",
        "no exp",
        "not yet valid",
        "issued later",
        "issuer",
        "no issuer",
        "audience",
        "no audience",
        "no subject",
        "empty subject",
        "long subject",
        "subject with a line break",
        "staff_id",
        "unknown kid",
        "no kid and three keys",
        "another's key",
        "kind of key",
        "kind of key, turned",
        "signature",
        "two in one",
        "three letters",
        "empty",
        "no ASCII",
        "10 kB",
    ],
)
async def test_any_other_is_refused(token: Callable[[], str], app: FastAPI) -> None:
    async with client_of(app, key=None) as client:
        answer = await client.get("/v1/things/whoami", headers={"Authorization": f"Bearer {token()}".encode()})
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == 'Bearer realm="serviceops", error="invalid_token"'


@dataclass
class Issuer:
    """Publishes keys, or fails, and counts who asks."""

    keys: dict[str, Any] = field(default_factory=lambda: JWKS)
    asked: int = 0
    fails: bool = False

    async def load(self) -> bytes:
        self.asked += 1
        if self.fails:
            raise OSError("hunter2")
        return json.dumps(self.keys).encode()


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    instant = [1_000.0]
    monkeypatch.setattr(tokens, "monotonic", lambda: instant[0])
    return instant


def verifier(issuer: Issuer) -> tokens.Tokens:
    return tokens.Tokens(issuer=ISSUER, audience=AUDIENCE, keys=tokens.KeySet(issuer.load))


async def test_an_unknown_kid_refetches_at_most_once_a_minute(now: list[float]) -> None:
    issuer = Issuer({"keys": [public("rsa", RSA, "RS256")]})
    verify = verifier(issuer).verify
    await verify(signed())
    for _ in range(5):
        with pytest.raises(Unauthorized):
            await verify(signed(EC, "ES256", "ec"))
    assert issuer.asked == 1
    issuer.keys = JWKS
    now[0] += 61
    await verify(signed(EC, "ES256", "ec"))
    assert issuer.asked == 2


async def test_a_withdrawn_key_is_forgotten(now: list[float]) -> None:
    issuer = Issuer()
    verify = verifier(issuer).verify
    await verify(signed())
    issuer.keys = {"keys": [public("ec", EC, "ES256")]}
    now[0] += tokens.KEPT_SECONDS + 1
    with pytest.raises(Unauthorized):
        await verify(signed())


async def test_while_the_issuer_is_away_its_keys_hold(now: list[float]) -> None:
    issuer = Issuer()
    verify = verifier(issuer).verify
    await verify(signed())
    issuer.fails = True
    now[0] += tokens.KEPT_SECONDS + 1
    await verify(signed())


async def test_without_any_keys_the_service_is_unavailable(now: list[float]) -> None:
    issuer = Issuer(fails=True)
    verify = verifier(issuer).verify
    for _ in range(3):
        with pytest.raises(Unavailable):
            await verify(signed())
    assert issuer.asked == 1


async def test_symmetric_and_encryption_keys_are_not_taken(now: list[float]) -> None:
    secret = {"kty": "oct", "kid": "oct", "k": base64.urlsafe_b64encode(b"a" * 32).decode(), "alg": "HS256"}
    issuer = Issuer({"keys": [secret, {**public("enc", RSA, "RS256"), "use": "enc"}]})
    with pytest.raises(Unavailable):
        await verifier(issuer).verify(signed(kid="enc"))
