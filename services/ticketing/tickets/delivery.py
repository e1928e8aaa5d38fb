"""How far a public reply is on its way to the customer, as the API shows it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from shared.http.fields import View


class DeliveryOut(View):
    """How far a public reply is on its way to the customer. not_applicable: nothing leaves by this channel.

    last_error: the code of the last attempt that failed.
    """

    channel: Literal["email", "chat", "phone", "social", "in_person", "web", "api", "survey"]
    state: Literal["queued", "sent", "failed", "not_applicable"]
    attempts: int
    last_error: str | None
    sent_at: datetime | None


def delivery_of(row: Mapping[str, Any]) -> dict[str, Any] | None:
    """How far a message is on its way out. row: its columns."""
    if row["delivery_state"] is None:
        return None
    return {
        "channel": row["delivery_channel"],
        "state": row["delivery_state"],
        "attempts": row["delivery_attempts"],
        "last_error": row["delivery_error"],
        "sent_at": row["delivered_at"],
    }
