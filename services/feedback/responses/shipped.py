"""The themes and the word lists that ship, of the words in words.py."""

from collections.abc import Iterator

from services.feedback.responses.words import WORDS
from services.feedback.themes.schemas import ThemeIn
from services.feedback.word_lists.schemas import WordListIn


def themes() -> Iterator[ThemeIn]:
    """Each theme, with its words in every language that has some."""
    for code in WORDS["en"].themes:
        words = {language: _listed(held.themes[code]) for language, held in WORDS.items() if code in held.themes}
        yield ThemeIn(code=code, name=code.capitalize(), words=words)


def word_lists() -> Iterator[WordListIn]:
    """Each kind of critical words in each language."""
    for language, held in WORDS.items():
        for kind, words in held.critical.items():
            yield WordListIn(kind=kind, locale=language, words=_listed(words))


def _listed(words: str) -> list[str]:
    return [word.replace("_", " ") for word in words.split()]
