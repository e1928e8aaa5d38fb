"""Why something changes: which request, fact or job set it off, by whose hand, and when."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID


class Cause(NamedTuple):
    """Passed to every deed; its facts carry it on.

    id: `request/<id>`, `fact/<id>` or `job/<name>/<id>` (ce_causationid).
    actor: `staff/<id>`, `key/<prefix>`, `service/<name>` or `customer` (ce_actor).
    at: the application clock, read once at the transaction's start: the recorded_at and created_at of
    all that this transaction writes.
    staff_id: the member of staff who asks, where the caller is one.
    """

    id: str
    actor: str
    at: datetime
    staff_id: UUID | None = None
    traceparent: str | None = None
