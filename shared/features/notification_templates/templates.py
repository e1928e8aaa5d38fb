"""What notifications say: templates that each service registers, one text for a name and a locale."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from unicodedata import category

DEFAULT_LOCALE = "en"
NOTHING = "–"  # stands where a template names a value that is null
_NOT_IN_A_LINE = {"Cc", "Cs", "Zl", "Zp"}  # controls, surrogates, line and paragraph separators


class UnknownTemplate(LookupError):
    """No template of this name is registered."""


class TemplateNotFilled(ValueError):
    """A value that the template names was not given."""


@dataclass(frozen=True, slots=True)
class Template:
    """A subject and a plain text, with `{name}` where a value goes.

    Values are put in as they are: braces in them mean nothing.
    """

    name: str
    subject: str
    text: str
    locale: str = DEFAULT_LOCALE


@dataclass(frozen=True, slots=True)
class Rendered:
    """A template with its values in it. The subject is one line without control characters."""

    subject: str
    text: str


class Templates:
    """The templates of one service."""

    def __init__(self, templates: Iterable[Template] = ()) -> None:
        self._by_name: dict[tuple[str, str], Template] = {}
        for template in templates:
            key = (template.name, template.locale)
            if key in self._by_name:
                raise ValueError(f"The template {template.name} ({template.locale}) is registered twice.")
            self._by_name[key] = template

    def render(self, name: str, locale: str, values: Mapping[str, Any]) -> Rendered:
        """Fill in a template; a locale without one reads the default's.

        Raises UnknownTemplate and TemplateNotFilled.
        """
        template = self._by_name.get((name, locale)) or self._by_name.get((name, DEFAULT_LOCALE))
        if template is None:
            raise UnknownTemplate(name)
        shown = {key: NOTHING if value is None else str(value) for key, value in values.items()}
        try:
            return Rendered(one_line(template.subject.format_map(shown)), template.text.format_map(shown))
        except KeyError as missing:
            raise TemplateNotFilled(f"{name} needs the value {missing}.") from missing


def one_line(text: str) -> str:
    """A text as a header may hold it: whatever breaks or controls a line becomes a space."""
    return " ".join("".join(" " if category(letter) in _NOT_IN_A_LINE else letter for letter in text).split())
