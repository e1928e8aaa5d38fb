"""deploy/Dockerfile: what it says, and what its COPY steps bring for each service. test_image.py starts the whole."""

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from dockerfile_parse import DockerfileParser
from packaging.specifiers import SpecifierSet

from shared.ops.settings import OPS_PORT_ABOVE, ServiceSettings
from tests.deploy.compose import ROOT, SERVICES
from tests.deploy.plain_image import Building, Stage, included, is_ignored

DOCKERFILE = ROOT / "deploy/Dockerfile"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


@pytest.fixture(params=SERVICES)
def copied(request: pytest.FixtureRequest, tmp_path: Path) -> Stage:
    """An image with what COPY brings, and without what RUN would install."""
    return Building(DOCKERFILE, ROOT, tmp_path, runs=False, SERVICE=request.param).build()


def test_hadolint_finds_nothing() -> None:
    tool = Path(sys.executable).with_name("hadolint")
    answer = subprocess.run([tool, "--no-color", DOCKERFILE], capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_an_image_holds_the_shared_code_and_one_service(copied: Stage) -> None:
    service = copied.environment["SERVICE"]
    held = {path.relative_to(copied.path(".")).as_posix() for path in copied.path(".").rglob("*") if path.is_file()}
    others = {path for path in held if path.startswith("services/") and not path.startswith(f"services/{service}/")}
    assert others == {"services/__init__.py"}
    assert {path.split("/")[0] for path in held} == {"LICENSE", "services", "shared"}
    code = {path.relative_to(ROOT).as_posix() for name in ("shared", f"services/{service}") for path in source(name)}
    assert code <= held, "the image lacks a part of the code"


def test_an_image_without_its_variables_says_in_one_line_which_is_missing(copied: Stage) -> None:
    answer = run(copied)
    assert copied.command == ["api"]
    assert (answer.returncode, answer.stderr) == (2, "DATABASE_URL: is missing\n")


def test_the_service_takes_the_place_of_the_shell(copied: Stage) -> None:
    shell, flag, line, name = copied.entrypoint
    assert (shell, flag, name) == ("sh", "-c", "serviceops")
    assert line.startswith("exec "), "the shell would keep SIGTERM to itself"
    assert importlib.util.find_spec(f"services.{copied.environment['SERVICE']}.__main__") is not None


def test_it_runs_as_a_numbered_user_that_is_not_root(copied: Stage) -> None:
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", copied.user)


def test_it_is_labelled(copied: Stage) -> None:
    service = copied.environment["SERVICE"]
    labels = {name.removeprefix("org.opencontainers.image."): value for name, value in copied.labels.items()}
    assert labels["title"] == f"serviceops {service}"
    assert labels["licenses"] == PYPROJECT["project"]["license"]
    assert labels["version"] == PYPROJECT["project"]["version"]
    assert labels["revision"] == "unknown"


def test_variables_that_it_sets_are_settings_or_its_own(copied: Stage) -> None:
    settings = {name.upper() for name in ServiceSettings.model_fields}
    assert set(copied.environment) - {"PATH", "PYTHONDONTWRITEBYTECODE", "SERVICE"} == {"HOST"} <= settings
    port = ServiceSettings.model_fields["port"].default
    [exposed] = [step["value"] for step in steps() if step["instruction"] == "EXPOSE"]
    assert exposed.split() == [str(port), str(port + OPS_PORT_ABOVE)]


def test_images_and_uv_are_named_by_a_version() -> None:
    stages: set[str] = set()
    for step in steps():
        if step["instruction"] == "FROM":
            image, *name = step["value"].split(" AS ")
            assert image in stages or re.fullmatch(r"[a-z/]+:\d+\.\d+\.\d+-[a-z-]+", image), image
            stages |= set(name)
    assert re.search(r"pip install --no-cache-dir uv==\d+\.\d+\.\d+\n", DOCKERFILE.read_text())


def test_its_python_is_one_that_the_code_is_checked_for() -> None:
    [version] = re.findall(r"^FROM python:(\d+\.\d+\.\d+)", DOCKERFILE.read_text(), re.MULTILINE)
    assert version in SpecifierSet(PYPROJECT["project"]["requires-python"])
    assert version.startswith(PYPROJECT["tool"]["mypy"]["python_version"] + ".")


def test_an_extra_is_there_for_each_service() -> None:
    assert set(SERVICES) <= set(PYPROJECT["project"]["optional-dependencies"])
    assert '--extra "${SERVICE:?' in DOCKERFILE.read_text(), "without SERVICE all services would be copied"


def test_no_secret_is_built_in() -> None:
    for step in steps():
        if step["instruction"] in ("ARG", "ENV", "LABEL"):
            assert not re.search(r"(?i)password|token|secret|api_?key|://\S+:\S+@", step["value"]), step["value"]


def test_an_image_can_see_nothing_but_what_it_is_made_of() -> None:
    seen = included(ROOT)
    assert {path.split("/")[0] for path in seen} == {"LICENSE", "pyproject.toml", "uv.lock", "shared", "services"}
    assert not [path for path in seen if "__pycache__" in path]
    patterns = (ROOT / ".dockerignore").read_text().splitlines()[1:]
    for path in (
        ".env",
        ".secrets/secret_key",
        ".local/secrets.json",
        ".git/config",
        "deploy/services.py",
        "tests/a.py",
    ):
        assert is_ignored(path, patterns), path


def test_the_last_pattern_that_matches_decides() -> None:
    assert is_ignored("a/b.py", ["*"])
    assert not is_ignored("a/b.py", ["*", "!a"])
    assert is_ignored("a/c/x/b.pyc", ["*", "!a", "**/x"])
    assert not is_ignored("a/b.py", ["b.py"])


def run(image: Stage, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        image.process(*command),
        cwd=image.path("."),
        env=image.variables(),
        capture_output=True,
        text=True,
        check=False,
    )


def steps() -> list[dict[str, str]]:
    found: list[dict[str, str]] = DockerfileParser(path=str(DOCKERFILE), env_replace=False).structure
    return found


def source(folder: str) -> list[Path]:
    return [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
