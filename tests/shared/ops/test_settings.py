"""A wrong or missing setting stops the start with one line that names it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import Field

from shared.ops import settings
from shared.ops.settings import ServiceSettings, SettingsError

GOOD = {"DATABASE_URL": "postgresql://u:hunter2@db/x", "SECRET_KEY": "s" * 32}


class Settings(ServiceSettings):
    pages: int = Field(default=5, ge=1, validation_alias="TOY_PAGES")


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in list(os.environ):
        if name not in ("PATH", "HOME"):
            monkeypatch.delenv(name, raising=False)
    for name, value in GOOD.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_defaults() -> None:
    read = settings.read(Settings)
    assert (read.port, read.ops_port, read.pages) == (8000, 8100, 5)
    assert read.secret_key.get_secret_value() == "s" * 32
    assert "s" * 32 not in repr(read)
    assert read.allowed_domains == frozenset()


def test_the_environment_sets(environment: pytest.MonkeyPatch) -> None:
    for name, value in {
        "PORT": "9001",
        "OPS_PORT": "9300",
        "TOY_PAGES": "7",
        "LOG_LEVEL": "debug",
        "ROOT_PATH": "/toy/",
        "NOTIFY_ALLOWED_DOMAINS": "us.example, EU.example,",
    }.items():
        environment.setenv(name, value)
    read = settings.read(Settings)
    assert (read.port, read.ops_port, read.pages, read.log_level) == (9001, 9300, 7, "DEBUG")
    assert read.root_path == "/toy"
    assert read.allowed_domains == {"us.example", "eu.example"}


def test_an_empty_variable_is_none_at_all(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("PORT", "")
    assert settings.read(Settings).port == 8000


def test_secrets_come_from_files_too(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in {"DATABASE_URL": "postgresql://file/x", "SECRET_KEY": "f" * 32, "TOY_PAGES": "9"}.items():
        environment.delenv(name, raising=False)
        (tmp_path / name).write_text(value + "\n")
        environment.setenv(f"{name}_FILE", str(tmp_path / name))
    read = settings.read(Settings)
    assert (read.database_url, read.pages) == ("postgresql://file/x", 9)
    assert read.secret_key.get_secret_value() == "f" * 32


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        ({"DATABASE_URL": None}, "DATABASE_URL: is missing"),
        ({"SECRET_KEY": None}, "SECRET_KEY: is missing"),
        ({"SECRET_KEY": "hunter2"}, "SECRET_KEY: has fewer than 32 characters"),
        ({"DATABASE_URL": "mysql://u:hunter2@db/x"}, "DATABASE_URL: is no postgresql:// URL"),
        ({"DATABASE_URL": "hunter2"}, "DATABASE_URL: is no postgresql:// URL"),
        ({"PORT": "hunter2"}, "PORT: input should be a valid integer, unable to parse string as an integer"),
        ({"PORT": "70000"}, "PORT: input should be less than or equal to 65535"),
        ({"PORT": "65500"}, "OPS_PORT is needed where PORT + 100 is no port"),
        ({"LOG_LEVEL": "hunter2"}, "LOG_LEVEL: input should be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        ({"TOY_PAGES": "0"}, "TOY_PAGES: input should be greater than or equal to 1"),
        ({"OIDC_ISSUER": "https://i"}, "OIDC_AUDIENCE is needed where another OIDC_* is set"),
        ({"ROOT_PATH": "toy"}, "ROOT_PATH: starts with a slash"),
        ({"SECRET_KEY_FILE": "/nowhere"}, "SECRET_KEY_FILE: names no readable file"),
        (
            {"KAFKA_SECURITY_PROTOCOL": "SASL_SSL"},
            "KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD go with SASL_*",
        ),
    ],
)
def test_a_wrong_one_is_named_and_not_repeated(
    wrong: dict[str, str | None], line: str, environment: pytest.MonkeyPatch
) -> None:
    for name, value in wrong.items():
        if value is None:
            environment.delenv(name)
        else:
            environment.setenv(name, value)
    with pytest.raises(SettingsError) as refused:
        settings.read(Settings)
    assert str(refused.value) == line
    assert "hunter2" not in str(refused.value)


def test_the_start_ends_with_one_line() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", "from shared.ops import settings as s; s.load(s.ServiceSettings)"],
        env={"PATH": os.environ["PATH"], "DATABASE_URL": "postgresql://x/x"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", "SECRET_KEY: is missing\n")
