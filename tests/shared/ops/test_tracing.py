"""Tracing costs nothing until OTEL_* asks for it."""

import os
import subprocess
import sys

import pytest

from shared.ops import tracing


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("OTEL_"):
            monkeypatch.delenv(name)


@pytest.mark.parametrize(
    ("variables", "on"),
    [
        ({}, False),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://collector:4318"}, True),
        ({"OTEL_TRACES_EXPORTER": "console"}, True),
        ({"OTEL_TRACES_EXPORTER": "none", "OTEL_EXPORTER_OTLP_ENDPOINT": "http://collector:4318"}, False),
        ({"OTEL_SDK_DISABLED": "true", "OTEL_EXPORTER_OTLP_ENDPOINT": "http://collector:4318"}, False),
    ],
)
def test_the_switch(variables: dict[str, str], on: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert tracing.switched_on() is on


def test_off_imports_no_sdk() -> None:
    code = (
        "import sys; import shared.http.app; from shared.ops import tracing; assert not tracing.configure('toy');"
        "print([name for name in sys.modules if name.startswith(('opentelemetry.sdk', 'opentelemetry.instr'))])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"
    assert tracing.current_traceparent() is None


def test_on_spans_name_the_template_and_no_query() -> None:
    """In a process of its own: a tracer provider can be set but once."""
    code = """
import asyncio, os
os.environ["OTEL_TRACES_EXPORTER"] = "console"
import httpx
from shared.ops import tracing
assert tracing.configure("toy")
from shared.db.session import Database
from tests.shared.http import toy
app = toy.toy_app(Database("toy", "postgresql://nobody@127.0.0.1:1/nothing"))
async def main():
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://toy") as client:
        await client.get("/v1/things?name=hunter2")
        await client.get("/docs")
asyncio.run(main())
tracing.close()
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    spans = "\n".join(line for line in ended.stdout.splitlines() if "request.answered" not in line)
    assert '"name": "GET' in spans
    assert '"service.name": "toy"' in spans
    assert "hunter2" not in spans
