"""Files of pages. Their addresses hold a digest of their content, so that a browser asks for each once and for good."""

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from shared.http import paths
from shared.http.errors import NotFound

PREFIX: Final = "/static"
KINDS: Final = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
FOR_GOOD: Final = "public, max-age=31536000, immutable"

_packages: dict[str, str] = {}


def publish(package: str) -> None:
    """Let the files of a package's `static` folder, if it has one, be asked for. A name is one file in all packages."""
    folder = files(package).joinpath("static")
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry.name.rpartition(".")[2] in KINDS:
            held = _packages.setdefault(entry.name, package)
            if held != package:
                raise ValueError(f"{held} and {package} both have a {entry.name}.")


@cache
def address(name: str) -> str:
    """Where a file is asked for, as the routes see it. Raises KeyError for one that was not published."""
    return f"{PREFIX}/{blake2b(_content(name), digest_size=8).hexdigest()}/{name}"


async def answer(request: Request) -> Response:
    """The file; another digest than that of its content is no address."""
    name = request.path_params["name"]
    if name not in _packages or paths.inside(request.scope) != address(name):
        raise NotFound
    kind = KINDS[name.rpartition(".")[2]]
    return Response(_content(name), media_type=kind, headers={"cache-control": FOR_GOOD})


@cache
def _content(name: str) -> bytes:
    return files(_packages[name]).joinpath("static", name).read_bytes()
