"""Who comes to a page of a token: a browser with a token, in a language, perhaps in another page's frame."""

import secrets
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from services.feedback import frames
from services.feedback.answering import form, words
from services.feedback.answering.queries import ShownBrand
from services.feedback.invitations import tokens
from shared.db import alone
from shared.events.cause import Cause
from shared.events.outbox import refuse_facts
from shared.events.transaction import transaction
from shared.http import paths
from shared.http.errors import Problem
from shared.pages.site_state import Site

PACKAGE: Final = "services.feedback.answering"
SHARED_PAGES: Final = "shared.pages"

CUSTOMER: Final = "customer"
"""Who acts, in facts and the audit trail."""

NOT_FOUND, CLOSED, USED, EXPIRED = 404, 403, 409, 410
GATES: Final = {"forged": NOT_FOUND, "closed": CLOSED, "used": USED, "expired": EXPIRED}
"""The pages that say why there is nothing to answer, with their statuses."""


@cache
def _site() -> Site:
    return Site("feedback", [PACKAGE, SHARED_PAGES], ())


@dataclass(slots=True)
class Guest:
    """One request of an answer page. form: what was sent, for the page that says that it is not saved."""

    request: Request
    framed: bool
    form: Mapping[str, str] = field(default_factory=dict)
    nonce: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    sent: bool = False

    @property
    def token(self) -> str:
        """What the address says after /r/. It is written nowhere."""
        return str(self.request.path_params["token"])

    @property
    def invitation_id(self) -> UUID | None:
        """The invitation that the token is of; None for one that is not ours."""
        return tokens.invitation_of(self.token, self.request.app.state.secret_key)

    @property
    def now(self) -> datetime:
        """The present instant."""
        now: datetime = self.request.app.state.clock()
        return now

    @property
    def cause(self) -> Cause:
        """What they do it by: this request."""
        state = self.request.scope["state"]
        return Cause(f"request/{state['request_id']}", CUSTOMER, self.now, traceparent=state["traceparent"])

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A transaction in which PostgreSQL refuses to write."""
        async with transaction(self.request.app.state.database) as session:
            alone.only_read(session)
            yield session

    @asynccontextmanager
    async def saving(self) -> AsyncIterator[AsyncSession]:
        """A transaction; facts are refused in it while too many wait in the outbox."""
        app = self.request.app.state
        refusal = await app.backlog.refusal()
        async with transaction(app.database) as session:
            if refusal is not None:
                refuse_facts(session.sync_session, refusal)
            yield session

    @property
    def accepted(self) -> str:
        """The languages that the browser reads."""
        return self.request.headers.get("accept-language", "")

    def chosen_locale(self) -> str | None:
        """The language that was chosen on the page: by its form, or by a link."""
        return self.form.get("locale") or self.request.query_params.get("locale") or None

    def chosen_score(self) -> str | None:
        """The score that the address names, for another address of the page."""
        score = self.request.query_params.get(form.SCORE, "")
        return score if score.isascii() and score.isdigit() else None

    def address(self, **query: str | None) -> str:
        """This page's own address, as the browser asks for it."""
        own = paths.outside(self.request.scope, ("/embed/" if self.framed else "/r/") + self.token)
        given = "&".join(f"{name}={value}" for name, value in query.items() if value)
        return f"{own}?{given}" if given else own

    def url(self, path: str) -> str:
        """A path of ours as the browser asks for it."""
        return paths.outside(self.request.scope, path)

    def guard(self, origins: Iterable[str] = (), logo_url: str | None = None) -> None:
        """Set the headers of what is answered: where the page may be shown, and what it may load."""
        settings = self.request.app.state.settings
        ancestors = frames.ancestors(settings.frame_origins.split(","), origins) if self.framed else "'none'"
        policy = (
            f"default-src 'none'; style-src 'self' 'nonce-{self.nonce}'; img-src 'self'{_origin(logo_url)}; "
            f"form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
        )
        self.request.scope["state"]["safe_headers"] = [
            (b"x-content-type-options", b"nosniff"),
            (b"content-security-policy", policy.encode()),
            (b"referrer-policy", b"no-referrer"),  # its address is a token
            (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
            (b"x-robots-tag", b"noindex, nofollow"),
            (b"cache-control", b"no-store"),
        ]

    def show(
        self, template: str, locale: str, *, status: int = 200, brand: ShownBrand | None = None, **values: Any
    ) -> Response:
        """A page in one locale, in the brand's colours."""
        said = words.of(locale)
        text = _site().template(template).render(guest=self, brand=brand, locale=locale, said=said, **values)
        return HTMLResponse(text, status_code=status)

    def gate(self, name: str, locale: str, brand: ShownBrand | None = None) -> Response:
        """The page that says why there is nothing to answer."""
        said = words.of(locale)
        heading, more = getattr(said, name), getattr(said, f"{name}_more")
        return self.show("gate.html", locale, status=GATES[name], brand=brand, heading=heading, more=more)

    def locale(self) -> str:
        """The page's language where the survey is not known."""
        return words.nearest((self.chosen_locale(), *words.accepted(self.accepted)), words.WORDS, words.FALLBACK)

    def problem_page(self, problem: Problem) -> Response:
        """What is shown where the survey cannot be read: all that was typed, to be sent again."""
        locale = self.locale()
        self.guard()
        if self.sent:
            kept = {name: text for name, text in self.form.items() if name not in ("do", "locale")}
            answer = self.show(
                "unsaved.html", locale, status=problem.status, kept=kept, score=self.form.get(form.SCORE)
            )
        else:
            said = words.of(locale)
            answer = self.show("gate.html", locale, status=problem.status, heading=said.broken, more=said.broken_more)
        answer.headers.update(problem.headers)
        return answer


def _origin(address: str | None) -> str:
    if address is None:
        return ""
    parts = urlsplit(address)
    return f" https://{parts.netloc}" if parts.scheme == "https" else ""
