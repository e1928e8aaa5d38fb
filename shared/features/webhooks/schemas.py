"""HTTP bodies of webhooks. A signing secret is in one of them, and that answer is given once."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from shared.features.webhooks import addresses
from shared.features.webhooks.models import (
    BreakerState,
    Disabled,
    State,
    Webhook,
    WebhookAttempt,
    WebhookBreaker,
    WebhookDelivery,
)
from shared.http.fields import Body, Filters, Id, Instant, LongText, ShortText, Text, View, example

MOST_TYPES = 100
LONGEST_GRACE = 7 * 86_400  # seconds
USUAL_GRACE = 86_400  # seconds: receivers are deployed by others


def _is_address(text: str) -> str:
    try:
        addresses.parsed(text)
    except ValueError as wrong:
        raise PydanticCustomError("address", "{why}", {"why": str(wrong)}) from None
    return text


Address = Annotated[
    Text, StringConstraints(min_length=1, max_length=addresses.LONGEST_ADDRESS), AfterValidator(_is_address)
]
Types = Annotated[list[ShortText], Field(min_length=1, max_length=MOST_TYPES)]

_ID = "01935f2e-7c00-7000-8000-00000000000b"
_EVENT = "01a208ea-9300-7c31-b02d-6f87c14ea50d"
_DELIVERY = "01a208ea-9400-7000-8000-00000000000c"
_TYPE = "notification.failed.v1"
_SHOWN: dict[str, Any] = {
    "id": _ID,
    "name": "crm",
    "url": "https://crm.us.example/hooks/serviceops",
    "types": [_TYPE],
    "enabled": True,
    "disabled": None,
    "disabled_at": None,
    "created_at": "2026-11-22T10:15:00Z",
    "created_by": "staff/01935f2e-7c00-7000-8000-000000000005",
    "updated_at": "2026-11-22T10:15:00Z",
    "rotated_at": None,
    "previous_expires_at": None,
    "version": 1,
}
_PLAIN = "whsec_" + "0" * 43 + "="


class WebhookIn(Body):
    """A webhook to make. types: of facts that this service tells, heartbeats not among them.

    url: https, or http where it leads into a network of ALLOWED_NETWORKS.
    """

    model_config = example({"name": "crm", "url": _SHOWN["url"], "types": [_TYPE], "reason": "The CRM shows them."})

    name: ShortText
    url: Address
    types: Types
    reason: LongText | None = None


class WebhookPatch(Body):
    """A merge-patch of a webhook.

    enabled: false stops it. From true on it gets what is told then, and what was due when it stopped.
    """

    model_config = example({"enabled": False, "reason": "The CRM is moved."})

    name: ShortText | None = None
    url: Address | None = None
    types: Types | None = None
    enabled: bool | None = None
    reason: LongText | None = None


class Changed(Body):
    """What a patch of a webhook makes of it, and why."""

    name: ShortText
    url: Address
    types: Types
    enabled: bool
    reason: LongText | None = None


class SecretRotationIn(Body):
    """How a webhook gets a new secret. grace_seconds: how long the old one signs beside it; 0 ends it at once."""

    model_config = example({"grace_seconds": 3600, "reason": "Every quarter."})

    grace_seconds: int = Field(default=USUAL_GRACE, ge=0, le=LONGEST_GRACE)
    reason: LongText | None = None


class WebhookReplayIn(Body):
    """Which facts to send again: those stored from `from` on and before `to`, of the webhook's types.

    delivered: also those that the receiver took; without it those that were given up or never queued.
    """

    model_config = example(
        {
            "from": "2026-11-22T09:00:00Z",
            "to": "2026-11-22T11:00:00Z",
            "delivered": False,
            "reason": "It was down.",
        }
    )

    begins_at: Instant = Field(alias="from")
    ends_at: Instant = Field(alias="to")
    delivered: bool = False
    reason: LongText | None = None

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if self.begins_at >= self.ends_at:
            raise PydanticCustomError("range", "`from` lies before `to`")
        return self


class WebhookReplayOut(View):
    """How many deliveries were made due."""

    model_config = example({"replayed": 17})

    replayed: int


class WebhookOut(View):
    """A webhook without its secret.

    disabled: `asked` by a request, or `gone` where the receiver answered 410.
    previous_expires_at: until when the secret that was rotated out signs as well.
    """

    model_config = example(_SHOWN)

    id: UUID
    name: str
    url: str
    types: list[str]
    enabled: bool
    disabled: Disabled | None
    disabled_at: datetime | None
    created_at: datetime
    created_by: str
    updated_at: datetime
    rotated_at: datetime | None
    previous_expires_at: datetime | None
    version: int

    @classmethod
    def of(cls, row: Webhook) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class WebhookMade(WebhookOut):
    """A webhook with a new secret, shown this once; null where a repeated request gets this answer again."""

    model_config = example({**_SHOWN, "secret": _PLAIN}, {**_SHOWN, "secret": None})

    secret: str | None

    @classmethod
    def shown(cls, row: Webhook, secret: str | None) -> Self:
        """A row with its secret, or as it is shown from then on."""
        return cls.model_validate({**WebhookOut.of(row).model_dump(), "secret": secret})


class WebhookHealthOut(View):
    """How a webhook's endpoint does.

    breaker: `open` means that no attempt is made until open_until, `half_open` that the next one decides.
    failures: in a row until now. pending: deliveries that wait. oldest_due_at: since when the first of them does.
    """

    model_config = example(
        {
            "breaker": "open",
            "failures": 6,
            "open_until": "2026-11-22T10:16:00Z",
            "pending": 42,
            "oldest_due_at": "2026-11-22T09:59:30Z",
        }
    )

    breaker: BreakerState
    failures: int
    open_until: datetime | None
    pending: int
    oldest_due_at: datetime | None

    @classmethod
    def of(cls, breaker: WebhookBreaker, at: datetime, pending: int, oldest_due_at: datetime | None) -> Self:
        """A breaker as it stands at an instant, and what waits for it."""
        return cls(
            breaker=breaker.state(at),
            failures=breaker.failures,
            open_until=breaker.open_until,
            pending=pending,
            oldest_due_at=oldest_due_at,
        )


class WebhookFilters(Filters):
    """What a list of webhooks may be narrowed to."""

    enabled: bool | None = None


class WebhookDeliveryOut(View):
    """One fact on its way to one webhook.

    event_id: the fact's, sent as `webhook-id`. told_at: when it was stored. attempts: how many were begun.
    due_at: not before this is the next one made. last_outcome: of the last one that ended: `delivered`, `http_503`
    and the like, `timeout`, `unreachable`, `address_refused`, `protocol`; or `breaker_open` where it was given up
    because no attempt could be made, `not_kept` where the fact is not there any more.
    """

    model_config = example(
        {
            "id": _DELIVERY,
            "webhook_id": _ID,
            "event_id": _EVENT,
            "type": _TYPE,
            "subject": "01935f2e-7c00-7000-8000-000000000006",
            "told_at": "2026-11-22T10:15:00Z",
            "state": "pending",
            "attempts": 2,
            "due_at": "2026-11-22T10:50:01Z",
            "delivered_at": None,
            "last_outcome": "http_503",
        }
    )

    id: UUID
    webhook_id: UUID
    event_id: UUID
    type: str
    subject: str
    told_at: datetime
    state: State
    attempts: int
    due_at: datetime
    delivered_at: datetime | None
    last_outcome: str | None

    @classmethod
    def of(cls, row: WebhookDelivery) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class WebhookDeliveryFilters(Filters):
    """What a list of deliveries may be narrowed to."""

    webhook_id: Id | None = None
    event_id: Id | None = None
    state: State | None = None


class WebhookDeliveryReplayIn(Body):
    """Why a fact is sent again."""

    model_config = example({"reason": "Their database was restored."})

    reason: LongText | None = None


class WebhookAttemptOut(View):
    """One attempt to deliver. status: of the answer, if there was one; its body is not read."""

    model_config = example(
        {"number": 2, "at": "2026-11-22T10:20:01Z", "outcome": "http_503", "status": 503, "milliseconds": 182}
    )

    number: int
    at: datetime
    outcome: str
    status: int | None
    milliseconds: int

    @classmethod
    def of(cls, row: WebhookAttempt) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)
