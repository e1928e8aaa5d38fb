"""What no pod of the chart may do, whatever the values: be root, write, ask the cluster, or talk to everybody."""

import re
from typing import Any

from tests.deploy import chart
from tests.deploy.chart import every_set


@every_set
def test_images_are_named_by_a_version_or_a_digest(name: str) -> None:
    for service, _, pod in chart.pods(name):
        image = chart.container(pod)["image"]
        assert re.fullmatch(rf"([\w./-]+/)?serviceops-{service}(:\d+\.\d+\.\d+|@sha256:[0-9a-f]{{64}})", image), image


def test_a_digest_stands_instead_of_the_tag() -> None:
    images = {chart.container(pod)["image"] for _, _, pod in chart.pods("by digest, on chosen nodes")}
    assert f"registry.example.com/team/serviceops-analytics@sha256:{'0a' * 32}" in images
    assert "registry.example.com/team/serviceops-feedback:1.2.3" in images


@every_set
def test_no_pod_is_root_or_can_become_it_or_writes(name: str) -> None:
    for _, _, pod in chart.pods(name):
        user = pod["securityContext"]
        assert (user["runAsNonRoot"], user["seccompProfile"]) == (True, {"type": "RuntimeDefault"})
        assert min(user["runAsUser"], user["runAsGroup"], user["fsGroup"]) == 10001
        assert chart.container(pod)["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert not {"hostNetwork", "hostPID", "hostIPC", "hostUsers"} & set(pod)
        writable = {each["name"] for each in chart.container(pod)["volumeMounts"] if not each.get("readOnly")}
        assert writable - {"attachments"} == {"tmp"}, "and where ticketing's files lie"
        (tmp,) = [each for each in pod["volumes"] if each["name"] == "tmp"]
        assert tmp["emptyDir"]["sizeLimit"] == "64Mi"
        kinds = {next(iter(set(each) - {"name"})) for each in pod["volumes"] if each["name"] != "attachments"}
        assert kinds == {"emptyDir", "projected"}


@every_set
def test_no_pod_holds_a_token_of_the_cluster(name: str) -> None:
    accounts = chart.of_kind(chart.objects(name), "ServiceAccount")
    assert all(each["automountServiceAccountToken"] is False for each in accounts.values())
    for _, _, pod in chart.pods(name):
        assert pod["automountServiceAccountToken"] is False
        assert pod["serviceAccountName"] in accounts
        assert not re.search("serviceAccountToken|kube-api-access", str(pod["volumes"]))
    assert not [each for each in chart.objects(name) if each["kind"] in ("Role", "ClusterRole", "RoleBinding")]


@every_set
def test_each_container_asks_for_what_it_needs_and_has_limits(name: str) -> None:
    for _, _, pod in chart.pods(name):
        resources = chart.container(pod)["resources"]
        assert set(resources["requests"]) == set(resources["limits"]) == {"cpu", "memory"}


@every_set
def test_no_secret_stands_in_an_object(name: str) -> None:
    text = "".join(chart.texts(name).values())
    assert "kind: Secret" not in text
    assert not re.search(r"://[^/\s:]+:[^@\s/]+@", text), "an address with a password"
    for _, _, pod in chart.pods(name):
        for variable in chart.container(pod)["env"]:
            if re.search(r"PASSWORD|SECRET|TOKEN|KEY|DATABASE_URL|SMTP_URL", variable["name"]):
                # The bucket's library reads variables and no files.
                assert variable["name"].endswith("_FILE") or "secretKeyRef" in variable.get("valueFrom", {})


@every_set
def test_what_is_not_allowed_is_denied(name: str) -> None:
    policies = chart.of_kind(chart.objects(name), "NetworkPolicy")
    if name == "small, on plain engines":
        assert policies == {}
        return
    deny = policies["serviceops-deny"]["spec"]
    assert set(deny) == {"podSelector", "policyTypes"}
    for service, process, pod in chart.pods(name):
        labels = labels_of(name, service, process)
        own = policies[pod["serviceAccountName"]]["spec"]
        assert own["podSelector"]["matchLabels"].items() <= labels.items()
        assert own["policyTypes"] == deny["policyTypes"] == ["Ingress", "Egress"]
        assert deny["podSelector"]["matchLabels"].items() <= labels.items()


@every_set
def test_every_way_out_leads_to_somebody_on_a_port(name: str) -> None:
    for policy in chart.of_kind(chart.objects(name), "NetworkPolicy").values():
        rules = policy["spec"].get("egress", []) + policy["spec"].get("ingress", [])
        for rule in rules:
            peers = rule.get("to") or rule.get("from")
            assert peers, f"{policy['metadata']['name']} lets everybody"
            assert rule["ports"]
            assert all("port" in port for port in rule["ports"])
            for peer in peers:
                selectors = [peer[key] for key in ("podSelector", "namespaceSelector") if key in peer]
                assert all(selector.get("matchLabels") for selector in selectors)
                assert selectors or not peer["ipBlock"]["cidr"].endswith("/0")


def test_each_process_reaches_what_it_needs_and_no_more() -> None:
    ways = {
        process: ways_out("as in the example", f"serviceops-ticketing-{process}")
        for process in ("api", "worker", "migrate")
    }
    dns = {("k8s-app=kube-dns", 53)}
    database = {("cnpg.io/cluster=serviceops-ticketing", 5432)}
    kafka = {("strimzi.io/cluster=serviceops,strimzi.io/kind=Kafka", 9093)}
    assert ways["migrate"] == dns | database
    assert ways["api"] == dns | database | kafka | {("192.0.2.44/32", 443)}
    assert ways["worker"] == dns | database | kafka | {("192.0.2.25/32", 465)}


def test_only_those_who_are_named_come_in() -> None:
    policies = chart.of_kind(chart.objects("as in the example"), "NetworkPolicy")
    api, worker = (policies[f"serviceops-feedback-{each}"]["spec"]["ingress"] for each in ("api", "worker"))
    assert [rule["ports"][0]["port"] for rule in api] == ["http", "ops"]
    assert [rule["ports"][0]["port"] for rule in worker] == ["ops"]
    closed = chart.of_kind(chart.objects("as it is"), "NetworkPolicy")
    assert not [each for each in closed.values() if each["spec"].get("ingress")]


def labels_of(name: str, service: str, process: str) -> dict[str, str]:
    kind = "Job" if process == "migrate" else "Deployment"
    found: dict[str, str] = chart.of_kind(chart.objects(name), kind)[f"serviceops-{service}-{process}"]["spec"][
        "template"
    ]["metadata"]["labels"]
    return found


def ways_out(name: str, policy: str) -> set[tuple[str, int]]:
    rules: list[dict[str, Any]] = chart.of_kind(chart.objects(name), "NetworkPolicy")[policy]["spec"]["egress"]
    return {(told(peer), port["port"]) for rule in rules for peer in rule["to"] for port in rule["ports"]}


def told(peer: dict[str, Any]) -> str:
    if "ipBlock" in peer:
        return str(peer["ipBlock"]["cidr"])
    return ",".join(f"{key}={value}" for key, value in sorted(peer["podSelector"]["matchLabels"].items()))
