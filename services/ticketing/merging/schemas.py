"""HTTP bodies of merging and splitting."""

from typing import Annotated

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from services.ticketing.tickets.schemas import Type
from shared.http.fields import Body, Id, LongText, ShortText, example

MOST_MESSAGES = 100  # of one split


class MergeIn(Body):
    """The ticket that this one becomes part of, and why."""

    model_config = example({"into": "01a207f0-1a80-7d47-a6c1-5f20b93de819", "reason": "She phoned about it as well."})

    into: Id
    reason: LongText | None = None


class UnmergeIn(Body):
    """Why the merge is undone."""

    model_config = example({"reason": "Two matters after all."})

    reason: LongText | None = None


class SplitIn(Body):
    """Which messages become a ticket of their own. Without a subject it names the ticket that they come from."""

    model_config = example(
        {
            "message_ids": ["01a208b4-9a80-7d46-93bf-40de71a86c15"],
            "subject": "The invoice of October",
            "type": "question",
        }
    )

    message_ids: Annotated[list[Id], Field(min_length=1, max_length=MOST_MESSAGES)]
    subject: ShortText | None = None
    type: Type | None = None
    reason: LongText | None = None

    @field_validator("message_ids")
    @classmethod
    def _each_once(cls, ids: list[Id]) -> list[Id]:
        if len(set(ids)) < len(ids):
            raise PydanticCustomError("twice", "Name each message once")
        return ids
