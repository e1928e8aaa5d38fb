"""Routes of what notifications say, in every service that notifies."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Path

from shared.features.notification_templates import queries, service
from shared.features.notification_templates.digest import DIGEST
from shared.features.notification_templates.schemas import (
    NotificationTemplateIn,
    NotificationTemplateOut,
    NotificationTemplatesOut,
    PreviewIn,
    PreviewOut,
    TemplateLocale,
    TemplateVersionOut,
)
from shared.features.notification_templates.templates import Template, Templates
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Listed, ShortText
from shared.http.routes import Router

Name = Annotated[ShortText, Path()]
Locale = Annotated[TemplateLocale, Path()]


def router(name: str, templates: Sequence[Template]) -> APIRouter:
    """The routes, under the scope of the service's notifications. name: the service's."""
    known = Templates((*templates, DIGEST))
    routes = Router(
        prefix="/v1/notification-templates",
        tags=["notification templates"],
        scope=f"{name}:notifications",
        about="What notifications say, by template and locale, shipped and edited.",
    )

    @routes.get("")
    async def list_notification_templates(session: Session) -> NotificationTemplatesOut:
        """All templates, each in each locale that there is, with the fields it may name and an example.

        A reader gets the text of their locale, else of its language, else English: `sr-Latn-RS`, `sr-Latn`, `sr`
        (in Cyrillic), `en`. The notification says which it was.
        """
        return NotificationTemplatesOut(items=await service.every(session, known))

    @routes.get("/{template}/{locale}")
    async def read_notification_template(
        template: Name, locale: Locale, session: Session, answer: Answer
    ) -> NotificationTemplateOut:
        """One template in one locale. The ETag of a text that was never edited is `"1"`."""
        return answer.item(await service.one(session, known, template, locale))

    @routes.put("/{template}/{locale}")
    async def write_notification_template(
        template: Name,
        locale: Locale,
        body: NotificationTemplateIn,
        session: Session,
        cause: RequestCause,
        if_match: IfMatch,
        answer: Answer,
    ) -> NotificationTemplateOut:
        """Replace a text, or add a locale. What is sent from now on says it; older versions are kept.

        A text may hold `{{ field }}`, `{{ field | upper }}` (or lower, capitalize) and
        `{% if field %} … {% else %} … {% endif %}`, nothing else of Jinja. In html, values are escaped, and there are
        tags of text, lists, tables and links alone.
        """
        return answer.item(await service.write(session, cause, known, template, locale, body, if_match))

    @routes.delete("/{template}/{locale}", status_code=204)
    async def remove_notification_template(
        template: Name, locale: Locale, session: Session, cause: RequestCause, if_match: IfMatch
    ) -> None:
        """Go back to the shipped text; a locale that ships none falls back to another."""
        await service.go_back(session, cause, known, template, locale, if_match)

    @routes.post("/{template}/{locale}/preview")
    async def preview_notification_template(
        template: Name, locale: Locale, body: PreviewIn, session: Session
    ) -> PreviewOut:
        """Show what an unsaved text, or the one that counts, becomes with the example's values. Changes nothing."""
        return await service.preview(session, known, template, locale, body)

    @routes.get("/{template}/{locale}/versions")
    async def list_notification_template_versions(
        template: Name, locale: Locale, session: Session, page: Page
    ) -> Listed[TemplateVersionOut]:
        """What was ever written in place of the shipped text, the newest first."""
        service.template_of(known, template)
        return await page.of(session, queries.versions(template, locale), TemplateVersionOut.of)

    return routes
