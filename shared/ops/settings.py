"""What the environment sets. A wrong or missing setting stops the start with one line that names it.

Every variable may also be given as a file: `DATABASE_URL_FILE=/run/secrets/database_url`.
"""

import os
import sys
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any, Literal, Self, TypeVar

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from sqlalchemy.engine import make_url

OPS_PORT_ABOVE = 100  # OPS_PORT is PORT + 100 unless set
SHORTEST_SECRET = 32  # characters
WRONG_SETTING = 2  # exit status

APPRISE_SCHEMES = ("discord", "opsgenie", "pagerduty", "slack", "tgram")
"""Of apprise's addresses those whose hosts are fixed: what a user writes chooses an account there, and no host."""

S = TypeVar("S", bound="ServiceSettings")

Network = IPv4Network | IPv6Network


class FilesSource(PydanticBaseSettingsSource):
    """Reads `<NAME>_FILE`: the variable's value is what the file holds."""

    def get_field_value(self, field: Any, field_name: str) -> tuple[Any, str, bool]:
        """Not used: `__call__` reads all fields."""
        return None, field_name, False

    def __call__(self) -> dict[str, Any]:
        """What the named files hold."""
        prefix = str(self.config.get("env_prefix") or "")
        read: dict[str, Any] = {}
        for name, field in self.settings_cls.model_fields.items():
            variable = str(field.validation_alias or f"{prefix}{name}".upper())
            path = os.environ.get(f"{variable}_FILE")
            if path:
                read[variable if field.validation_alias else name] = _contents(variable, path)
        return read


class SettingsError(Exception):
    """A setting is missing or wrong; the message is one line that names it and repeats no value."""


