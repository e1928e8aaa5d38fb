"""One request of a page: who asks, in which transaction, what their form said, and how they are answered."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from hmac import compare_digest
from typing import Any
from urllib.parse import quote, urlencode

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from shared.events.cause import Cause
from shared.http import paths
from shared.http.errors import Forbidden, Problem, Unauthorized
from shared.http.principal import Principal
from shared.pages import cookies, navigation, signed
from shared.pages.sessions import BrowserSession
from shared.pages.site_state import Site

NOTICE_SECONDS = 60
VISITOR_SECONDS = 3_600


class FormNotOurs(Forbidden):
    """The form was not sent from a page of ours, or that page is too old."""

    code = "form_not_ours"


@dataclass(frozen=True, slots=True)
class Undo:
    """A form that takes back what was done. path: where it is sent, as the routes see it."""

    path: str
    fields: Mapping[str, str]


@dataclass(slots=True)
class Visit:
    """What a page's function is given.

    files: what was kept of those that came with the form. with_files: it came with some, kept or not.
    problem: why the form that was sent is shown again.
    """

    request: Request
    browser: BrowserSession | None
    signed_in: Principal | None
    cause: Cause
    form: Mapping[str, str] = field(default_factory=dict)
    files: list[Any] = field(default_factory=list)
    with_files: bool = False
    problem: Problem | None = None
    open_session: AsyncSession | None = None
    visitor: str = field(default_factory=lambda: secrets.token_hex(16))

    @property
    def session(self) -> AsyncSession:
        """The request's one transaction, as the API's endpoints have it."""
        assert self.open_session is not None
        return self.open_session

    @property
    def principal(self) -> Principal:
        """Who asks. Raises Unauthorized on a public page that nobody is signed in to."""
        if self.signed_in is None:
            raise Unauthorized
        return self.signed_in

    @property
    def site(self) -> Site:
        """The service's pages."""
        site: Site = self.request.app.state.site
        return site

    @property
    def settings(self) -> Any:
        """The service's settings."""
        return self.request.app.state.settings

    @property
    def secret(self) -> str:
        """SECRET_KEY."""
        return str(self.request.app.state.secret_key)

    @property
    def now(self) -> datetime:
        """The application clock as this request read it."""
        return self.cause.at

    @property
    def zone(self) -> tzinfo:
        """In which times are shown and read."""
        return cookies.zone(self.request)

    @property
    def zone_name(self) -> str:
        """How people call that zone."""
        return str(self.zone).replace("_", " ")

    def instant(self, text: str) -> datetime:
        """An instant of a JSON document."""
        return datetime.fromisoformat(text)

    def local(self, text: str) -> str:
        """An instant of a JSON document as a browser's field takes it."""
        return self.instant(text).astimezone(self.zone).strftime("%Y-%m-%dT%H:%M")

    @property
    def partial(self) -> bool:
        """Does htmx ask, to take a part out of what a full load shows?"""
        return "hx-request" in self.request.headers

    def may(self, scope: str) -> bool:
        """Do the caller's scopes cover this one?"""
        return self.signed_in is not None and self.signed_in.may(scope)

    def asked(self, name: str) -> str:
        """A query parameter, or nothing."""
        return self.request.query_params.get(name, "").strip().replace("\x00", "")

    def url(self, path: str, **query: str | None) -> str:
        """A path of ours as the browser asks for it; what is empty is left out of the query."""
        given = {name: value for name, value in query.items() if value}
        return paths.outside(self.request.scope, path) + (f"?{urlencode(given, quote_via=quote)}" if given else "")

    def code(self) -> str:
        """What each form carries, so that nobody else's page can send it."""
        if self.browser is not None:
            return signed.code(self.browser.nonce, purpose="form", secret=self.secret)
        return signed.code(self.visitor, purpose="visitor form", secret=self.secret)

    def must_be_ours(self) -> None:
        """Raises FormNotOurs, unless the form carries that code."""
        if not compare_digest(self.form.get("csrf", "").encode(), self.code().encode()):
            raise FormNotOurs("Go back, load the page again, and send it once more. Nothing was changed.")

    def show(self, template: str, *, status: int = 200, **values: Any) -> Response:
        """A page. With a problem its status is the problem's."""
        notice = None if self.partial else self._notice()
        page = self.site.template(template).render(
            visit=self,
            url=self.url,
            places=navigation.links(self.site.service, self.settings, paths.outside(self.request.scope, "")),
            path=paths.inside(self.request.scope),
            theme=cookies.theme(self.request),
            notice=notice,
            **values,
        )
        answer = HTMLResponse(page, status_code=self.problem.status if self.problem else status)
        if self.problem is not None:
            answer.headers.update(self.problem.headers)
        if self.browser is None:
            cookies.put(self.request, answer, cookies.VISITOR, self.visitor, seconds=VISITOR_SECONDS)
        if notice is not None:
            cookies.drop(answer, cookies.NOTICE)
        return answer

    def go(self, path: str, *, done: str | None = None, undo: Undo | None = None, **query: str | None) -> Response:
        """On to another page, after a form was obeyed. done: what was, for that page to say."""
        answer = RedirectResponse(self.url(path, **query), status_code=303)
        if done is not None:
            held = [done, [undo.path, dict(undo.fields)] if undo else None]
            sealed = signed.seal(held, purpose="notice", secret=self.secret)
            if len(sealed) <= signed.LONGEST:
                cookies.put(self.request, answer, cookies.NOTICE, sealed, seconds=NOTICE_SECONDS)
        return answer

    def _notice(self) -> dict[str, Any] | None:
        held = signed.unseal(self.request.cookies.get(cookies.NOTICE), purpose="notice", secret=self.secret)
        if held is None:
            return None
        text, undo = held
        return {"text": text, "undo": None if undo is None else Undo(*undo)}
