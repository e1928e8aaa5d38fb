"""The settings of the feedback service."""

from pydantic import Field

from shared.ops.settings import ServiceSettings


class Settings(ServiceSettings):
    """What every service reads, and feedback's own."""

    share_comment: bool = Field(default=True, validation_alias="FEEDBACK_SHARE_COMMENT")
    """Whether facts carry the comment; without it ticketing's agents read it here."""
    triage_address: str | None = Field(default=None, validation_alias="FEEDBACK_TRIAGE_ADDRESS")
    """Who is told that an answer needs a person where nobody works with its account; nobody is without it."""
