"""The settings of the feedback service."""

from pydantic import Field, field_validator

from services.feedback import frames
from shared.ops.settings import ServiceSettings


class Settings(ServiceSettings):
    """What every service reads, and feedback's own."""

    share_comment: bool = Field(default=True, validation_alias="FEEDBACK_SHARE_COMMENT")
    """Whether facts carry the comment; without it ticketing's agents read it here."""
    triage_address: str | None = Field(default=None, validation_alias="FEEDBACK_TRIAGE_ADDRESS")
    """Who is told that an answer needs a person where nobody works with its account; nobody is without it."""

    frame_origins: str = Field(default="", validation_alias="FEEDBACK_FRAME_ORIGINS")
    """Whose pages may show any survey in a frame, separated by commas; a program may allow more for its own."""

    @field_validator("frame_origins")
    @classmethod
    def _are_origins(cls, value: str) -> str:
        try:
            frames.origins_of(value.split(","))
        except frames.NotAnOrigin:
            raise ValueError("is no list of origins such as https://portal.example, https://app.example:8443") from None
        return value
