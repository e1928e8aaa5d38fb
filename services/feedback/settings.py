"""The settings of the feedback service."""

from pydantic import Field

from shared.ops.settings import ServiceSettings


class Settings(ServiceSettings):
    """What every service reads, and feedback's own."""

    share_comment: bool = Field(default=True, validation_alias="FEEDBACK_SHARE_COMMENT")
    """Whether facts carry the comment; without it ticketing's agents read it here."""
