"""The examples for Strimzi and CloudNativePG make what the chart's own values ask for, and what the code needs."""

import math
from typing import Any

import pytest

import deploy.services
from shared.events import kafka
from shared.events.fact import topic_of
from shared.ops.settings import ServiceSettings
from tests.deploy import chart, kubernetes
from tests.deploy.compose import SERVICES
from tests.deploy.compose import read as compose

EXAMPLES = {name: chart.documents((chart.EXAMPLES / f"{name}.yaml").read_text()) for name in ("kafka", "postgres")}
RESERVED_CONNECTIONS = 10  # for superusers, replication and the operator


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_operators_know_every_field(name: str) -> None:
    for each in EXAMPLES[name]:
        assert kubernetes.kind(each) in kubernetes.CUSTOM
        assert kubernetes.misfit_of_custom(each) is None, each["metadata"]["name"]


def test_every_shape_is_of_something_that_is_made() -> None:
    made = {kubernetes.kind(each) for each in EXAMPLES["kafka"] + EXAMPLES["postgres"]}
    made |= {kubernetes.kind(each) for name in chart.VALUES for each in chart.objects(name)}
    assert set(kubernetes.CUSTOM) <= made


def test_topics_are_those_that_the_workers_would_declare() -> None:
    topics = chart.of_kind(EXAMPLES["kafka"], "KafkaTopic")
    assert set(topics) == {topic_of(service) for service in SERVICES}
    values = chart.environment(next(pod for _, process, pod in chart.pods("as it is") if process == "worker"))
    for each in topics.values():
        assert each["spec"] == {
            "partitions": int(values["KAFKA_PARTITIONS"]),
            "replicas": int(values["KAFKA_REPLICATION_FACTOR"]),
            "config": {"retention.ms": kafka.TOPIC_RETENTION_MS, "min.insync.replicas": 2},
        }


@pytest.mark.parametrize("service", SERVICES)
def test_a_user_may_what_its_service_does_and_no_more(service: str) -> None:
    user = chart.of_kind(EXAMPLES["kafka"], "KafkaUser")[f"serviceops-{service}"]
    told, heard = topic_of(service), topics_heard_by(service)
    wanted = {("group", service): {"Read"}}
    for topic in {told, *heard}:
        # `ensure_topics` declares each, and a topic is described to those who may read or write it.
        wanted["topic", topic] = {"Create", "Describe"}
        wanted["topic", topic] |= {"Read"} if topic in heard else set()
        wanted["topic", topic] |= {"Write"} if topic == told else set()
    given = {
        (acl["resource"]["type"], acl["resource"]["name"]): set(acl["operations"])
        for acl in user["spec"]["authorization"]["acls"]
    }
    assert given == wanted
    assert len(user["spec"]["authorization"]["acls"]) == len(given)


def test_no_acknowledged_fact_hangs_on_one_broker() -> None:
    (cluster,) = chart.of_kind(EXAMPLES["kafka"], "Kafka").values()
    config = cluster["spec"]["kafka"]["config"]
    pools = chart.of_kind(EXAMPLES["kafka"], "KafkaNodePool")
    assert [each["spec"]["replicas"] for each in pools.values()] == [3, 3]
    assert {value for name, value in config.items() if name.endswith("replication.factor")} == {3}
    assert {value for name, value in config.items() if name.endswith((".isr", "insync.replicas"))} == {2}
    assert config["unclean.leader.election.enable"] is False
    for each in chart.of_kind(EXAMPLES["postgres"], "Cluster").values():
        assert each["spec"]["instances"] == 3
        assert each["spec"]["postgresql"]["synchronous"] == {
            "method": "any",
            "number": 1,
            "dataDurability": "required",
        }


def test_kafka_keeps_what_it_keeps_in_compose() -> None:
    (cluster,) = chart.of_kind(EXAMPLES["kafka"], "Kafka").values()
    there = compose()["services"]["kafka"]["environment"]
    for name in ("auto.create.topics.enable", "log.retention.hours", "offsets.retention.minutes"):
        here = cluster["spec"]["kafka"]["config"][name]
        assert str(here).lower() == str(there[f"KAFKA_{name.replace('.', '_').upper()}"])


