"""HTTP bodies of the audit trail."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from shared.features.audit.models import AuditRow
from shared.http.fields import Filters, Id, Instant, ShortText, View, example


class AuditFilters(Filters):
    """Which changes a list shows. `from` is within the range, `to` is not."""

    actor: ShortText | None = None
    action: ShortText | None = None
    entity: ShortText | None = None
    entity_id: Id | None = None
    cause: ShortText | None = None
    begins_at: Instant | None = Field(default=None, alias="from")
    ends_at: Instant | None = Field(default=None, alias="to")


class AuditOut(View):
    """One change: who made it, of what, from what to what, why, and in answer to which request, fact or job."""

    model_config = example(
        {
            "id": "01935f2e-7c00-7000-8000-000000000009",
            "at": "2026-11-22T10:15:00Z",
            "actor": "staff/01935f2e-7c00-7000-8000-000000000005",
            "action": "api_key.revoke",
            "entity": "api_key",
            "entity_id": "01935f2e-7c00-7000-8000-000000000008",
            "before": {"revoked_at": None},
            "after": {"revoked_at": "2026-11-22T10:15:00Z"},
            "reason": "It was found in a log.",
            "cause": "request/01935f2e-7c00-7000-8000-00000000000a",
        }
    )

    id: UUID
    at: datetime
    actor: str
    action: str
    entity: str
    entity_id: UUID
    before: dict[str, Any]
    after: dict[str, Any]
    reason: str | None
    cause: str

    @classmethod
    def of(cls, row: AuditRow) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)
