"""The four services as the launcher runs them: their code is loaded once, and forked."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import uvloop

import deploy.services
from deploy.local import brokers
from deploy.local.options import Options
from deploy.local.postgres import HOST
from deploy.local.stack import ServiceAddress, Stack
from shared import commands, process
from shared.commands import Service
from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.access import service as access
from shared.ids import uuid7
from shared.ops import settings as ops_settings
from shared.ops.clock import system_clock
from shared.ops.settings import ServiceSettings

KEY_NAME = "launcher"

PAGES: Mapping[str, tuple[str, str]] = {"ticketing": ("console", "/console"), "feedback": ("studio", "/studio")}
"""The services that have pages for people: what these are called, and where they begin."""

FETCH_MAX_WAIT_MS = {"embedded": "20", "kafka": "500"}  # the embedded broker's long poll does not wake on new data

# Quick answers on a small machine: the observer may call a step missing seconds after its due, not minutes.
PACE: Mapping[str, str] = {
    "HEARTBEAT_SECONDS": "2",
    "ASSURANCE_TOLERANCE_SECONDS": "2",
    "SWEEP_SECONDS": "1",
    "CONSUMER_SESSION_TIMEOUT_SECONDS": "10",
    "DB_POOL_SIZE": "3",
    "DB_POOL_OVERFLOW": "2",
    "TRANSACTION_TIMEOUT_SECONDS": "10",  # on a machine that does much else, two were too few for one fact's effects
}


new_key = access.new_key
_loaded: dict[str, Service] = {}


def load(names: Iterable[str]) -> None:
    """Import all code of these services, so that every fork has it."""
    for name in names:
        _loaded[name] = deploy.services.service(name)


def address(name: str, options: Options, database_url: str) -> ServiceAddress:
    """Where a service listens."""
    return ServiceAddress(
        url=f"http://{HOST}:{options.port(name)}",
        ops_url=f"http://{HOST}:{options.ops_port(name)}",
        database_url=database_url,
    )


def of_broker(kind: str) -> dict[str, str]:
    """The variables that depend on which of the two brokers it is."""
    broker = brokers.parse_kind(kind)
    return {
        "CONSUMER_FETCH_MAX_WAIT_MS": FETCH_MAX_WAIT_MS[broker],
        "KAFKA_PARTITIONS": str(brokers.PARTITIONS[broker]),
    }


def environment(name: str, options: Options, stack: Stack, secret_key: str) -> dict[str, str]:
    """The variables that a service of this stack runs with. Our environment may set another pace."""
    own = stack.services[name]
    pace = {**PACE, **of_broker(stack.kafka["kind"])}
    return {
        **{variable: os.environ.get(variable) or value for variable, value in pace.items()},
        "DATABASE_URL": own.database_url,
        "KAFKA_BOOTSTRAP_SERVERS": stack.kafka["bootstrap_servers"],
        "KAFKA_SECURITY_PROTOCOL": "PLAINTEXT",
        "HOST": HOST,
        "PORT": str(options.port(name)),
        "OPS_PORT": str(options.ops_port(name)),
        "PUBLIC_BASE_URL": own.url,
        **{f"{other.upper()}_URL": at.url for other, at in stack.services.items() if other in PAGES},
        "SECRET_KEY": secret_key,
        "SMTP_URL": stack.smtp,
        "MAIL_FROM": "serviceops@localhost",
        "ATTACHMENTS_URL": Path(stack.mail_dir).absolute().with_name("attachments").as_uri(),
    }


def serve(name: str, variables: Mapping[str, str]) -> None:
    """A forked child's life: the service's API and worker in this process, until SIGTERM."""
    settings = _settings(name, variables)
    uvloop.run(process.serve(_loaded[name], settings, api=True, worker=True))


def prepare(name: str, variables: Mapping[str, str], api_key: str | None = None) -> None:
    """In a forked child: bring the database up to date, store what ships, and let the launcher's key in."""
    settings = _settings(name, variables)
    commands.bring_up_to_date(_loaded[name], settings)
    if api_key is not None:
        uvloop.run(_admit(name, settings, api_key))


async def _admit(name: str, settings: ServiceSettings, api_key: str) -> None:
    database = Database(name, settings.database_url, pool_size=1, process="launcher")
    cause = Cause(f"request/{uuid7()}", "service/launcher", system_clock())
    secret_key = settings.secret_key.get_secret_value()
    try:
        async with transaction(database) as session:
            await access.create_key(
                session, cause, name=KEY_NAME, scopes=["*"], secret_key=secret_key, secret=api_key, unlimited=True
            )
    finally:
        await database.close()


def _settings(name: str, variables: Mapping[str, str]) -> ServiceSettings:
    """Read as every deployment reads them: from the environment."""
    os.environ.update(variables)
    settings: ServiceSettings = ops_settings.load(_loaded[name].settings)
    return settings
