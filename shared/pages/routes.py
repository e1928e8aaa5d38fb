"""Routes of pages. In this order: who is signed in, whether they may, the form, one transaction, the page.

They lie outside /v1 and outside the schema. What the API would refuse is refused here for the same reason, as a page;
a form that was refused is shown again with what was typed, where its route says by what.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Receive, Scope, Send

from shared.events.cause import Cause
from shared.events.outbox import refuse_facts
from shared.events.transaction import transaction
from shared.http import fields, paths
from shared.http.errors import Forbidden, InternalError, MethodNotAllowed, NotFound, Problem, Unavailable
from shared.http.principal import Principal
from shared.pages import cookies, files, forms
from shared.pages.files import Files
from shared.pages.sessions import BrowserSession
from shared.pages.visit import Visit

SIGN_IN = "/signin"
READING = frozenset({"GET", "HEAD"})

SAFE_HEADERS = [
    (b"x-content-type-options", b"nosniff"),
    (
        b"content-security-policy",
        b"default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
    ),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"cache-control", b"no-store"),
]

Page = Callable[[Visit], Awaitable[Response]]


class PageRoute(Route):
    """One page, or one form. scope: what the caller needs; None: it is enough to be signed in.

    public: nobody need be signed in. apart: it asks another system, so that no transaction is open.
    again: the page that shows a refused form once more, to who may see it.
    takes: the files that a form may bring.
    """

    def __init__(
        self,
        path: str,
        page: Page,
        *,
        method: str,
        scope: str | None = None,
        public: bool = False,
        apart: bool = False,
        again: Page | None = None,
        again_scope: str | None = None,
        takes: Files | None = None,
    ) -> None:
        super().__init__(path, page, methods=[method], include_in_schema=False)
        self.page = page
        self.required_scope = scope
        self.public = public
        self.apart = apart
        self.again = again
        self.again_scope = again_scope
        self.takes = takes

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request of this path."""
        scope["route"] = self
        request = Request(scope, receive)
        state = scope["state"]
        state["safe_headers"] = SAFE_HEADERS
        visit = _arrive(request)
        state["problem_page"] = partial(problem_page, visit)
        answer = await self._answer(visit)
        await answer(scope, receive, send)

    async def _answer(self, visit: Visit) -> Response:
        scope = visit.request.scope
        if scope["method"] not in (self.methods or ()):
            raise MethodNotAllowed(headers={"Allow": ", ".join(sorted(self.methods or ()))})
        if visit.browser is not None:
            visit.signed_in = await _bearer(visit.request, visit.browser)
        if visit.signed_in is None:
            visit.browser = None
            if not self.public:
                return to_sign_in(visit)
        else:
            self._let_in(visit)
        refused = None if scope["method"] in READING else await self._take_form(visit)
        try:
            if refused is not None:
                raise refused
            return await (self.page(visit) if self.apart else _in_one_transaction(visit, self.page))
        except Problem as problem:
            await self._forget_files(visit)
            passing = isinstance(problem, InternalError | Unavailable | NotFound) and problem is not refused
            if self.again is None or passing:
                raise
            if self.again_scope is not None and not visit.may(self.again_scope):
                raise
            if self.takes is not None and visit.with_files:
                problem.errors.append(files.choose_again(self.takes))
            return await _in_one_transaction(replace(visit, problem=problem), self.again)
        except Exception:
            await self._forget_files(visit)
            raise

    async def _take_form(self, visit: Visit) -> Problem | None:
        """Read what was sent; answers why a file of it was refused."""
        if self.takes is not None:
            return await files.receive(visit, self.takes)
        visit.form = await forms.receive(visit.request)
        visit.must_be_ours()
        return None

    async def _forget_files(self, visit: Visit) -> None:
        if self.takes is not None:
            await files.forget(visit, self.takes)

    def _let_in(self, visit: Visit) -> None:
        principal = visit.principal
        state = visit.request.scope["state"]
        state["principal"] = principal
        visit.cause = visit.cause._replace(actor=principal.actor, staff_id=principal.staff_id)
        state["limit_headers"] = visit.request.app.state.limit.take(principal)
        if self.required_scope is not None and not principal.may(self.required_scope):
            raise Forbidden(f"The scope {self.required_scope} is needed.")


