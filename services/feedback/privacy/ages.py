"""What feedback may make anonymous after some time."""

from shared.features.retention.entities import AGO, SHARED, Entity

ENTITIES = (
    Entity(
        "responses",
        "Answers lose respondent, comment and what was written to further questions; the score stays.",
        "response",
        f"answered_at < {AGO} AND (respondent IS NOT NULL OR comment IS NOT NULL OR answers <> '[]')",
        "respondent = NULL, comment = NULL, answers = '[]', version = version + 1",
    ),
    *SHARED,
)
