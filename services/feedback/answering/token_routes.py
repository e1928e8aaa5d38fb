"""Pages whose address holds a token: that is all that whoever comes needs, and nothing else is asked of them."""

from collections.abc import Awaitable, Callable
from typing import Final

from opentelemetry import trace
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from services.feedback.answering.guests import Guest
from shared.http.errors import MethodNotAllowed

READING: Final = frozenset({"GET", "HEAD"})

Page = Callable[[Guest], Awaitable[Response]]


class TokenRoute(Route):
    """show: answers a GET, and writes nothing, since mail scanners follow links; save: a POST.

    framed: it may be shown in the pages of allowed origins.
    """

    def __init__(self, path: str, show: Page, save: Page, *, framed: bool = False) -> None:
        super().__init__(path, _not_called, methods=["GET", "POST"], include_in_schema=False)
        self.show = show
        self.save = save
        self.framed = framed

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request of this path."""
        scope["route"] = self
        trace.get_current_span().set_attribute("url.path", self.path_format)  # the address is the token
        guest = Guest(Request(scope, receive), self.framed)
        guest.guard()
        scope["state"]["problem_page"] = guest.problem_page
        if scope["method"] not in (self.methods or ()):
            raise MethodNotAllowed(headers={"Allow": "GET, HEAD, POST"})
        page = self.show if scope["method"] in READING else self.save
        answer = await page(guest)
        await answer(scope, receive, send)


async def _not_called(request: Request) -> Response:
    raise AssertionError("TokenRoute.handle answers")
