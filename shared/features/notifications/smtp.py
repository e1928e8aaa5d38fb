"""One connection to the operator's mail server, opened when the first mail of a batch needs it."""

from email.message import EmailMessage
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

import aiosmtplib

from shared.features.notifications.not_sent import NotSent

SMTP_TIMEOUT = 10.0  # seconds for each command


class MailServer:
    """The server behind `smtp://user:password@host:port` or `smtps://…`; an async context for one batch."""

    def __init__(self, url: str, *, timeout_seconds: float = SMTP_TIMEOUT) -> None:
        parsed = urlsplit(url)
        if parsed.scheme not in ("smtp", "smtps") or not parsed.hostname:
            raise ValueError("SMTP_URL must look like smtp://user:password@host:port or smtps://…")
        tls = parsed.scheme == "smtps"
        self._connection = aiosmtplib.SMTP(
            hostname=parsed.hostname,
            port=parsed.port or (465 if tls else 25),
            username=unquote(parsed.username) if parsed.username else None,
            password=unquote(parsed.password) if parsed.password else None,
            use_tls=tls,
            timeout=timeout_seconds,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._connection.is_connected:
            try:
                await self._connection.quit()
            except (aiosmtplib.SMTPException, OSError):
                self._connection.close()

    async def send(self, mail: EmailMessage, *, sender: str, to: str) -> str:
        """Hand over one mail; answers the server's last line, as `250 OK`. Raises NotSent."""
        await self._connect()
        try:
            _, reply = await self._connection.send_message(mail, sender=sender, recipients=[to])
        except aiosmtplib.SMTPRecipientsRefused as refused:
            raise _refusal(refused.recipients[0]) from refused
        except aiosmtplib.SMTPResponseException as refused:
            raise _refusal(refused) from refused
        except (aiosmtplib.SMTPNotSupported, ValueError) as refused:
            raise NotSent("address_not_supported", type(refused).__name__, permanent=True) from refused
        except (aiosmtplib.SMTPException, OSError) as broken:
            # Half a conversation cannot be continued: the next mail gets a connection of its own.
            self._connection.close()
            raise NotSent("mail_server_lost", type(broken).__name__) from broken
        return f"{aiosmtplib.SMTPStatus.completed.value} {reply}"

    async def _connect(self) -> None:
        if self._connection.is_connected:
            return
        try:
            await self._connection.connect()
        except aiosmtplib.SMTPResponseException as refused:
            raise NotSent("mail_server_refuses", f"{refused.code} {refused.message}", unreachable=True) from refused
        except (aiosmtplib.SMTPException, OSError) as away:
            raise NotSent("mail_server_unreachable", type(away).__name__, unreachable=True) from away


def _refusal(refused: aiosmtplib.SMTPResponseException) -> NotSent:
    permanent = 500 <= refused.code < 600
    code = "mail_refused" if permanent else "mail_deferred"
    return NotSent(code, f"{refused.code} {refused.message}", permanent=permanent)
