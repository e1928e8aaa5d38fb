"""The words of a text, and which of many listed words and phrases stand in it.

Words are compared by their letters alone: nothing of a list or of a comment is ever read as a pattern, so no word
that somebody lists can make a comment slow to read. Each word of a comment is looked up once for every length that
a listed stem has.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar
from unicodedata import normalize

LONGEST_PHRASE = 5  # words
SHORTEST_STEM = 2  # letters before the `*`

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SERBIAN_LETTERS = str.maketrans(
    {
        **dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True)),
        "љ": "lj",
        "њ": "nj",
        "џ": "dž",
    }
)

C = TypeVar("C", bound=Hashable)


class NoPhrase(ValueError):
    """A phrase is one to five words, of which each may end in `*` after two letters or more."""


def tokens(text: str) -> list[str]:
    """The words of a text in small letters; a letter with its accent is one, however it was typed."""
    return _WORD.findall(_plain(text))


def in_latin(text: str) -> str:
    """Serbian in Latin letters; `text` is in small letters."""
    return text.translate(SERBIAN_LETTERS)


def phrase(text: str) -> str:
    """A listed word or phrase as it is kept: small letters, single spaces. Raises NoPhrase."""
    words = _plain(text).split()
    if not 1 <= len(words) <= LONGEST_PHRASE or not all(_is_word(word) for word in words):
        raise NoPhrase
    return " ".join(words)


class Index(Generic[C]):
    """Many phrases, each with the code of what it speaks of."""

    def __init__(self, phrases: Iterable[tuple[C, str]]) -> None:
        self._whole: dict[str, list[tuple[C, Sequence[str]]]] = defaultdict(list)
        self._stems: dict[str, list[tuple[C, Sequence[str]]]] = defaultdict(list)
        for code, text in phrases:
            first, *rest = text.split()
            heads = self._stems if first.endswith("*") else self._whole
            heads[first.removesuffix("*")].append((code, rest))
        self._lengths = sorted({len(stem) for stem in self._stems})

    def found(self, words: Sequence[str]) -> Iterator[tuple[C, int]]:
        """The code of each phrase that stands in a text, and the place of its first word."""
        for place, word in enumerate(words):
            for code, rest in self._beginning(word):
                following = words[place + 1 : place + 1 + len(rest)]
                if len(following) == len(rest) and all(map(_fits, rest, following)):
                    yield code, place

    def _beginning(self, word: str) -> Iterator[tuple[C, Sequence[str]]]:
        yield from self._whole.get(word, ())
        for length in self._lengths:
            if length > len(word):
                return
            yield from self._stems.get(word[:length], ())


def _plain(text: str) -> str:
    small = text.lower()
    return small if small.isascii() else normalize("NFC", small)


def _is_word(word: str) -> bool:
    stem = word.removesuffix("*")
    return _WORD.fullmatch(stem) is not None and (stem == word or len(stem) >= SHORTEST_STEM)


def _fits(listed: str, word: str) -> bool:
    return word.startswith(listed[:-1]) if listed.endswith("*") else word == listed
