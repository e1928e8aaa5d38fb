"""`python -m deploy.openapi`: writes each service's OpenAPI description to STATE/openapi/<service>.json."""

import json
import os
import sys
from pathlib import Path

from deploy import services
from shared.db.session import Database

NOWHERE = "postgresql://nobody@127.0.0.1/none"  # a description needs no database


def main() -> None:
    """Write and name the files."""
    folder = Path(os.environ.get("STATE") or ".local") / "openapi"
    folder.mkdir(parents=True, exist_ok=True)
    for name in services.NAMES:
        service = services.service(name)
        settings = service.settings(database_url=NOWHERE, secret_key="-" * 32)
        app = service.create_app(settings, Database(name, NOWHERE))
        file = folder / f"{name}.json"
        file.write_text(json.dumps(app.openapi(), indent=2) + "\n")
        sys.stdout.write(f"{file}\n")


if __name__ == "__main__":
    main()
