"""The one way to an address that somebody set: no private network, no second look-up, no redirect.

The name is resolved once and the connection goes to what it resolved to, so that a name server cannot
answer the check with one address and the connection with another (DNS rebinding). No connection is used
twice: one that was made to an address under one name must not carry what is meant for another name there.
"""

import asyncio
import ipaddress
import socket
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, Self

import httpx

from shared.ops.settings import Network, ServiceSettings

TIMEOUT_SECONDS = 10.0
RESOLVE_SECONDS = 5.0
LARGEST_ANSWER = 1_048_576  # bytes
MOST_AT_ONCE = 100  # connections
PORTS = {"http": 80, "https": 443}

HIDDEN_IPV4 = tuple(
    ipaddress.ip_network(network)
    for network in ("::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
)
"""IPv6 forms that carry an IPv4 address: compatible, mapped, NAT64, 6to4, Teredo."""

METADATA = frozenset({ipaddress.ip_address("168.63.129.16")})
"""A cloud's metadata service at an address that is not private; the others are link-local or shared."""


class AddressRefused(Exception):
    """The address is not one that the service may call."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Which addresses may be called: public ones, those of the `allowed` networks, all where `allow_private`.

    https_outside: a public address that is in none of these networks is called over https alone.
    """

    allow_private: bool = False
    allowed: tuple[Network, ...] = ()
    https_outside: bool = False

    @classmethod
    def of(cls, settings: ServiceSettings, *, https_outside: bool = False) -> Self:
        """As ALLOW_PRIVATE_ADDRESSES and ALLOWED_NETWORKS say."""
        return cls(settings.allow_private_addresses, settings.open_networks, https_outside)

    async def address_of(self, url: httpx.URL) -> str:
        """The IP address to connect to. Raises AddressRefused, also if only one that the name has is refused."""
        if url.scheme not in PORTS:
            raise AddressRefused("Only http and https.")
        addresses = await _resolved(url.raw_host.decode("ascii"), url.port or PORTS[url.scheme])
        if not all(self.allow_private or self._allows(address) or is_public(address) for address in addresses):
            raise AddressRefused("The name leads into a private network.")
        if self.https_outside and url.scheme == "http" and not all(map(self._is_inside, addresses)):
            raise AddressRefused("Over http only internal addresses are called.")
        return addresses[0]

    def _is_inside(self, address: str) -> bool:
        return self._allows(address) or not is_public(address)

    def _allows(self, address: str) -> bool:
        ip = ipaddress.ip_address(address.partition("%")[0])
        return any(ip in network for network in self.allowed)


async def _resolved(host: str, port: int) -> list[str]:
    """The addresses that a name has, at least one. Raises AddressRefused."""
    try:
        async with asyncio.timeout(RESOLVE_SECONDS):
            found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):  # TimeoutError is an OSError
        found = []
    if not found:
        raise AddressRefused("The name does not resolve.")
    return [str(entry[4][0]) for entry in found]


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

    def __init__(self, guard: Guard, inner: httpx.AsyncBaseTransport | None = None) -> None:
        self._guard = guard
        self._inner = inner or httpx.AsyncHTTPTransport(
            trust_env=False, limits=httpx.Limits(max_connections=MOST_AT_ONCE, max_keepalive_connections=0)
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request. Raises AddressRefused before anything is sent."""
        url = request.url
        address = await self._guard.address_of(url)
        request.extensions = {**request.extensions, "sni_hostname": url.raw_host.decode("ascii")}
        request.url = url.copy_with(host=address)  # the Host header keeps the name
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()


def client(settings: ServiceSettings, *, https_outside: bool = False) -> httpx.AsyncClient:
    """A client for addresses from outside. It keeps no cookies. https_outside: see Guard."""
    return httpx.AsyncClient(
        transport=GuardedTransport(Guard.of(settings, https_outside=https_outside)),
        timeout=TIMEOUT_SECONDS,
        follow_redirects=False,
        trust_env=False,
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
    )


async def fetch(
    http: httpx.AsyncClient, url: str, *, most: int = LARGEST_ANSWER, method: str = "GET", **given: Any
) -> bytes:
    """The body of a 200 answer of at most `most` bytes. given: as httpx takes it, for another method than GET.

    Raises httpx.HTTPError and AddressRefused.
    """
    async with http.stream(method, url, **given) as answer:
        if answer.status_code != httpx.codes.OK:
            raise httpx.HTTPStatusError(f"answered {answer.status_code}", request=answer.request, response=answer)
        body = bytearray()
        async for chunk in answer.aiter_bytes():
            body += chunk
            if len(body) > most:
                raise AddressRefused("The answer is too large.")
        return bytes(body)
