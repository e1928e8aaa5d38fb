"""The table of texts that were written in place of shipped ones."""

from datetime import datetime
from typing import Any

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field

from shared.db.base import Identified, Platform
from shared.features.notification_templates.templates import Wording

SHIPPED = 1  # the version of a text that was never edited


class NotificationTemplate(Identified, Platform, table=True):
    """One version of one text, from 2 on: the first is what ships. Without a subject it is the return to that."""

    __tablename__ = "notification_template"
    __table_args__ = (UniqueConstraint("template", "locale", "version"),)

    template: str = Field(sa_type=Text)
    locale: str = Field(sa_type=Text)
    version: int
    subject: str | None = Field(default=None, sa_type=Text)
    text: str | None = Field(default=None, sa_type=Text)
    html: str | None = Field(default=None, sa_type=Text)
    reason: str | None = Field(default=None, sa_type=Text)
    written_by: str = Field(sa_type=Text)
    written_at: datetime

    @property
    def wording(self) -> Wording | None:
        """What it says; None where the shipped text counts again."""
        if self.subject is None or self.text is None:
            return None
        return Wording(self.subject, self.text, self.html)

    def state(self) -> dict[str, Any]:
        """What the audit trail keeps of it."""
        return {name: getattr(self, name) for name in ("version", "subject", "text", "html")}
