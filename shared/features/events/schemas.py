"""HTTP bodies of the feed: CloudEvents 1.0 in their JSON form, with the place in the feed."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field
from pydantic_core import from_json

from shared.contracts.ticketing import TicketSolved
from shared.events import outbox
from shared.features.events.queries import Stretch
from shared.http.fields import View, example

_EXAMPLE = {
    "position": 1042,
    "specversion": "1.0",
    "id": "01a208ea-9300-7c31-b02d-6f87c14ea50d",
    "source": "/ticketing",
    "type": TicketSolved.fact_type,
    "subject": TicketSolved.example["ticket_id"],
    "time": TicketSolved.example["at"],
    "recordedtime": TicketSolved.example["at"],
    "sequence": "0000000000000001187",
    "correlationid": "01a207e6-dd18-7c30-84f1-a90e5b3d7c0c",
    "causationid": "request/01a208ea-9280-7000-8000-2b6f0c4d1a01",
    "actor": "key/so_crm",
    "traceparent": None,
    "datacontenttype": "application/json",
    "data": TicketSolved.example,
}


class EventOut(View):
    """A fact as it lies on Kafka, in CloudEvents' JSON form. An attribute that is null is not set.

    position: its place in the feed, without gaps when it is given. sequence: rises within one subject; compare it
    with nothing else. time: when it happened; recordedtime: when the service wrote it down.
    correlationid: the business story. causationid: `fact/<id>`, `request/<id>` or `job/<name>/<id>`.
    """

    model_config = example(_EXAMPLE)

    position: int = Field(ge=1, json_schema_extra={"format": "int64"})
    specversion: str
    id: UUID
    source: str
    type: str
    subject: str
    time: datetime
    recordedtime: datetime
    sequence: str
    correlationid: UUID
    causationid: str
    actor: str
    traceparent: str | None
    datacontenttype: str
    data: dict[str, Any]

    @classmethod
    def of(cls, row: Any) -> Self:
        """The view of an outbox row (position, id, headers, payload): what the relay sends, in the other form."""
        headers: dict[str, str] = row.headers
        attributes = {name[3:]: value for name, value in headers.items() if name.startswith("ce_")}
        return cls(
            **attributes,
            position=row.position,
            sequence=outbox.sequence(row.id),
            traceparent=headers.get("traceparent"),
            datacontenttype=headers["content-type"],
            data=from_json(row.payload),
        )


class EventsOut(View):
    """A part of the feed, in the order of positions.

    next_after: ask for the next part with it as `after`; keep it with what you made of the items. With `types` it
    moves on even where no item fits. newest: the highest position so far; while next_after is lower, there is more
    to read at once. oldest: the first position from which on no fact has been removed.
    """

    model_config = example({"items": [_EXAMPLE], "next_after": 1042, "oldest": 1, "newest": 1042})

    items: list[EventOut]
    next_after: int = Field(ge=0, json_schema_extra={"format": "int64"})
    oldest: int = Field(ge=1, json_schema_extra={"format": "int64"})
    newest: int = Field(ge=0, json_schema_extra={"format": "int64"})

    @classmethod
    def of(cls, stretch: Stretch) -> Self:
        """The view of a part of the feed."""
        return cls(
            items=[EventOut.of(row) for row in stretch.rows],
            next_after=stretch.next_after,
            oldest=stretch.oldest,
            newest=stretch.newest,
        )
