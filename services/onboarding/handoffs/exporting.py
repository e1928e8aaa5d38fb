"""The list of hand-offs, as an export writes it down."""

from services.onboarding.handoffs import queries
from services.onboarding.handoffs.schemas import HandoffFilters, HandoffOut
from shared.features.bulk_jobs import kinds

ENTITIES = (
    kinds.selected(
        "handoffs",
        "onboarding:handoffs:read",
        HandoffFilters,
        queries.handoffs,
        HandoffOut,
        HandoffOut.of,
        shown={"state": "received"},
    ),
)
