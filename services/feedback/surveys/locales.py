"""In which of a survey's locales somebody is asked, and why in that one.

Tags are compared as BCP 47 has them, without regard to case. A language is written in one script unless its tag
names another: `sr` is Cyrillic, `sr-Latn` is Latin, and so is `sr-ME`, as CLDR's likely subtags say.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

Step = Literal["exact", "script", "language", "fallback"]

ALIASES = {"nb": "no", "nn": "no"}
"""Languages that are read in the texts of another: both written forms of Norwegian."""

SCRIPTS = {"sr": "Cyrl", "sr-me": "Latn", "sr-ro": "Latn", "sr-tr": "Latn"}
"""In which script a tag without one is written, where a survey may have two of them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The locale that was chosen. step: by what; fallback: it is another language than the one that was asked for."""

    locale: str
    step: Step

    @property
    def fallback(self) -> bool:
        """Did nothing fit, so that the survey's own fallback speaks?"""
        return self.step == "fallback"


@dataclass(frozen=True, slots=True)
class _Tag:
    language: str
    script: str | None
    region: str | None


def choose(wanted: str | None, offered: Collection[str], fallback: str) -> Choice:
    """The locale in which to ask: the same tag, else the language in its script, else the language, else the fallback.

    Who reads Latin is asked in Cyrillic only where the survey has no Latin text. fallback: one of offered.
    """
    if wanted is None:
        return Choice(fallback, "fallback")
    same = [locale for locale in offered if locale.lower() == wanted.lower()]
    if same:
        return Choice(same[0], "exact")
    asked = _read(wanted)
    related = sorted((locale for locale in offered if _read(locale).language == asked.language), key=_shortest_first)
    in_script = [locale for locale in related if _read(locale).script == asked.script]
    if in_script:
        return Choice(_of_region(in_script, asked.region), "script" if asked.script else "language")
    return Choice(related[0], "language") if related else Choice(fallback, "fallback")


def _read(tag: str) -> _Tag:
    language, *rest = tag.lower().split("-")
    script = next((part.title() for part in rest[:1] if len(part) == 4 and part.isalpha()), None)
    region = next((part for part in rest if len(part) == 2 or (len(part) == 3 and part.isdigit())), None)
    language = ALIASES.get(language, language)
    return _Tag(language, script or SCRIPTS.get(f"{language}-{region}") or SCRIPTS.get(language), region)


def _shortest_first(tag: str) -> tuple[int, str]:
    return len(tag), tag


def _of_region(locales: list[str], region: str | None) -> str:
    return next((locale for locale in locales if region is not None and _read(locale).region == region), locales[0])
