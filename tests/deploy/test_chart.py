"""The chart is one that Helm takes and Kubernetes knows, and refuses values that would not work."""

import json
import tomllib
from typing import Any

import pytest
import yaml

from shared.ops import settings as ops_settings
from tests.deploy import chart, code, kubernetes
from tests.deploy.chart import every_set, helm_python
from tests.deploy.compose import ROOT, SERVICES

KUBERNETES = ("1.30", "1.34", "1.37")  # the oldest that Chart.yaml takes, one between, the newest with schemas
LEAST_SEVERE = 2  # a warning
CHOSEN_BY_THE_CHART = {
    *("HOST", "PORT", "OPS_PORT", "PUBLIC_BASE_URL"),
    *("KAFKA_BOOTSTRAP_SERVERS", "KAFKA_SECURITY_PROTOCOL", "KAFKA_SASL_MECHANISM", "KAFKA_SASL_USERNAME"),
    *("KAFKA_CA", "KAFKA_REPLICATION_FACTOR", "KAFKA_PARTITIONS", "MAIL_FROM"),
}
SECRETS = {
    "DATABASE_URL",
    "SECRET_KEY",
    "KAFKA_SASL_PASSWORD",
    "SMTP_URL",
    "TICKETING_INBOUND_SECRETS",
    "FEEDBACK_INBOUND_SECRETS",
    "OIDC_CLIENT_SECRET",
}

REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "an image that changes": ({"image": {"tag": "latest"}}, "/image/tag"),
    "a setting that nobody reads": ({"environment": {"LOGLEVEL": "DEBUG"}}, "propertyName 'LOGLEVEL'"),
    "another service's setting": (
        {"services": {"feedback": {"environment": {"TICKETING_REOPEN_WINDOW_SECONDS": "1"}}}},
        "propertyName 'TICKETING_REOPEN_WINDOW_SECONDS'",
    ),
    "a secret that is no Secret": ({"environment": {"SECRET_KEY": "0" * 32}}, "propertyName 'SECRET_KEY'"),
    "a number, which Helm would write as 1e+06": (
        {"environment": {"RATE_LIMIT": 1_000_000}},
        "/environment/RATE_LIMIT",
    ),
    "a service that there is not": ({"services": {"billing": {"enabled": True}}}, "/services"),
    "a word written wrongly": ({"worker": {"kedda": {"enabled": True}}}, "/worker"),
    "no worker": ({"worker": {"keda": {"minReplicas": 0}}}, "/worker/keda/minReplicas"),
    "no limit": ({"api": {"resources": {"limits": {"memory": None}}}}, "/api/resources/limits"),
    "a way to everybody": ({"kafka": {"peers": [{"podSelector": {}}]}}, "/kafka/peers/0/podSelector"),
    "a way to the whole internet": (
        {"worker": {"egress": [{"to": [{"ipBlock": {"cidr": "0.0.0.0/0"}}], "ports": [{"port": 443}]}]}},
        "/worker/egress/0/to/0/ipBlock",
    ),
    "a way to all ports": ({"api": {"egress": [{"to": chart.PEER}]}}, "/api/egress/0"),
    "mail to an unknown place": ({"mail": {"secret": "mail"}}, "/mail/peers"),
    "files in a folder that nobody keeps": (
        {"services": {"ticketing": {"attachments": {"url": "file:///files"}}}},
        "/services/ticketing/attachments/claim",
    ),
    "files of a service that takes none": (
        {"services": {"feedback": {"attachments": {"url": "s3://a/b"}}}},
        "/services/feedback/attachments",
    ),
    "a Gateway without a name": ({"gateway": {"enabled": True}}, "/gateway/parentRefs"),
    "an address without a port": ({"kafka": {"bootstrapServers": "kafka"}}, "/kafka/bootstrapServers"),
}


@every_set
@pytest.mark.parametrize("version", KUBERNETES)
def test_helm_finds_nothing_wrong(name: str, version: str) -> None:
    report = helm_python.lint(chart.FOLDER, dict(chart.VALUES[name]), strict=True, kube_version=f"v{version}.0")
    assert report["total_charts_linted"] == 1
    assert report["errors"] == []
    assert [each for each in report["messages"] if each["severity"] >= LEAST_SEVERE] == []


@every_set
@pytest.mark.parametrize("version", KUBERNETES)
def test_kubernetes_knows_every_field(name: str, version: str) -> None:
    known = [each for each in chart.objects(name) if kubernetes.kind(each) not in kubernetes.CUSTOM]
    assert len(known) >= 18
    for each in known:
        assert kubernetes.faults(each, version) == [], each["metadata"]["name"]