class ServiceSettings(BaseSettings):
    """What every service reads. A service adds its own, each under its prefix:

    `tickets_per_page: int = Field(default=50, validation_alias="TICKETING_TICKETS_PER_PAGE")`
    """

    model_config = SettingsConfigDict(extra="ignore", env_ignore_empty=True, hide_input_in_errors=True)

    database_url: str
    db_pool_size: int = Field(default=10, ge=1, le=200)
    db_pool_overflow: int = Field(default=0, ge=0, le=200)
    transaction_timeout_seconds: float = Field(default=30.0, gt=0, le=30)

    kafka_bootstrap_servers: str = "127.0.0.1:9092"
    kafka_security_protocol: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = "PLAINTEXT"
    kafka_sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] | None = None
    kafka_sasl_username: str | None = None
    kafka_sasl_password: SecretStr | None = None
    kafka_ca: str | None = None
    """PEM certificates of those who may sign the brokers'; by default whom the machine trusts."""
    kafka_replication_factor: int = Field(default=1, ge=1, le=9)
    kafka_partitions: int = Field(default=12, ge=1, le=1000)
    consumer_fetch_max_wait_ms: int = Field(default=500, ge=1, le=10_000)
    consumer_session_timeout_seconds: float = Field(default=30.0, ge=6, le=300)

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65_535)
    ops_port: int = Field(default=0, ge=0, le=65_535)
    root_path: str = ""
    public_base_url: str | None = None
    ticketing_url: str | None = None
    feedback_url: str | None = None
    onboarding_url: str | None = None
    analytics_url: str | None = None
    """Where the others' pages are reached; one that is not set has no link."""

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["json", "console"] = "json"

    secret_key: SecretStr
    oidc_issuer: str | None = None
    oidc_audience: str | None = None
    oidc_jwks: str | None = None
    oidc_roles_claim: str = "roles"
    oidc_client_id: str | None = None
    """As which the pages sign people in at the issuer; by default keys alone open them."""
    oidc_client_secret: SecretStr | None = None
    """Of a client that has one; without it the code's verifier alone proves whose the code is."""
    allow_private_addresses: bool = False
    allowed_networks: str = ""
    rate_limit: int = Field(default=6_000, ge=0, le=1_000_000)
    import_max_bytes: int = Field(default=52_428_800, ge=1_048_576, le=1_073_741_824)
    erasures_per_minute: int = Field(default=20, ge=1, le=10_000)
    outbox_limit: int = Field(default=1_000_000, ge=0)
    outbox_limit_seconds: float = Field(default=3_600, gt=0)

    smtp_url: str | None = None
    mail_from: str = "serviceops@localhost"
    notify_allowed_domains: str = ""
    notify_schemes: str = ",".join(APPRISE_SCHEMES)

    heartbeat_seconds: float = Field(default=30.0, gt=0)
    assurance_tolerance_seconds: float = Field(default=60.0, ge=0)
    sweep_seconds: float = Field(default=5.0, gt=0)

    @property
    def allowed_domains(self) -> frozenset[str]:
        """The domains to which notifications may go; empty means all."""
        return frozenset(domain.strip().lower() for domain in self.notify_allowed_domains.split(",") if domain.strip())

    @property
    def schemes(self) -> frozenset[str]:
        """The schemes of apprise's addresses to which notifications may go."""
        return frozenset(scheme.strip().lower() for scheme in self.notify_schemes.split(",") if scheme.strip())

    @property
    def open_networks(self) -> tuple[Network, ...]:
        """The internal networks into which addresses that users set may lead."""
        return tuple(ip_network(part.strip()) for part in self.allowed_networks.split(",") if part.strip())

    @field_validator("allowed_networks")
    @classmethod
    def _are_networks(cls, value: str) -> str:
        try:
            for part in filter(str.strip, value.split(",")):
                ip_network(part.strip())
        except ValueError:
            raise ValueError("is no list of networks such as 10.20.0.0/16, fd12::/48") from None
        return value

    @field_validator("notify_schemes")
    @classmethod
    def _are_schemes(cls, value: str) -> str:
        if any(scheme.strip().lower() not in (*APPRISE_SCHEMES, "") for scheme in value.split(",")):
            raise ValueError(f"has others than {', '.join(APPRISE_SCHEMES)}")
        return value

    @field_validator("database_url")
    @classmethod
    def _names_postgresql(cls, value: str) -> str:
        try:
            named = make_url(value).get_backend_name() == "postgresql"
        except Exception:
            named = False
        if not named:
            raise ValueError("is no postgresql:// URL")
        return value

    @field_validator("ticketing_url", "feedback_url", "onboarding_url", "analytics_url")
    @classmethod
    def _is_address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError("is no http:// or https:// address")
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: SecretStr) -> SecretStr:
        if len(value.get_secret_value()) < SHORTEST_SECRET:
            raise ValueError(f"has fewer than {SHORTEST_SECRET} characters")
        return value

    @field_validator("root_path")
    @classmethod
    def _no_trailing_slash(cls, value: str) -> str:
        if value and not value.startswith("/"):
            raise ValueError("starts with a slash")
        return value.rstrip("/")

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if not self.ops_port:
            if self.port + OPS_PORT_ABOVE > 65_535:
                raise ValueError("OPS_PORT is needed where PORT + 100 is no port")
            self.ops_port = self.port + OPS_PORT_ABOVE
        oidc = {
            "OIDC_ISSUER": self.oidc_issuer,
            "OIDC_AUDIENCE": self.oidc_audience,
            "OIDC_JWKS": self.oidc_jwks,
        }
        missing = [name for name, value in oidc.items() if not value]
        if missing and len(missing) < len(oidc):
            raise ValueError(f"{missing[0]} is needed where another OIDC_* is set")
        if self.oidc_client_id and (missing or not self.public_base_url):
            raise ValueError("PUBLIC_BASE_URL, OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS go with OIDC_CLIENT_ID")
        if self.oidc_client_secret is not None and not self.oidc_client_id:
            raise ValueError("OIDC_CLIENT_ID goes with OIDC_CLIENT_SECRET")
        if "SASL" in self.kafka_security_protocol and not (
            self.kafka_sasl_mechanism and self.kafka_sasl_username and self.kafka_sasl_password
        ):
            raise ValueError("KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD go with SASL_*")
        return self

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then the environment, then the files that it names."""
        return init_settings, env_settings, FilesSource(settings_cls)


def read(settings: type[S]) -> S:
    """The settings of the environment. Raises SettingsError."""
    try:
        return settings()
    except ValidationError as error:
        raise SettingsError(_one_line(settings, error)) from None


def load(settings: type[S]) -> S:
    """The settings of the environment; a wrong or missing one ends the process with one line and status 2."""
    try:
        return read(settings)
    except SettingsError as error:
        print(error, file=sys.stderr)  # noqa: T201 - the log is not there yet
        raise SystemExit(WRONG_SETTING) from None


def _one_line(settings: type[ServiceSettings], error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    why = "is missing" if first["type"] == "missing" else first["msg"].removeprefix("Value error, ")
    if not first["loc"]:
        return why
    name = str(first["loc"][0])
    field = settings.model_fields.get(name)
    variable = str(field.validation_alias or name) if field else name
    return f"{variable.upper()}: {why[0].lower()}{why[1:]}"


def _contents(variable: str, path: str) -> str:
    try:
        return Path(path).read_text().strip()
    except (OSError, UnicodeError):
        raise SettingsError(f"{variable}_FILE: names no readable file") from None
