"""One process of a service: its API, its worker or both, and the small server on OPS_PORT, until SIGTERM."""

import asyncio
import contextlib
import gc
import signal
from collections.abc import Callable, Coroutine
from typing import Any

import structlog
import uvicorn
from starlette.applications import Starlette

from shared.db import revisions
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
YOUNG_OBJECTS = 5_000  # when new ones are looked through for circles; at Python's 700 that takes 4 % of the time
KEEP_ALIVE_SECONDS = 75  # longer than clients and balancers keep idle connections, lest both ends act at once

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
    parts = [health.migrated(database, revisions.newest(service.migrations)), seeded(database)]
    healths: list[Health] = []
    work: list[asyncio.Task[None]] = []
    try:
        if worker:
            background = Worker(database, settings, service.duties(settings), metrics)
            needs = [health.database_answers(database), *parts, broker_answers(settings, required=True)]
            healths.append(Health(needs, alive=lambda: background.consumer.healthy))
            work.append(asyncio.create_task(background.run(stop), name="worker"))
        if api:
            app: Starlette = service.create_app(settings, database)
            app.state.metrics = metrics
            app.state.health.parts += [*parts, broker_answers(settings, required=False)]
            healths.append(app.state.health)
            if not worker:
                database.when_facts_commit(Notifier(database).ring)
            work.append(asyncio.create_task(_listen(app, settings.host, settings.port, stop), name="api"))
        ops = health.endpoints(healths[0], metrics)
        gc.collect()
        gc.freeze()  # what was imported and built stays for good: each full collection would walk it, for 0.1 s
        gc.set_threshold(YOUNG_OBJECTS)
        events.info("process.started", api=api, worker=worker, port=settings.port, ops_port=settings.ops_port)
        await _work_until(stop, work, healths, lambda ended: _listen(ops, settings.host, settings.ops_port, ended))
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


async def _work_until(
    stop: asyncio.Event,
    work: list[asyncio.Task[None]],
    healths: list[Health],
    serve_ops: Callable[[asyncio.Event], Coroutine[Any, Any, None]],
) -> None:
    """Wait for the signal, or for a part that ends by itself, which ends the others too and raises.

    The operations server is the last to end: it tells that the process drains.
    """
    ended = asyncio.Event()
    ops = asyncio.create_task(serve_ops(ended), name="ops")
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait([*work, ops, stopping], return_when=asyncio.FIRST_COMPLETED)
    for one in healths:
        one.draining = True
    stop.set()
    await stopping
    outcomes = await asyncio.gather(*work, return_exceptions=True)
    ended.set()
    await ops
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
            proxy_headers=False,  # nothing here asks for the caller's address or scheme
            server_header=False,
            date_header=True,
            lifespan="on" if isinstance(app, Starlette) else "off",
            timeout_graceful_shutdown=GRACE_SECONDS,
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
            ws="none",
        )
    )
    serving = asyncio.create_task(server.serve())
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait([serving, stopping], return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    stopping.cancel()
    await serving
