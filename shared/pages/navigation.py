"""The way between the four services' pages. A service whose address is not set has no link."""

from dataclasses import dataclass
from typing import Final

from shared.ops.settings import ServiceSettings


@dataclass(frozen=True, slots=True)
class Place:
    """Where a service's people work. icon: of i.svg."""

    service: str
    label: str
    path: str
    icon: str


PLACES: Final = (
    Place("ticketing", "Console", "/console", "console"),
    Place("feedback", "Studio", "/studio", "studio"),
    Place("onboarding", "Board", "/board", "board"),
    Place("analytics", "Dashboard", "/dashboard", "dash"),
)


def home(service: str) -> str:
    """The path where a service's pages begin."""
    return next(place.path for place in PLACES if place.service == service)


def links(service: str, settings: ServiceSettings, root: str) -> list[tuple[Place, str]]:
    """The places that can be reached from a service, itself among them, each with its address."""
    found = []
    for place in PLACES:
        elsewhere: str | None = getattr(settings, f"{place.service}_url")
        if place.service == service:
            found.append((place, root + place.path))
        elif elsewhere is not None:
            found.append((place, elsewhere.rstrip("/") + place.path))
    return found
