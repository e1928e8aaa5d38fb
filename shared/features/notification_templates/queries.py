"""Reading the texts that were written in place of shipped ones."""

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared.features.notification_templates.models import NotificationTemplate
from shared.features.notification_templates.templates import Edited


async def newest(session: AsyncSession) -> dict[tuple[str, str], NotificationTemplate]:
    """The newest version of each text that was ever edited."""
    asked = (
        select(NotificationTemplate)
        .ext(distinct_on(col(NotificationTemplate.template), col(NotificationTemplate.locale)))
        .order_by(
            col(NotificationTemplate.template),
            col(NotificationTemplate.locale),
            col(NotificationTemplate.version).desc(),
        )
    )
    return {(row.template, row.locale): row for row in await session.scalars(asked)}


async def edited(session: AsyncSession) -> Edited:
    """The texts that count in place of shipped ones."""
    rows = await newest(session)
    return {key: wording for key, row in rows.items() if (wording := row.wording) is not None}


async def newest_of(session: AsyncSession, template: str, locale: str) -> NotificationTemplate | None:
    """The newest version of one text, if it was ever edited."""
    found = await session.scalars(versions(template, locale).limit(1))
    return found.first()


def versions(template: str, locale: str) -> Select[NotificationTemplate]:
    """All versions of one text, the newest first."""
    return (
        select(NotificationTemplate)
        .where(col(NotificationTemplate.template) == template, col(NotificationTemplate.locale) == locale)
        .order_by(col(NotificationTemplate.version).desc())
    )
