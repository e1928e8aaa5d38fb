"""What the environment sets for ticketing, besides what every service reads."""

from datetime import timedelta
from email.utils import parseaddr

from pydantic import Field, SecretStr, field_validator

from shared.http import signatures
from shared.ops.settings import ServiceSettings

WEEK = 7 * 86_400  # seconds
STORAGES = ("file:///", "s3://", "memory:///")
"""What the URL of a storage begins with; the last is for tests, which run in one process."""


class Settings(ServiceSettings):
    """Ticketing's settings."""

    reopen_window_seconds: int = Field(
        default=WEEK, ge=0, le=366 * 86_400, validation_alias="TICKETING_REOPEN_WINDOW_SECONDS"
    )

    inbound_burst: int = Field(default=20, ge=1, le=10_000, validation_alias="TICKETING_INBOUND_BURST")
    """How many messages of one sender one ticket takes within ten minutes."""
    inbound_secrets: SecretStr = Field(default=SecretStr(""), validation_alias="TICKETING_INBOUND_SECRETS")
    """Secrets `whsec_…`, between commas, with which gateways sign what they bring in; two while one is exchanged."""
    support_address: str | None = Field(default=None, validation_alias="TICKETING_SUPPORT_ADDRESS")
    """What replies to customers come from, as `Acme Support <support@acme.example>`; MAIL_FROM unless set."""
    attachments_url: str | None = Field(default=None, validation_alias="ATTACHMENTS_URL")
    """Where files lie: `file:///folder` or `s3://bucket/prefix`, for API and worker alike; else none are taken."""
    attachment_max_bytes: int = Field(
        default=20_000_000, ge=1, le=1_073_741_824, validation_alias="TICKETING_ATTACHMENT_MAX_BYTES"
    )

    @field_validator("inbound_secrets")
    @classmethod
    def _are_secrets(cls, value: SecretStr) -> SecretStr:
        if not all(map(signatures.is_secret, _parts(value))):
            raise ValueError(f"has another than whsec_ and {signatures.SHORTEST_BYTES} bytes or more in base64")
        return value

    @field_validator("attachments_url")
    @classmethod
    def _names_a_storage(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(STORAGES):
            raise ValueError("is no file:/// or s3:// URL")
        return value

    @field_validator("support_address")
    @classmethod
    def _is_an_address(cls, value: str | None) -> str | None:
        if value is not None and "@" not in parseaddr(value)[1]:
            raise ValueError("is no mail address")
        return value

    @property
    def inbound_signers(self) -> tuple[str, ...]:
        """The secrets with which gateways sign."""
        return _parts(self.inbound_secrets)

    @property
    def reopen_window(self) -> timedelta:
        """How long after it was solved a ticket may be reopened; after that it is closed."""
        return timedelta(seconds=self.reopen_window_seconds)


def _parts(value: SecretStr) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.get_secret_value().split(",") if part.strip())
