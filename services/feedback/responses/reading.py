"""What a comment says: its language, how it sounds, what it is about, and whether a person must see it at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from services.feedback.phrases import Index, in_latin, tokens
from services.feedback.responses import language
from services.feedback.responses.sentiment import LONGEST_READ, NEGATION_REACHES, Sentiment, sentiment_of
from services.feedback.responses.words import WORDS
from services.feedback.surveys.outcome import Outcome
from services.feedback.word_lists.models import COMPLAINT, CONTRADICTORY


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a comment. themes: codes in alphabetical order.

    triage: why a person must see it at once: `contradictory`, or the kinds of words that it holds.
    """

    language: str | None = None
    sentiment: Sentiment | None = None
    themes: tuple[str, ...] = ()
    triage: tuple[str, ...] = ()

    @property
    def needs_triage(self) -> bool:
        """Must a person see it at once?"""
        return bool(self.triage)


NOTHING = Reading()


@dataclass(frozen=True, slots=True)
class Spoken:
    """One code's words in one language. theme: whether the code is a theme's, else it is a kind of critical words."""

    code: str
    theme: bool
    words: Iterable[str]


class Vocabulary:
    """The words by which comments are read, by language."""

    def __init__(self, spoken: Mapping[str, Iterable[Spoken]]) -> None:
        self._indexes = {name: Index(_phrases(name, each)) for name, each in spoken.items()}
        self.languages = frozenset({*self._indexes, *WORDS})

    def found(self, spoken: str, words: Sequence[str], outcome: Outcome) -> tuple[set[str], set[str]]:
        """The themes that words speak of, and the kinds of critical words among them."""
        themes: set[str] = set()
        kinds: set[str] = set()
        index = self._indexes.get(spoken)
        for (code, theme), place in index.found(words) if index else ():
            if theme:
                themes.add(code)
            elif code != COMPLAINT:
                kinds.add(code)
            elif outcome == "positive" and not _refused(spoken, words[max(0, place - NEGATION_REACHES) : place]):
                kinds.add(CONTRADICTORY)
        return themes, kinds


def read(comment: str | None, locale: str | None, outcome: Outcome, vocabulary: Vocabulary) -> Reading:
    """Read a comment in the language of its locale, or without one in the language that it seems to have.

    It needs triage where it holds critical words, and where it contradicts a positive score: by its sound, or by a
    complaint. All of it is read for words; how it sounds is heard from where it begins and where it ends.
    """
    if not comment or not comment.strip():
        return NOTHING
    spoken = (
        language.of_locale(locale, vocabulary.languages)
        if locale is not None
        else language.of_text(comment[:LONGEST_READ], vocabulary.languages)
    )
    if spoken is None:
        return NOTHING
    words = tokens(comment)
    themes, kinds = vocabulary.found(spoken, [in_latin(word) for word in words] if spoken == "sr" else words, outcome)
    sounds = sentiment_of(comment, spoken)
    if outcome == "positive" and sounds is not None and sounds.label == "negative":
        kinds.add(CONTRADICTORY)
    return Reading(spoken, sounds, tuple(sorted(themes)), tuple(sorted(kinds)))


def _phrases(spoken: str, held: Iterable[Spoken]) -> Iterable[tuple[tuple[str, bool], str]]:
    for each in held:
        for word in each.words:
            yield (each.code, each.theme), in_latin(word) if spoken == "sr" else word


def _refused(spoken: str, before: Sequence[str]) -> bool:
    known = WORDS.get(spoken)
    return known is not None and not set(known.refusals.split()).isdisjoint(before)
