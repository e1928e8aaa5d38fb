"""One JSON object a line; exceptions without their messages."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from shared.ops import log


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    held, root = structlog.get_config(), logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.configure(**held)
    root.handlers, root.level = handlers, level


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_events_and_library_logs_look_alike(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure(service="toy", level="INFO")
    with structlog.contextvars.bound_contextvars(request_id="r-1"):
        structlog.get_logger().info("thing.made", thing_id="t-1")
        logging.getLogger("library").warning("odd %s", "thing")
    structlog.get_logger().debug("unseen")
    logging.getLogger("uvicorn.access").info("GET /r/secret-token")
    ours, theirs = lines(capsys)
    assert ours.pop("timestamp").endswith("Z")
    assert ours == {"event": "thing.made", "thing_id": "t-1", "request_id": "r-1", "level": "info", "service": "toy"}
    assert (theirs["event"], theirs["level"], theirs["request_id"]) == ("odd thing", "warning", "r-1")


def test_an_exception_is_told_by_class_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    class Refused(Exception):
        sqlstate = "23505"
        constraint_name = "uq_thing"

    log.configure(service="toy")
    try:
        try:
            raise Refused("DETAIL: Key (email)=(hunter2)")
        except Refused as error:
            raise ValueError("hunter2") from error
    except ValueError:
        structlog.get_logger().exception("thing.failed")
        logging.getLogger("library").exception("thing.failed")
    for line in lines(capsys):
        outer, inner = line["exception"]
        assert outer["class"] == "builtins.ValueError"
        assert (inner["sqlstate"], inner["constraint"]) == ("23505", "uq_thing")
        assert "test_log.py" in outer["places"][-1]
        assert "hunter2" not in str(line)


def test_what_is_no_json_is_written_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure(service="toy")
    structlog.get_logger().info("odd", thing=object)
    assert lines(capsys)[0]["thing"] == "<class 'object'>"


def test_the_console_form_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure(service="toy", form="console")
    structlog.get_logger().info("thing.made")
    assert "thing.made" in capsys.readouterr().out
