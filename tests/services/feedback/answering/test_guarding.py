"""What surrounds an answer page: its policy, in whose frames it stands, and that its token is told to nobody."""

import re
from typing import Any

import pytest
import structlog

from services.feedback.brands import contrast
from tests.fixtures.servers import MakeDatabase
from tests.fixtures.services import ServiceUnderTest, service_under_test
from tests.services.feedback.answering.inviting import Invited, invite, send
from tests.services.feedback.brands.test_brands import HALDEN

PORTAL = "https://portal.example"


def policy(answer: Any) -> dict[str, str]:
    """The answer's content security policy."""
    parts = (part.strip().partition(" ") for part in answer.headers["content-security-policy"].split(";"))
    return {name: sources for name, _, sources in parts}


async def test_the_policy_lets_nothing_in(feedback: ServiceUnderTest) -> None:
    invited = await invite(feedback)
    async with feedback.client_with() as browser:
        shown, forged = await browser.get(invited.page), await browser.get("/r/nothing")
        refused = await browser.post(invited.page, data={})
        wrong = await browser.put(invited.page)
    for answer in (shown, forged, refused, wrong):
        found = policy(answer)
        nonce = found.pop("style-src").removeprefix("'self' ")
        assert re.fullmatch(r"'nonce-[\w-]{20,}'", nonce)
        assert found == {
            "default-src": "'none'",
            "img-src": "'self'",
            "form-action": "'self'",
            "base-uri": "'none'",
            "frame-ancestors": "'none'",
        }
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert "noindex" in answer.headers["x-robots-tag"]
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "GET, HEAD, POST")
    assert re.findall(r"(?:src|href)=\"https?:", shown.text) == [], "nothing is loaded from elsewhere"
    assert " style=" not in shown.text


async def test_each_answer_has_a_nonce_of_its_own(feedback: ServiceUnderTest) -> None:
    invited = await invite(feedback)
    async with feedback.client_with() as browser:
        nonces = {policy(await browser.get(invited.page))["style-src"] for _ in range(5)}
    assert len(nonces) == 5


@pytest.mark.parametrize(
    ("setting", "program", "ancestors"),
    [
        ("", (), "'none'"),
        ("", (PORTAL,), PORTAL),
        ("https://us.example", (), "https://us.example"),
        (
            "https://us.example, https://a.example:8443",
            (PORTAL,),
            f"https://us.example https://a.example:8443 {PORTAL}",
        ),
        ("", ("*", "'self'", "https:", "http://portal.example", f"{PORTAL}; script-src *"), "'none'"),
    ],
)
async def test_a_frame_stands_in_the_pages_that_are_allowed_alone(
    fresh_database: MakeDatabase, setting: str, program: tuple[str, ...], ancestors: str
) -> None:
    async with service_under_test("feedback", fresh_database("feedback"), FEEDBACK_FRAME_ORIGINS=setting) as feedback:
        invited = await invite(feedback, frame_origins=program)
        async with feedback.client_with() as browser:
            assert policy(await browser.get(invited.embedded))["frame-ancestors"] == ancestors
            assert policy(await browser.get(invited.page))["frame-ancestors"] == "'none'"
            saved = await send(browser, invited.embedded, score="9", do="save")
            assert policy(saved)["frame-ancestors"] == ancestors
            assert f'action="{invited.embedded}"' in saved.text
            assert "ana@acme.example" not in saved.text
            assert "set-cookie" not in saved.headers


