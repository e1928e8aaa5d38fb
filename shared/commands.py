"""The commands that every service has: `python -m services.<name>` and one of migrate, api, worker, all, keys,
dead-letters, republish and topics.

A service's `__main__` is one `Service` and one call of `main`.
"""

import importlib
import os
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any, TypeVar
from uuid import UUID

import typer
import uvloop
from sqlalchemy import MetaData
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.applications import Starlette

from shared import process
from shared.db.session import Database
from shared.events import kafka as kafka_log
from shared.events import permissions
from shared.events import republish as republishing
from shared.events.cause import Cause
from shared.events.fact import topic_of
from shared.events.kafka import BrokerUnavailable, Kafka
from shared.events.transaction import transaction
from shared.features.access import service as access
from shared.features.dead_letters import queries as dead_letter_queries
from shared.features.dead_letters import service as dead_letters
from shared.features.seeding import service as seeding
from shared.http.errors import Problem
from shared.ids import uuid7
from shared.ops import settings as ops_settings
from shared.ops.clock import system_clock
from shared.ops.settings import ServiceSettings
from shared.worker.worker import Duties, kafka_of

T = TypeVar("T")


@dataclass(frozen=True)
class Service:
    """All that the commands need to know of a service.

    tables: the metadata of its tables. migrations: the folder of its revisions.

    app: the module whose `create` makes its API. duties: what its worker does.
    seed: stores what ships, through its own deeds.
    """

    name: str
    settings: type[Any]
    tables: Sequence[MetaData]
    migrations: Path
    app: str
    duties: Callable[[Any], Duties]
    seed: Callable[[AsyncSession, Cause], Awaitable[None]]

    def load_app(self) -> ModuleType:
        """Import the API's code, without which a worker holds 20 MB less."""
        return importlib.import_module(self.app)

    def create_app(self, settings: Any, database: Database) -> Starlette:
        """Its API."""
        app: Starlette = self.load_app().create(settings, database)
        return app


def main(service: Service) -> None:
    """Run the command that the command line names."""
    command_line(service)()


def command_line(service: Service) -> typer.Typer:
    """The service's commands."""
    cli = typer.Typer(
        name=f"python -m services.{service.name}", no_args_is_help=True, add_completion=False, rich_markup_mode=None
    )
    _add_running(cli, service)
    _add_upkeep(cli, service)
    keys = typer.Typer(help="API keys.", no_args_is_help=True)
    _add_keys(keys, service)
    cli.add_typer(keys, name="keys")
    letters = typer.Typer(help="Facts that could not be applied.", no_args_is_help=True)
    _add_dead_letters(letters, service)
    cli.add_typer(letters, name="dead-letters")
    return cli


def _add_running(cli: typer.Typer, service: Service) -> None:
    def serve(*, api: bool, worker: bool) -> None:
        settings = ops_settings.load(service.settings)
        uvloop.run(process.serve(service, settings, api=api, worker=worker))

    @cli.command()
    def api() -> None:
        """Answer requests on PORT."""
        serve(api=True, worker=False)

    @cli.command()
    def worker() -> None:
        """Publish facts, apply those of others, run jobs and send notifications."""
        serve(api=False, worker=True)

    @cli.command(name="all")
    def both() -> None:
        """Run the api and the worker in one process, as on a laptop."""
        serve(api=True, worker=True)


def _add_upkeep(cli: typer.Typer, service: Service) -> None:
    @cli.command()
    def migrate() -> None:
        """Bring the database to this release's revision and store what ships; again changes nothing."""
        settings = ops_settings.load(service.settings)
        bring_up_to_date(service, settings)
        typer.echo(f"{service.name} is at its newest revision, with what ships in place.")

    @cli.command()
    def republish(
        since: Annotated[datetime, typer.Option(parser=_instant, help="From this instant (RFC 3339) on.")],
        until: Annotated[
            datetime | None, typer.Option(parser=_instant, help="To before this one; now by default.")
        ] = None,
    ) -> None:
        """Send the retained facts of a time range again; listeners drop what they know."""

        async def again(session: AsyncSession, cause: Cause) -> int:
            return await republishing.republish(session, since=since, until=until or cause.at)

        typer.echo(f"{_in_transaction(service, again)} facts are sent again.")

    @cli.command()
    def topics(
        allow: Annotated[
            str | None, typer.Option(help="Whom the cluster lets use them so, as in User:ticketing.")
        ] = None,
    ) -> None:
        """Declare the topics that the service tells on and hears, where they are missing, as its worker does."""
        settings = ops_settings.load(service.settings)
        heard = service.duties(settings).handlers.topics()
        try:
            for line in uvloop.run(_prepare_topics(service.name, heard, kafka_of(settings), allow)):
                typer.echo(line)
        except BrokerUnavailable as error:
            typer.echo(f"Kafka: {error}", err=True)
            raise typer.Exit(1) from None


