"""Performs a Dockerfile's steps in plain folders, for machines without a container engine.

What it knows is what deploy/Dockerfile uses: FROM, ARG, ENV, WORKDIR, COPY, RUN, USER, ENTRYPOINT, CMD. Each stage is
a folder that stands for its root; paths that the file gives are paths below it. The one base image is this Python,
copied, since its own folder may be closed to the user that the image names.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from dockerfile_parse import DockerfileParser

ROOT = Path(__file__).parents[2]
VARIABLE = re.compile(r"\$(?:\{(\w+)\}|(\w+))")


@dataclass
class Stage:
    """A stage as far as it is built. root: the folder that stands for /."""

    name: str
    root: Path
    environment: dict[str, str] = field(default_factory=dict)
    arguments: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    workdir: str = "/"
    user: str = ""
    entrypoint: list[str] = field(default_factory=list)
    command: list[str] = field(default_factory=list)

    def path(self, inside: str) -> Path:
        """Where a path of the image, relative ones from its WORKDIR on, lies on this machine."""
        return self.root / PurePosixPath(self.workdir, inside).relative_to("/")

    def filled(self, text: str) -> str:
        """The text with the variables of the image in it."""
        known = {**self.arguments, **self.environment}
        return VARIABLE.sub(lambda found: known.get(found[1] or found[2], ""), text)

    def variables(self) -> dict[str, str]:
        """ENV, with a PATH that leads into the folder."""
        folders = self.environment["PATH"].split(":")
        here = [str(self.path(folder)) if self.path(folder).is_dir() else folder for folder in folders]
        return {**self.environment, "PATH": ":".join(here)}

    def process(self, *command: str) -> list[str]:
        """What a container with these arguments runs."""
        return [*self.entrypoint, *(command or self.command)]


class Building:
    """Builds all stages; `runs=False` leaves RUN out, and what only it would have made."""

    def __init__(self, dockerfile: Path, context: Path, root: Path, *, runs: bool = True, **arguments: str) -> None:
        self._steps = DockerfileParser(path=str(dockerfile), env_replace=False).structure
        self._context = context
        self._included = included(context)
        self._root = root
        self._runs = runs
        self._given = arguments
        self._stages: dict[str, Stage] = {}
        self._stage: Stage

    def build(self) -> Stage:
        """Perform each step; answers the last stage."""
        for step in self._steps:
            if step["instruction"] != "COMMENT":
                perform: Callable[[str], None] = getattr(self, f"_{step['instruction'].lower()}")
                perform(step["value"])
        return self._stage

    def _from(self, value: str) -> None:
        words = value.split()
        name = words[2] if len(words) > 1 else str(len(self._stages))
        self._stage = Stage(name, self._root / name)
        self._stage.root.mkdir(parents=True)
        if words[0] in self._stages:  # its folder is not copied: no stage here puts files where another builds on
            self._stage.environment = dict(self._stages[words[0]].environment)
        else:
            self._stage.environment = self._base(words[0])
        self._stages[name] = self._stage

    def _base(self, image: str) -> dict[str, str]:
        assert image.startswith("python:"), f"nothing here stands for {image}"
        if not self._runs:
            return {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin"}
        commands = copy_of_this_python(self._root / "base")
        # Where Python is built with a shared library it looks for that in its old folder first.
        return {"PATH": f"{commands}:/usr/bin:/bin", "LD_LIBRARY_PATH": str(commands.with_name("lib"))}

    def _arg(self, value: str) -> None:
        name, _, default = value.partition("=")
        self._stage.arguments[name] = self._given.get(name, default)

    def _env(self, value: str) -> None:
        self._stage.environment |= dict(self._pairs(value))

    def _label(self, value: str) -> None:
        self._stage.labels |= dict(self._pairs(value))

    def _pairs(self, value: str) -> Iterator[tuple[str, str]]:
        for word in shlex.split(value):
            name, _, text = word.partition("=")
            yield name, self._stage.filled(text)

    def _workdir(self, value: str) -> None:
        self._stage.workdir = value
        self._stage.path(value).mkdir(parents=True, exist_ok=True)

    def _copy(self, value: str) -> None:
        words = shlex.split(self._stage.filled(value))
        flags = dict(word.split("=", 1) for word in words if word.startswith("--"))
        *sources, target = (word for word in words if not word.startswith("--"))
        assert set(flags) <= {"--from"}, f"nothing here does {flags}"
        for source in sources:
            self._copy_one(flags.get("--from"), source, target)

    def _copy_one(self, stage: str | None, source: str, target: str) -> None:
        origin = self._stages[stage].path(source) if stage else self._context / source
        if not self._runs and stage and not origin.exists():
            return
        assert origin.exists(), f"COPY {source}: there is no such file"
        into = self._stage.path(target)
        if origin.is_file():
            assert stage or source in self._included, f"COPY {source}: .dockerignore keeps it out"
            into = into / origin.name if target.endswith(("/", ".")) else into
            into.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(origin, into)
        elif stage:
            shutil.copytree(origin, into, symlinks=True, dirs_exist_ok=True, copy_function=os.link)
        else:
            self._copy_included(source, into)

    def _copy_included(self, folder: str, into: Path) -> None:
        held = [path for path in self._included if PurePosixPath(path).is_relative_to(folder)]
        assert held, f"COPY {folder}: .dockerignore keeps all of it out"
        for path in held:
            copy = into / PurePosixPath(path).relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(self._context / path, copy)

    def _run(self, value: str) -> None:
        if not self._runs:
            return
        command = re.sub(r"^(--mount=type=cache\S*\s+)+", "", value)
        foreign = ("VIRTUAL_ENV", "PYTHONPATH", "UV_PROJECT_ENVIRONMENT", "UV_PYTHON")
        ours = {name: text for name, text in os.environ.items() if name not in foreign}  # caches, mirrors, proxies
        done = subprocess.run(
            ["/bin/sh", "-c", command],
            cwd=self._stage.path("."),
            env={**ours, **self._stage.arguments, **self._stage.variables()},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"RUN {command}\n{done.stdout}{done.stderr}"

    def _user(self, value: str) -> None:
        self._stage.user = value

    def _expose(self, value: str) -> None:
        """Nothing: it is a note for people."""

    def _entrypoint(self, value: str) -> None:
        self._stage.entrypoint = json.loads(value)

    def _cmd(self, value: str) -> None:
        self._stage.command = json.loads(value)


def included(context: Path) -> set[str]:
    """The files of the context that its .dockerignore lets an image see."""
    lines = (context / ".dockerignore").read_text().splitlines()
    patterns = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    names = {pattern.removeprefix("!").split("/")[0] for pattern in patterns if pattern.startswith("!")}
    assert "*" in patterns, "without `*` all of the context would have to be looked through"
    found = (path for name in names for path in [context / name, *(context / name).rglob("*")] if path.is_file())
    relative = (path.relative_to(context).as_posix() for path in found)
    return {path for path in relative if not is_ignored(path, patterns)}


def is_ignored(path: str, patterns: list[str]) -> bool:
    """Whether the last pattern that matches the path or a folder above it excludes it."""
    places = [path, *(str(parent) for parent in PurePosixPath(path).parents if str(parent) != ".")]
    ignored = False
    for pattern in patterns:
        if any(_expression(pattern.removeprefix("!")).fullmatch(place) for place in places):
            ignored = not pattern.startswith("!")
    return ignored


def _expression(pattern: str) -> re.Pattern[str]:
    escaped = re.escape(pattern)
    return re.compile(escaped.replace(r"\*\*/", "(?:.*/)?").replace(r"\*\*", ".*").replace(r"\*", "[^/]*"))


def copy_of_this_python(prefix: Path) -> Path:
    """Python with pip, and uv where `make setup` put it, as its image has them; answers the folder of commands."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    stdlib = Path(sysconfig.get_path("stdlib"))
    leave = shutil.ignore_patterns("site-packages", "dist-packages", "test", "idlelib", "config-*", "tests")
    shutil.copytree(stdlib, prefix / "lib" / version, ignore=leave, symlinks=False)
    for library in Path(sys.base_prefix, "lib").glob("libpython3*.so*"):
        shutil.copy2(library, prefix / "lib")
    commands = prefix / "bin"
    commands.mkdir()
    shutil.copy2(Path(sys.base_prefix, "bin", version), commands / version)
    for name in ("python3", "python"):
        (commands / name).symlink_to(version)
    packages = prefix / "lib" / version / "site-packages"
    _add_pip(packages, commands)
    _add_uv(packages, commands)
    return commands


def _add_pip(packages: Path, commands: Path) -> None:
    made = packages.parent / "made"
    subprocess.run([Path(sys.base_prefix, "bin", "python3"), "-m", "venv", made], check=True)
    shutil.copytree(next(made.glob("lib/python*/site-packages")), packages)
    shutil.rmtree(made)
    (commands / "pip").write_text(f'#!/bin/sh\nexec "{commands}/python3" -m pip "$@"\n')
    (commands / "pip").chmod(0o755)


def _add_uv(packages: Path, commands: Path) -> None:
    """Spare the step that installs uv the network, if that is the version which the step wants."""
    for part in ROOT.glob(".tools/uv/lib/python*/site-packages/uv*"):
        shutil.copytree(part, packages / part.name)
    if (tool := ROOT / ".tools/uv/bin/uv").exists():
        (commands / "uv").symlink_to(tool)


def as_user(stage: Stage) -> Mapping[str, Any]:
    """Arguments for `subprocess`: the image's USER, which only root can become."""
    if os.geteuid() != 0:
        return {}
    user, group = stage.user.split(":")
    return {"user": int(user), "group": int(group), "extra_groups": []}
