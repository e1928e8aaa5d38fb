"""What the environment sets for ticketing, besides what every service reads."""

from datetime import timedelta

from pydantic import Field

from shared.ops.settings import ServiceSettings

WEEK = 7 * 86_400  # seconds


class Settings(ServiceSettings):
    """Ticketing's settings."""

    reopen_window_seconds: int = Field(
        default=WEEK, ge=0, le=366 * 86_400, validation_alias="TICKETING_REOPEN_WINDOW_SECONDS"
    )

    @property
    def reopen_window(self) -> timedelta:
        """How long after it was solved a ticket may be reopened; after that it is closed."""
        return timedelta(seconds=self.reopen_window_seconds)
