"""The whole of deploy/Dockerfile performed in a plain folder, and a service started from it as the image's user."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
import tomllib
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from deploy.local import processes
from deploy.local.postgres import Postgres
from tests.deploy import compose, test_extras
from tests.deploy.compose import ROOT
from tests.deploy.plain_image import Building, Stage, as_user
from tests.fixtures.run import SECRET_KEY

pytestmark = pytest.mark.full_matrix  # 20 s of computing, and a copy of all dependencies

SERVICE = "ticketing"
START_SECONDS = 90.0


@pytest.fixture(scope="module")
def image() -> Iterator[Stage]:
    """Ticketing's image as a folder that nobody may write to."""
    folder = Path(tempfile.mkdtemp(prefix="serviceops-image-"))  # pytest's own is closed to the image's user
    folder.chmod(0o755)
    try:
        built = Building(ROOT / "deploy/Dockerfile", ROOT, folder, SERVICE=SERVICE).build()
        shutil.rmtree(folder / "build")  # the image must not need what it was built with
        for path in [built.root, *built.root.rglob("*")]:
            if not path.is_symlink():
                path.chmod(path.stat().st_mode & ~0o222)
        yield built
    finally:
        subprocess.run(["chmod", "-R", "u+w", folder], check=False)
        shutil.rmtree(folder)


@pytest.fixture
def empty_database(postgres: Postgres) -> Iterator[str]:
    """The address of a database in which nothing is yet."""
    name = f"{SERVICE}_{uuid.uuid4().hex[:12]}"
    postgres.create_role(SERVICE)
    postgres.execute(f"CREATE DATABASE {name} OWNER {SERVICE}")
    yield postgres.url(name, role=SERVICE)
    postgres.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_it_holds_the_locked_dependencies_of_its_service_and_no_others(image: Stage) -> None:
    list_all = "import json, importlib.metadata as m; print(json.dumps({d.name: d.version for d in m.distributions()}))"
    answer = subprocess.run(
        [image.path(".venv/bin/python"), "-c", list_all],
        env=image.variables(),
        **as_user(image),
        capture_output=True,
        text=True,
        check=True,
    )
    held = {test_extras.canonical(name): version for name, version in json.loads(answer.stdout).items()}
    lock = {each["name"]: each["version"] for each in tomllib.loads((ROOT / "uv.lock").read_text())["package"]}
    asked = test_extras.distributions(SERVICE, "apprise")  # as the Dockerfile asks for
    assert held == {name: lock[name] for name in asked if name in lock and name in held}
    assert held.keys() == asked


def test_all_of_it_can_be_read_and_none_of_it_written_by_its_user(image: Stage) -> None:
    assert refused(image, "r") == []
    everything = {str(path) for path in image.root.rglob("*")}
    assert len(everything) > 1000
    assert everything - set(refused(image, "w")) == set()
    compiled = list(image.path("services").rglob("*.pyc"))
    assert len(compiled) == len(list(image.path("services").rglob("*.py"))), "each process would compile it anew"


def test_it_migrates_serves_and_ends_in_order_without_writing(
    image: Stage, empty_database: str, tmp_path: Path
) -> None:
    before = state(image)
    migrated = subprocess.run(
        image.process("migrate"), **container(image, "migrate", empty_database), capture_output=True, text=True
    )
    assert migrated.returncode == 0, migrated.stderr

    with started(image, "api", empty_database, tmp_path / "log") as (child, port):
        answer = until_ready(child, port, tmp_path / "log")
        assert answer["status"] == "ready"
        assert answer["parts"]["database"] == answer["parts"]["migrations"] == "ok"
        assert answer["parts"]["broker"] == "degraded"
        assert probe(image, port).returncode == 0
        if os.geteuid() == 0:
            assert owner(child.pid) == image.user

        begun = time.monotonic()
        child.send_signal(signal.SIGTERM)
        assert child.wait(timeout=30) == 0, processes.tail(tmp_path / "log")
        grace = compose.container(SERVICE, "api")["stop_grace_period"].removesuffix("s")
        assert time.monotonic() - begun < float(grace)
    assert probe(image, port).returncode == 1
    assert state(image) == before


