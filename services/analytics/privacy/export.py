"""What analytics gives out about a contact."""

from shared.features.privacy.export import section

SECTIONS = {
    "facts": section("""
        SELECT event_id, recorded_at, type, data
        FROM (SELECT event_id, recorded_at, type, data FROM fact
              WHERE data ->> 'contact_id' = $1::uuid::text
                AND type IN ('contact.created.v1', 'contact.updated.v1', 'response.received.v1', 'response.edited.v1')
              UNION ALL
              SELECT event_id, recorded_at, type, data FROM fact
              WHERE lower((data -> 'respondent') ->> 'email') = ANY ($2::text[]) AND data ->> 'contact_id' IS NULL
                AND type IN ('response.received.v1', 'response.edited.v1') AND data -> 'respondent' <> 'null'
             ) AS theirs
        ORDER BY recorded_at DESC, event_id DESC LIMIT $3
    """)
}