def test_the_chart_finds_the_brokers_and_signs_in_as_they_ask() -> None:
    (cluster,) = chart.of_kind(EXAMPLES["kafka"], "Kafka").values()
    (listener,) = cluster["spec"]["kafka"]["listeners"]
    name = cluster["metadata"]["name"]
    users = chart.of_kind(EXAMPLES["kafka"], "KafkaUser")
    for service, process, pod in chart.pods("as it is"):
        if process == "migrate":
            continue
        given, files = chart.environment(pod), chart.files(pod)
        assert given["KAFKA_BOOTSTRAP_SERVERS"] == f"{name}-kafka-bootstrap:{listener['port']}"
        assert given["KAFKA_SECURITY_PROTOCOL"] == "SASL_SSL"
        assert listener["tls"] is True
        assert given["KAFKA_SASL_MECHANISM"].lower() == listener["authentication"]["type"]
        assert given["KAFKA_SASL_USERNAME"] == f"serviceops-{service}"
        assert given["KAFKA_SASL_USERNAME"] in users
        assert files[given["KAFKA_SASL_PASSWORD_FILE"]] == f"serviceops-{service}/password"  # as Strimzi writes it
        assert files[given["KAFKA_CA_FILE"]] == f"{name}-cluster-ca-cert/ca.crt"


def test_all_of_kafka_belongs_to_the_one_cluster() -> None:
    (cluster,) = chart.of_kind(EXAMPLES["kafka"], "Kafka").values()
    for each in chart.of_kind(EXAMPLES["kafka"], "KafkaNodePool", "KafkaTopic", "KafkaUser").values():
        assert each["metadata"]["labels"] == {"strimzi.io/cluster": cluster["metadata"]["name"]}
    values = chart.helm_python.values_from_yaml((chart.FOLDER / "values.yaml").read_text())
    assert values["kafka"]["peers"][0]["podSelector"]["matchLabels"]["strimzi.io/cluster"] == "serviceops"


@pytest.mark.parametrize("service", SERVICES)
def test_each_service_finds_its_own_database(service: str) -> None:
    cluster = chart.of_kind(EXAMPLES["postgres"], "Cluster")[f"serviceops-{service}"]["spec"]
    initdb = cluster["bootstrap"]["initdb"]
    assert (initdb["database"], initdb["owner"]) == (service, service)
    assert (initdb["localeProvider"], initdb["builtinLocale"]) == ("builtin", "C.UTF-8")
    assert cluster["imageCatalogRef"]["major"] == 18
    for each, _, pod in chart.pods("as it is"):
        if each == service:
            given, files = chart.environment(pod), chart.files(pod)
            assert files[given["DATABASE_URL_FILE"]] == f"serviceops-{service}-app/uri"  # as CloudNativePG writes it
            assert files[given["PGSSLROOTCERT"]] == f"serviceops-{service}-ca/ca.crt"
            assert given["PGSSLMODE"] == "verify-full"


@pytest.mark.parametrize("name", ["as it is", "as in the example"])
@pytest.mark.parametrize("service", SERVICES)
def test_a_database_takes_all_replicas_that_there_may_be(name: str, service: str) -> None:
    cluster = chart.of_kind(EXAMPLES["postgres"], "Cluster")[f"serviceops-{service}"]["spec"]
    allowed = int(cluster["postgresql"]["parameters"]["max_connections"])
    pool = int(ServiceSettings.model_fields["db_pool_size"].default)
    each = 2 * pool + 2  # while answers are recorded; the relay's own, and one that listens
    replicas = sum(most(name, f"serviceops-{service}-{process}") for process in ("api", "worker"))
    assert replicas * each + RESERVED_CONNECTIONS <= allowed


def most(name: str, deployment: str) -> int:
    """The replicas that a Deployment may have in the middle of an upgrade."""
    found = chart.objects(name)
    spec: dict[str, Any] = chart.of_kind(found, "Deployment")[deployment]["spec"]
    scaler = chart.of_kind(found, "HorizontalPodAutoscaler", "ScaledObject").get(deployment, {}).get("spec", {})
    replicas = int(spec.get("replicas") or scaler.get("maxReplicas") or scaler["maxReplicaCount"])
    surge = int(spec["strategy"]["rollingUpdate"]["maxSurge"].removesuffix("%"))
    return replicas + math.ceil(replicas * surge / 100)


def topics_heard_by(service: str) -> set[str]:
    known = deploy.services.service(service)
    settings = known.settings(database_url="postgresql://x/x", secret_key="s" * 32)
    return set(known.duties(settings).handlers.topics())
