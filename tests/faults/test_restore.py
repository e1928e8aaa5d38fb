"""A backup of the four databases, made and restored as docs/operations.md tells: what it holds is whole again."""

import random
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from deploy.local import processes
from deploy.local.postgres import Postgres, binary
from deploy.services import NAMES
from tests.chaos.small_run import SmallRun
from tests.fixtures.stack import RunningStack

SETTLES_WITHIN = 120.0  # seconds


@pytest.mark.full_matrix
@pytest.mark.timeout(600)
async def test_a_restore_loses_and_doubles_nothing_of_the_backup(private_stack: RunningStack, tmp_path: Path) -> None:
    """The dumps hold facts that no broker had yet, and the log that the others went to is gone."""
    seed = random.randrange(1_000_000)
    print(f"seed {seed}")
    kept = SmallRun(private_stack, made(tmp_path / "kept"), seed)
    await kept.tell_stories(12)
    await kept.quiet()
    hold(private_stack, "broker")
    unsent = [await kept.answer(kept.customers[0], score) for score in (2, 9, 3)]
    await stop(private_stack)
    backup(private_stack, made(tmp_path / "dumps"))
    mails = set(mail_of(private_stack).iterdir())

    release(private_stack, "broker")
    private_stack.start()
    later = SmallRun(private_stack, made(tmp_path / "later"), seed)
    await later.tell_stories(6, customers=2)
    forgotten = await later.answer(later.customers[0], 1)
    await later.quiet()
    await stop(private_stack)

    restore(private_stack, tmp_path / "dumps")
    for mail in set(mail_of(private_stack).iterdir()) - mails:
        mail.unlink()  # they tell of what never was
    private_stack.start()
    await kept.quiet(SETTLES_WITHIN)
    for answer in unsent:
        found = (await private_stack["ticketing"].get("/v1/tickets", params={"source_id": answer["id"]})).json()
        assert len(found["items"]) == (answer["outcome"] == "negative")
    assert (await private_stack["feedback"].get(f"/v1/responses/{forgotten['id']}")).status_code == 404
    verdict = kept.verdict(replaced_broker=True)
    assert not verdict["details"], verdict["details"][:5]
    await private_stack.close()


def made(folder: Path) -> Path:
    """A new folder."""
    folder.mkdir()
    return folder


def hold(stack: RunningStack, name: str) -> None:
    """Kill it, and let the launcher not start it again."""
    (stack.state / "hold").mkdir(exist_ok=True)
    (stack.state / "hold" / name).touch()
    stack.kill(name)


def release(stack: RunningStack, name: str) -> None:
    """Let the launcher start it again."""
    (stack.state / "hold" / name).unlink()


async def stop(stack: RunningStack) -> None:
    """End all of it: a backup is made while no process of the suite runs."""
    stack.stop()
    await stack.close()


def backup(stack: RunningStack, folder: Path) -> None:
    """Dump the four databases."""
    with_postgres = alone(stack)
    try:
        for name in NAMES:
            run(with_postgres, "pg_dump", "--format=custom", f"--file={folder / name}", name)
    finally:
        with_postgres.stop()


def restore(stack: RunningStack, folder: Path) -> None:
    """Put the dumps in the place of what is there, and begin with an empty log."""
    shutil.rmtree(stack.state / "kafka", ignore_errors=True)  # the embedded broker keeps nothing anyway
    with_postgres = alone(stack)
    try:
        for name in NAMES:
            replace = ("--clean", "--if-exists", "--create", "--exit-on-error", "--dbname=postgres")
            run(with_postgres, "pg_restore", *replace, str(folder / name))
    finally:
        with_postgres.stop()


def alone(stack: RunningStack) -> Postgres:
    """The stack's PostgreSQL without the stack."""
    postgres = Postgres(stack.state / "postgres", port=processes.free_port(), log=stack.state / "restore.log")
    postgres.start()
    return postgres


def run(postgres: Postgres, program: str, *arguments: str) -> None:
    """A program of PostgreSQL's, as the superuser."""
    password = {"PGPASSWORD": unquote(urlsplit(postgres.url()).password or "")}
    command = [binary(program), "-h", "127.0.0.1", "-p", str(postgres.port), "-U", "postgres", *arguments]
    ended = subprocess.run(command, env=password, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


def mail_of(stack: RunningStack) -> Path:
    """The folder of the mails that were sent."""
    return stack.state / "mail"
