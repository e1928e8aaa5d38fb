"""Paths as the routes see them and as callers do: ROOT_PATH is what a proxy puts before ours."""

from starlette.types import Scope


def inside(scope: Scope) -> str:
    """The request's path as the routes see it, whether or not the proxy took its prefix away."""
    path: str = scope["path"]
    root: str = scope.get("root_path", "")
    if root and (path == root or path.startswith(root + "/")):
        return path[len(root) :]
    return path


def outside(scope: Scope, path: str) -> str:
    """A route's path as the caller asks for it."""
    root: str = scope.get("root_path", "")
    return root + path
