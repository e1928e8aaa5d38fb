"""What onboarding may make anonymous after some time."""

from shared.features.retention.entities import AGO, SHARED, Entity

ENTITIES = (
    Entity(
        "handoffs",
        "Decided hand-offs lose what sales said and why they were rejected.",
        "handoff",
        f"decided_at < {AGO} AND (content <> '{{}}' OR reason IS NOT NULL)",
        "content = '{}', reason = NULL, version = version + 1",
    ),
    *SHARED,
)