async def test_the_brand_s_colours_and_logo_are_on_the_page(feedback: ServiceUnderTest) -> None:
    await feedback.post("/v1/brands", {**HALDEN, "logo_url": "https://cdn.halden.example/logo.svg"})
    invited = await invite(feedback, brand="halden-pay")
    unheard = await invite(feedback, brand="unheard-of")
    async with feedback.client_with() as browser:
        shown, other = await browser.get(invited.page), await browser.get(unheard.page)
        gate = await browser.get((await invite(feedback, brand="halden-pay", state="cancelled")).page)
    assert policy(shown)["img-src"] == "'self' https://cdn.halden.example"
    assert 'src="https://cdn.halden.example/logo.svg" alt="" referrerpolicy="no-referrer"' in shown.text
    assert "--fill:#1f4e79" in shown.text
    assert "Halden Pay" in shown.text
    assert "Halden Pay" in gate.text
    assert contrast.ratio("#1f4e79", "#ffffff") >= contrast.LEAST
    assert (policy(other)["img-src"], "serviceops" in other.text) == ("'self'", True)


async def test_the_token_is_told_to_nobody(feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in a log, of what went well and of what failed, nor in a row or a fact."""
    invited = await invite(feedback)
    with structlog.testing.capture_logs() as logged:
        async with feedback.client_with() as browser:
            await browser.get(invited.page + "?score=3")
            await send(browser, invited.page, score="3")
            await browser.post(invited.embedded, data={"score": "99"})
            await browser.put(invited.page)
            with monkeypatch.context() as broken:
                broken.setattr(type(feedback.database), "session", _fails)
                for answer in (await browser.get(invited.page), await browser.post(invited.page, data={"score": "3"})):
                    assert answer.status_code == 500
    assert len(logged) > 6
    said = "".join(f"{line}{line.get('exc_info')}" for line in logged)
    assert "/r/{token}" in said
    assert invited.token not in said
    assert await _held_by(feedback, invited) == []


async def test_a_foreign_page_s_form_needs_the_token_as_well(feedback: ServiceUnderTest) -> None:
    """There is no cookie that it could ride on: the token in the address is the whole authority."""
    invited = await invite(feedback)
    async with feedback.client_with(headers={"Origin": "https://evil.example"}) as browser:
        assert (await browser.post("/r/", data={"score": "3"})).status_code == 404
        json = await browser.post(invited.page, json={"score": 3})
        assert (json.status_code, "is not saved yet" in json.text) == (415, True)
    assert await feedback.rows("SELECT 1 FROM response") == []


@pytest.mark.parametrize(
    "body",
    [b"score=%ff", b"score=\xff", b"&".join(b"f%d=1" % number for number in range(600)), b"q.reason=" + b"x" * 2**21],
    ids=["no UTF-8", "raw bytes", "too many fields", "two megabytes"],
)
async def test_a_hostile_form_is_refused_as_a_page(feedback: ServiceUnderTest, body: bytes) -> None:
    invited = await invite(feedback)
    async with feedback.client_with() as browser:
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        refused = await browser.post(invited.page, content=body, headers=kind)
    assert refused.status_code in (400, 413, 422)
    assert refused.headers["content-type"] == "text/html; charset=utf-8"
    assert await feedback.rows("SELECT 1 FROM response") == []


async def test_what_was_typed_comes_back_as_text_alone(feedback: ServiceUnderTest) -> None:
    invited = await invite(feedback)
    markup = '"></textarea><script>alert(1)</script>{{ 7 * 7 }}\x00'
    async with feedback.client_with() as browser:
        for fields in ({"q.reason": markup}, {"q.reason": markup, "score": "3"}, {"score": markup, "locale": markup}):
            shown = await send(browser, invited.page, **fields)
            assert "<script" not in shown.text
            assert "49" not in re.sub(r"nonce-?=?\"?[\w-]+|/static/\w+", "", shown.text)


def _fails(*given: Any, **named: Any) -> Any:
    raise RuntimeError("something is broken")


async def _held_by(feedback: ServiceUnderTest, invited: Invited) -> list[str]:
    """The tables in which the token stands."""
    tables = await feedback.rows(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    )
    found = []
    for table in tables:
        query = f"SELECT 1 FROM {table.relname} AS each WHERE each::text LIKE :what LIMIT 1"
        if await feedback.rows(query, what=f"%{invited.token}%"):
            found.append(table.relname)
    return found
