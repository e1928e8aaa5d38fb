"""In which of our languages a comment is written, by letters and by common words; None where that is unclear.

A statistical identifier (py3langid 0.4) was measured and left out: it takes 96 MB a process and a second of its
start. Of the 66 short comments in tests/services/feedback/responses/comments.py it names 56 rightly and 10
wrongly, these words 53 rightly and none wrongly; what is not named is not read.
"""

from collections.abc import Set
from functools import cache

from services.feedback.phrases import SERBIAN_LETTERS, tokens
from services.feedback.responses.words import LANGUAGES, OTHERS, WORDS

OURS = frozenset(LANGUAGES)

ALIASES = {"nb": "no", "nn": "no", "hr": "sr", "bs": "sr", "sh": "sr"}
"""Languages that are read by the words of a near one."""

CYRILLIC = frozenset({"bg", "sr", "ru", "uk", "mk"})
TELLING_LETTERS = {
    "es": "ñ¿¡",
    "sv": "ä",
    "no": "øæ",
    "da": "øæ",
    "sr": "ђћčćžđ",
    "bg": "ъщ",
    "ru": "ыэё",
    "uk": "іїє",
    "mk": "ѓќѕ",
    "de": "ßü",
    "pt": "ãõ",
    "fr": "êèç",
    "pl": "łąęż",
}
"""Letters that speak for a language, each as much as one of its common words."""


def of_locale(locale: str | None, read: Set[str] = OURS) -> str | None:
    """The language that a locale names, if it is among those that are read: `nb-NO` is read as `no`."""
    if locale is None:
        return None
    language = locale.partition("-")[0].lower()
    language = ALIASES.get(language, language)
    return language if language in read else None


def of_text(text: str, read: Set[str] = OURS) -> str | None:
    """The language of a text, if it is among those that are read and nothing speaks as much for another."""
    small = text.lower()
    words = tokens(small)
    cyrillic = sum("а" <= letter <= "џ" for letter in small) * 2 > sum(map(len, words))
    points: dict[str, float] = {}
    for word in words:
        spoken = _languages_of(cyrillic).get(word, ())
        for language in spoken:
            points[language] = points.get(language, 0.0) + 1.0 / len(spoken)
    for language, letters in TELLING_LETTERS.items():
        if (language in CYRILLIC) == cyrillic or language == "sr":
            found = sum(letter in small for letter in letters)
            if found:
                points[language] = points.get(language, 0.0) + found
    if not points:
        return None
    best = max(points, key=lambda language: points[language])
    if best not in read or any(points[best] == points[other] for other in points if other != best):
        return None
    return best


@cache
def _languages_of(cyrillic: bool) -> dict[str, tuple[str, ...]]:
    """Which languages have a word, among those of one script."""
    spoken: dict[str, tuple[str, ...]] = {}
    for language, vocabulary in _vocabularies(cyrillic).items():
        for word in vocabulary:
            spoken[word] = (*spoken.get(word, ()), language)
    return spoken


def _vocabularies(cyrillic: bool) -> dict[str, set[str]]:
    vocabularies = {
        language: {
            word.rstrip("*") for word in f"{words.function} {words.positive} {words.negative} {words.negations}".split()
        }
        for language, words in WORDS.items()
    }
    vocabularies |= {language: set(words.split()) for language, words in OTHERS.items()}
    if not cyrillic:
        return {name: words for name, words in vocabularies.items() if name not in CYRILLIC - {"sr"}}
    latin_to_cyrillic = {v: chr(k) for k, v in SERBIAN_LETTERS.items()}
    vocabularies["sr"] = {_in_cyrillic(word, latin_to_cyrillic) for word in vocabularies["sr"]}
    return {name: words for name, words in vocabularies.items() if name in CYRILLIC}


def _in_cyrillic(word: str, letters: dict[str, str]) -> str:
    for pair in ("lj", "nj", "dž"):
        word = word.replace(pair, letters[pair])
    return "".join(letters.get(letter, letter) for letter in word)
