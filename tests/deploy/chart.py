"""deploy/helm/serviceops as Helm renders it, for several sets of values."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
import yaml

from tests.deploy.compose import ROOT

helm_python = pytest.importorskip("helm_python", reason="helm-python-sdk has no wheel for this machine")

FOLDER = ROOT / "deploy/helm/serviceops"
EXAMPLES = ROOT / "deploy/helm/examples"
RELEASE = "serviceops"
TLS = {"secret": "", "key": "ca.crt"}
PEER = [{"podSelector": {"matchLabels": {"app": "other"}}}]

VALUES: Mapping[str, Mapping[str, Any]] = {
    "as it is": {},
    "as in the example": yaml.safe_load((EXAMPLES / "values.yaml").read_text()),
    "small, on plain engines": {
        "kafka": {
            "bootstrapServers": "a.example.com:9092,b.example.com:9094",
            "securityProtocol": "PLAINTEXT",
            "replicationFactor": 1,
        },
        "services": {
            "ticketing": {"database": {"ca": TLS}},
            "feedback": {"database": {"ca": TLS}, "environment": {"FEEDBACK_SHARE_COMMENT": "false"}},
            "onboarding": {"enabled": False},
            "analytics": {"enabled": False},
        },
        "api": {"replicas": 1, "autoscaling": {"enabled": False}},
        "worker": {"replicas": 1},
        "networkPolicy": {"enabled": False},
    },
    "behind a Gateway": {
        "gateway": {"enabled": True, "parentRefs": [{"name": "public", "namespace": "gateways"}]},
        "services": {
            "feedback": {"host": "feedback.example.com", "publicBaseUrl": "https://answers.example.com/f"},
            "ticketing": {"host": "tickets.example.com"},
        },
        "networkPolicy": {"ingressFrom": PEER},
    },
    "workers by lag, each differently": {
        "kafka": {"securityProtocol": "SASL_PLAINTEXT", "saslMechanism": "PLAIN"},
        "worker": {"keda": {"enabled": True}},
        "services": {
            "analytics": {"worker": {"keda": {"maxReplicas": 12, "lagThreshold": 5_000_000}}},
            "onboarding": {"worker": {"keda": {"enabled": False}, "replicas": 3}},
        },
    },
    "over TLS without a name": {
        "kafka": {"securityProtocol": "SSL", "ca": {"secret": "kafka-ca", "key": "ca.pem"}},
        "worker": {"keda": {"enabled": True}},
        "environment": {"LOG_LEVEL": "DEBUG", "RATE_LIMIT": "1000000"},
        "services": {"ticketing": {"environment": {"LOG_LEVEL": "ERROR", "TICKETING_REOPEN_WINDOW_SECONDS": "60"}}},
    },
    "files in a bucket, gateways that sign": {
        "services": {
            "ticketing": {
                "attachments": {
                    "url": "s3://desk/files",
                    "region": "eu-north-1",
                    "endpoint": "https://s3.example.com",
                    "secret": "bucket",
                },
                "inbound": {"secret": "gateways", "key": "inbound-secrets"},
            },
            "feedback": {"inbound": {"secret": "gateways", "key": "inbound-secrets"}},
        },
    },
    "files in a folder": {
        "services": {
            "ticketing": {"attachments": {"url": "file:///var/lib/serviceops/attachments", "claim": "files"}},
        },
    },
    "by digest, on chosen nodes": {
        "image": {"registry": "registry.example.com/team", "tag": "1.2.3", "pullSecrets": ["registry"]},
        "services": {"analytics": {"digest": "sha256:" + "0a" * 32}},
        "scheduling": {
            "nodeSelector": {"disk": "fast"},
            "tolerations": [{"key": "only", "operator": "Exists"}],
            "priorityClassName": "high",
        },
    },
}
"""What someone may write into a file of values, by what it is for."""

every_set = pytest.mark.parametrize("name", VALUES)


@cache
def texts(name: str, release: str = RELEASE) -> Mapping[str, str]:
    """What the templates give, by their paths."""
    return render(VALUES[name], release)


def render(values: Mapping[str, Any], release: str = RELEASE) -> Mapping[str, str]:
    """The same for other values. Raises HelmValuesError where the schema refuses them."""
    with helm_python.Chart.load(FOLDER) as chart:
        given: Mapping[str, str] = chart.render(dict(values), name=release, namespace="desk")
    return {path.removeprefix("serviceops/templates/"): text for path, text in given.items()}


@cache
def objects(name: str) -> list[dict[str, Any]]:
    """All objects that these values give, hooks among them. Not to be changed."""
    return parsed(texts(name))


def parsed(rendered: Mapping[str, str]) -> list[dict[str, Any]]:
    """The same for what was rendered."""
    return [found for path, text in rendered.items() if path.endswith(".yaml") for found in documents(text)]


def documents(text: str) -> list[dict[str, Any]]:
    """The documents of a YAML file that are not empty."""
    return [found for found in yaml.load_all(text, yaml.CSafeLoader) if found]


def of_kind(found: list[dict[str, Any]], *kinds: str) -> dict[str, dict[str, Any]]:
    """Those of these kinds, by their names."""
    return {each["metadata"]["name"]: each for each in found if each["kind"] in kinds}


def pods(name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Service, process and pod of each Deployment and Job."""
    for each in of_kind(objects(name), "Deployment", "Job").values():
        labels = each["spec"]["template"]["metadata"]["labels"]
        pod = each["spec"]["template"]["spec"]
        yield labels["app.kubernetes.io/name"], labels["app.kubernetes.io/component"], pod


def container(pod: dict[str, Any]) -> dict[str, Any]:
    """The one container of a pod."""
    assert not pod.get("initContainers")
    (found,) = pod["containers"]
    assert isinstance(found, dict)
    return found


def environment(pod: dict[str, Any]) -> dict[str, str]:
    """The variables of a pod's container; each is given once. Of a Secret's it is `secret/key`."""
    given = [(each["name"], each["value"] if "value" in each else _key(each)) for each in container(pod)["env"]]
    assert len(dict(given)) == len(given)
    return dict(given)


def _key(variable: dict[str, Any]) -> str:
    reference = variable["valueFrom"]["secretKeyRef"]
    return f"{reference['name']}/{reference['key']}"


def files(pod: dict[str, Any]) -> dict[str, str]:
    """The keys of Secrets that the container sees as files, by their paths: `secret/key`."""
    (mount,) = [each for each in container(pod)["volumeMounts"] if each["name"] == "secrets"]
    (volume,) = [each for each in pod["volumes"] if each["name"] == "secrets"]
    return {
        f"{mount['mountPath']}/{item['path']}": f"{source['secret']['name']}/{item['key']}"
        for source in volume["projected"]["sources"]
        for item in source["secret"]["items"]
    }
