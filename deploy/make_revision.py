"""Writes a service's next migration by comparing its tables with what its revisions make so far.

`python -m deploy.make_revision ticketing "add problems"`: read what it wrote before you commit it, since
Alembic sees no CHECKs and no predicates of indexes that changed.
"""

import sys
import tempfile
from pathlib import Path

from alembic import command

from deploy import services
from deploy.local import processes
from deploy.local.postgres import Postgres
from shared.db import migrations


def main(service: str, subject: str) -> None:
    """Write the revision, on a PostgreSQL of its own."""
    described = services.service(service)
    folder = described.migrations
    with tempfile.TemporaryDirectory() as home:
        server = Postgres(Path(home) / "postgres", port=processes.free_port(), log=Path(home) / "log", durable=False)
        server.start()
        try:
            configuration = migrations.configuration(folder, server.create_database(service).url, described.tables)
            command.upgrade(configuration, "head")
            number = len(list(folder.glob("[0-9]*.py"))) + 1
            command.revision(configuration, message=subject, autogenerate=True, rev_id=f"{number:04d}")
        finally:
            server.remove()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m deploy.make_revision SERVICE SUBJECT")
    main(sys.argv[1], sys.argv[2])
