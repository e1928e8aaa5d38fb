"""What ticketing may make anonymous after some time."""

from shared.features.privacy.person import ERASED
from shared.features.retention.entities import AGO, SHARED, Entity

ENTITIES = (
    Entity(
        "tickets",
        "Closed tickets lose requester, subject and custom fields.",
        "ticket",
        f"""closed_at < {AGO} AND status = 'closed'
            AND (num_nonnulls(requester_name, requester_email, requester_phone) > 0 OR subject <> '{ERASED}'
                 OR custom <> '{{}}')""",
        f"""requester_name = NULL, requester_email = NULL, requester_phone = NULL, subject = '{ERASED}',
            custom = '{{}}', version = version + 1""",
    ),
    Entity(
        "messages",
        "Messages of closed tickets lose their text and their author's name.",
        "message",
        f"""ticket_id IN (SELECT id FROM ticket WHERE status = 'closed' AND closed_at < {AGO})
            AND (body <> '{ERASED}' OR author_name IS NOT NULL)""",  # noqa: S608 - our own words
        f"body = '{ERASED}', author_name = NULL",
    ),
    *SHARED,
)