def test_a_field_that_kubernetes_does_not_know_is_seen() -> None:
    (job, *_) = chart.of_kind(chart.parsed(chart.texts("as it is")), "Job").values()
    container = chart.container(job["spec"]["template"]["spec"])
    container["readonlyRootFilesystem"] = True
    container["ports"] = [{"containerPort": "http"}]
    for version in KUBERNETES:
        unknown, wrong = kubernetes.faults(job, version)
        assert "readonlyRootFilesystem" in unknown + wrong
        assert "containerPort" in unknown + wrong


@every_set
def test_the_operators_know_every_field(name: str) -> None:
    for each in chart.objects(name):
        assert kubernetes.misfit_of_custom(each) is None, each["metadata"]["name"]


def test_all_that_the_chart_can_make_is_made_by_some_values() -> None:
    made = {each["kind"] for name in chart.VALUES for each in chart.objects(name)}
    assert made == {
        *("Deployment", "Job", "Service", "ServiceAccount", "HorizontalPodAutoscaler", "PodDisruptionBudget"),
        *("NetworkPolicy", "Ingress", "HTTPRoute", "ScaledObject", "TriggerAuthentication"),
        *("ServiceMonitor", "PrometheusRule"),
    }


@every_set
@pytest.mark.parametrize("release", ["serviceops", "the-service-desk-of-our-branch-in-rotterdam-two"])
def test_names_are_unique_short_enough_and_in_nobodys_namespace(name: str, release: str) -> None:
    found = chart.parsed(chart.texts(name, release))
    names = [(each["kind"], each["metadata"]["name"]) for each in found]
    assert len(set(names)) == len(names)
    assert max(len(each) for _, each in names) <= 63
    assert not [each for each in found if "namespace" in each["metadata"]]


@pytest.mark.parametrize("what", REFUSED)
def test_values_that_would_not_work_are_refused_by_their_place(what: str) -> None:
    values, place = REFUSED[what]
    with pytest.raises(helm_python.HelmValuesError) as refused:
        chart.render(values)
    assert place in str(refused.value)


def test_settings_that_may_be_chosen_are_those_that_the_code_reads() -> None:
    schema = json.loads((chart.FOLDER / "values.schema.json").read_text())["properties"]
    assert not CHOSEN_BY_THE_CHART & SECRETS
    common = {str(field.validation_alias or key).upper() for key, field in common_fields().items()}
    assert set(schema["environment"]["propertyNames"]["enum"]) == common - CHOSEN_BY_THE_CHART - SECRETS
    services = schema["services"]["properties"]
    assert set(services) == set(SERVICES)
    for service in SERVICES:
        names = services[service]["allOf"][1]["properties"]["environment"]["propertyNames"]["enum"]
        assert set(names) == code.settings_of(service) - CHOSEN_BY_THE_CHART - SECRETS, service


def test_the_chart_is_of_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    told = yaml.safe_load((chart.FOLDER / "Chart.yaml").read_text())
    assert (told["version"], told["appVersion"]) == (version, version)
    assert told["kubeVersion"].startswith(f">={KUBERNETES[0]}.")


def test_the_notes_say_how_to_go_on() -> None:
    notes = {name: chart.texts(name)["NOTES.txt"] for name in chart.VALUES}
    assert "port-forward service/serviceops-onboarding-api 8000:80" in notes["as it is"]
    assert "exec deploy/serviceops-onboarding-api -- python -m services.onboarding keys create" in notes["as it is"]
    assert "no pod may call the APIs" in notes["as it is"]
    assert "https://ticketing.example.com" in notes["as in the example"]
    assert "stay queued" not in notes["as in the example"]
    assert "https://answers.example.com/f" in notes["behind a Gateway"]


def test_a_misfit_is_seen() -> None:
    shape = {"a": "string", "(b)": ["integer"], "(c)": {"*": "a|b"}}
    assert kubernetes.misfit({"a": "x", "b": [1, 2], "c": {"any": "b"}}, shape) is None
    wrong_beside_a: tuple[dict[str, Any], ...] = ({"b": 1}, {"b": ["1"]}, {"d": 1}, {"c": {"k": "c"}})
    for wrong in ({}, {"a": 1}, *({"a": "x", **more} for more in wrong_beside_a)):
        assert kubernetes.misfit(wrong, shape) is not None


def common_fields() -> dict[str, Any]:
    return dict(ops_settings.ServiceSettings.model_fields)
