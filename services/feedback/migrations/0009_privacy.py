"""Erase and export people, and keep things for so many days."""

from sqlalchemy import text

from shared.db import indexes
from shared.features.privacy import first_tables as privacy
from shared.features.retention import first_tables as retention

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

INDEXES: indexes.Indexes = {
    "ix_response_respondent_email": (
        "response",
        [text("lower(respondent ->> 'email')")],
        "respondent IS NOT NULL AND contact_id IS NULL",
    ),
    "ix_notification_contact_id": ("notification", ["contact_id"], "contact_id IS NOT NULL"),
    "ix_notification_address": ("notification", [text("lower(address)")], "recipient_kind <> 'staff'"),
}


def upgrade() -> None:
    indexes.build(INDEXES)
    privacy.make()
    retention.make()


def downgrade() -> None:
    retention.drop()
    privacy.drop()
    indexes.drop(INDEXES)
