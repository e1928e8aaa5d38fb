"""One process of a service: its API, its worker or both, and the small server on OPS_PORT, until SIGTERM."""

import asyncio
import contextlib
import signal
from typing import Any

import structlog
import uvicorn
from fastapi import FastAPI

from shared.db import migrations
from shared.db.session import Database
from shared.events import kafka as kafka_log
from shared.events.wake import Notifier
from shared.features.seeding.service import seeded
from shared.ops import health, log, tracing
from shared.ops.health import Health, Part
from shared.ops.metrics import Metrics
from shared.ops.settings import ServiceSettings
from shared.worker.worker import Worker, kafka_of

GRACE_SECONDS = 8  # for requests that are under way when the process is told to end

events = structlog.get_logger("process")


async def serve(service: Any, settings: ServiceSettings, *, api: bool, worker: bool) -> None:
    """Run until SIGTERM or SIGINT; then refuse new work, finish what is under way, and give everything back.

    service: a `shared.commands.Service`. Raises what ends a part that should not end.
    """
    log.configure(service=service.name, level=settings.log_level, form=settings.log_format)
    tracing.configure(service.name)
    stop = _stop_on_signals()
    metrics = Metrics(service.name)
    database = Database(
        service.name,
        settings.database_url,
        pool_size=settings.db_pool_size,
        overflow=settings.db_pool_overflow,
        transaction_timeout_seconds=settings.transaction_timeout_seconds,
        process="all" if api and worker else "api" if api else "worker",
    )
    parts = [
        health.migrated(database, migrations.head(service.migrations)),
        seeded(database),
    ]
    running: list[asyncio.Task[None]] = []
    try:
        if worker:
            background = Worker(database, settings, service.duties(settings), metrics)
            running.append(asyncio.create_task(background.run(stop), name="worker"))
            ops_health = Health(
                [health.database_answers(database), *parts, broker_answers(settings, required=True)],
                alive=lambda: background.consumer.healthy,
            )
        if api:
            app: FastAPI = service.create_app(settings, database)
            app.state.metrics = metrics
            app.state.health.parts += [*parts, broker_answers(settings, required=False)]
            if not worker:
                database.when_facts_commit(Notifier(database).ring)
                ops_health = app.state.health
            running.append(asyncio.create_task(_listen(app, settings.host, settings.port, stop), name="api"))
        ops = health.endpoints(ops_health, metrics)
        running.append(asyncio.create_task(_listen(ops, settings.host, settings.ops_port, stop), name="ops"))
        events.info("process.started", api=api, worker=worker, port=settings.port, ops_port=settings.ops_port)
        await _until_stopped(running, stop, ops_health)
    finally:
        await database.close()
        tracing.close()
        events.info("process.ended")


def broker_answers(settings: ServiceSettings, *, required: bool) -> Part:
    """The broker answers; for an API it is only degraded without, since the outbox holds facts meanwhile."""
    kafka = kafka_of(settings)

    async def check() -> bool:
        return await kafka_log.answers(kafka)

    return Part("broker", check, required=required)


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


async def _until_stopped(running: list[asyncio.Task[None]], stop: asyncio.Event, ops: Health) -> None:
    """Wait for the signal, or for a part that ends by itself, which ends the others too and raises."""
    waiting = asyncio.create_task(stop.wait())
    await asyncio.wait([*running, waiting], return_when=asyncio.FIRST_COMPLETED)
    ops.draining = True
    stop.set()
    await waiting
    outcomes = await asyncio.gather(*running, return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome


class _Server(uvicorn.Server):
    """Leaves signals to the process, which has more to end than one server."""

    def install_signal_handlers(self) -> None:
        """Nothing: see the class."""

    def capture_signals(self) -> Any:
        """Nothing: see the class."""
        return contextlib.nullcontext()


async def _listen(app: Any, host: str, port: int, stop: asyncio.Event) -> None:
    server = _Server(
        uvicorn.Config(
            app,
            host=host,
            port=port,
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=True,
            lifespan="on" if isinstance(app, FastAPI) else "off",
            timeout_graceful_shutdown=GRACE_SECONDS,
            ws="none",
        )
    )
    serving = asyncio.create_task(server.serve())
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait([serving, stopping], return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    stopping.cancel()
    await serving
