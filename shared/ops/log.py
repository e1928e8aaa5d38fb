"""Structured logs on standard output, one event a line, with the request and the trace that it belongs to.

Events are named with dots (`request.answered`); fields carry ids and codes, never names, addresses,
bodies or query strings. For the same reason JSON logs tell of an exception its classes, its SQLSTATE and
constraint and the places it came through, not its message: a database's message prints the row.
"""

import logging
import logging.config
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any, Literal

import structlog
from opentelemetry import trace
from pydantic_core import to_json
from structlog.typing import Processor

from shared.ops import tracing

Event = MutableMapping[str, Any]

DEEPEST_CHAIN = 8  # causes of an exception
MOST_PLACES = 25  # frames of one exception, the innermost


def configure(*, service: str, level: str = "INFO", form: Literal["json", "console"] = "json") -> None:
    """Set up logging for the process: structlog's events and those of libraries alike.

    level: DEBUG, INFO, WARNING or ERROR. form: `console` is for people who develop, and prints messages.
    """
    threshold = logging.getLevelNamesMapping()[level]
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _service(service),
        *([_trace] if tracing.switched_on() else []),
    ]
    rendering: list[Processor] = [structlog.dev.ConsoleRenderer()]
    if form == "json":
        rendering = [_exception, _line]
    structlog.configure(
        processors=[*shared, *rendering],
        logger_factory=structlog.WriteLoggerFactory(sys.stdout),
        # Not the standard library's loggers: they would cost more than the rest of the access log.
        wrapper_class=structlog.make_filtering_bound_logger(threshold),
        cache_logger_on_first_use=False,
    )
    _route_library_logs(shared, rendering, level=level, quieter=max(threshold, logging.WARNING))


def _route_library_logs(shared: list[Processor], rendering: list[Processor], *, level: str, quieter: int) -> None:
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": shared,
        "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *rendering],
    }
    handler = {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "structured"}
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"structured": formatter},
            "handlers": {"stdout": handler},
            "root": {"handlers": ["stdout"], "level": level},
            "loggers": {
                # Its lines print whole paths, which may hold tokens; ours name the route's template.
                "uvicorn.access": {"handlers": [], "propagate": False},
                "uvicorn.error": {"level": quieter},
                # Whatever it meets, the relay and the consumer report themselves, and probe on purpose.
                "aiokafka": {"level": "CRITICAL"},
                "alembic": {"level": quieter},
                "httpx": {"level": quieter},
            },
        }
    )


def describe(error: BaseException) -> list[dict[str, Any]]:
    """An exception and its causes, outermost first: class, SQLSTATE, constraint, places; no message."""
    told: list[dict[str, Any]] = []
    link: BaseException | None = error
    while link is not None and len(told) < DEEPEST_CHAIN:
        part: dict[str, Any] = {"class": f"{type(link).__module__}.{type(link).__qualname__}"}
        for name, attribute in (("sqlstate", "sqlstate"), ("constraint", "constraint_name")):
            if value := getattr(link, attribute, None):
                part[name] = str(value)
        frames = traceback.extract_tb(link.__traceback__)[-MOST_PLACES:]
        part["places"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        told.append(part)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return told


def _line(logger: Any, method: str, event: Event) -> str:
    return to_json(event, fallback=str).decode()


def _exception(logger: Any, method: str, event: Event) -> Event:
    given = event.pop("exc_info", None)
    if given is True:
        given = sys.exc_info()
    error = given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["exception"] = describe(error)
    return event


def _service(name: str) -> Processor:
    def add(logger: Any, method: str, event: Event) -> Event:
        event["service"] = name
        return event

    return add


def _trace(logger: Any, method: str, event: Event) -> Event:
    span = trace.get_current_span().get_span_context()
    if span.is_valid:
        event["w3c_trace_id"] = trace.format_trace_id(span.trace_id)
        event["w3c_span_id"] = trace.format_span_id(span.span_id)
    return event
