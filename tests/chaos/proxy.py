"""A TCP proxy in front of PostgreSQL and the broker, in a process of its own, that breaks connections on request.

    python -m tests.chaos.proxy CONTROL_PORT

It takes its orders as JSON lines on CONTROL_PORT of 127.0.0.1 and answers each with a line; see `tests.chaos.wires`.
"""

import asyncio
import json
import random
import socket
import struct
import sys
from collections import deque
from typing import Any, cast

import uvloop

HOST = "127.0.0.1"
RESET = struct.pack("ii", 1, 0)  # SO_LINGER: close sends RST and drops what was not sent yet


class Link:
    """One listening port and where it leads, with what is wrong with it now."""

    def __init__(self, to: int) -> None:
        self.to = to
        self.delay = 0.0  # seconds that every piece of data is held back
        self.refuses = False
        self.ends: set[End] = set()
        self.server: asyncio.Server | None = None

    def break_some(self, share: float, *, reset: bool, dice: random.Random) -> int:
        """Break a share of the connections, at least one; answers how many."""
        clients = [end for end in self.ends if end.is_client]
        chosen = dice.sample(clients, k=max(1, round(share * len(clients)))) if clients else []
        for end in chosen:
            end.sever(reset=reset)
        return len(chosen)


class End(asyncio.Protocol):
    """One side of a connection: what it receives goes to its peer, in order, after the link's delay."""

    def __init__(self, link: Link, peer: "End | None" = None) -> None:
        self._link = link
        self._peer = peer
        self._transport: asyncio.Transport | None = None
        self._held: deque[tuple[float, bytes]] = deque()
        self._early: list[bytes] = []  # what came before the server had answered
        self.is_client = peer is None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Join the link; a client's side then calls the server."""
        self._transport = cast(asyncio.Transport, transport)
        self._link.ends.add(self)
        if self._link.refuses:
            self.sever(reset=True)
        elif self._peer is None:
            asyncio.get_running_loop().create_task(self._call())
        else:
            self._peer.meet(self)

    async def _call(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            await loop.create_connection(lambda: End(self._link, self), HOST, self._link.to)
        except OSError:
            self.sever(reset=True)

    def meet(self, peer: "End") -> None:
        """The server answered."""
        self._peer = peer
        if self._transport is None or self._transport.is_closing():
            peer.sever(reset=False)
        early, self._early = self._early, []
        for data in early:
            self._pass_on(data)

    def data_received(self, data: bytes) -> None:
        """Pass it on, or hold it back."""
        if not self._link.delay and not self._held:
            self._pass_on(data)
            return
        loop = asyncio.get_running_loop()
        self._held.append((loop.time() + self._link.delay, data))
        if len(self._held) == 1:
            loop.call_later(self._link.delay, self._release)

    def _release(self) -> None:
        now = asyncio.get_running_loop().time()
        while self._held and self._held[0][0] <= now:
            self._pass_on(self._held.popleft()[1])
        if self._held:
            asyncio.get_running_loop().call_later(self._held[0][0] - now, self._release)

    def _pass_on(self, data: bytes) -> None:
        if self._peer is None or self._peer._transport is None:
            self._early.append(data)
        elif not self._peer._transport.is_closing():
            self._peer._transport.write(data)

    def pause_writing(self) -> None:
        """We cannot keep up with what our peer brings."""
        if self._peer is not None and self._peer._transport is not None and not self._peer._transport.is_closing():
            self._peer._transport.pause_reading()

    def resume_writing(self) -> None:
        """We can again."""
        if self._peer is not None and self._peer._transport is not None and not self._peer._transport.is_closing():
            self._peer._transport.resume_reading()

    def connection_lost(self, error: Exception | None) -> None:
        """The other side learns of it as it came: by RST or in order."""
        self._link.ends.discard(self)
        while self._held:
            self._pass_on(self._held.popleft()[1])
        if self._peer is not None:
            self._peer.sever(reset=error is not None)

    def sever(self, *, reset: bool) -> None:
        """End this side: by RST, or after what is still to be sent."""
        if self._transport is None or self._transport.is_closing():
            return
        if reset:
            tcp: socket.socket = self._transport.get_extra_info("socket")
            tcp.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            self._transport.abort()
            if self._peer is not None and self.is_client:
                self._peer.sever(reset=True)
        else:
            self._transport.close()


class Proxy:
    """Carries out the orders."""

    def __init__(self) -> None:
        self._links: dict[str, Link] = {}

    async def obey(self, order: dict[str, Any]) -> Any:
        """do: listen {link, port, to}, lead {link, to}, break {link, share, reset, seed}, delay {link, seconds},

        refuse {link, refuses}.
        """
        match order["do"]:
            case "listen":
                link = self._links[order["link"]] = Link(order["to"])
                loop = asyncio.get_running_loop()
                link.server = await loop.create_server(lambda: End(link), HOST, order["port"])
            case "lead":
                self._links[order["link"]].to = order["to"]
            case "break":
                dice = random.Random(order["seed"])
                return self._links[order["link"]].break_some(order["share"], reset=order["reset"], dice=dice)
            case "delay":
                self._links[order["link"]].delay = order["seconds"]
            case "refuse":
                link = self._links[order["link"]]
                link.refuses = order["refuses"]
                if link.refuses:
                    return link.break_some(1.0, reset=True, dice=random.Random(0))
        return None


async def serve(port: int) -> None:
    """Take orders until the process is ended."""
    proxy = Proxy()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async for line in reader:
            answer = await proxy.obey(json.loads(line))
            writer.write(json.dumps({"done": answer}).encode() + b"\n")
            await writer.drain()

    server = await asyncio.start_server(talk, HOST, port)
    await server.serve_forever()


if __name__ == "__main__":
    uvloop.run(serve(int(sys.argv[1])))
