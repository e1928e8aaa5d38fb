"""The cookies of pages: none is read by anybody else, and none but the time zone by a script."""

from datetime import UTC, tzinfo
from typing import Final, Literal
from zoneinfo import ZoneInfo, available_timezones

from starlette.requests import Request
from starlette.responses import Response

SESSION: Final = "serviceops_session"
VISITOR: Final = "serviceops_visitor"  # before somebody is signed in: what the sign-in form is signed with
OPENID: Final = "serviceops_openid"  # on the way to the issuer and back
NOTICE: Final = "serviceops_notice"  # what was done just now, for the next page
THEME: Final = "serviceops_theme"
ZONE: Final = "serviceops_zone"  # set by pages.js; without it times are in UTC

YEAR: Final = 31_536_000  # seconds

Theme = Literal["system", "light", "dark"]
THEMES: Final[tuple[Theme, ...]] = ("system", "light", "dark")


def put(request: Request, answer: Response, name: str, value: str, *, seconds: int) -> None:
    """Have the browser keep a cookie. Strangers' pages cannot send it with a POST; one of https stays there."""
    answer.set_cookie(
        name, value, max_age=seconds, path="/", httponly=True, samesite="lax", secure=is_encrypted(request)
    )


def drop(answer: Response, name: str) -> None:
    """Have the browser forget a cookie."""
    answer.delete_cookie(name, path="/", httponly=True, samesite="lax")


def is_encrypted(request: Request) -> bool:
    """Do others reach us over https? Behind a proxy PUBLIC_BASE_URL says so."""
    base = request.app.state.settings.public_base_url or ""
    return base.startswith("https://") or request.scope.get("scheme") == "https"


def theme(request: Request) -> Theme:
    """The colours that this browser's user chose."""
    chosen = request.cookies.get(THEME)
    return next((theme for theme in THEMES if theme == chosen), "system")


def zone(request: Request) -> tzinfo:
    """Where this browser is, as far as it says."""
    name = request.cookies.get(ZONE, "").replace("%2F", "/")
    return ZoneInfo(name) if name in _known() else UTC


_zones: set[str] = set()


def _known() -> set[str]:
    if not _zones:
        _zones.update(available_timezones())
    return _zones
