"""Signing in and out, and the choice of colours."""

from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

from starlette.responses import RedirectResponse, Response

from shared.http import paths
from shared.http.errors import NotFound, Unauthorized
from shared.pages import cookies, navigation, openid, signed
from shared.pages.openid import Errand, OpenId, SignInFailed
from shared.pages.routes import SIGN_IN, PageRoute
from shared.pages.sessions import LASTS, LASTS_BY_TOKEN, BrowserSession
from shared.pages.visit import Visit

SIGN_OUT: Final = "/signout"
THEME: Final = "/theme"
LONGEST_NEXT = 1_000  # characters


class UnknownKey(Unauthorized):
    """No key like this opens this service, or it has ended. Ask who made it for another."""

    code = "unauthorized"


async def show_sign_in(visit: Visit) -> Response:
    """The form for a key; who is signed in already goes on."""
    if visit.signed_in is not None and visit.problem is None:
        return _onwards(visit, visit.asked("next"))
    return visit.show(
        "signin.html",
        next=visit.form.get("next", visit.asked("next")),
        openid=openid.BEGIN if visit.site.openid is not None else None,
        by_openid=paths.inside(visit.request.scope) == openid.BACK,
    )


async def sign_in(visit: Visit) -> Response:
    """Begin a session, if the key is one that opens the API. Raises UnknownKey, TooManyRequests."""
    app = visit.request.app.state
    found = await app.keys.begin_session(visit.form.get("key", "").strip())
    if found is None:
        raise UnknownKey
    principal, proof = found
    visit.request.scope["state"]["limit_headers"] = app.limit.take(principal)
    session = BrowserSession.begun(principal.id, proof.hex(), visit.now)
    return _begin(visit, session.sealed(visit.secret), visit.form.get("next", ""), LASTS)


async def go_to_issuer(visit: Visit) -> Response:
    """Send the browser to the issuer. Raises NotFound, Unavailable."""
    at = _openid(visit)
    errand = Errand.begun(visit.asked("next")[:LONGEST_NEXT], visit.now)
    answer = RedirectResponse(await at.address(errand), status_code=303)
    seconds = int(openid.LASTS.total_seconds())
    cookies.put(visit.request, answer, cookies.OPENID, errand.sealed(visit.secret), seconds=seconds)
    return answer


async def come_back(visit: Visit) -> Response:
    """Begin a session for who comes from the issuer. Raises NotFound, SignInFailed, TooManyRequests, Unavailable."""
    at = _openid(visit)
    errand = Errand.of(visit.request.cookies.get(cookies.OPENID), visit.secret, visit.now)
    if errand is None or not errand.is_answered_by(visit.asked("state")):
        raise SignInFailed
    if not visit.asked("code"):  # the issuer said no, and why is between it and them
        raise SignInFailed
    principal = await at.redeem(visit.asked("code"), errand, visit.asked("iss"))
    visit.request.scope["state"]["limit_headers"] = visit.request.app.state.limit.take(principal)
    sealed = BrowserSession.begun_by(principal, visit.now).sealed(visit.secret)
    if len(sealed) > signed.LONGEST:
        raise SignInFailed("Your token has more scopes than a cookie can hold: ask for a role instead.")
    answer = _begin(visit, sealed, errand.onwards, LASTS_BY_TOKEN)
    cookies.drop(answer, cookies.OPENID)
    return answer


async def sign_out(visit: Visit) -> Response:
    """End the session in this browser."""
    answer = visit.go(SIGN_IN)
    cookies.drop(answer, cookies.SESSION)
    cookies.drop(answer, cookies.NOTICE)
    return answer


async def choose_theme(visit: Visit) -> Response:
    """Keep the colours that were chosen, and lead back."""
    answer = _onwards(visit, visit.form.get("next", ""))
    chosen = visit.form.get("theme", "")
    if chosen in cookies.THEMES:
        cookies.put(visit.request, answer, cookies.THEME, chosen, seconds=cookies.YEAR)
    return answer


ROUTES: Final = (
    PageRoute(SIGN_IN, show_sign_in, method="GET", public=True),
    PageRoute(SIGN_IN, sign_in, method="POST", public=True, again=show_sign_in),
    PageRoute(openid.BEGIN, go_to_issuer, method="GET", public=True, apart=True),
    PageRoute(openid.BACK, come_back, method="GET", public=True, apart=True, again=show_sign_in),
    PageRoute(SIGN_OUT, sign_out, method="POST"),
    PageRoute(THEME, choose_theme, method="POST"),
)


def is_ours(address: str, root: str = "") -> bool:
    """Is it a path of this service, that no browser could take for another host?"""
    if not address.startswith("/") or address[1:2] in ("/", "\\") or len(address) > LONGEST_NEXT:
        return False
    if "\\" in address or not address.isprintable():  # browsers read \ as /, and skip tabs and line ends
        return False
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc and (not root or parts.path.startswith(root + "/"))


def _openid(visit: Visit) -> OpenId:
    if visit.site.openid is None:
        raise NotFound
    return visit.site.openid


def _begin(visit: Visit, sealed: str, onwards: str, lasts: timedelta) -> Response:
    """On to where they wanted, with a session."""
    answer = _onwards(visit, onwards)
    cookies.put(visit.request, answer, cookies.SESSION, sealed, seconds=int(lasts.total_seconds()))
    cookies.drop(answer, cookies.VISITOR)
    return answer


def _onwards(visit: Visit, address: str) -> Response:
    root = paths.outside(visit.request.scope, "")
    if not is_ours(address, root):
        return visit.go(navigation.home(visit.site.service))
    answer = visit.go("/")
    answer.headers["location"] = address
    return answer
