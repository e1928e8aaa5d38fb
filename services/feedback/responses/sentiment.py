"""How a comment sounds, from -1 (worst) to 1 (best), offline.

English by VADER (Hutto and Gilbert, 2014) with words about services added to its lexicon. The other five
languages by short lists of words with negation: good enough to sort comments, not to compare two of them.
A comment in any other language is not read.
"""

import math
import re
from dataclasses import dataclass
from functools import cache

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from services.feedback.phrases import in_latin, tokens
from services.feedback.responses.words import WORDS

LONGEST_READ = 1_000  # characters at a time; VADER takes 3 ms for these at worst
LABELLED_FROM = 0.05  # VADER's own threshold
WORD_WEIGHT = 2.0  # of 4, as VADER weighs an ordinary word like "good"
NORMALISED_BY = 15.0  # VADER's alpha: score = s / sqrt(s² + 15)
NEGATION_REACHES = 3  # words
NEGATED = -0.74  # VADER's measured factor: "not good" is less bad than "bad"


@dataclass(frozen=True, slots=True)
class Sentiment:
    """label: positive, neutral or negative. source: by what it was found: `vader`, or the language's `words`."""

    label: str
    score: float
    source: str


def sentiment_of(comment: str, language: str | None) -> Sentiment | None:
    """How a comment sounds in its language; None in a language that is not read.

    A long one sounds as its beginning and its end do between them: there people say what they make of it.
    """
    if language not in WORDS:
        return None
    pieces = [comment[:LONGEST_READ], *([comment[-LONGEST_READ:]] if len(comment) > LONGEST_READ else [])]
    heard = [_english(piece) if language == "en" else _by_words(piece, language) for piece in pieces]
    score = sum(heard) / len(heard)
    return Sentiment(_label(score), round(score, 2), "vader" if language == "en" else "words")


def _label(score: float) -> str:
    if score >= LABELLED_FROM:
        return "positive"
    return "negative" if score <= -LABELLED_FROM else "neutral"


def _english(comment: str) -> float:
    return float(_vader().polarity_scores(comment)["compound"])


@cache
def _vader() -> SentimentIntensityAnalyzer:
    analyzer = SentimentIntensityAnalyzer()
    words = WORDS["en"]
    analyzer.lexicon.update(dict.fromkeys(words.positive.split(), WORD_WEIGHT))
    analyzer.lexicon.update(dict.fromkeys(words.negative.split(), -WORD_WEIGHT))
    return analyzer


def warm_up() -> None:
    """Load what the first comment would wait for."""
    _vader()
    for language in WORDS:
        sentiment_of("", language)


def _by_words(comment: str, language: str) -> float:
    positive, negative, negations = _patterns(language)
    total, negated = 0.0, 0
    for word in tokens(in_latin(comment.lower()) if language == "sr" else comment):
        weight = WORD_WEIGHT * (bool(positive.fullmatch(word)) - bool(negative.fullmatch(word)))
        if weight:
            total += weight * NEGATED if negated else weight
        negated = NEGATION_REACHES if word in negations else max(0, negated - 1)
    return total / math.sqrt(total * total + NORMALISED_BY)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    words = WORDS[language]
    return any_of(words.positive), any_of(words.negative), frozenset(f"{words.negations} {words.refusals}".split())


def any_of(words: str) -> re.Pattern[str]:
    """Matches one word of a list in which `*` ends a stem."""
    return re.compile("|".join(re.escape(word).replace(r"\*", r"[\w'’-]*") for word in words.split()))
