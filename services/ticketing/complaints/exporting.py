"""The list of complaints, as exports write it down."""

from services.ticketing.complaints import queries
from services.ticketing.complaints.schemas import ComplaintFilters, ComplaintOut
from shared.features.bulk_jobs import kinds
from shared.ops.clock import system_clock

ENTITIES = (
    kinds.selected(
        "complaints",
        "ticketing:complaints:read",
        ComplaintFilters,
        lambda filters: queries.complaints(filters, system_clock()),
        ComplaintOut,
        lambda row: ComplaintOut.of(row, system_clock()),
        shown={"stage": "closed"},
    ),
)
