"""What ticketing gives out about a contact."""

from shared.features.privacy.export import section

_THEIRS = """
SELECT * FROM ticket WHERE contact_id = $1
UNION
SELECT * FROM ticket
WHERE lower(requester_email) = ANY ($2::text[]) AND requester_email IS NOT NULL AND contact_id IS NULL
"""

# What came of a merged ticket lies on another one, and is still of the first.
_CASE = "(theirs.id = ticket_id AND home_ticket_id IS NULL) OR theirs.id = home_ticket_id"

SECTIONS = {
    "tickets": section(f"""
        SELECT id, number, type, subject, status, priority, channel, requester_name, requester_email, requester_phone,
               tags, custom, created_at, solved_at, closed_at
        FROM ({_THEIRS}) AS theirs ORDER BY id DESC LIMIT $3
    """),  # noqa: S608 - our own words
    "messages": section(f"""
        SELECT message.id, ticket_id, visibility, author_kind, author_name, author_address, message.channel, body,
               attachments, message.created_at
        FROM message JOIN ({_THEIRS}) AS theirs
             ON (theirs.id = ticket_id AND addressed_to_id IS NULL) OR theirs.id = addressed_to_id
        ORDER BY message.id DESC LIMIT $3
    """),  # noqa: S608
    "recovery_cases": section(f"""
        SELECT recovery_case.id, ticket_id, state, plan, outcome, opened_at, contacted_at, completed_at
        FROM recovery_case JOIN ({_THEIRS}) AS theirs ON {_CASE}
        ORDER BY recovery_case.id DESC LIMIT $3
    """),  # noqa: S608
    "compensations": section(f"""
        SELECT given.id, case_id, kind, amount_minor, currency, reason, given.state, requested_at, decided_at
        FROM compensation AS given JOIN recovery_case ON recovery_case.id = case_id
             JOIN ({_THEIRS}) AS theirs ON {_CASE}
        ORDER BY given.id DESC LIMIT $3
    """),  # noqa: S608
    "complaints": section(f"""
        SELECT complaint.id, ticket_id, category, stage, decisions, recourse, opened_at, closed_as, complaint.closed_at
        FROM complaint JOIN ({_THEIRS}) AS theirs ON theirs.id = ticket_id ORDER BY complaint.id DESC LIMIT $3
    """),  # noqa: S608
    "recovery_contacts": section(f"""
        SELECT attempt.id, case_id, attempt.contacted_at, attempt.channel, note, attempt.outcome
        FROM recovery_contact AS attempt JOIN recovery_case ON recovery_case.id = case_id
             JOIN ({_THEIRS}) AS theirs ON {_CASE}
        ORDER BY attempt.id DESC LIMIT $3
    """),  # noqa: S608
}
