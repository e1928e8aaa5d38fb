"""Asks a Kafka-protocol broker who it is, without a client library's event loop: starting is synchronous."""

import socket
import struct
from dataclasses import dataclass

# Metadata request, version 2: correlation id 1, no client id, no topics.
_REQUEST = struct.pack(">hhihi", 3, 2, 1, -1, 0)
_TIMEOUT = 2.0  # seconds


@dataclass(frozen=True)
class ClusterMetadata:
    """A cluster as one of its brokers sees it."""

    cluster_id: str | None
    controller_id: int  # −1 while there is none
    brokers: int

    @property
    def is_ready(self) -> bool:
        """Whether topics can be made and records sent."""
        return self.brokers > 0 and self.controller_id != -1


def describe(port: int) -> ClusterMetadata | None:
    """The cluster behind this port of 127.0.0.1, or None while nobody answers there."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=_TIMEOUT) as connection:
            connection.sendall(struct.pack(">i", len(_REQUEST)) + _REQUEST)
            with connection.makefile("rb") as stream:
                return _parse(_Reader(stream.read(struct.unpack(">i", stream.read(4))[0])))
    except (OSError, struct.error):
        return None


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def number(self, kind: str) -> int:
        (value,) = struct.unpack_from(">" + kind, self._data, self._at)
        self._at += struct.calcsize(">" + kind)
        return int(value)

    def text(self) -> str | None:
        length = self.number("h")
        if length < 0:
            return None
        self._at += length
        return self._data[self._at - length : self._at].decode()


def _parse(reader: _Reader) -> ClusterMetadata:
    reader.number("i")  # correlation id
    brokers = reader.number("i")
    for _ in range(brokers):
        reader.number("i")  # node id
        reader.text()  # host
        reader.number("i")  # port
        reader.text()  # rack
    return ClusterMetadata(cluster_id=reader.text(), controller_id=reader.number("i"), brokers=brokers)
