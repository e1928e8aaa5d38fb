"""HTTP bodies of templates."""

import re
from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from shared.features.notification_templates.models import SHIPPED, NotificationTemplate
from shared.features.notification_templates.templates import Rendered, Template, Wording
from shared.http.fields import Body, LongText, ShortText, Text, View, example

_LOCALE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_WORDING = {
    "subject": "Good news from {{ customer }}: {{ survey }} {{ score }}",
    "text": "Hello {{ name }},\n\n{{ customer }} has given a positive answer.\n",
    "html": "<p>Hello {{ name }},</p><p><strong>{{ customer }}</strong> has given a positive answer.</p>",
}
_EXAMPLE = {"name": "Mia", "customer": "Acme", "survey": "NPS", "score": "10"}
_FILLED_IN = {
    "subject": "Good news from Acme: NPS 10",
    "text": "Hello Mia,\n\nAcme has given a positive answer.\n",
    "html": "<p>Hello Mia,</p><p><strong>Acme</strong> has given a positive answer.</p>",
}


def _is_locale(text: str) -> str:
    if not _LOCALE.fullmatch(text):
        raise PydanticCustomError("locale", "It must be a language tag, as in en, sr-Latn or pt-BR")
    return text


TemplateLocale = Annotated[Text, Field(min_length=2, max_length=12), AfterValidator(_is_locale)]
"""A BCP 47 tag of language, script and region, in its usual case."""


class NotificationTemplateIn(Body):
    """A text in place of the shipped one. html: null sends the text alone."""

    model_config = example({**_WORDING, "reason": "Friendlier"})

    subject: ShortText
    text: LongText
    html: LongText | None = None
    reason: ShortText | None = None


class PreviewIn(Body):
    """What to show: an unsaved text, or without one the text that counts now. values: in place of the example's."""

    model_config = example({**_WORDING, "values": {"score": "9"}})

    subject: ShortText | None = None
    text: LongText | None = None
    html: LongText | None = None
    values: dict[ShortText, Text | None] = Field(default={}, max_length=50)


class PreviewOut(View):
    """A text with its fields filled in. locale: whose text it is."""

    model_config = example({"locale": "en", **_FILLED_IN})

    locale: str
    subject: str
    text: str
    html: str | None

    @classmethod
    def of(cls, locale: str, filled_in: Rendered) -> Self:
        """A filled-in text as the API shows it."""
        return cls(locale=locale, subject=filled_in.subject, text=filled_in.text, html=filled_in.html)


_TEMPLATE: dict[str, Any] = {
    "template": "good_news",
    "locale": "en",
    "about": "A customer gave a positive answer; to the account's team.",
    "urgent": False,
    "shipped": True,
    "edited": True,
    "version": 2,
    **_WORDING,
    "fields": _EXAMPLE,
    "preview": {"locale": "en", **_FILLED_IN},
    "written_by": "key/01a1f82f-1e81-7a12-8f27-91b0e3c86d03",
    "written_at": "2026-11-22T10:15:00Z",
}


class NotificationTemplateOut(View):
    """One template in one locale.

    version: rises with each edit; 1 while the shipped text was never replaced. shipped: whether there is one to go
    back to. urgent: it passes through quiet hours. fields: what the text may name, with an example of each.
    """

    model_config = example(_TEMPLATE)

    template: str
    locale: str
    about: str
    urgent: bool
    shipped: bool
    edited: bool
    version: int
    subject: str
    text: str
    html: str | None
    fields: dict[str, Any]
    preview: PreviewOut
    written_by: str | None
    written_at: datetime | None

    @classmethod
    def of(
        cls, template: Template, locale: str, wording: Wording, row: NotificationTemplate | None, preview: Rendered
    ) -> Self:
        """A text as the API shows it. row: its newest version, if it was ever edited."""
        return cls(
            template=template.name,
            locale=locale,
            about=template.about,
            urgent=template.urgent,
            shipped=locale in template.wordings,
            edited=row is not None and row.wording is not None,
            version=row.version if row else SHIPPED,
            subject=wording.subject,
            text=wording.text,
            html=wording.html,
            fields=dict(template.example),
            preview=PreviewOut.of(locale, preview),
            written_by=row.written_by if row else None,
            written_at=row.written_at if row else None,
        )


class NotificationTemplatesOut(View):
    """All templates of a service, each in each locale that there is."""

    model_config = example({"items": [_TEMPLATE]})

    items: list[NotificationTemplateOut]


class TemplateVersionOut(View):
    """One version of a text; with nulls where the shipped one was taken back."""

    model_config = example(
        {
            "version": 2,
            **_WORDING,
            "reason": "Friendlier",
            "written_by": "key/01a1f82f-1e81-7a12-8f27-91b0e3c86d03",
            "written_at": "2026-11-22T10:15:00Z",
        }
    )

    version: int
    subject: str | None
    text: str | None
    html: str | None
    reason: str | None
    written_by: str
    written_at: datetime

    @classmethod
    def of(cls, row: NotificationTemplate) -> Self:
        """A version as the API shows it."""
        return cls.model_validate(row)