def test_a_database_that_was_not_migrated_is_told_of_by_the_probe(
    image: Stage, empty_database: str, tmp_path: Path
) -> None:
    with started(image, "api", empty_database, tmp_path / "log") as (child, port):
        deadline = time.monotonic() + START_SECONDS
        while "migrations" not in (told := probe(image, port)).stdout:
            assert child.poll() is None, processes.tail(tmp_path / "log")
            assert time.monotonic() < deadline, told.stdout
        assert told.returncode == 1
        assert json.loads(told.stdout)["parts"]["migrations"] == "down"


@contextmanager
def started(image: Stage, name: str, database: str, log: Path) -> Iterator[tuple["subprocess.Popen[bytes]", int]]:
    """The container's process, and the port on which it answers."""
    port = processes.free_port()
    ports = {"PORT": str(port), "OPS_PORT": str(processes.free_port())}
    with log.open("wb") as out:
        child = subprocess.Popen(
            image.process(name), **container(image, name, database, **ports), stdout=out, stderr=out
        )
    try:
        yield child, port
    finally:
        child.kill()
        child.wait()


def container(image: Stage, name: str, database: str, **others: str) -> dict[str, object]:
    """Where, as whom and with what a container's process runs: Compose's variables, and nothing of ours."""
    given = compose.environment(SERVICE, name, Path(compose.SECRETS))
    secrets = {"DATABASE_URL": database, "SECRET_KEY": SECRET_KEY}
    assert {f"{variable}_FILE" for variable in secrets} <= set(given)
    plain = {variable: value for variable, value in given.items() if not variable.endswith("_FILE")}
    elsewhere = {"KAFKA_BOOTSTRAP_SERVERS": f"127.0.0.1:{processes.free_port()}", **others}
    return {"cwd": image.path("."), "env": {**image.variables(), **plain, **secrets, **elsewhere}, **as_user(image)}


def until_ready(child: "subprocess.Popen[bytes]", port: int, log: Path) -> dict[str, dict[str, str]]:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:
                told: dict[str, dict[str, str]] = json.load(answer)
                return told
        except (urllib.error.URLError, ConnectionError):
            assert child.poll() is None, processes.tail(log)
            assert time.monotonic() < deadline, processes.tail(log)
            time.sleep(processes.POLL_INTERVAL)


def probe(image: Stage, port: int) -> "subprocess.CompletedProcess[str]":
    """The health check that Compose runs in the container, on this port."""
    *command, _ = compose.container(SERVICE, "api")["healthcheck"]["test"][1:]
    return subprocess.run(
        ["/usr/bin/env", *command, str(port)],
        cwd=image.path("."),
        env=image.variables(),
        **as_user(image),
        capture_output=True,
        text=True,
        check=False,
    )


def refused(image: Stage, wish: str) -> list[str]:
    """What the image's user may not read or write, found out as that user."""
    look = """
import os, pathlib, sys
root, wish = sys.argv[1], {"r": os.R_OK, "w": os.W_OK}[sys.argv[2]]
for path in pathlib.Path(root).rglob("*"):
    if not os.access(path, wish):
        print(path)
"""
    answer = subprocess.run(
        [image.path(".venv/bin/python"), "-c", look, image.root, wish],
        env=image.variables(),
        **as_user(image),
        capture_output=True,
        text=True,
        check=True,
    )
    return answer.stdout.splitlines()


def owner(pid: int) -> str:
    """uid:gid of a process."""
    status = dict(
        line.split(":\t", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines() if ":\t" in line
    )
    return f"{status['Uid'].split()[0]}:{status['Gid'].split()[0]}"


def state(image: Stage) -> dict[str, int]:
    """Each file and folder with the time of its last change."""
    return {str(path): path.lstat().st_mtime_ns for path in [image.root, *image.root.rglob("*")]}
