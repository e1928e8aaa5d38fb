"""What the chart starts is what the code has: its commands, variables, ports and probes, and the time to end."""

import re
from pathlib import Path
from typing import Any

import asyncpg.connect_utils
import pytest
import yaml
from dockerfile_parse import DockerfileParser

import deploy.services
from services.ticketing.attachments import storage
from shared.ops import health
from shared.ops import settings as ops_settings
from tests.deploy import chart, code
from tests.deploy.chart import every_set
from tests.deploy.compose import PROCESSES, ROOT, SERVICES

OURS = [(service, process) for service in SERVICES for process in PROCESSES]
CONTENTS = {
    "database_url": "postgresql://ticketing:p@serviceops-ticketing-rw.desk:5432/ticketing",
    "secret_key": "s" * 32,
    "kafka_password": "p",
    "kafka_ca.crt": "PEM",
    "database_ca.crt": "PEM",
    "inbound_secrets": "whsec_" + "A" * 43 + "=",
    "smtp_url": "smtps://u:p@mail.example.com:465",
}


@every_set
def test_each_process_runs_a_command_that_its_service_has(name: str) -> None:
    for service, process, pod in chart.pods(name):
        assert chart.container(pod)["args"] == [process]
        assert "command" not in chart.container(pod), "the image's ENTRYPOINT is python -m services.<name>"
        assert process in code.commands_of(service)


def test_the_services_that_are_on_have_all_three_processes() -> None:
    made = {name: sorted((service, process) for service, process, _ in chart.pods(name)) for name in chart.VALUES}
    assert made["as it is"] == sorted(OURS)
    assert {service for service, _ in made["small, on plain engines"]} == {"ticketing", "feedback"}


@every_set
def test_each_variable_is_read_by_somebody(name: str) -> None:
    driver = Path(asyncpg.connect_utils.__file__).read_text()
    for service, process, pod in chart.pods(name):
        given = chart.environment(pod)
        others = {variable for variable in given if variable.startswith("PG")}
        bucket = {variable for variable in given if variable.startswith("AWS_")}
        assert code.without_file(set(given) - others - bucket) <= code.settings_of(service), process
        assert all(f"'{variable}'" in driver for variable in others)
        assert all(variable in storage.__doc__ for variable in bucket)


def test_files_lie_where_it_is_said_for_api_and_worker_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bucket, folder = "files in a bucket, gateways that sign", "files in a folder"
    for service, process, pod in chart.pods(bucket):
        given = chart.environment(pod)
        concerned = service == "ticketing" and process != "migrate"
        assert given.get("ATTACHMENTS_URL") == ("s3://desk/files" if concerned else None)
        assert given.get("AWS_SECRET_ACCESS_KEY") == ("bucket/secret-access-key" if concerned else None)
    for service, process, pod in chart.pods(folder):
        claims = [
            volume["persistentVolumeClaim"]["claimName"] for volume in pod["volumes"] if volume["name"] == "attachments"
        ]
        mounts = [each["mountPath"] for each in chart.container(pod)["volumeMounts"] if each["name"] == "attachments"]
        concerned = service == "ticketing" and process != "migrate"
        assert (claims, mounts) == ((["files"], ["/var/lib/serviceops/attachments"]) if concerned else ([], []))
        if concerned:
            assert chart.environment(pod)["ATTACHMENTS_URL"] == f"file://{mounts[0]}"
    read = settings_in(bucket, "ticketing", "api", tmp_path, monkeypatch)
    assert read.inbound_signers == (CONTENTS["inbound_secrets"],)
    assert settings_in(bucket, "ticketing", "worker", tmp_path, monkeypatch).inbound_signers == ()
    assert settings_in(bucket, "feedback", "api", tmp_path, monkeypatch).inbound_signers == read.inbound_signers
    for _, _, pod in chart.pods("as it is"):
        assert not {"ATTACHMENTS_URL", "TICKETING_INBOUND_SECRETS_FILE"} & set(chart.environment(pod))


@every_set
def test_each_file_is_mounted_and_each_mounted_file_is_read(name: str) -> None:
    for _, _, pod in chart.pods(name):
        given = chart.environment(pod)
        named = {value for variable, value in given.items() if value.startswith("/etc/serviceops/")}
        assert named == set(chart.files(pod))


