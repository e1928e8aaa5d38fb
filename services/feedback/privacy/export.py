"""What feedback gives out about a contact."""

from shared.features.privacy.export import section

SECTIONS = {
    "contact": section("""
        SELECT contact_id, account_id, name, email, locale, timezone, roles, consent_email FROM contact
        WHERE contact_id = $1 AND cardinality($2::text[]) >= 0 LIMIT $3
    """),
    "responses": section("""
        SELECT id, source, source_id, survey_type, score, outcome, answers, comment, respondent, sentiment, themes,
               locale, answered_at
        FROM (SELECT * FROM response WHERE contact_id = $1
              UNION ALL
              SELECT * FROM response
              WHERE lower(respondent ->> 'email') = ANY ($2::text[]) AND respondent IS NOT NULL
                AND contact_id IS NULL) AS theirs
        ORDER BY id DESC LIMIT $3
    """),
}
