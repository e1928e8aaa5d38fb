"""HTTP bodies of watchers."""

from datetime import datetime
from uuid import UUID

from shared.http.fields import View, example


class TicketWatcherOut(View):
    """Somebody who follows a ticket. ticket_id: the one that they follow, which may be merged into the one asked for.

    name: null while the directory has not told of them.
    """

    model_config = example(
        {
            "ticket_id": "01a207e6-dd40-7d40-8a95-72e0c61fb30f",
            "staff_id": "01a1f82f-1e81-7a12-8f27-91b0e3c86d03",
            "name": "Mia",
            "since_at": "2026-11-23T14:00:00Z",
            "added_by": "staff/01a1f82f-1e81-7a12-8f27-91b0e3c86d03",
        }
    )

    ticket_id: UUID
    staff_id: UUID
    name: str | None
    since_at: datetime
    added_by: str
