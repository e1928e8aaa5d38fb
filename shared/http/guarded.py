"""The one way to an address that somebody set: no private network, no second look-up, no redirect.

The name is resolved once and the connection goes to what it resolved to, so that a name server cannot
answer the check with one address and the connection with another (DNS rebinding).
"""

import asyncio
import ipaddress
import socket

import httpx

from shared.ops.settings import ServiceSettings

TIMEOUT_SECONDS = 10.0
LARGEST_ANSWER = 1_048_576  # bytes

HIDDEN_IPV4 = tuple(
    ipaddress.ip_network(network)
    for network in ("::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
)
"""IPv6 forms that carry an IPv4 address: compatible, mapped, NAT64, 6to4, Teredo."""

METADATA = frozenset({ipaddress.ip_address("168.63.129.16")})
"""A cloud's metadata service at an address that is not private; the others are link-local or shared."""


class AddressRefused(Exception):
    """The address is not one that the service may call."""


async def resolve(host: str, port: int, *, allow_private: bool) -> str:
    """The IP address to connect to. Raises AddressRefused if any that the name has is refused."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise AddressRefused("The name does not resolve.") from None
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not (allow_private or all(is_public(address) for address in addresses)):
        raise AddressRefused("The name leads into a private network.")
    return addresses[0]


def is_public(address: str) -> bool:
    """May a stranger's address be called? Not private, loopback, link-local, metadata or IPv4 in IPv6."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and any(ip in network for network in HIDDEN_IPV4):
        return False
    return ip.is_global and not ip.is_multicast and ip not in METADATA


class GuardedTransport(httpx.AsyncBaseTransport):
    """Connects to the address that was checked, under the name that was asked for."""

    def __init__(self, *, allow_private: bool, inner: httpx.AsyncBaseTransport | None = None) -> None:
        self._allow_private = allow_private
        self._inner = inner or httpx.AsyncHTTPTransport(trust_env=False)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request. Raises AddressRefused before anything is sent."""
        url = request.url
        if url.scheme not in ("http", "https"):
            raise AddressRefused("Only http and https.")
        port = url.port or (443 if url.scheme == "https" else 80)
        address = await resolve(url.host, port, allow_private=self._allow_private)
        request.extensions = {**request.extensions, "sni_hostname": url.host}
        request.url = url.copy_with(host=address)  # the Host header keeps the name
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()


def client(settings: ServiceSettings) -> httpx.AsyncClient:
    """A client for addresses from outside; ALLOW_PRIVATE_ADDRESSES opens the private ones."""
    return httpx.AsyncClient(
        transport=GuardedTransport(allow_private=settings.allow_private_addresses),
        timeout=TIMEOUT_SECONDS,
        follow_redirects=False,
        trust_env=False,
    )


async def fetch(http: httpx.AsyncClient, url: str, *, most: int = LARGEST_ANSWER) -> bytes:
    """The body of a 200 answer of at most `most` bytes. Raises httpx.HTTPError and AddressRefused."""
    async with http.stream("GET", url) as answer:
        if answer.status_code != httpx.codes.OK:
            raise httpx.HTTPStatusError(f"answered {answer.status_code}", request=answer.request, response=answer)
        body = bytearray()
        async for chunk in answer.aiter_bytes():
            body += chunk
            if len(body) > most:
                raise AddressRefused("The answer is too large.")
        return bytes(body)
