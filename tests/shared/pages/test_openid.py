"""Signing in at an issuer: whoever comes back is who the issuer says, in the browser that went there, and once."""

import base64
import hashlib
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from shared.http import guarded
from shared.ops.settings import ServiceSettings
from tests.fixtures.pages import Visitor
from tests.fixtures.servers import MakeDatabase
from tests.fixtures.services import ServiceUnderTest, service_under_test
from tests.shared.http.test_tokens import AUDIENCE, ISSUER, JWKS, OTHER_RSA, STAFF, signed

CLIENT, SECRET = "desk", "c:lient secret"
DISCOVERY = {
    "issuer": ISSUER,
    "authorization_endpoint": f"{ISSUER}/authorize?tenant=us",
    "token_endpoint": f"{ISSUER}/token",
}


class Issuer:
    """A small issuer: it knows Mia, gives each code once, and checks what a client must prove.

    access, identity: claims that differ from what it would say; answers: how often each path was asked.
    """

    def __init__(self) -> None:
        self.codes: dict[str, dict[str, str]] = {}
        self.said: dict[str, Any] = dict(DISCOVERY)
        self.access: dict[str, Any] = {"scope": None, "roles": ["team_lead"]}
        self.identity: dict[str, Any] = {}
        self.status = 200
        self.asked: list[str] = []
        self.forms: list[tuple[dict[str, str], str | None]] = []
        routes = [
            Route("/.well-known/openid-configuration", self._discovery),
            Route("/token", self._token, methods=["POST"]),
        ]
        self.app = Starlette(routes=routes)

    def consent(self, address: str) -> dict[str, str]:
        """What the browser brings back once Mia has said who she is."""
        query = dict(parse_qsl(urlsplit(address).query))
        code = f"code-{len(self.codes)}"
        self.codes[code] = query
        return {"code": code, "state": query["state"], "iss": ISSUER}

    async def _discovery(self, request: Request) -> Response:
        self.asked.append(request.url.path)
        return JSONResponse(self.said, status_code=self.status)

    async def _token(self, request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode()))
        self.forms.append((form, request.headers.get("authorization")))
        query = self.codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        fits = query is not None and (challenge, form["redirect_uri"], form["client_id"], form["grant_type"]) == (
            query["code_challenge"],
            query["redirect_uri"],
            query["client_id"],
            "authorization_code",
        )
        if not fits or query is None:
            return JSONResponse({"error": "invalid_grant"}, status_code=400)
        identity = {"aud": CLIENT, "nonce": query["nonce"], "scope": None, "staff_id": None, **self.identity}
        return JSONResponse(
            {"access_token": signed(**self.access), "id_token": self._signed(identity), "token_type": "Bearer"}
        )

    def _signed(self, claims: dict[str, Any]) -> str:
        key = claims.pop("signed_with", None)
        return signed(key, **claims) if key is not None else signed(**claims)


@pytest.fixture
def issuer(monkeypatch: pytest.MonkeyPatch) -> Issuer:
    made = Issuer()

    def client(settings: ServiceSettings, **options: Any) -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=httpx.ASGITransport(app=made.app))

    monkeypatch.setattr(guarded, "client", client)
    return made


@asynccontextmanager
async def a_desk(fresh_database: MakeDatabase, tmp_path: Path, **settings: Any) -> AsyncIterator[ServiceUnderTest]:
    keys = tmp_path / "jwks.json"
    keys.write_text(json.dumps(JWKS))
    oidc = {"oidc_issuer": ISSUER, "oidc_audience": AUDIENCE, "oidc_jwks": str(keys), "oidc_client_id": CLIENT}
    given = {"public_base_url": "http://test", **oidc, **settings}
    async with service_under_test("ticketing", fresh_database("ticketing"), **given) as service:
        yield service


@pytest.fixture
async def desk(issuer: Issuer, fresh_database: MakeDatabase, tmp_path: Path) -> AsyncIterator[ServiceUnderTest]:
    async with a_desk(fresh_database, tmp_path) as service:
        yield service


@asynccontextmanager
async def a_browser(desk: ServiceUnderTest) -> AsyncIterator[Visitor]:
    async with desk.client_with() as client:
        yield Visitor(desk, client)


async def leave(browser: Visitor, onwards: str = "") -> str:
    """To where the browser is sent."""
    answer = await browser.client.get("/signin/openid", params={"next": onwards})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


