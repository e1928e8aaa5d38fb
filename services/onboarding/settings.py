"""The settings of the onboarding service."""

from pydantic import Field

from shared.ops.settings import ServiceSettings


class Settings(ServiceSettings):
    """What every service reads, and onboarding's own."""

    acceptance_seconds: int = Field(
        default=57_600, ge=1, le=31_536_000, validation_alias="ONBOARDING_ACCEPTANCE_SECONDS"
    )
    """Business seconds, by the default calendar, in which a hand-off is to be accepted or rejected."""

    deals_topic: str | None = Field(
        default=None, pattern=r"^[A-Za-z0-9._-]{1,249}$", validation_alias="ONBOARDING_DEALS_TOPIC"
    )
    """The topic on which the CRM tells deal.closed_won.v1; none means that deals come over HTTP alone."""
