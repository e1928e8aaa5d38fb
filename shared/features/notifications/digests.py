"""One message that lists several: gathered when its time has come, sent like any other, told for each that it lists.

The row of the reader is locked while their digest is gathered, so that each notification is in exactly one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from markupsafe import Markup
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared.features.notification_templates.digest import DIGEST
from shared.features.notification_templates.language import OutputTooLarge, TemplateNotFilled
from shared.features.notification_templates.templates import (
    DEFAULT_LOCALE,
    Edited,
    Rendered,
    Templates,
    UnknownTemplate,
)
from shared.features.notifications import telling
from shared.features.notifications.addresses import channel_of
from shared.features.notifications.models import Notification, NotificationRecipient
from shared.ids import uuid7

FAILED = "digest_failed"
MOST_GATHERED = 1_000  # notifications whose readers one run looks at
MOST_LISTED = 50  # in one digest; more are in the next
LONGEST_LISTED = 1_500  # characters of one text in a digest

# Whoever a sender at its side is busy with is left to it.
_READERS = text("""
SELECT staff_id FROM notification_recipient
WHERE staff_id IN (
    SELECT staff_id FROM notification
    WHERE state = 'held' AND held_for = 'digest' AND digest_id IS NULL AND not_before <= :now
    ORDER BY not_before LIMIT :most)
ORDER BY staff_id
FOR UPDATE SKIP LOCKED
""")


@dataclass(frozen=True, slots=True)
class Listed:
    """What a digest says of one notification."""

    subject: str
    text: str


async def gather(session: AsyncSession, at: datetime) -> int:
    """Queue the digests that are due; answers how many."""
    readers = (await session.scalars(_READERS, {"now": at, "most": MOST_GATHERED})).all()
    for staff_id in readers:
        reader = await session.get_one(NotificationRecipient, staff_id)
        due = await session.scalars(
            select(Notification)
            .where(
                col(Notification.staff_id) == staff_id,
                col(Notification.state) == "held",
                col(Notification.held_for) == "digest",
                col(Notification.digest_id).is_(None),
                col(Notification.not_before) <= at,
            )
            .order_by(col(Notification.id))
            .limit(MOST_LISTED)
            .with_for_update()
        )
        listed = due.all()
        if listed:  # else another sender has just gathered them
            digest = _digest(reader, listed[0], at)
            session.add(digest)
            for row in listed:
                row.digest_id = digest.id
    return len(readers)


async def fail(session: AsyncSession, row: Notification, code: str, service: str, at: datetime) -> None:
    """Give up a notification, and what it lists if it is a digest. row: locked."""
    telling.failed(session, row, code, telling.cause_of(row, service, at))
    if row.template == DIGEST.name:
        for one in await listed_in(session, row.id, lock=True):
            telling.failed(session, one, FAILED, telling.cause_of(one, service, at))


async def listed_in(session: AsyncSession, digest_id: UUID, *, lock: bool = False) -> Sequence[Notification]:
    """What a digest lists and is not sent yet, oldest first."""
    asked = (
        select(Notification)
        .where(col(Notification.digest_id) == digest_id, col(Notification.state) != "sent")
        .order_by(col(Notification.id))
    )
    return (await session.scalars(asked.with_for_update() if lock else asked)).all()


def rendered(rows: Sequence[Notification], locale: str, templates: Templates, edited: Edited) -> Rendered:
    """What the digest says. One whose own text cannot be made is listed by its template's name.

    Raises what `Templates.render` raises.
    """
    entries = [_listed(row, locale, templates, edited) for row in rows]
    text = "\n".join(f"• {one.subject}\n{_indented(one.text)}" for one in entries)
    said = templates.render(DIGEST.name, locale, {"count": len(entries), "items": text}, edited)
    listed = {"count": len(entries), "items": _as_list(entries)}
    return replace(said, html=templates.render(DIGEST.name, locale, listed, edited).html)


def _as_list(entries: Sequence[Listed]) -> Markup:
    lines = [
        Markup("<li><strong>{}</strong><br>{}</li>").format(
            one.subject, Markup("<br>").join(line for line in one.text.splitlines() if line.strip())
        )
        for one in entries
    ]
    return Markup("<ul>{}</ul>").format(Markup("").join(lines))


def _listed(row: Notification, locale: str, templates: Templates, edited: Edited) -> Listed:
    try:
        said: Rendered = templates.render(row.template, locale, row.values, edited)
    except (UnknownTemplate, TemplateNotFilled, OutputTooLarge):
        return Listed(row.template, "")
    long = len(said.text) > LONGEST_LISTED
    return Listed(said.subject, f"{said.text[:LONGEST_LISTED]}…" if long else said.text)


def _indented(said: str) -> str:
    return "".join(f"  {line}\n" for line in said.splitlines() if line.strip())


def _digest(reader: NotificationRecipient, first: Notification, at: datetime) -> Notification:
    """Its story is its first notification's, whose cause and trace it carries."""
    digest_id = uuid7()
    return Notification(
        id=digest_id,
        template=DIGEST.name,
        locale=reader.locale or DEFAULT_LOCALE,
        channel=channel_of(reader.address),
        recipient_kind="staff",
        staff_id=reader.staff_id,
        address=reader.address,
        dedup_key=f"digest:{digest_id}",
        values={},
        queued_at=at,
        trace_id=first.trace_id,
        caused_by=first.caused_by,
        traceparent=first.traceparent,
    )