async def come_back(browser: Visitor, **query: str) -> httpx.Response:
    return await browser.client.get("/signin/openid/back", params=query)


async def test_mia_signs_in_and_may_what_her_role_may(desk: ServiceUnderTest, issuer: Issuer) -> None:
    ticket = await desk.post("/v1/tickets", {"subject": "Slow", "type": "question"})
    async with a_browser(desk) as mia:
        assert "Sign in with your organisation" in await mia.get("/signin")
        address = await leave(mia, "/console?view=mine")
        asked = dict(parse_qsl(urlsplit(address).query))
        assert address.startswith(f"{ISSUER}/authorize?tenant=us&")
        assert (asked["response_type"], asked["client_id"], asked["code_challenge_method"]) == ("code", CLIENT, "S256")
        assert (asked["redirect_uri"], "openid" in asked["scope"].split()) == ("http://test/signin/openid/back", True)
        back = await come_back(mia, **issuer.consent(address))
        assert (back.status_code, back.headers["location"]) == (303, "/console?view=mine")
        for cookie in back.headers.get_list("set-cookie"):
            assert "HttpOnly" in cookie
            assert "samesite=lax" in cookie.lower()
        page = await mia.send(f"/console/tickets/{ticket['number']}/messages", body="We look.")
        assert "Your reply is on its way." in page.text
    [said] = (await desk.get(f"/v1/tickets/{ticket['id']}/messages"))["items"]
    assert said["author"]["id"] == STAFF
    [row] = (await desk.get("/v1/audit", entity_id=ticket["id"], action="ticket.message"))["items"]
    assert row["actor"] == f"staff/{STAFF}"
    assert issuer.forms[0][1] is None, "a client without a secret sends none"


async def test_a_role_that_may_only_read_writes_nothing(desk: ServiceUnderTest, issuer: Issuer) -> None:
    issuer.access = {"scope": None, "roles": ["analyst"]}
    ticket = await desk.post("/v1/tickets", {"subject": "Slow", "type": "question"})
    async with a_browser(desk) as ida:
        await come_back(ida, **issuer.consent(await leave(ida)))
        page = await ida.get(f"/console/tickets/{ticket['number']}")
        assert "You may read here, and not write" in page
        answer = await ida.send(f"/console/tickets/{ticket['number']}/messages", page="/console", body="Hello")
        assert answer.status_code == 403


async def test_an_answer_holds_for_the_browser_that_asked_and_once(desk: ServiceUnderTest, issuer: Issuer) -> None:
    async with a_browser(desk) as mia, a_browser(desk) as stranger:
        answer = issuer.consent(await leave(mia))
        await leave(stranger)
        assert (await come_back(stranger, **answer)).status_code == 401
        assert (await come_back(mia, **{**answer, "state": "é"})).status_code == 401
        assert issuer.forms == [], "nobody's code was tried"
        assert (await come_back(mia, **answer)).status_code == 303
        assert (await come_back(mia, **answer)).status_code == 401
    async with a_browser(desk) as nobody:
        assert (await come_back(nobody, code="x", state="y")).status_code == 401


async def test_an_answer_that_takes_too_long_is_none(desk: ServiceUnderTest, issuer: Issuer) -> None:
    async with a_browser(desk) as mia:
        answer = issuer.consent(await leave(mia))
        desk.clock.advance(minutes=11)
        assert (await come_back(mia, **answer)).status_code == 401


@pytest.mark.parametrize(
    ("what", "claims"),
    [
        ("identity", {"nonce": "another"}),
        ("identity", {"nonce": None}),
        ("identity", {"aud": AUDIENCE}),
        ("identity", {"aud": [CLIENT, "other"]}),
        ("identity", {"azp": "other"}),
        ("identity", {"iss": "https://other.example"}),
        ("identity", {"sub": "leo"}),
        ("identity", {"exp": int(time.time()) - 300}),
        ("identity", {"signed_with": OTHER_RSA}),
        ("access", {"aud": "other"}),
        ("access", {"exp": int(time.time()) - 300}),
    ],
)
async def test_a_token_that_is_not_for_this_sign_in_opens_nothing(
    what: str, claims: dict[str, Any], desk: ServiceUnderTest, issuer: Issuer
) -> None:
    setattr(issuer, what, claims)
    async with a_browser(desk) as mia:
        answer = await come_back(mia, **issuer.consent(await leave(mia)))
        assert answer.status_code == 401
        assert 'id="openid-error"' in answer.text
        assert (await mia.client.get("/console")).status_code == 303, "back to the sign-in"


