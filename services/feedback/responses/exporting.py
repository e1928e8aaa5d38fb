"""The list of answers, as an export writes it down."""

from services.feedback.responses import queries
from services.feedback.responses.schemas import ResponseFilters, ResponseOut
from shared.features.bulk_jobs import kinds

ENTITIES = (
    kinds.selected(
        "responses",
        "feedback:responses:read",
        ResponseFilters,
        queries.responses,
        ResponseOut,
        ResponseOut.of,
        shown={"outcome": "negative"},
    ),
)
