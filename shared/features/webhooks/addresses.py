"""The addresses to which facts may be sent: what one looks like, and where it may lead."""

import httpx

from shared.http import guarded
from shared.http.errors import Invalid, place

LONGEST_ADDRESS = 2_000  # characters


class AddressNotAllowed(Invalid):
    """Facts are not sent to this address."""

    code = "address_refused"


def parsed(text: str) -> httpx.URL:
    """An address as it will be called. Raises ValueError, which says in plain words what is wrong."""
    try:
        url = httpx.URL(text)
        host, port = url.raw_host.decode("ascii"), url.port
    except (httpx.InvalidURL, ValueError):
        raise ValueError("This is no address") from None
    if url.scheme not in guarded.PORTS or not host:
        raise ValueError("An address begins with https://, or http:// inside the allowed networks")
    if url.userinfo or url.fragment:
        raise ValueError("An address has neither a user nor a fragment")
    if port is not None and not 1 <= port <= 65_535:
        raise ValueError("A port is a number from 1 to 65535")
    return url


async def refuse_closed(text: str, guard: guarded.Guard) -> None:
    """Ask where an address leads. Raises AddressNotAllowed; what is no address at all is left to the body's schema."""
    try:
        await guard.address_of(parsed(text))
    except guarded.AddressRefused as refused:
        raise AddressNotAllowed(errors=[place("body", "url", msg=str(refused), code="address_refused")]) from None
    except ValueError:
        return
