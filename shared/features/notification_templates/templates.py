"""Templates as a service ships them, and which locale's text a reader gets. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from unicodedata import category

from shared.features.notification_templates import language
from shared.features.notification_templates.language import Part

DEFAULT_LOCALE = "en"
LONGEST_SUBJECT = 250  # characters
_WRITTEN_AS = {"sr": "sr-Cyrl", "nb": "no", "nn": "no"}
"""The text that readers of a bare language get where none has its name: CLDR's likely script, and macrolanguage."""


class UnknownTemplate(LookupError):
    """No template of this name is registered."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a template says in one locale. html: None sends the text alone."""

    subject: str
    text: str
    html: str | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of notification.

    example: a value for each field that its wordings may name. wordings: by locale, among them `en`.
    urgent: it passes through quiet hours, unless its reader wants otherwise.
    words: {field: {locale: {code: word}}} for fields that hold codes; a code without a word stays as it is.
    """

    name: str
    about: str
    example: Mapping[str, Any]
    wordings: Mapping[str, Wording]
    urgent: bool = False
    words: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)

    def in_words(self, values: Mapping[str, Any], locale: str) -> dict[str, Any]:
        """The values, with the locale's words for codes."""
        said = dict(values)
        for name, by_locale in self.words.items():
            known = next((by_locale[one] for one in fallbacks(locale) if one in by_locale), {})
            said[name] = known.get(said.get(name, ""), said.get(name))
        return said


@dataclass(frozen=True, slots=True)
class Rendered:
    """A wording with its values in it. The subject is one line without control characters."""

    subject: str
    text: str
    html: str | None = None


Edited = Mapping[tuple[str, str], Wording]
"""The texts that were written in place of shipped ones, by template and locale."""


class Templates:
    """The templates of one service."""

    def __init__(self, templates: Iterable[Template] = ()) -> None:
        self._by_name: dict[str, Template] = {}
        for template in templates:
            if template.name in self._by_name:
                raise ValueError(f"The template {template.name} is registered twice.")
            self._by_name[template.name] = template

    def __iter__(self) -> Iterator[Template]:
        return iter(self._by_name.values())

    def get(self, name: str) -> Template | None:
        """The template of this name, if there is one."""
        return self._by_name.get(name)

    def is_urgent(self, name: str) -> bool:
        """Does it pass through quiet hours?"""
        template = self.get(name)
        return template is not None and template.urgent

    def locale_for(self, name: str, wanted: str, edited: Edited) -> str:
        """The locale whose text a reader gets: exact, else its language's, else English. Raises UnknownTemplate."""
        template = self.get(name)
        if template is None:
            raise UnknownTemplate(name)
        return next(one for one in fallbacks(wanted) if (name, one) in edited or one in template.wordings)

    def render(self, name: str, locale: str, values: Mapping[str, Any], edited: Edited) -> Rendered:
        """Fill in a template. Raises UnknownTemplate, and what `language` raises."""
        locale = self.locale_for(name, locale, edited)
        template = self._by_name[name]
        wording = edited.get((name, locale)) or template.wordings[locale]
        return rendered(wording, template.in_words(values, locale))


def rendered(wording: Wording, values: Mapping[str, Any]) -> Rendered:
    """Fill in a wording. Raises what `language` raises."""
    subject = one_line(language.render(Part.SUBJECT, wording.subject, values))
    return Rendered(
        subject if len(subject) <= LONGEST_SUBJECT else f"{subject[: LONGEST_SUBJECT - 1]}…",
        language.render(Part.TEXT, wording.text, values),
        None if wording.html is None else language.render(Part.HTML, wording.html, values),
    )


def fallbacks(locale: str) -> Iterator[str]:
    """A locale, then each that is less exact, then English: `sr-Latn-RS`, `sr-Latn`, `sr`, `sr-Cyrl`, `en`."""
    parts = locale.split("-")
    while parts:
        shorter = "-".join(parts)
        yield shorter
        if shorter in _WRITTEN_AS:
            yield _WRITTEN_AS[shorter]
        parts.pop()
    yield DEFAULT_LOCALE


def one_line(text: str) -> str:
    """A text as a header may hold it: whatever breaks or controls a line becomes a space."""
    return " ".join("".join(" " if category(letter) in language.BREAKING else letter for letter in text).split())