class PageRouter:
    """The pages of one part of a service, below a prefix: `get` and `post` as decorators."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.routes: list[PageRoute] = []

    def get(self, path: str, scope: str | None) -> Callable[[Page], Page]:
        """A page."""
        return self._adding(path, "GET", scope=scope)

    def post(
        self, path: str, scope: str | None, *, again: Page | None = None, takes: Files | None = None
    ) -> Callable[[Page], Page]:
        """A form. again: the page that shows it once more, with what was typed, where it is refused."""
        shown = next((route.required_scope for route in self.routes if again is not None and route.page is again), None)
        return self._adding(path, "POST", scope=scope, again=again, again_scope=shown, takes=takes)

    def _adding(self, path: str, method: str, **options: Any) -> Callable[[Page], Page]:
        def add(page: Page) -> Page:
            self.routes.append(PageRoute(self.prefix + path, page, method=method, **options))
            return page

        return add


async def _bearer(request: Request, browser: BrowserSession) -> Principal | None:
    """Who signed in in this browser, if that still holds here."""
    state = request.app.state
    if browser.person is not None:
        return browser.person if state.tokens is not None else None
    bearer: Principal | None = await state.keys.verify_session(browser.prefix, bytes.fromhex(browser.proof))
    return bearer


def to_sign_in(visit: Visit) -> Response:
    """On to the sign-in, which leads back; after a form that was sent too late, to the page that it was on."""
    request = visit.request
    target = paths.inside(request.scope)
    if request.method in READING:
        target += f"?{request.url.query}" if request.url.query else ""
    else:
        target = _page_above(request, target)
    address = visit.url(SIGN_IN, next=paths.outside(request.scope, target))
    if visit.partial:  # a redirect would be followed, and its page put where a part of ours was
        return Response(status_code=204, headers={"HX-Redirect": address})
    return RedirectResponse(address, status_code=303)


def problem_page(visit: Visit, problem: Problem) -> Response:
    """A refusal as a page, with what was typed."""
    kept = [text for name, text in visit.form.items() if name not in ("csrf", "key") and len(text) > 20]
    return replace(visit, problem=problem).show("error.html", problem=problem, kept=kept)


def _arrive(request: Request) -> Visit:
    app, state = request.app.state, request.scope["state"]
    now = app.clock()
    browser = BrowserSession.of(request.cookies.get(cookies.SESSION), app.secret_key, now)
    cause = Cause(id=f"request/{state['request_id']}", actor="", at=now, traceparent=state["traceparent"])
    visit = Visit(request, browser, None, cause)
    held = request.cookies.get(cookies.VISITOR, "")
    if held.isalnum() and len(held) == len(visit.visitor):
        visit.visitor = held
    return visit


async def _in_one_transaction(visit: Visit, page: Page) -> Response:
    """As shared.http.routes does it for the API: the answer is made inside, and sent after the commit."""
    async with _transaction(visit):
        return await page(visit)


@asynccontextmanager
async def _transaction(visit: Visit) -> AsyncIterator[None]:
    app = visit.request.app.state
    refusal = None if visit.request.method in READING else await app.backlog.refusal()
    held = fields.request_time.set(visit.now)
    try:
        async with transaction(app.database) as session:
            visit.open_session = session
            if refusal is not None:
                refuse_facts(session.sync_session, refusal)
            yield
    finally:
        fields.request_time.reset(held)


def _page_above(request: Request, path: str) -> str:
    """The page on which a form lies: the nearest above its path that can be loaded."""
    while path.count("/") > 1:
        path = path.rpartition("/")[0]
        if any(_loads(route, path) for route in request.app.router.routes):
            return path
    return path


def _loads(route: BaseRoute, path: str) -> bool:
    asked = {"type": "http", "method": "GET", "path": path, "headers": []}
    return isinstance(route, PageRoute) and route.matches(asked)[0] is Match.FULL
