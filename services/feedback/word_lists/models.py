"""The table of word lists."""

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from services.feedback.base import Base
from shared.db.base import Identified, Stamped, Versioned

COMPLAINT = "complaint"
"""The kind whose words contradict a positive score; those of every other kind call for a person by themselves."""

CONTRADICTORY = "contradictory"
"""What triage calls an answer whose comment contradicts its score: no kind of words."""


class WordList(Identified, Stamped, Versioned, Base, table=True):
    """Words and phrases of one kind in one language, as `phrases.phrase` keeps them."""

    __tablename__ = "word_list"
    __table_args__ = (UniqueConstraint("kind", "locale"),)

    kind: str = Field(sa_type=Text)
    locale: str = Field(sa_type=Text)
    words: list[str] = Field(sa_type=ARRAY(Text))
