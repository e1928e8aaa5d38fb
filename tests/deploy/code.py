"""What the code says of itself, as the files that deploy it must say too."""

from collections.abc import Iterable
from typing import Any

import deploy.services
from shared import commands, process
from shared.events import consumer
from shared.worker import worker

CLIENT_CLOSES_SECONDS = 5.0  # `kafka.let_go`
ORDERLY_END_SECONDS = {
    "api": 2 * process.GRACE_SECONDS,  # its own server, then the one on OPS_PORT
    "worker": worker.LAST_FACTS_SECONDS
    + consumer.COMMIT_SECONDS
    + 2 * CLIENT_CLOSES_SECONDS  # consumer and producer
    + process.GRACE_SECONDS,
}
"""What a process may take from SIGTERM to its end."""


def settings_of(service: str) -> set[str]:
    """The variables that the service reads."""
    fields = deploy.services.service(service).settings.model_fields
    return {str(field.validation_alias or key).upper() for key, field in fields.items()}


def commands_of(service: str) -> set[str]:
    """What `python -m services.<name>` takes, apart from its groups."""
    registered = commands.command_line(deploy.services.service(service)).registered_commands
    return {command.name or command.callback.__name__ for command in registered if command.callback}


def groups_of(service: str) -> list[Any]:
    """Its groups of commands, as typer has them."""
    return list(commands.command_line(deploy.services.service(service)).registered_groups)


def without_file(variables: Iterable[str]) -> set[str]:
    """The settings that these variables give, as texts or as files."""
    return {variable.removesuffix("_FILE") for variable in variables}
