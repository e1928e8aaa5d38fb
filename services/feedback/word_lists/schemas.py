"""HTTP bodies of word lists, and of the words that themes have."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from services.feedback import phrases
from services.feedback.word_lists.models import CONTRADICTORY, WordList
from shared.http.fields import Body, Filters, Text, View, example

MOST_WORDS = 500  # of one list
_ALIASES = {"nb": "no", "nn": "no", "hr": "sr", "bs": "sr", "sh": "sr"}
_LIST = {"kind": "legal", "locale": "en", "words": ["lawyer*", "lawsuit*", "small claims court"]}


def _phrase(text: str) -> str:
    try:
        return phrases.phrase(text)
    except phrases.NoPhrase as wrong:
        raise PydanticCustomError("phrase", "{why}", {"why": str(wrong.__doc__)}) from None


def _kind(text: str) -> str:
    if text == CONTRADICTORY:
        raise PydanticCustomError("reserved", "This is found by the score, not by words")
    return text


Phrase = Annotated[Text, Field(min_length=1, max_length=80), AfterValidator(_phrase)]
"""A word or a phrase of up to five; a word that ends in `*` stands for all that begin so."""

Phrases = Annotated[list[Phrase], Field(max_length=MOST_WORDS), AfterValidator(lambda words: sorted(set(words)))]
"""Each once, in order."""

Code = Annotated[Text, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""As in `speed`."""

Language = Annotated[
    Text, StringConstraints(pattern=r"^[a-z]{2,3}$"), AfterValidator(lambda code: _ALIASES.get(code, code))
]
"""A language, as in `sv`; Serbian is one in both scripts, and Norwegian `no`."""


class WordListIn(Body):
    """Words of one kind in one language. Of the kind `complaint` they count beside a positive score alone.

    A comment is read by the list of its locale's language, or of the language that it seems to have.
    """

    model_config = example(_LIST)

    kind: Annotated[Code, AfterValidator(_kind)]
    locale: Language
    words: Phrases


class WordListPatch(Body):
    """The words that hold from now on, all of them."""

    model_config = example({"words": ["lawyer*", "lawsuit*"]})

    words: Phrases | None = None


class WordListOut(View):
    """A list of words."""

    model_config = example(
        {
            "id": "01a19b45-b800-7006-9d2e-7c10f4a8b60c",
            **_LIST,
            "created_at": "2026-11-20T09:00:00Z",
            "updated_at": "2026-11-20T09:00:00Z",
            "version": 1,
        }
    )

    id: UUID
    kind: str
    locale: str
    words: list[str]
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: WordList) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class WordListFilters(Filters):
    """What the list of word lists may be narrowed to."""

    kind: Code | None = None
    locale: Language | None = None
