"""The settings of the feedback service."""

from email.utils import parseaddr

from pydantic import Field, SecretStr, field_validator

from services.feedback import frames
from shared.http import signatures
from shared.ops.settings import ServiceSettings

LONGEST_MAILBOX = 24  # characters before the @: a plus and a name follow, and 64 are the most


class Settings(ServiceSettings):
    """What every service reads, and feedback's own."""

    share_comment: bool = Field(default=True, validation_alias="FEEDBACK_SHARE_COMMENT")
    """Whether facts carry the comment; without it ticketing's agents read it here."""
    triage_address: str | None = Field(default=None, validation_alias="FEEDBACK_TRIAGE_ADDRESS")
    """Who is told that an answer needs a person where nobody works with its account; nobody is without it."""

    frame_origins: str = Field(default="", validation_alias="FEEDBACK_FRAME_ORIGINS")
    """Whose pages may show any survey in a frame, separated by commas; a program may allow more for its own."""

    bounce_address: str | None = Field(default=None, validation_alias="FEEDBACK_BOUNCE_ADDRESS")
    """The mailbox to which invitations come back, each under a name of its own: `bounces@us.example` as
    `bounces+<name>@us.example`. Unless it is set they come back to MAIL_FROM."""
    inbound_secrets: SecretStr = Field(default=SecretStr(""), validation_alias="FEEDBACK_INBOUND_SECRETS")
    """Secrets `whsec_…`, between commas, with which gateways sign the mails that came back; two while one is
    exchanged."""

    @field_validator("frame_origins")
    @classmethod
    def _are_origins(cls, value: str) -> str:
        try:
            frames.origins_of(value.split(","))
        except frames.NotAnOrigin:
            raise ValueError("is no list of origins such as https://portal.example, https://app.example:8443") from None
        return value

    @field_validator("bounce_address")
    @classmethod
    def _is_a_mailbox(cls, value: str | None) -> str | None:
        if value is not None and (parseaddr(value)[1] != value or len(value.partition("@")[0]) > LONGEST_MAILBOX):
            raise ValueError(f"is no mail address with at most {LONGEST_MAILBOX} characters before its @")
        return value

    @field_validator("inbound_secrets")
    @classmethod
    def _are_secrets(cls, value: SecretStr) -> SecretStr:
        if not all(map(signatures.is_secret, _parts(value))):
            raise ValueError(f"has another than whsec_ and {signatures.SHORTEST_BYTES} bytes or more in base64")
        return value

    @property
    def inbound_signers(self) -> tuple[str, ...]:
        """The secrets with which gateways sign."""
        return _parts(self.inbound_secrets)

    @property
    def pages_url(self) -> str | None:
        """Under which address customers reach our pages, without a slash at its end; None where nothing says so."""
        base = self.feedback_url or self.public_base_url
        return base.rstrip("/") if base else None

    @property
    def sends_invitations(self) -> bool:
        """Is there a mail server to send them by, and an address that their links may name?"""
        return bool(self.smtp_url and self.pages_url)


def _parts(value: SecretStr) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.get_secret_value().split(",") if part.strip())
