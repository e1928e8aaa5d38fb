"""`python -m deploy.openapi`: writes each service's OpenAPI description to STATE/openapi/<service>.json."""

import json
import os
import sys
from pathlib import Path
from typing import Any

from deploy import services
from shared.db.session import Database

NOWHERE = "postgresql://nobody@127.0.0.1/none"  # a description needs no database


def main() -> None:
    """Write and name the files."""
    folder = Path(os.environ.get("STATE") or ".local") / "openapi"
    folder.mkdir(parents=True, exist_ok=True)
    for name in services.NAMES:
        file = folder / f"{name}.json"
        file.write_text(json.dumps(description(name), indent=2) + "\n")
        sys.stdout.write(f"{file}\n")


def description(name: str) -> dict[str, Any]:
    """A service's OpenAPI document."""
    service = services.service(name)
    settings = service.settings(database_url=NOWHERE, secret_key="-" * 32)
    return service.create_app(settings, Database(name, NOWHERE)).openapi()


if __name__ == "__main__":
    main()
