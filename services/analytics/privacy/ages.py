"""What analytics may make anonymous after some time."""

from shared.features.retention.entities import AGO, SHARED, Entity

ENTITIES = (
    Entity(
        "facts",
        "Facts about answers lose comment and respondent; all that metrics count stays.",
        "fact",
        f"""type IN ('response.received.v1', 'response.edited.v1') AND recorded_at < {AGO}
            AND (data ->> 'comment' IS NOT NULL OR data -> 'respondent' <> 'null')""",
        """data = data || '{"comment": null, "respondent": null}'""",
        key="event_id, recorded_at",
    ),
    *SHARED,
)
