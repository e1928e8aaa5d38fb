"""The ways to a reader besides mail: a signed POST, and apprise's services."""

import asyncio
import json
import logging
from datetime import datetime
from functools import cache
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import httpx

from shared.features.notification_templates.templates import Rendered
from shared.features.notifications import addresses, mail
from shared.features.notifications.addresses import UnusableAddress
from shared.features.notifications.models import Notification
from shared.features.notifications.not_sent import NotSent
from shared.features.webhooks import sending, signing
from shared.ops.settings import ServiceSettings

APPRISE_SECONDS = 10.0  # for one notification; apprise itself waits 4 s for each connection and answer

Evidence = dict[str, Any]


class Channels:
    """Sends to addresses that are no mail addresses. Nothing is opened, or imported, before the first one."""

    def __init__(self, settings: ServiceSettings) -> None:
        self._settings = settings
        self._secret_key = settings.secret_key.get_secret_value()
        self._http: httpx.AsyncClient | None = None

    async def close(self) -> None:
        """Give up the connections."""
        if self._http is not None:
            await self._http.aclose()

    async def send(self, row: Notification, rendered: Rendered, at: datetime) -> Evidence:
        """Hand over one notification; answers the evidence. Raises NotSent."""
        try:
            address = addresses.opened(row.address or "", self._secret_key)
            if row.channel == "webhook":
                return await self._post(addresses.webhook(address), row, rendered, at)
        except UnusableAddress as refused:
            raise NotSent("address_unreadable", str(refused), permanent=True) from refused
        except mail.UnusableAddress as refused:
            raise NotSent(refused.code, refused.code, permanent=True) from refused
        return await self._notify(address, rendered)

    async def _post(self, to: addresses.Webhook, row: Notification, rendered: Rendered, at: datetime) -> Evidence:
        """Standard Webhooks, over the one client that goes into no private network. webhook-id: the notification's."""
        host = mail.ascii_domain(urlsplit(to.url).hostname or "")
        mail.refuse_other_domains(host, self._settings.allowed_domains)
        if self._http is None:
            self._http = sending.client(self._settings)
        body = _body(row.id, row, rendered)
        headers = signing.headers([to.secret], str(row.id), at, body)
        outcome = await sending.attempt(self._http, to.url, headers, body.encode())
        if outcome.delivered:
            return {"webhook_id": str(row.id), "status": outcome.status}
        gone = outcome.status == sending.GONE
        refused = outcome.name == "address_refused"
        raise NotSent(f"webhook_{outcome.name}", f"{outcome.milliseconds} ms", permanent=gone or refused)

    async def _notify(self, address: str, rendered: Rendered) -> Evidence:
        scheme = address.partition("://")[0].lower()
        if scheme not in self._settings.schemes:
            raise NotSent("scheme_not_allowed", scheme, permanent=True)
        try:
            apprise = _apprise()
        except ImportError:
            raise NotSent("channel_not_installed", "the extra apprise", permanent=True) from None
        try:
            async with asyncio.timeout(APPRISE_SECONDS):
                taken = await asyncio.to_thread(_hand_over, apprise, address, rendered)
        except TimeoutError:
            raise NotSent("apprise_timeout", scheme) from None
        except Exception as error:  # of a plugin; its message may hold the address
            raise NotSent("apprise_failed", type(error).__name__) from None
        if taken is None:
            raise NotSent("address_invalid", scheme, permanent=True)
        if not taken:
            raise NotSent("apprise_refused", scheme)
        return {"service": scheme}


def _body(notification_id: UUID, row: Notification, rendered: Rendered) -> str:
    told = {
        "type": "notification",
        "timestamp": row.queued_at.isoformat(),
        "data": {
            "notification_id": str(notification_id),
            "template": row.template,
            "locale": row.locale,
            "subject": rendered.subject,
            "text": rendered.text,
            "response_id": row.response_id and str(row.response_id),
            "ticket_id": row.ticket_id and str(row.ticket_id),
        },
    }
    return json.dumps(told, ensure_ascii=False)


@cache
def _apprise() -> ModuleType:
    """Imported with the first address that needs it: it costs memory. What it and urllib3 log holds addresses."""
    import apprise

    for name in ("apprise", "urllib3", "requests"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return apprise


def _hand_over(apprise: ModuleType, address: str, rendered: Rendered) -> bool | None:
    """True if the service took it, None if the address is none. It follows no redirect and reads no file."""
    asset = apprise.AppriseAsset(
        http_redirects=False, allow_templates=False, storage_mode=apprise.PersistentStoreMode.MEMORY
    )
    plugin = apprise.Apprise.instantiate(address, asset=asset, suppress_exceptions=True)
    if plugin is None:
        return None
    # What is only information closes an alert in Opsgenie, where it should open one.
    return bool(plugin.notify(title=rendered.subject, body=rendered.text, notify_type=apprise.NotifyType.WARNING))
