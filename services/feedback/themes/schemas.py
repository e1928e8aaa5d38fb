"""HTTP bodies of themes."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, Field

from services.feedback.themes.models import Theme
from services.feedback.word_lists.schemas import Code, Language, Phrases
from shared.http.fields import Body, Filters, ShortText, View, example

MOST_LANGUAGES = 50

_THEME = {
    "code": "speed",
    "name": "Speed",
    "active": True,
    "words": {"en": ["slow*", "wait*"], "sv": ["långsam*", "vänt*"]},
}

ThemeWords = Annotated[
    dict[Language, Phrases],
    Field(max_length=MOST_LANGUAGES),
    AfterValidator(lambda words: dict(sorted(words.items()))),
]


class ThemeIn(Body):
    """What answers can be about, with the words by which it is found in each language."""

    model_config = example(_THEME)

    code: Code
    name: ShortText
    active: bool = True
    words: ThemeWords = Field(default={})


class ThemePatch(Body):
    """What changes about a theme, as a merge-patch: of `words` a language's list is replaced, null takes it away."""

    model_config = example({"words": {"sv": ["långsam*", "vänt*", "dröj*"]}})

    name: ShortText | None = None
    active: bool | None = None
    words: Annotated[dict[Language, Phrases | None], Field(max_length=MOST_LANGUAGES)] | None = None


class ThemeOut(View):
    """A theme. Answers name it by its code."""

    model_config = example(
        {
            "id": "01a19b45-b800-7007-8a5f-1d93c0e7f20d",
            **_THEME,
            "created_at": "2026-11-20T09:00:00Z",
            "updated_at": "2026-11-20T09:00:00Z",
            "version": 1,
        }
    )

    id: UUID
    code: str
    name: str
    active: bool
    words: dict[str, list[str]]
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: Theme) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class ThemeFilters(Filters):
    """What the list of themes may be narrowed to."""

    code: Code | None = None
    active: bool | None = None
