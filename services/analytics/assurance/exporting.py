"""The list of findings, as an export writes it down."""

from services.analytics.assurance import queries
from services.analytics.assurance.schemas import FindingFilters, FindingOut
from shared.features.bulk_jobs import kinds

ENTITIES = (
    kinds.selected(
        "findings",
        "analytics:assurance:read",
        FindingFilters,
        queries.findings,
        FindingOut,
        FindingOut.of,
        shown={"state": "open"},
    ),
)
