"""A walk over every page: who is not signed in is led to the sign-in, who may not is refused, and no stranger's form
is obeyed."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from shared.http.rate_limit import RateLimit
from shared.pages import signed
from shared.pages.navigation import home
from shared.pages.routes import PageRoute
from shared.pages.sessions import BrowserSession
from shared.pages.signing_in import is_ours
from tests.fixtures.pages import code_of, visiting
from tests.fixtures.run import SECRET_KEY
from tests.fixtures.services import PLAIN_KEY, ServiceUnderTest, _new_key

PAGES = {"ticketing": 42, "feedback": 35}
"""How many page routes each service has: a walk that sees fewer has walked past something."""

PUBLIC = {
    ("GET", "/signin"),
    ("POST", "/signin"),
    ("GET", "/signin/openid"),
    ("GET", "/signin/openid/back"),
}
FOR_ALL_WHO_ARE_SIGNED_IN = {("POST", "/signout"), ("POST", "/theme")}
REST = {(method, f"/{place}/{{rest:path}}") for method in ("GET", "POST") for place in ("console", "studio")}
"""These only say that there is nothing."""


@pytest.fixture(params=sorted(PAGES))
def service(request: pytest.FixtureRequest) -> ServiceUnderTest:
    """Each service that has pages, in turn."""
    found: ServiceUnderTest = request.getfixturevalue(request.param)
    return found


def pages(service: ServiceUnderTest) -> list[tuple[str, str, PageRoute]]:
    """Method, a path and route of every page but the sign-in."""
    found = []
    for route in service.app.routes:
        if isinstance(route, PageRoute):
            path = re.sub(r"\{\w+(:path)?\}", "1001", route.path)
            found += [(method, path, route) for method in sorted((route.methods or set()) - {"HEAD"})]
    return found


def test_every_page_has_a_scope_or_is_listed(service: ServiceUnderTest) -> None:
    walked = pages(service)
    assert len(walked) == PAGES[service.name]
    for method, _, route in walked:
        place = (method, route.path)
        assert not route.public or place in PUBLIC
        if place in PUBLIC | FOR_ALL_WHO_ARE_SIGNED_IN | REST:
            continue
        assert route.required_scope is not None
        assert re.fullmatch(rf"{service.name}:[a-z-]+:{'read' if method == 'GET' else 'write'}", route.required_scope)
        assert not route.path.startswith("/v1")
    described = str(service.app.openapi()["paths"])
    assert f"'{home(service.name)}" not in described
    assert "/signin" not in described


async def test_a_stranger_is_led_to_the_sign_in_and_back(service: ServiceUnderTest) -> None:
    async with visiting(service) as stranger:
        for method, path, route in pages(service):
            if route.public:
                continue
            answer = await stranger.client.request(method, path + ("?view=all" if method == "GET" else ""))
            assert answer.status_code == 303, f"{method} {path}"
            target = urlsplit(answer.headers["location"])
            assert (target.netloc, target.path) == ("", "/signin")
            [following] = parse_qs(target.query)["next"]
            assert is_ours(following)
            if method == "GET":
                assert following == path + "?view=all"
        part = await stranger.client.get(home(service.name), headers={"HX-Request": "true"})
        assert (part.status_code, part.headers["hx-redirect"][:8]) == (204, "/signin?")


async def test_with_a_key_that_lacks_the_scope_each_page_is_403(service: ServiceUnderTest) -> None:
    async with visiting(service, f"{service.name}:nothing:read") as other:
        for method, path, route in pages(service):
            if route.required_scope is None:
                continue
            answer = await other.client.request(method, path, data={"to": "solved"} if method == "POST" else None)
            assert answer.status_code == 403, f"{method} {path}"
            assert answer.headers["content-type"] == "text/html; charset=utf-8"
            assert route.required_scope in answer.text


async def test_no_form_is_obeyed_without_its_code(service: ServiceUnderTest) -> None:
    async with visiting(service, "*") as ours, visiting(service, "*") as theirs:
        foreign = code_of(await theirs.client.get(home(service.name)))
        for method, path, _ in pages(service):
            if method != "POST":
                continue
            for code in ({}, {"csrf": ""}, {"csrf": "0" * 48}, {"csrf": foreign}, {"csrf": "ü"}):
                answer = await ours.client.post(path, data={"key": PLAIN_KEY, **code})
                assert answer.status_code == 403, f"{path} {code}"
                assert "The form was not sent from a page of ours" in answer.text
                assert "set-cookie" not in answer.headers


async def test_a_key_that_may_only_read_changes_nothing(service: ServiceUnderTest) -> None:
    async with visiting(service, f"{service.name}:*:read") as reader:
        code = code_of(await reader.client.get(home(service.name)))
        for method, path, route in pages(service):
            if method == "POST" and route.required_scope is not None:
                answer = await reader.client.post(path, data={"csrf": code})
                assert answer.status_code == 403, path


@pytest.mark.parametrize(
    "address",
    [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/console\r\nSet-Cookie: a=b",
        "evil",
        "/" + "a" * 1_001,
    ],
)
async def test_the_sign_in_leads_nowhere_else(ticketing: ServiceUnderTest, address: str) -> None:
    assert not is_ours(address)
    async with visiting(ticketing) as visitor:
        answer = await visitor.sign_in(then=address)
        assert (answer.status_code, answer.headers["location"]) == (303, "/console")


async def test_a_key_that_opens_nothing_signs_nobody_in(ticketing: ServiceUnderTest) -> None:
    async with visiting(ticketing) as visitor:
        for key in ("", "so_tests_wrong", PLAIN_KEY[:-1] + "0", "ü\x00", "a" * 3_000):
            answer = await visitor.sign_in(key)
            assert answer.status_code == 401, key
            assert "opens this service" in answer.text
            assert key not in answer.text or key == ""
            assert "serviceops_session" not in visitor.client.cookies


async def test_a_session_shows_no_key_and_ends_with_it(ticketing: ServiceUnderTest) -> None:
    made = await ticketing.post("/v1/api-keys", {"name": "mia", "scopes": ["ticketing:*:read"]})
    async with visiting(ticketing) as mia:
        answer = await mia.sign_in(made["key"])
        cookie = answer.headers["set-cookie"]
        assert all(part in cookie for part in ("HttpOnly", "SameSite=lax", "Max-Age=43200", "Path=/"))
        assert "Secure" not in cookie
        assert made["key"].rpartition("_")[2] not in cookie
        await mia.get("/console")
        await ticketing.post(f"/v1/api-keys/{made['id']}/revoke", {"reason": "lost"})
        await _forget_keys(ticketing)
        assert (await mia.client.get("/console")).status_code == 303


async def test_a_session_ends_when_the_key_gets_another_secret(ticketing: ServiceUnderTest) -> None:
    made = await ticketing.post("/v1/api-keys", {"name": "mia", "scopes": ["ticketing:*:read"]})
    async with visiting(ticketing) as mia:
        await mia.sign_in(made["key"])
        await ticketing.post(f"/v1/api-keys/{made['id']}/rotate", {"grace_seconds": 60})
        await _forget_keys(ticketing)
        await mia.get("/console")
        ticketing.clock.advance(seconds=61)
        assert (await mia.client.get("/console")).status_code == 303


async def test_a_session_lasts_twelve_hours(ticketing: ServiceUnderTest) -> None:
    async with visiting(ticketing, "*") as mia:
        ticketing.clock.advance(hours=11, minutes=59)
        await mia.get("/console")
        ticketing.clock.advance(minutes=2)
        assert (await mia.client.get("/console")).status_code == 303


async def test_who_signs_out_is_out(ticketing: ServiceUnderTest) -> None:
    async with visiting(ticketing, "*") as mia:
        assert "API key" in (await mia.send("/signout", "/console")).text
        assert (await mia.client.get("/console")).status_code == 303


async def test_a_cookie_of_another_key_of_that_name_opens_nothing(ticketing: ServiceUnderTest) -> None:
    """As where two services have keys with one prefix: the proof is of the secret, not of the name."""
    key = await _new_key(ticketing.database, ["ticketing:*:read"])
    prefix = key.split("_")[1]
    forged = BrowserSession.begun(prefix, "00" * 24, ticketing.clock()).sealed(SECRET_KEY)
    changed = BrowserSession.begun("tests", "00" * 24, ticketing.clock()).sealed("x" * 40)
    async with visiting(ticketing) as stranger:
        for cookie in (forged, changed, "", "x", "ü", forged[:-4], forged + "A" * 4_000):
            stranger.client.cookies.set("serviceops_session", cookie.encode("ascii", "replace").decode())
            assert (await stranger.client.get("/console")).status_code == 303


async def test_over_https_cookies_are_for_https_alone(ticketing: ServiceUnderTest) -> None:
    ticketing.app.state.settings.public_base_url = "https://desk.example"
    async with visiting(ticketing) as mia:
        assert "Secure" in (await mia.sign_in()).headers["set-cookie"]


async def test_pages_are_rate_limited_as_the_api_is(ticketing: ServiceUnderTest) -> None:
    key = await _new_key(ticketing.database, ["ticketing:*:read"])
    await ticketing.execute("UPDATE api_key SET unlimited = false WHERE prefix = :prefix", prefix=key.split("_")[1])
    async with visiting(ticketing) as mia:
        await mia.sign_in(key)
        ticketing.app.state.limit = RateLimit(12)
        await mia.get("/console")
        refused = await mia.client.get("/console")
        assert (refused.status_code, refused.headers["content-type"]) == (429, "text/html; charset=utf-8")
        assert int(refused.headers["retry-after"]) >= 1


async def test_pages_have_safe_headers_and_nothing_inline(ticketing: ServiceUnderTest) -> None:
    await ticketing.post("/v1/tickets", {"subject": "<script>alert(1)</script>", "type": "question"})
    async with visiting(ticketing, "*") as mia:
        for path in (
            "/signin",
            "/console",
            "/console/tickets/1001",
            "/console/tickets/1001/clocks",
            "/console/nothing",
        ):
            answer = await mia.client.get(path, follow_redirects=True)
            assert "default-src 'self'" in answer.headers["content-security-policy"]
            assert "unsafe" not in answer.headers["content-security-policy"]
            assert answer.headers["cache-control"] == "no-store"
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert not re.search(r"<[^>]+\s(style|on\w+)=", answer.text)
            assert re.findall(r"<script(?![^>]* src=)", answer.text) == []
            assert "<style" not in answer.text
            assert "//cdn" not in answer.text


async def test_files_are_kept_for_good_under_the_digest_of_their_content(ticketing: ServiceUnderTest) -> None:
    async with visiting(ticketing) as stranger:
        page = await stranger.get("/signin")
        for address in set(re.findall(r'"(/static/[^"#]+)', page)):
            answer = await stranger.client.get(address)
            assert answer.status_code == 200
            assert "immutable" in answer.headers["cache-control"]
            other = re.sub(r"/static/\w+/", "/static/0000000000000000/", address)
            assert (await stranger.client.get(other)).status_code == 404
        assert (await stranger.client.get("/static/x/NOTICE")).status_code == 404


async def test_what_goes_wrong_is_a_page_for_people_and_a_problem_for_programs(ticketing: ServiceUnderTest) -> None:
    async with visiting(ticketing, "*") as mia:
        missing = await mia.client.get("/console/tickets/77")
        assert (missing.status_code, missing.headers["content-type"]) == (404, "text/html; charset=utf-8")
        assert "no ticket with this number" in missing.text
        assert (await mia.client.put("/console")).status_code == 405
        await ticketing.execute("ALTER TABLE ticket RENAME TO gone")
        broken = await mia.client.get("/console/tickets/77")
        assert broken.status_code == 500
        assert "gone" not in broken.text
        assert broken.headers["x-request-id"] in broken.text
    async with ticketing.client_with("*") as program:
        assert (await program.get("/v1/nothing")).headers["content-type"] == "application/problem+json"


async def test_a_form_of_another_kind_is_no_form(ticketing: ServiceUnderTest) -> None:
    async with visiting(ticketing, "*") as mia:
        code = code_of(await mia.client.get("/console"))
        json = await mia.client.post("/theme", json={"csrf": code})
        assert json.status_code == 415
        many = await mia.client.post("/theme", content="&".join(f"a{n}=1" for n in range(600)), headers=FORM)
        assert many.status_code == 400
        bad = await mia.client.post("/theme", content=b"csrf=\xff", headers=FORM)
        assert bad.status_code in (400, 403)


FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def test_what_was_sealed_for_one_purpose_is_nothing_for_another() -> None:
    sealed = signed.seal(["a", 1], purpose="session", secret=SECRET_KEY)
    assert signed.unseal(sealed, purpose="session", secret=SECRET_KEY) == ["a", 1]
    assert signed.unseal(sealed, purpose="notice", secret=SECRET_KEY) is None
    assert signed.unseal(sealed, purpose="session", secret=SECRET_KEY + "x") is None
    assert signed.unseal("é", purpose="session", secret=SECRET_KEY) is None
    for place in range(0, len(sealed), 7):
        changed = sealed[:place] + ("A" if sealed[place] != "A" else "B") + sealed[place + 1 :]
        assert signed.unseal(changed, purpose="session", secret=SECRET_KEY) is None


async def _forget_keys(service: ServiceUnderTest) -> None:
    """As a second later: what is remembered of keys is asked for again."""
    service.app.state.keys._held.clear()
