"""The command that orchestrators run to ask a process whether it is ready."""

import contextlib
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from deploy.local import processes
from shared.ops import probe


@contextlib.contextmanager
def answering(status: int, body: bytes) -> Iterator[tuple[int, list[str]]]:
    asked: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Quiet."""

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        serving.start()
        yield server.server_port, asked
        server.shutdown()
        serving.join()


@pytest.mark.parametrize(("status", "exit_status"), [(200, 0), (503, 1), (404, 1)])
def test_it_exits_as_the_process_is_and_says_what_it_said(
    status: int, exit_status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with answering(status, b'{"parts": {"database": "down"}}') as (port, asked):
        assert probe.main(port) == exit_status
    assert asked == ["/readyz"]
    assert capsys.readouterr().out == '{"parts": {"database": "down"}}\n'


def test_as_a_command_it_fails_where_nobody_answers() -> None:
    command = [sys.executable, "-m", "shared.ops.probe", str(processes.free_port())]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout) == (1, "no answer: ConnectionRefusedError\n")
