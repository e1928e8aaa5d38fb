"""What a comment says: its language, how it sounds, what it is about, and whether a person must see it at once."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from services.feedback.responses import language
from services.feedback.responses.sentiment import LONGEST_READ, Sentiment, any_of, sentiment_of
from services.feedback.responses.words import WORDS
from services.feedback.surveys.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a comment. themes: codes in alphabetical order."""

    language: str | None = None
    sentiment: Sentiment | None = None
    themes: tuple[str, ...] = ()
    needs_triage: bool = False


NOTHING = Reading()
CRITICAL = "critical"


def read(comment: str | None, locale: str | None, outcome: Outcome) -> Reading:
    """Read a comment in the language of its locale, or without one in the language that it seems to have.

    It needs triage where it names danger, law or leaving, and where it contradicts a positive score.
    """
    if not comment or not comment.strip():
        return NOTHING
    start = comment[:LONGEST_READ]
    spoken = language.of_locale(locale) if locale is not None else language.of_text(start)
    if spoken is None:
        return NOTHING
    sounds = sentiment_of(start, spoken)
    small = start.lower()
    words = language.tokens(language.in_latin(small) if spoken == "sr" else small)
    found = {code for word in words for code in _codes(spoken, word)}
    contradictory = outcome == "positive" and sounds is not None and sounds.label == "negative"
    return Reading(
        language=spoken,
        sentiment=sounds,
        themes=tuple(sorted(found - {CRITICAL})),
        needs_triage=contradictory or CRITICAL in found,
    )


@lru_cache(maxsize=4096)
def _codes(spoken: str, word: str) -> tuple[str, ...]:
    """The themes that a word speaks of, and CRITICAL."""
    return tuple(code for code, pattern in _patterns(spoken) if pattern.fullmatch(word))


@cache
def _patterns(spoken: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = WORDS[spoken]
    themes = [(theme, any_of(said)) for theme, said in words.themes.items()]
    return (*themes, (CRITICAL, any_of(" ".join(words.critical.values()))))
