"""The secrets that Compose mounts, and the databases that PostgreSQL's image makes of them."""

import os
import re
import stat
import subprocess
from pathlib import Path

import asyncpg
import pytest

from deploy import compose_secrets
from deploy.local import postgres as embedded
from deploy.local.postgres import Postgres
from shared.http import signatures
from shared.ops.settings import SHORTEST_SECRET
from tests.deploy.compose import ROOT, SERVICES


def test_each_secret_is_made_once_and_is_a_new_one(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    made = compose_secrets.write_missing(first)
    kept = read(first)
    assert (
        set(made)
        == set(kept)
        == {
            *("postgres_password", "secret_key", "ticketing_inbound_secrets", "feedback_inbound_secrets"),
            *(f"{each}_database_url" for each in SERVICES),
        }
    )
    assert signatures.is_secret(kept["ticketing_inbound_secrets"])
    assert len(kept["secret_key"]) >= SHORTEST_SECRET

    (first / "secret_key").unlink()
    assert compose_secrets.write_missing(first) == ["secret_key"]
    assert compose_secrets.write_missing(first) == []
    again = read(first)
    assert again.pop("secret_key") != kept.pop("secret_key")
    assert again == kept

    compose_secrets.write_missing(second)
    assert not set(read(second).values()) & set(kept.values())


def test_other_users_of_the_machine_cannot_get_at_them_but_containers_can(tmp_path: Path) -> None:
    umask = os.umask(0o077)  # the files' mode must not hang on it
    try:
        compose_secrets.write_missing(tmp_path / "secrets")
    finally:
        os.umask(umask)
    assert stat.S_IMODE((tmp_path / "secrets").stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "secrets").iterdir()} == {0o444}


def test_git_and_images_pass_over_them() -> None:
    ignored = subprocess.run(
        ["git", "check-ignore", "-q", f"{compose_secrets.FOLDER}/secret_key"], cwd=ROOT, check=False
    )
    assert ignored.returncode == 0
    assert (ROOT / ".dockerignore").read_text().splitlines()[1] == "*"


async def test_each_role_opens_its_own_database_and_no_other(private_postgres: Postgres, tmp_path: Path) -> None:
    secrets = tmp_path / "secrets"
    compose_secrets.write_missing(secrets)
    make_databases(private_postgres, secrets)
    addresses = {
        service: (secrets / f"{service}_database_url")
        .read_text()
        .strip()
        .replace(f"@{compose_secrets.DATABASE_HOST}/", f"@{embedded.HOST}:{private_postgres.port}/")
        for service in SERVICES
    }
    for service, address in addresses.items():
        connection = await asyncpg.connect(address)
        await connection.execute("CREATE TABLE own (id int)")
        await connection.close()
        for other in {*SERVICES, "postgres", "template1"} - {service}:
            with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied for database"):
                await asyncpg.connect(re.sub(r"/\w+$", f"/{other}", address))


def make_databases(server: Postgres, secrets: Path) -> None:
    """Run the script as PostgreSQL's image runs it."""
    password = server.url().split(":")[2].split("@")[0]
    address = {"PGHOST": embedded.HOST, "PGPORT": str(server.port), "PGPASSWORD": password}
    path = f"{Path(embedded.binary('psql')).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        [ROOT / "deploy/postgres-init.sh"],
        env={"PATH": path, "SECRETS": str(secrets), "POSTGRES_USER": embedded.SUPERUSER, **address},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def read(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text().strip() for path in folder.iterdir()}
