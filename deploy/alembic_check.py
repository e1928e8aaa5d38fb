"""`python -m deploy.alembic_check`: each service's revisions make the tables that its code declares.

On an embedded PostgreSQL of its own. Alembic sees no CHECKs and no predicates of indexes; tests do.
"""

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.util.exc import CommandError

from deploy import services
from deploy.local import processes
from deploy.local.postgres import Postgres
from shared.db import migrations


def main() -> int:
    """Check all four; returns the exit status."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        server = Postgres(home / "postgres", port=processes.free_port(), log=home / "log", durable=False)
        server.start()
        try:
            for name in services.NAMES:
                why = _difference(name, server.create_database(name).url)
                sys.stdout.write(f"alembic check {name}: {why or 'ok'}\n")
                failed += why is not None
        finally:
            server.remove()
    return 1 if failed else 0


def _difference(name: str, database_url: str) -> str | None:
    service = services.service(name)
    configuration = migrations.configuration(service.migrations, database_url, service.tables)
    try:
        command.upgrade(configuration, "head")
        command.check(configuration)
    except CommandError as error:
        return str(error)
    return None


if __name__ == "__main__":
    sys.exit(main())
