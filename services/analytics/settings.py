"""What the environment sets for analytics."""

from pydantic import Field

from shared.ops.settings import ServiceSettings


class Settings(ServiceSettings):
    """Analytics' own settings, beside those that every service has.

    silent_after_heartbeats: how many heartbeats may fail to come before a service is called silent.
    repairs_per_minute: at most so many repairs are asked for, by whomever.
    """

    silent_after_heartbeats: int = Field(
        default=10, ge=2, le=1_000, validation_alias="ANALYTICS_SILENT_AFTER_HEARTBEATS"
    )
    repairs_per_minute: int = Field(default=30, ge=1, le=10_000, validation_alias="ANALYTICS_REPAIRS_PER_MINUTE")