@pytest.mark.parametrize(("service", "process"), OURS)
def test_the_service_takes_what_it_is_given(
    service: str, process: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = settings_in("as in the example", service, process, tmp_path, monkeypatch)
    assert read.secret_key.get_secret_value() == "s" * 32
    if process == "migrate":
        return
    assert (read.host, read.port, read.ops_port) == ("0.0.0.0", 8000, 8100)  # noqa: S104 - a container's own
    assert read.kafka_security_protocol == "SASL_SSL"
    assert (read.kafka_sasl_mechanism, read.kafka_sasl_username) == ("SCRAM-SHA-512", f"serviceops-{service}")
    assert (read.kafka_ca, read.kafka_replication_factor, read.kafka_partitions) == ("PEM", 3, 12)
    assert read.public_base_url == f"https://{service}.example.com"
    assert (read.smtp_url is not None) == (process == "worker"), "mail is sent by workers alone"


def test_a_services_own_setting_goes_before_that_of_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(service: str) -> Any:
        return settings_in("over TLS without a name", service, "api", tmp_path, monkeypatch)

    assert (read("ticketing").log_level, read("ticketing").reopen_window_seconds) == ("ERROR", 60)
    assert (read("feedback").log_level, read("feedback").rate_limit) == ("DEBUG", 1_000_000)


@every_set
def test_each_process_is_asked_on_the_ops_port_where_it_answers(name: str) -> None:
    answered = [path for path in ("/healthz", "/readyz", "/metrics") if path in Path(health.__file__).read_text()]
    for _, process, pod in chart.pods(name):
        container = chart.container(pod)
        if process == "migrate":
            assert not {"ports", "livenessProbe", "readinessProbe", "startupProbe"} & set(container)
            continue
        ports = {port["name"]: port["containerPort"] for port in container["ports"]}
        given = chart.environment(pod)
        assert ports["ops"] == int(given["OPS_PORT"])
        assert ports.get("http") == (int(given["PORT"]) if process == "api" else None)
        asked = {kind: container[f"{kind}Probe"]["httpGet"] for kind in ("startup", "liveness", "readiness")}
        assert {probe["port"] for probe in asked.values()} == {"ops"}
        assert {probe["path"] for probe in asked.values()} <= set(answered)
        assert asked["readiness"]["path"] == "/readyz"
        assert container["readinessProbe"]["timeoutSeconds"] > health.CHECK_SECONDS


@every_set
def test_requests_and_scrapes_reach_a_port_that_is_open(name: str) -> None:
    found = chart.objects(name)
    open_ports: dict[tuple[str, str], set[str]] = {}
    for service, process, pod in chart.pods(name):
        open_ports[service, process] = {port["name"] for port in chart.container(pod).get("ports", [])}
    services = chart.of_kind(found, "Service")
    for each in services.values():
        selector = each["spec"]["selector"]
        processes = (
            [selector.get("app.kubernetes.io/component")]
            if "app.kubernetes.io/component" in selector
            else (["api", "worker"])
        )
        for process in processes:
            wanted = {port["targetPort"] for port in each["spec"]["ports"]}
            assert wanted <= open_ports[selector["app.kubernetes.io/name"], process]
    for route in chart.of_kind(found, "Ingress").values():
        backend = route["spec"]["rules"][0]["http"]["paths"][0]["backend"]["service"]
        assert backend["port"]["name"] in {port["name"] for port in services[backend["name"]]["spec"]["ports"]}
    for route in chart.of_kind(found, "HTTPRoute").values():
        (backend,) = route["spec"]["rules"][0]["backendRefs"]
        assert backend["port"] in {port["port"] for port in services[backend["name"]]["spec"]["ports"]}
    for monitor in chart.of_kind(found, "ServiceMonitor").values():
        scraped = [each for each in services.values() if selects(monitor["spec"]["selector"], each)]
        assert len(scraped) == 1
        assert monitor["spec"]["endpoints"][0]["port"] in {port["name"] for port in scraped[0]["spec"]["ports"]}
        assert scraped[0]["metadata"]["labels"][monitor["spec"]["jobLabel"]] in SERVICES, "rules ask for this job"


def test_the_operator_gets_the_rules_as_they_are() -> None:
    (made,) = chart.of_kind(chart.objects("as in the example"), "PrometheusRule").values()
    assert made["spec"] == yaml.safe_load((ROOT / "deploy/observability/rules.yml").read_text())


@every_set
def test_a_process_is_given_the_time_that_an_orderly_end_may_take(name: str) -> None:
    for _, process, pod in chart.pods(name):
        if process == "migrate":
            continue
        waits = chart.container(pod).get("lifecycle", {}).get("preStop", {}).get("sleep", {}).get("seconds", 0)
        assert (waits > 0) == (process == "api"), "requests come until the last balancer has heard"
        assert pod["terminationGracePeriodSeconds"] > waits + code.ORDERLY_END_SECONDS[process]


@every_set
def test_replicas_are_counted_by_one_alone(name: str) -> None:
    found = chart.objects(name)
    deployments = chart.of_kind(found, "Deployment")
    scalers = chart.of_kind(found, "HorizontalPodAutoscaler", "ScaledObject")
    assert {each["spec"]["scaleTargetRef"]["name"] for each in scalers.values()} <= set(deployments)
    for deployment, each in deployments.items():
        assert ("replicas" in each["spec"]) == (deployment not in scalers)
        budget = chart.of_kind(found, "PodDisruptionBudget")[deployment]["spec"]
        assert budget["maxUnavailable"] == 1
        assert budget["selector"] == each["spec"]["selector"]


def test_workers_scale_by_what_their_own_group_has_to_read() -> None:
    scaled = chart.of_kind(chart.objects("workers by lag, each differently"), "ScaledObject")
    assert set(scaled) == {f"serviceops-{service}-worker" for service in ("ticketing", "feedback", "analytics")}
    for name, each in scaled.items():
        (trigger,) = each["spec"]["triggers"]
        assert trigger["metadata"]["consumerGroup"] == name.split("-")[1]  # `Consumer`: its group is the service's name
        assert "topic" not in trigger["metadata"]
        assert each["spec"]["minReplicaCount"] >= 1
    analytics = scaled["serviceops-analytics-worker"]["spec"]
    assert analytics["maxReplicaCount"] == 12
    assert analytics["triggers"][0]["metadata"]["lagThreshold"] == "5000000"


@every_set
def test_keda_signs_in_as_the_worker_does(name: str) -> None:
    found = chart.objects(name)
    workers = {service: pod for service, process, pod in chart.pods(name) if process == "worker"}
    for each in chart.of_kind(found, "ScaledObject").values():
        (trigger,) = each["spec"]["triggers"]
        pod = workers[trigger["metadata"]["consumerGroup"]]
        given, files = chart.environment(pod), set(chart.files(pod).values())
        protocol = given["KAFKA_SECURITY_PROTOCOL"]
        assert ("sasl" in trigger["metadata"]) == protocol.startswith("SASL")
        assert ("tls" in trigger["metadata"]) == protocol.endswith("SSL")
        secrets = chart.of_kind(found, "TriggerAuthentication")[trigger["authenticationRef"]["name"]]["spec"]
        assert {f"{ref['name']}/{ref['key']}" for ref in secrets["secretTargetRef"]} <= files
        assert {ref["name"] for ref in secrets.get("env", [])} <= set(given)


@every_set
def test_migrations_come_first_and_bring_what_they_need(name: str) -> None:
    found = chart.objects(name)
    hooks = [each for each in found if "helm.sh/hook" in each["metadata"].get("annotations", {})]
    assert {each["metadata"]["annotations"]["helm.sh/hook"] for each in hooks} == {"pre-install,pre-upgrade"}
    assert {each["kind"] for each in hooks} <= {"Job", "ServiceAccount", "NetworkPolicy"}
    weights = {each["kind"]: int(each["metadata"]["annotations"]["helm.sh/hook-weight"]) for each in hooks}
    assert weights.pop("Job") > max(weights.values())
    for each in chart.of_kind(found, "Job").values():
        assert each in hooks
        assert (each["spec"]["parallelism"], each["spec"]["completions"]) == (1, 1)
        assert each["spec"]["template"]["spec"]["restartPolicy"] == "Never"


def test_the_image_is_what_the_chart_takes_it_for() -> None:
    instructions = DockerfileParser(path=str(ROOT / "deploy/Dockerfile"), env_replace=False).structure
    last = {each["instruction"]: each["value"] for each in instructions}
    pod = next(pod for _, process, pod in chart.pods("as it is") if process == "api")
    assert last["USER"] == f"{pod['securityContext']['runAsUser']}:{pod['securityContext']['runAsGroup']}"
    assert 'exec python -m services.$SERVICE \\"$@\\"' in last["ENTRYPOINT"]
    assert last["EXPOSE"].split() == [str(port["containerPort"]) for port in chart.container(pod)["ports"]]


def test_the_notes_name_modules_and_commands_that_there_are() -> None:
    told = re.findall(r"python -m (services\.\w+) (\w+) (\w+)", chart.texts("as it is")["NOTES.txt"])
    assert {module for module, *_ in told} == {f"services.{service}" for service in SERVICES}
    for module, group, command in told:
        (keys,) = [each for each in code.groups_of(module.removeprefix("services.")) if each.name == group]
        assert command in {each.callback.__name__ for each in keys.typer_instance.registered_commands}


def settings_in(name: str, service: str, process: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """What the service reads in its container, with files in a folder of this machine."""
    pod = next(pod for each, other, pod in chart.pods(name) if (each, other) == (service, process))
    for path in chart.files(pod):
        (folder / Path(path).name).write_text(CONTENTS[Path(path).name] + "\n")
    for variable in code.settings_of(service):
        monkeypatch.delenv(variable, raising=False)
        monkeypatch.delenv(f"{variable}_FILE", raising=False)
    for variable, value in chart.environment(pod).items():
        monkeypatch.setenv(variable, value.replace("/etc/serviceops", str(folder)))
    return ops_settings.read(deploy.services.service(service).settings)


def selects(selector: dict[str, Any], each: dict[str, Any]) -> bool:
    wanted: dict[str, str] = selector["matchLabels"]
    return wanted.items() <= each["metadata"]["labels"].items()
