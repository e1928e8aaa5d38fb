"""`make secrets`: the secrets that docker-compose.yml mounts, each in a file of its own. Needs no .venv.

What is there stays as it is, so a lost or removed file alone is made anew.
"""

import base64
import os
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(".secrets")
SERVICES = ("ticketing", "feedback", "onboarding", "analytics")
DATABASE_HOST = "postgres"  # as Compose names it in its network


def main() -> int:
    """Make what is missing and name it; returns the exit status."""
    made = write_missing(FOLDER)
    sys.stdout.write(f"{FOLDER}: made {', '.join(made) if made else 'nothing, all is there'}\n")
    return 0


def write_missing(folder: Path) -> list[str]:
    """Write those that are not there yet; answers their names."""
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)
    missing = {name: value for name, value in fresh().items() if not (folder / name).exists()}
    for name, value in missing.items():
        # Compose mounts the file with its owner and mode, and the containers' users are none of this machine's:
        # all may read it, and the folder, which the containers do not see, keeps all but its owner out.
        with os.fdopen(os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o444), "w") as file:
            os.fchmod(file.fileno(), 0o444)
            file.write(value + "\n")
    return list(missing)


def fresh() -> Mapping[str, str]:
    """New values for all of them, by the names of their files."""
    return {
        "postgres_password": secrets.token_urlsafe(24),
        "secret_key": secrets.token_urlsafe(48),
        # With which gateways sign what they bring in, as Standard Webhooks writes it.
        "ticketing_inbound_secrets": f"whsec_{base64.b64encode(secrets.token_bytes(32)).decode()}",
        "feedback_inbound_secrets": f"whsec_{base64.b64encode(secrets.token_bytes(32)).decode()}",
        **{
            f"{service}_database_url": f"postgresql://{service}:{secrets.token_urlsafe(24)}@{DATABASE_HOST}/{service}"
            for service in SERVICES
        },
    }


if __name__ == "__main__":
    raise SystemExit(main())
