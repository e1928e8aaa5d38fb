"""What ticketing may make anonymous after some time."""

from shared.features.privacy.person import ERASED
from shared.features.retention.entities import AGO, SHARED, Entity

# A merged ticket keeps its status for the unmerge: it is as old as the one that it is merged into.
_OVER = f"""(
    (status = 'closed' AND closed_at < {AGO})
    OR (merged_into_id IS NOT NULL AND EXISTS (
        WITH RECURSIVE above AS (
            SELECT up.merged_into_id, up.closed_at FROM ticket AS up WHERE up.id = ticket.merged_into_id
            UNION ALL
            SELECT up.merged_into_id, up.closed_at FROM above JOIN ticket AS up ON up.id = above.merged_into_id
        )
        SELECT FROM above WHERE merged_into_id IS NULL AND closed_at < {AGO}
    ))
)"""  # noqa: S608 - our own words

ENTITIES = (
    Entity(
        "tickets",
        "Closed tickets, and what is merged into them, lose requester, subject and custom fields.",
        "ticket",
        f"""{_OVER}
            AND (num_nonnulls(requester_name, requester_email, requester_phone) > 0 OR subject <> '{ERASED}'
                 OR custom <> '{{}}')""",
        f"""requester_name = NULL, requester_email = NULL, requester_phone = NULL, subject = '{ERASED}',
            custom = '{{}}', version = version + 1""",
    ),
    Entity(
        "messages",
        "Messages of closed tickets, and of what is merged into them, lose their text, their author's name and address,"
        " and the names of their files.",
        "message",
        f"""ticket_id IN (SELECT id FROM ticket WHERE {_OVER})
            AND (body <> '{ERASED}' OR num_nonnulls(author_name, author_address) > 0 OR attachments <> '[]')""",  # noqa: S608 - our own words
        f"body = '{ERASED}', author_name = NULL, author_address = NULL, attachments = '[]'",
    ),
    Entity(
        "attachments",
        "Files of messages of closed tickets, and of what is merged into them, are removed.",
        "attachment",
        f"""message_id IN (SELECT id FROM message WHERE ticket_id IN (SELECT id FROM ticket WHERE {_OVER}))
            AND removed_at IS NULL""",  # noqa: S608
        f"name = '{ERASED}', removed_at = now()",
    ),
    *SHARED,
)