async def _prepare_topics(service: str, heard: list[str], kafka: Kafka, principal: str | None) -> list[str]:
    declared = sorted({topic_of(service), *heard})
    await kafka_log.ensure_topics(kafka, declared)
    done = [f"There are {', '.join(declared)}."]
    if principal is not None:
        granted = list(permissions.needed(service, heard))
        await permissions.allow(kafka, principal, granted)
        done += [f"{principal} may {one}." for one in granted]
    return done


def bring_up_to_date(service: Service, settings: ServiceSettings) -> None:
    """Migrate, then seed in a transaction of its own. Not to be called inside an event loop."""
    from shared.db import migrations  # here, since Alembic's import costs 10 MB, which no API or worker needs

    migrations.upgrade(service.migrations, settings.database_url)
    uvloop.run(_with_database(service, settings, lambda session, cause: seeding.store(session, cause, service.seed)))


def _add_keys(keys: typer.Typer, service: Service) -> None:
    @keys.command()
    def create(
        name: Annotated[str, typer.Option(help="What it is for.")],
        scopes: Annotated[str, typer.Option(help="Separated by commas; * is all.")] = "*",
        expires: Annotated[
            datetime | None, typer.Option(parser=_instant, help="The instant (RFC 3339) of its end.")
        ] = None,
        unlimited: Annotated[bool, typer.Option(help="RATE_LIMIT does not hold for it.")] = False,
        from_variable: Annotated[
            str | None, typer.Option(help="Take the key from this environment variable instead of making one.")
        ] = None,
    ) -> None:
        """Make an API key; it is shown once and stored only as a digest."""
        secret_key = ops_settings.load(service.settings).secret_key.get_secret_value()

        async def make(session: AsyncSession, cause: Cause) -> str:
            _, plain = await access.create_key(
                session,
                cause,
                name=name,
                scopes=[scope.strip() for scope in scopes.split(",") if scope.strip()],
                secret_key=secret_key,
                expires_at=expires,
                unlimited=unlimited,
                secret=os.environ[from_variable] if from_variable else None,
            )
            return plain

        typer.echo(_in_transaction(service, make))

    @keys.command()
    def revoke(prefix: str, reason: Annotated[str | None, typer.Option()] = None) -> None:
        """End a key at once."""

        async def end(session: AsyncSession, cause: Cause) -> bool:
            return await access.revoke_key(session, cause, prefix, reason=reason)

        if not _in_transaction(service, end):
            raise typer.BadParameter("There is no such key, or it was revoked before.")
        typer.echo(f"{prefix} is revoked.")


def _add_dead_letters(letters: typer.Typer, service: Service) -> None:
    @letters.command(name="list")
    def list_letters(state: Annotated[str, typer.Option(help="open, replayed or discarded.")] = "open") -> None:
        """Print id, type, handler and error of each, newest first."""

        async def read(session: AsyncSession, cause: Cause) -> list[str]:
            found = (await session.scalars(dead_letter_queries.dead_letters(state).limit(200))).all()
            return [f"{letter.id}  {letter.type}  {letter.handler}  {letter.error}" for letter in found]

        for line in _in_transaction(service, read):
            typer.echo(line)

    @letters.command()
    def replay(dead_letter_id: UUID) -> None:
        """Apply the fact again, by the same handlers."""
        duties = service.duties(ops_settings.load(service.settings))

        async def again(session: AsyncSession, cause: Cause) -> None:
            await dead_letters.replay(session, cause, duties.handlers, dead_letter_id)

        _in_transaction(service, again)
        typer.echo(f"{dead_letter_id} is replayed.")

    @letters.command()
    def discard(dead_letter_id: UUID, reason: Annotated[str, typer.Option(help="Why it is given up.")]) -> None:
        """Give the fact up for good."""

        async def give_up(session: AsyncSession, cause: Cause) -> None:
            await dead_letters.discard(session, cause, dead_letter_id, reason)

        _in_transaction(service, give_up)
        typer.echo(f"{dead_letter_id} is discarded.")


def _in_transaction(service: Service, deed: Callable[[AsyncSession, Cause], Awaitable[T]]) -> T:
    """Do one deed from the command line; a refusal becomes one line."""
    settings = ops_settings.load(service.settings)
    try:
        return uvloop.run(_with_database(service, settings, deed))
    except Problem as refusal:
        typer.echo(f"{refusal.title} {refusal.detail or ''}".rstrip(), err=True)
        raise typer.Exit(1) from None


async def _with_database(
    service: Service, settings: ServiceSettings, deed: Callable[[AsyncSession, Cause], Awaitable[T]]
) -> T:
    database = Database(service.name, settings.database_url, pool_size=1, process="command")
    cause = Cause(f"request/{uuid7()}", "service/command-line", system_clock())
    try:
        async with transaction(database) as session:
            return await deed(session, cause)
    finally:
        await database.close()


def _instant(text: str) -> datetime:
    """An instant of the command line; without an offset it is UTC. Raises ValueError."""
    instant = datetime.fromisoformat(text)
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)
