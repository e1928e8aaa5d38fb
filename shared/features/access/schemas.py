"""HTTP bodies of API keys. A key's secret is in one of them, and that answer is given once."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from shared.features.access.models import ApiKey
from shared.features.access.roles import Role
from shared.http.fields import Body, Filters, Id, Instant, LongText, ShortText, View, example

MOST_SCOPES = 100
LONGEST_GRACE = 7 * 86_400  # seconds
USUAL_GRACE = 3_600  # seconds: a deployment takes minutes

SCOPE_FORM = r"^(\*|(\*|[a-z0-9_-]+)(:(\*|[a-z0-9_-]+)){1,2})$"
ScopeName = Annotated[str, StringConstraints(strict=True, max_length=200, pattern=SCOPE_FORM)]
"""`<service>:<resource>:<read|write>`, where `*` stands for any part, and alone for all."""

_ID = "01935f2e-7c00-7000-8000-000000000008"
_SHOWN: dict[str, Any] = {
    "id": _ID,
    "prefix": "9f3c01ab",
    "name": "crm",
    "scopes": ["ticketing:tickets:write"],
    "roles": ["analyst"],
    "staff_id": None,
    "unlimited": False,
    "created_at": "2026-11-22T10:15:00Z",
    "created_by": "staff/01935f2e-7c00-7000-8000-000000000005",
    "expires_at": "2027-11-22T00:00:00Z",
    "revoked_at": None,
    "rotated_at": None,
    "previous_expires_at": None,
    "last_used_at": None,
    "version": 1,
}
_PLAIN = "so_9f3c01ab_" + "0" * 40


class ApiKeyIn(Body):
    """A key to make. It may at most what its maker may.

    staff_id: the member of staff for whom it acts; other than oneself only who may everything can name.
    """

    model_config = example(
        {
            "name": "crm",
            "scopes": ["*:*:read"],
            "roles": ["analyst"],
            "expires_at": "2027-11-22T00:00:00Z",
            "reason": "Reads the metrics every night.",
        }
    )

    name: ShortText
    scopes: list[ScopeName] = Field(default=[], max_length=MOST_SCOPES)
    roles: list[Role] = Field(default=[], max_length=MOST_SCOPES)
    staff_id: Id | None = None
    expires_at: Instant | None = None
    reason: LongText | None = None

    @model_validator(mode="after")
    def _opens_something(self) -> Self:
        if not self.scopes and not self.roles:
            raise PydanticCustomError("opens_nothing", "A key needs a scope or a role")
        return self


class ApiKeyPatch(Body):
    """A merge-patch of a key: another name or another end; null means that it does not expire."""

    model_config = example({"expires_at": "2027-12-31T00:00:00Z", "reason": "The project goes on."})

    name: ShortText | None = None
    expires_at: Instant | None = None
    reason: LongText | None = None


class Changed(Body):
    """What a patch of a key makes of it, and why."""

    name: ShortText
    expires_at: Instant | None = None
    reason: LongText | None = None


class RotateIn(Body):
    """How a key gets a new secret. grace_seconds: how long the old one opens beside it; 0 ends it at once."""

    model_config = example({"grace_seconds": 900, "reason": "Every quarter."})

    grace_seconds: int = Field(default=USUAL_GRACE, ge=0, le=LONGEST_GRACE)
    reason: LongText | None = None


class RevokeIn(Body):
    """Why a key is ended."""

    model_config = example({"reason": "It was found in a log."})

    reason: LongText


class ApiKeyOut(View):
    """An API key without its secret. last_used_at is at most a minute behind."""

    model_config = example(_SHOWN)

    id: UUID
    prefix: str
    name: str
    scopes: list[str]
    roles: list[str]
    staff_id: UUID | None
    unlimited: bool
    created_at: datetime
    created_by: str | None
    expires_at: datetime | None
    revoked_at: datetime | None
    rotated_at: datetime | None
    previous_expires_at: datetime | None
    last_used_at: datetime | None
    version: int

    @classmethod
    def of(cls, row: ApiKey) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class ApiKeyMade(ApiKeyOut):
    """A key with a new secret. key: shown this once; null where a repeated request gets this answer again."""

    model_config = example({**_SHOWN, "key": _PLAIN}, {**_SHOWN, "key": None})

    key: str | None

    @classmethod
    def shown(cls, row: ApiKey, plain: str | None) -> Self:
        """A row with its secret, or as it is shown from then on."""
        return cls.model_validate({**ApiKeyOut.of(row).model_dump(), "key": plain})


class ApiKeyFilters(Filters):
    """What a list of keys may be narrowed to."""

    prefix: ShortText | None = None
    staff_id: Id | None = None
    revoked: bool | None = None
