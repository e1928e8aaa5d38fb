"""Which tickets are a person's."""

# What was written on a merged ticket, and its recovery case, lie on another one and are still of the first.
# Of a ticket without a contact the address says whose it is; one of another contact is not this person's.
THEIRS = """
SELECT id FROM ticket WHERE contact_id = $1
UNION
SELECT id FROM ticket
WHERE lower(requester_email) = ANY ($2::text[]) AND requester_email IS NOT NULL AND contact_id IS NULL
"""

CASES_OF = "((ticket_id = ANY ({tickets}) AND home_ticket_id IS NULL) OR home_ticket_id = ANY ({tickets}))"
"""Which recovery cases are of these tickets, wherever a merge has brought them."""

MESSAGES_OF = "((ticket_id = ANY ({tickets}) AND addressed_to_id IS NULL) OR addressed_to_id = ANY ({tickets}))"
"""Which messages are of these tickets, wherever a merge has brought them."""
