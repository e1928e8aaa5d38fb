"""The typed client in clients/python.

python -m deploy.client            writes it, as `make client` does
python -m deploy.client --check    fails when the APIs have changed since, as `make check` does

From the four OpenAPI documents by openapi-python-client, which `uv tool run` fetches: the only target that needs the
internet once everything is installed. DOCUMENTS remembers of which documents the client was made.
"""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from deploy import services
from deploy.openapi import descriptions
from shared.http.uploads import JSON_LINES

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "clients/python"
PACKAGE = FOLDER / "serviceops_client"
DOCUMENTS = FOLDER / "documents.sha256"
GENERATOR = "openapi-python-client==0.29.1"
# Its hooks would bring a ruff of another version; rows, calendars and files are bytes to it.
BYTES = ("text/csv", "application/x-ndjson", "text/calendar", "*/*")

CONFIGURATION = f"""\
literal_enums: true
post_hooks: []
content_type_overrides: {{{", ".join(f'"{kind}": application/octet-stream' for kind in BYTES)}}}
"""


def main() -> None:
    """Write the client anew, or check that it is of today."""
    parser = argparse.ArgumentParser(prog="python -m deploy.client", description="The typed client in clients/python.")
    parser.add_argument("--check", action="store_true", help="fail when the APIs have changed since it was written")
    if not parser.parse_args().check:
        write()
    elif digests() != DOCUMENTS.read_text():
        sys.exit("clients/python is not of the APIs as they are now: run `make client`.")


def write() -> None:
    """Write the client anew, whole."""
    for name, document in documents().items():
        _generate(name, document)
        sys.stdout.write(f"{PACKAGE / name}\n")
    _run("ruff", "format", "--isolated", "--quiet", "--line-length", "120", str(PACKAGE))
    DOCUMENTS.write_text(digests())


def documents() -> dict[str, dict[str, Any]]:
    """What the client would be made of now, by service."""
    found = {name: descriptions(name)["openapi"] for name in sorted(services.NAMES)}
    for document in found.values():
        for schema, said in document["components"]["schemas"].items():
            if schema.endswith(("-Input", "-Output")):  # two of one title would be two classes of one name
                said["title"] = schema.replace("-", "")
        for methods in document["paths"].values():
            for operation in methods.values():
                content = operation.get("requestBody", {}).get("content", {})
                if JSON_LINES in content:  # the generator cannot tell two kinds of bytes apart
                    operation["requestBody"]["content"] = {JSON_LINES: content[JSON_LINES]}
    return found


def digests() -> str:
    """A line for each of the documents, as `sha256sum` writes them."""
    return "".join(
        f"{hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()}  {name}/openapi.json\n"
        for name, document in documents().items()
    )


def _generate(name: str, described: dict[str, Any]) -> None:
    shutil.rmtree(PACKAGE / name, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        document, configuration = Path(folder, "openapi.json"), Path(folder, "configuration.yml")
        document.write_text(json.dumps(described))
        configuration.write_text(CONFIGURATION)
        _run(
            *f"uv tool run --quiet {GENERATOR} generate --meta none --fail-on-warning --overwrite".split(),
            *("--path", str(document), "--config", str(configuration), "--output-path", str(PACKAGE / name)),
        )


def _run(command: str, *arguments: str) -> None:
    found = shutil.which(command, path=f"{ROOT}/.venv/bin") or shutil.which(command)
    found = found or shutil.which(command, path=f"{ROOT}/.tools/uv/bin")
    if found is None:
        sys.exit(f"missing: {command}")
    subprocess.run([found, *arguments], check=True, stdout=subprocess.DEVNULL)  # noqa: S603


if __name__ == "__main__":
    main()
