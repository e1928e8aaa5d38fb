"""What onboarding gives out about a contact."""

from shared.features.privacy.export import section

SECTIONS = {
    "contact": section("""
        SELECT id, account_id, name, email, phone, locale, timezone, roles, consent, external_ids, active, created_at,
               updated_at, erased_at
        FROM contact WHERE id = $1 AND cardinality($2::text[]) >= 0 LIMIT $3
    """),
    "deals": section("""
        SELECT deal.id, crm, crm_id, deal.account_id, received_at FROM deal JOIN contact ON contact.id = $1
        WHERE deal.account_id = contact.account_id AND contact_ids ? contact.id::text
          AND cardinality($2::text[]) >= 0
        ORDER BY deal.id DESC LIMIT $3
    """),
    "handoffs": section("""
        SELECT handoff.id, deal_id, content, handoff.created_at
        FROM handoff JOIN contact ON contact.id = $1
        WHERE handoff.account_id = contact.account_id
          AND (position(lower(contact.name) IN lower(content::text)) > 0
               OR EXISTS (SELECT FROM unnest($2::text[]) AS address
                          WHERE position(address IN lower(content::text)) > 0))
        ORDER BY handoff.id DESC LIMIT $3
    """),
}
