"""Writing texts in place of shipped ones, going back, and showing what a text becomes."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.features.notification_templates import language, queries, templates
from shared.features.notification_templates.language import OutputTooLarge, Part
from shared.features.notification_templates.models import SHIPPED, NotificationTemplate
from shared.features.notification_templates.schemas import (
    NotificationTemplateIn,
    NotificationTemplateOut,
    PreviewIn,
    PreviewOut,
)
from shared.features.notification_templates.templates import Rendered, Template, Templates, Wording
from shared.http import etags
from shared.http.errors import Invalid, NotFound, Place, place

MOST_PLACES = 50


class TemplateRefused(Invalid):
    """The text cannot be used."""

    code = "template_refused"


async def every(session: AsyncSession, known: Templates) -> list[NotificationTemplateOut]:
    """All templates in all locales that there are."""
    rows = await queries.newest(session)
    found: list[NotificationTemplateOut] = []
    for template in known:
        locales = set(template.wordings) | {
            locale for (name, locale), row in rows.items() if name == template.name and row.wording is not None
        }
        found.extend(_view(template, locale, rows.get((template.name, locale))) for locale in sorted(locales))
    return found


async def one(session: AsyncSession, known: Templates, name: str, locale: str) -> NotificationTemplateOut:
    """One template in one locale. Raises NotFound."""
    return _view(template_of(known, name), locale, await queries.newest_of(session, name, locale))


async def write(
    session: AsyncSession,
    cause: Cause,
    known: Templates,
    name: str,
    locale: str,
    body: NotificationTemplateIn,
    expected: int | None,
) -> NotificationTemplateOut:
    """Replace a text, or add one in another locale; the same text again changes nothing.

    Raises NotFound, PreconditionFailed, TemplateRefused.
    """
    template = template_of(known, name)
    wording = Wording(body.subject, body.text, body.html)
    _refuse_faults(template, wording)
    _filled_in(template, locale, wording, {})
    held = await queries.newest_of(session, name, locale)
    etags.check(held.version if held else SHIPPED, expected)
    if held is None or held.wording != wording:
        held = await _add(session, cause, template, locale, held, wording, body.reason)
    return _view(template, locale, held)


async def go_back(
    session: AsyncSession, cause: Cause, known: Templates, name: str, locale: str, expected: int | None
) -> None:
    """Let the shipped text count again; where there is none, the locale goes. Raises NotFound, PreconditionFailed."""
    template = template_of(known, name)
    held = await queries.newest_of(session, name, locale)
    if held is None and locale not in template.wordings:
        raise NotFound("There is no such text.")
    etags.check(held.version if held else SHIPPED, expected)
    if held is not None and held.wording is not None:
        await _add(session, cause, template, locale, held, None, None)


async def preview(session: AsyncSession, known: Templates, name: str, locale: str, body: PreviewIn) -> PreviewOut:
    """What a text becomes; changes nothing. Raises NotFound, TemplateRefused."""
    template = template_of(known, name)
    edited = await queries.edited(session)
    shown = known.locale_for(name, locale, edited)
    counts = edited.get((name, shown)) or template.wordings[shown]
    wording = Wording(
        body.subject or counts.subject,
        body.text or counts.text,
        body.html if "html" in body.model_fields_set else counts.html,
    )
    _refuse_faults(template, wording)
    unknown = sorted(set(body.values) - set(template.example))
    if unknown:
        raise Invalid(errors=[place("body", "values", msg=_fields(template), code="unknown_field")])
    return PreviewOut.of(locale, _filled_in(template, locale, wording, body.values))


async def _add(
    session: AsyncSession,
    cause: Cause,
    template: Template,
    locale: str,
    held: NotificationTemplate | None,
    wording: Wording | None,
    reason: str | None,
) -> NotificationTemplate:
    """Add a version. Two at once end at the unique constraint, which the API answers as a conflict."""
    row = NotificationTemplate(
        template=template.name,
        locale=locale,
        version=(held.version if held else SHIPPED) + 1,
        subject=wording.subject if wording else None,
        text=wording.text if wording else None,
        html=wording.html if wording else None,
        reason=reason,
        written_by=cause.actor,
        written_at=cause.at,
    )
    session.add(row)
    before = {"template": template.name, "locale": locale, **(held.state() if held else {})}
    after = {"template": template.name, "locale": locale, **row.state()}
    await audit.record_row(session, cause, "write" if wording else "go_back", row, before, after, reason)
    return row


def _view(template: Template, locale: str, row: NotificationTemplate | None) -> NotificationTemplateOut:
    wording = (row.wording if row else None) or template.wordings.get(locale)
    if wording is None:
        raise NotFound("There is no such text.")
    return NotificationTemplateOut.of(template, locale, wording, row, _filled_in(template, locale, wording, {}))


def _filled_in(template: Template, locale: str, wording: Wording, values: Mapping[str, Any]) -> Rendered:
    try:
        return templates.rendered(wording, template.in_words({**template.example, **values}, locale))
    except OutputTooLarge as large:
        raise TemplateRefused(errors=[place("body", "text", msg=str(large), code="too_large")]) from None


def _refuse_faults(template: Template, wording: Wording) -> None:
    parts = ((Part.SUBJECT, wording.subject), (Part.TEXT, wording.text), (Part.HTML, wording.html))
    wrong: list[Place] = [
        place("body", part.value, msg=f"Line {fault.line}: {fault.message}", code=fault.code)
        for part, source in parts
        if source is not None
        for fault in language.faults(part, source, template.example)
    ]
    if wrong:
        raise TemplateRefused(errors=wrong[:MOST_PLACES])


def template_of(known: Templates, name: str) -> Template:
    """The template of this name. Raises NotFound."""
    template = known.get(name)
    if template is None:
        raise NotFound("There is no template of this name.")
    return template


def _fields(template: Template) -> str:
    return f"There is no such field; there are {', '.join(sorted(template.example))}"
