"""No address that somebody set leads into our network, by whatever spelling."""

import asyncio
import socket
from ipaddress import ip_network
from typing import Any

import httpx
import pytest

from shared.http import guarded
from shared.http.guarded import AddressRefused, Guard
from tests.shared.http import toy

PUBLIC = "93.184.215.14"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",  # noqa: S104 - refused
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "100.100.100.200",
        "169.254.169.254",
        "168.63.129.16",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.1.1.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:93.184.215.14",
        "::93.184.215.14",
        "64:ff9b::7f00:1",
        "64:ff9b:1::7f00:1",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:db8::1",
        "nonsense",
        "",
    ],
)
def test_refused(address: str) -> None:
    assert not guarded.is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "1.1.1.1", "2606:4700:4700::1111"])
def test_public(address: str) -> None:
    assert guarded.is_public(address)


class Names:
    """A name server that answers something else each time."""

    def __init__(self, *answers: list[str]) -> None:
        self._answers = list(answers)
        self.asked = 0

    async def getaddrinfo(self, host: str, port: int, **_: Any) -> list[Any]:
        self.asked += 1
        addresses = self._answers.pop(0)
        if not addresses:
            raise socket.gaierror
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]


class Recorder(httpx.AsyncBaseTransport):
    """Takes requests and sends none."""

    def __init__(self, answer: httpx.Response | None = None) -> None:
        self.requests: list[httpx.Request] = []
        self._answer = answer or httpx.Response(200, content=b"ok")

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self._answer


def client(recorder: Recorder, **guard: Any) -> httpx.AsyncClient:
    transport = guarded.GuardedTransport(Guard(**guard), recorder)
    return httpx.AsyncClient(transport=transport, trust_env=False)


async def test_it_connects_to_what_it_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    names = Names([PUBLIC], ["127.0.0.1"])
    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", names.getaddrinfo)
    recorder = Recorder()
    assert await guarded.fetch(client(recorder), "https://rebind.example/jwks") == b"ok"
    (request,) = recorder.requests
    assert names.asked == 1
    assert request.url.host == PUBLIC
    assert request.headers["host"] == "rebind.example"
    assert request.extensions["sni_hostname"] == "rebind.example"


@pytest.mark.parametrize("answer", [["127.0.0.1"], [PUBLIC, "10.0.0.1"], []])
async def test_a_name_that_leads_inside_is_refused(answer: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", Names(answer).getaddrinfo)
    recorder = Recorder()
    with pytest.raises(AddressRefused):
        await guarded.fetch(client(recorder), "http://inside.example/")
    assert recorder.requests == []


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/",
        "http://127.1/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data",
        "ftp://1.1.1.1/",
    ],
)
async def test_spellings_of_ourselves_are_refused(url: str) -> None:
    recorder = Recorder()
    with pytest.raises((AddressRefused, httpx.UnsupportedProtocol)):
        await guarded.fetch(client(recorder), url)
    assert recorder.requests == []


async def test_configuration_may_allow_them() -> None:
    assert await guarded.fetch(client(Recorder(), allow_private=True), "http://127.0.0.1/") == b"ok"


INTERNAL = (ip_network("10.20.0.0/16"), ip_network("fd12::/48"))


@pytest.mark.parametrize("url", ["http://10.20.3.4/", "https://10.20.3.4/", "http://[fd12::7]/"])
async def test_networks_that_are_allowed_are_open(url: str) -> None:
    recorder = Recorder()
    assert await guarded.fetch(client(recorder, allowed=INTERNAL, https_outside=True), url) == b"ok"
    assert len(recorder.requests) == 1


@pytest.mark.parametrize(
    "url", ["http://10.21.3.4/", "http://[fd13::7]/", "http://127.0.0.1/", "http://[::ffff:a14:1]/"]
)
async def test_others_are_not(url: str) -> None:
    recorder = Recorder()
    with pytest.raises(AddressRefused):
        await guarded.fetch(client(recorder, allowed=INTERNAL), url)
    assert recorder.requests == []


async def test_outside_may_be_called_over_https_alone() -> None:
    strict = client(Recorder(), https_outside=True)
    with pytest.raises(AddressRefused, match="Over http"):
        await guarded.fetch(strict, f"http://{PUBLIC}/")
    assert await guarded.fetch(strict, f"https://{PUBLIC}/") == b"ok"


async def test_a_name_server_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async def hang(*_: Any, **__: Any) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", hang)
    monkeypatch.setattr(guarded, "RESOLVE_SECONDS", 0.05)
    with pytest.raises(AddressRefused, match="resolve"):
        await guarded.fetch(client(Recorder()), "https://slow.example/")


async def test_redirects_are_not_followed() -> None:
    moved = httpx.Response(302, headers={"location": "http://169.254.169.254/"})
    recorder = Recorder(moved)
    with pytest.raises(httpx.HTTPStatusError):
        await guarded.fetch(client(recorder, allow_private=True), "http://127.0.0.1/")
    assert len(recorder.requests) == 1


async def test_a_large_answer_is_cut_off() -> None:
    recorder = Recorder(httpx.Response(200, content=b"a" * 2_000))
    with pytest.raises(AddressRefused):
        await guarded.fetch(client(recorder, allow_private=True), "http://127.0.0.1/", most=1_000)


async def test_it_serves_over_a_real_socket() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, guarded.client(toy.settings("postgresql://x/x", allow_private_addresses=True)) as http:
        assert await guarded.fetch(http, f"http://localhost:{port}/") == b"ok"
    async with guarded.client(toy.settings("postgresql://x/x")) as http:
        with pytest.raises(AddressRefused):
            await guarded.fetch(http, f"http://localhost:{port}/")


async def test_a_connection_serves_one_request_and_no_cookie_is_kept() -> None:
    """A connection to one address, kept, could carry what is meant for another name that leads there."""
    connections: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(b"")
        while head := await reader.readuntil(b"\r\n\r\n"):
            connections[-1] += head
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nSet-Cookie: seen=1; Path=/\r\n\r\nok")
            await writer.drain()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    open_here = toy.settings("postgresql://x/x", allowed_networks="127.0.0.0/8, ::1/128")
    async with server, guarded.client(open_here) as http:
        for _ in range(3):
            assert await guarded.fetch(http, f"http://127.0.0.1:{port}/") == b"ok"
    assert len(connections) == 3
    assert not any(b"cookie" in head.lower() for head in connections)
