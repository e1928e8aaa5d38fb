"""The launcher before anything is started: what it refuses, and how it keeps its secrets."""

import json
import os
import re
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.local import options, stack
from deploy.local.processes import ServerError
from deploy.local.stack import ServiceAddress, Stack
from deploy.local.state import State, StateInUse
from deploy.local.story.book import GIVEN, Book, Unmet
from tests.fixtures.stack import free_port_base


def launch(command: str, state: Path, port_base: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "deploy.local", command],
        env={**os.environ, "STATE": str(state), "PORT_BASE": str(port_base)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(("place", "name"), [(1, "feedback"), (103, "analytics")])
def test_a_taken_port_is_told_in_one_line(tmp_path: Path, place: int, name: str) -> None:
    port_base = free_port_base()
    with socket.create_server(("127.0.0.1", port_base + place)):
        answer = launch("run", tmp_path / "state", port_base)
    assert answer.returncode == 1
    assert answer.stderr.splitlines() == [
        f"port {port_base + place} for {name} is taken by another program: stop it, or choose another PORT_BASE"
    ]
    assert not (tmp_path / "state" / "postgres").exists()


@pytest.mark.parametrize("command", ["run", "demo", "migrate"])
def test_a_second_launcher_on_one_state_is_refused_in_one_line(tmp_path: Path, command: str) -> None:
    state = State(tmp_path / "state")
    with state.locked():
        answer = launch(command, state.folder, free_port_base())
    assert answer.returncode == 1
    assert answer.stderr.splitlines() == [
        f"a launcher (process {os.getpid()}) already runs on {state.folder}: stop it, or choose another STATE"
    ]


def test_a_state_is_free_again_when_its_launcher_has_ended(tmp_path: Path) -> None:
    state = State(tmp_path)
    with state.locked(), pytest.raises(StateInUse), state.locked():
        pass
    with state.locked():
        pass


def test_addresses_and_key_are_for_the_owner_alone(tmp_path: Path) -> None:
    written = Stack(
        services={"ticketing": ServiceAddress("http://127.0.0.1:8001", "http://127.0.0.1:8101", "postgresql://…")},
        kafka={"bootstrap_servers": "127.0.0.1:9092", "kind": "embedded"},
        smtp="smtp://127.0.0.1:2525",
        mail_dir="mail",
        api_key="so_key",
        pids={"ticketing": 17},
    )
    path = tmp_path / "stack.json"
    written.save(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stack.load(path) == written
    assert set(json.loads(path.read_text())) == {"services", "kafka", "smtp", "mail_dir", "api_key", "pids"}


def test_a_secret_is_made_once(tmp_path: Path) -> None:
    state = State(tmp_path)
    assert state.secret("api_key", lambda: "first") == state.secret("api_key", lambda: "second") == "first"
    assert stat.S_IMODE((tmp_path / "secrets.json").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("variable", "value"),
    [("PORT_BASE", "http"), ("PORT_BASE", "80"), ("PORT_BASE", "32760"), ("BROKER", "rabbit")],
)
def test_a_wrong_option_is_named(variable: str, value: str) -> None:
    with pytest.raises(ServerError, match=f"^{variable} is '{value}'"):
        options.read({variable: value})


def test_the_book_says_what_was_expected_and_seen(capsys: pytest.CaptureFixture[str]) -> None:
    book = Book()
    book.expect("a ticket is open", {"status": "open", "number": GIVEN}, {"status": "open", "number": 1, "more": 2})
    with pytest.raises(Unmet):
        book.wait("it is solved", lambda: {"status": "open"}, {"status": "solved", "solved_at": GIVEN}, within=0)
    told = re.sub(r" +\d+\.\d\d s", "", capsys.readouterr().out).splitlines()
    assert [line.strip() for line in told] == [
        "✓  a ticket is open",
        "✗  it is solved",
        "status: expected 'solved', seen 'open'",
        "solved_at: expected given, seen None",
    ]


def test_make_clean_removes_only_a_state(tmp_path: Path) -> None:
    ours, theirs = State(tmp_path / "ours").folder, tmp_path / "theirs"
    theirs.mkdir()
    with State(ours).locked():
        assert _clean(ours).returncode == 1
    assert _clean(ours).returncode == _clean(theirs).returncode == 0
    assert (ours.exists(), theirs.exists()) == (False, True)


def _clean(folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "deploy.local.clean"],
        env={**os.environ, "STATE": str(folder)},
        capture_output=True,
        check=False,
    )