async def test_another_issuers_answer_is_refused_before_its_code_is_sent(
    desk: ServiceUnderTest, issuer: Issuer
) -> None:
    async with a_browser(desk) as mia:
        answer = {**issuer.consent(await leave(mia)), "iss": "https://other.example"}
        assert (await come_back(mia, **answer)).status_code == 401
    assert issuer.forms == []


async def test_who_says_no_at_the_issuer_is_at_the_sign_in_again(desk: ServiceUnderTest, issuer: Issuer) -> None:
    async with a_browser(desk) as mia:
        state = issuer.consent(await leave(mia))["state"]
        answer = await come_back(mia, error="access_denied", error_description="<b>No</b>", state=state)
        assert answer.status_code == 401
        assert "did not succeed" in answer.text
        assert "<b>No" not in answer.text


@pytest.mark.parametrize(
    "onwards", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/console\n//x"]
)
async def test_nobody_is_led_elsewhere(onwards: str, desk: ServiceUnderTest, issuer: Issuer) -> None:
    async with a_browser(desk) as mia:
        back = await come_back(mia, **issuer.consent(await leave(mia, onwards)))
        assert (back.status_code, back.headers["location"]) == (303, "/console")


async def test_an_issuer_that_is_away_or_another_is_said(desk: ServiceUnderTest, issuer: Issuer) -> None:
    for said in (
        {**DISCOVERY, "issuer": "https://other.example"},
        {"issuer": ISSUER},
        DISCOVERY | {"token_endpoint": "http://x"},
    ):
        issuer.said = said
        async with a_browser(desk) as mia:
            answer = await mia.client.get("/signin/openid")
            assert (answer.status_code, answer.headers.get("retry-after")) == (503, "10")
    issuer.said, issuer.status = dict(DISCOVERY), 500
    async with a_browser(desk) as mia:
        assert (await mia.client.get("/signin/openid")).status_code == 503
        issuer.status = 200
        await leave(mia)
        await leave(mia)
    assert len(issuer.asked) == 5, "what it says of itself is asked once in a while"


async def test_the_session_ends_after_four_hours_or_by_signing_out(desk: ServiceUnderTest, issuer: Issuer) -> None:
    async with a_browser(desk) as mia:
        await come_back(mia, **issuer.consent(await leave(mia)))
        desk.clock.advance(hours=3, minutes=59)
        await mia.get("/console")
        desk.clock.advance(minutes=2)
        assert (await mia.client.get("/console")).status_code == 303
        await come_back(mia, **issuer.consent(await leave(mia)))
        await mia.get("/console")
        await mia.send("/signout", page="/console")
        assert (await mia.client.get("/console")).status_code == 303


async def test_a_client_with_a_secret_shows_it_to_the_issuer(
    issuer: Issuer, fresh_database: MakeDatabase, tmp_path: Path
) -> None:
    async with a_desk(fresh_database, tmp_path, oidc_client_secret=SECRET) as desk, a_browser(desk) as mia:
        assert (await come_back(mia, **issuer.consent(await leave(mia)))).status_code == 303
    shown = base64.b64decode((issuer.forms[0][1] or "").removeprefix("Basic ")).decode()
    assert shown == "desk:c%3Alient%20secret"


async def test_without_a_client_keys_alone_open_the_pages(
    issuer: Issuer, fresh_database: MakeDatabase, tmp_path: Path
) -> None:
    async with a_desk(fresh_database, tmp_path, oidc_client_id=None) as desk, a_browser(desk) as mia:
        assert "Sign in with your organisation" not in await mia.get("/signin")
        assert (await mia.client.get("/signin/openid")).status_code == 404
        assert (await come_back(mia, code="x", state="y")).status_code == 404
        assert (await mia.sign_in()).status_code == 303


def test_settings_that_do_not_fit_together_are_refused() -> None:
    oidc = {"oidc_issuer": ISSUER, "oidc_audience": AUDIENCE, "oidc_jwks": "keys.json"}
    for given in ({"oidc_client_id": CLIENT}, {**oidc, "oidc_client_id": CLIENT}, {**oidc, "oidc_client_secret": "x"}):
        with pytest.raises(ValueError, match="OIDC_CLIENT_ID"):
            ServiceSettings(database_url="postgresql://x/y", secret_key="s" * 32, **given)
