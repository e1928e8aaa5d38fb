"""A mail server that delivers nothing: each mail that services send becomes an .eml file to look at."""

import asyncio
import re
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

HOST = "127.0.0.1"
LARGEST_MAIL = 10_000_000  # bytes

_NOT_FOR_FILE_NAMES = re.compile(r"[^A-Za-z0-9._@-]+")


class MailFolder:
    """Takes every mail for every recipient; files are named by time, then message id, so `ls` sorts them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 — aiosmtpd calls hooks by their SMTP verb
        """Write the mail, with the envelope's addresses on top, and accept it once it lies there in whole."""
        content = envelope.original_content or b""
        self._write(_file_name(content), _envelope_headers(envelope) + content)
        return "250 caught"

    def _write(self, name: str, content: bytes) -> None:
        # Renamed when whole, because people and tests read the folder while it fills.
        fresh = self.folder / f".{name}.new"
        fresh.write_bytes(content)
        fresh.rename(self.folder / name)


async def serve(handler: MailFolder, port: int) -> asyncio.Server:
    """Listen on this port of 127.0.0.1 until the server is closed; raises OSError when the port is taken."""

    def session() -> SMTP:
        return SMTP(handler, data_size_limit=LARGEST_MAIL, enable_SMTPUTF8=True, hostname="localhost")

    return await asyncio.get_running_loop().create_server(session, HOST, port)


def _file_name(content: bytes) -> str:
    message_id = str(message_from_bytes(content, policy=policy.compat32)["Message-ID"] or "no-id")
    moment = f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}"
    return f"{moment}-{_NOT_FOR_FILE_NAMES.sub('_', message_id).strip('_')[:100]}.eml"


def _envelope_headers(envelope: Envelope) -> bytes:
    recipients = ", ".join(envelope.rcpt_tos)
    return f"X-MailFrom: {envelope.mail_from}\r\nX-RcptTo: {recipients}\r\n".encode()
