"""`python -m deploy.openapi`: writes what each service says of itself into STATE.

STATE/openapi/<service>.json is its HTTP API, STATE/asyncapi/<service>.json what it tells and hears.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from deploy import services
from shared.db.session import Database

NOWHERE = "postgresql://nobody@127.0.0.1/none"  # a description needs no database


def main() -> None:
    """Write and name the files."""
    state = Path(os.environ.get("STATE") or ".local")
    for name in services.NAMES:
        for kind, document in descriptions(name).items():
            file = state / kind / f"{name}.json"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(document, indent=2) + "\n")
            sys.stdout.write(f"{file}\n")


def descriptions(name: str, **settings: Any) -> dict[str, dict[str, Any]]:
    """A service's OpenAPI and AsyncAPI documents; settings override the defaults."""
    app = _app(name, settings)
    return {"openapi": app.openapi(), "asyncapi": app.state.asyncapi()}


def _app(name: str, settings: dict[str, Any]) -> FastAPI:
    service = services.service(name)
    configured = service.settings(**{"database_url": NOWHERE, "secret_key": "-" * 32, **settings})
    app: FastAPI = service.load_app().create(configured, Database(name, NOWHERE))
    return app


if __name__ == "__main__":
    main()
