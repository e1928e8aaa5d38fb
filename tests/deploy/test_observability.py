"""Rules, boards and runbooks name what the code exports, answers and takes."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import promql_parser
import pytest
import yaml

import deploy.services
from deploy import openapi
from deploy.local import options
from deploy.observability import boards
from shared import commands
from shared.events import relay
from shared.ops.metrics import Metrics
from tests.deploy import compose

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "deploy/observability"
RULE_TESTS = sorted(FOLDER.glob("rules*.test.yml"))
RUNBOOKS = ROOT / "docs/runbooks"
SECTIONS = ["What it means", "What to look at", "How to mend", "When to escalate"]
TARGET = {"job", "instance"}  # the labels that Prometheus gives to all that it scrapes
SUFFIXES = {"gauge": "", "counter": ("_total", "_created"), "histogram": ("_bucket", "_sum", "_count")}
PROMETHEUS_OWN = {"up": TARGET, "ALERTS": TARGET | {"alertname", "alertstate", "severity"}}
"""Prometheus' own series, by their labels."""


def groups() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((FOLDER / "rules.yml").read_text())["groups"]
    return found


def alerts() -> dict[str, dict[str, Any]]:
    return {rule["alert"]: rule for group in groups() for rule in group["rules"] if "alert" in rule}


def records() -> dict[str, str]:
    return {rule["record"]: rule["expr"] for group in groups() for rule in group["rules"] if "record" in rule}


def board(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / "grafana" / f"{name}.json").read_text())
    return found


def panels(name: str) -> list[dict[str, Any]]:
    return [panel for panel in board(name)["panels"] if panel["type"] != "row"]


def queries() -> dict[str, str]:
    """Every expression, by where it stands."""
    found = {f"alert {name}": rule["expr"] for name, rule in alerts().items()}
    found |= {f"record {name}": expression for name, expression in records().items()}
    for name in boards.boards():
        for panel in panels(name):
            for target in panel["targets"]:
                place = f"{name}.json, {panel['title']}, {target['legendFormat']}"
                found[place] = target["expr"].replace("$__rate_interval", "1m")
    for page in RUNBOOKS.glob("*.md"):
        for number, expression in enumerate(re.findall(r"```promql\n(.+?)```", page.read_text(), re.DOTALL)):
            found[f"{page.name}, query {number + 1}"] = expression
    return found


def exported() -> dict[str, set[str]]:
    """The series of a process with the labels of each, in addition to those of its target."""
    found = {}
    for name, collector in Metrics("any").registry._names_to_collectors.items():
        if name.endswith(SUFFIXES[collector._type]):
            found[name] = {*collector._labelnames, *TARGET} | ({"le"} if name.endswith("_bucket") else set())
    return found


def known() -> dict[str, set[str]]:
    """All series that there are; a rule's have the labels that it sums by."""
    return {**PROMETHEUS_OWN, **exported(), **{name: {"job"} for name in records()}}


def nodes(expression: Any) -> Iterator[Any]:
    """The parts of a parsed query, from the whole down."""
    yield expression
    inner = [getattr(expression, name, None) for name in ("lhs", "rhs", "expr", "param", "vector_selector")]
    for each in [*inner, *getattr(expression, "args", [])]:
        if isinstance(each, promql_parser.Expr):
            yield from nodes(each)


def selectors(expression: Any) -> list[Any]:
    return [node for node in nodes(expression) if isinstance(node, promql_parser.VectorSelector)]


def matched(selector: Any) -> dict[str, str]:
    return {matcher.name: matcher.value for matcher in selector.matchers.matchers}


def grouped(expression: Any) -> set[str]:
    """The labels that it sums or matches by."""
    found: set[str] = set()
    for node in nodes(expression):
        modifier = getattr(node, "modifier", None)
        if isinstance(node, promql_parser.AggregateExpr) and modifier is not None:
            found |= set(modifier.labels)
    return found


def test_each_query_is_promql_and_names_series_and_labels_that_are_exported() -> None:
    series = known()
    for place, query in queries().items():
        parsed = promql_parser.parse(query)
        names = {selector.name for selector in selectors(parsed)}
        assert names, f"{place} asks for nothing"
        assert names <= set(series), f"{place}: nobody exports {names - set(series)}"
        for selector in selectors(parsed):
            unknown = set(matched(selector)) - series[selector.name]
            assert not unknown, f"{place}: {selector.name} has no label {unknown}"
        every = set().union(*(series[name] for name in names))
        assert grouped(parsed) <= every, f"{place}: none of {names} has {grouped(parsed) - every}"


def test_each_query_asks_our_jobs_alone() -> None:
    for place, query in queries().items():
        for selector in selectors(promql_parser.parse(query)):
            if selector.name in records():
                continue
            asked = set(matched(selector).get("job", "").split("|"))
            assert asked <= set(compose.SERVICES), f"{place}: {selector.name} of {asked}"


def test_a_bucket_that_is_asked_for_is_there() -> None:
    asked = [
        matched(selector)["le"]
        for query in queries().values()
        for selector in selectors(promql_parser.parse(query))
        if "le" in matched(selector)
    ]
    metrics = Metrics("any")
    metrics.http_request_seconds.labels("GET", "/").observe(1)
    assert asked
    for bound in set(asked):
        labels = {"method": "GET", "route": "/", "le": bound}
        assert metrics.registry.get_sample_value("http_request_seconds_bucket", labels) is not None, bound


def test_each_metric_is_counted_somewhere_and_shown_somewhere() -> None:
    code = "\n".join(path.read_text() for part in ("shared", "services") for path in (ROOT / part).rglob("*.py"))
    shown = "\n".join(queries().values())
    for name in vars(Metrics("any")).keys() - {"service", "registry"}:
        assert re.search(rf"metrics\.{name}\b", code), f"nobody counts {name}"
        assert name in shown, f"neither a rule nor a board shows {name}"


def test_each_alert_has_a_severity_a_summary_and_its_runbook() -> None:
    for name, rule in alerts().items():
        assert rule["labels"]["severity"] in ("critical", "warning"), name
        assert rule["annotations"].keys() == {"summary", "runbook"}, name
        assert rule["annotations"]["runbook"] == f"docs/runbooks/{name}.md"
    assert {page.stem for page in RUNBOOKS.glob("*.md")} == set(alerts())


@pytest.mark.parametrize("name", alerts())
def test_a_runbook_says_what_whoever_is_called_needs(name: str) -> None:
    page = (RUNBOOKS / f"{name}.md").read_text()
    assert page.startswith(f"# {name}\n")
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == SECTIONS
    for link in re.findall(r"\]\(([^)#]+)", page):
        assert link.startswith("http") or (RUNBOOKS / link).resolve().is_file(), link


def test_commands_in_runbooks_are_those_of_a_service() -> None:
    cli = commands.command_line(deploy.services.service("ticketing"))
    known = {command.name or command.callback.__name__ for command in cli.registered_commands}  # type: ignore[union-attr]
    known |= {
        f"{group.name} {command.name or command.callback.__name__}"  # type: ignore[union-attr]
        for group in cli.registered_groups
        for command in group.typer_instance.registered_commands  # type: ignore[union-attr]
    }
    given = said(r"python -m services\.\w+ ([a-z-]+(?: [a-z]+)?)")
    assert given
    for page, command in given:
        assert command in known or command.split()[0] in known, f"{page}: {command}"


def test_routes_in_runbooks_are_those_of_the_service() -> None:
    paths = {name: openapi.descriptions(name)["openapi"]["paths"] for name in compose.SERVICES}
    by_port = {str(options.read({}).port(name)): name for name in compose.SERVICES}
    given = said(r"http://127\.0\.0\.1:(80\d\d)(/v1/[^\s'\"`?]+)(\?[^\s'\"`]+)?")
    assert given
    for page, (port, path, query) in given:
        found = [known for known in paths[by_port[port]] if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", known), path)]
        assert found, f"{page}: {by_port[port]} has no {path}"
        reading = paths[by_port[port]][found[0]].get("get", {"parameters": []})
        takes = {parameter.get("name") for parameter in reading["parameters"]} | {"limit", "cursor"}
        asked = set(re.findall(r"[?&](\w+)=", query))
        assert asked <= takes, f"{page}: {path} takes no {asked - takes}"


def test_containers_in_runbooks_are_those_of_compose() -> None:
    names = set(compose.read()["services"])
    given = said(r"docker compose (?:exec(?: -T)?|logs(?: --since \w+)?|restart|stop|start) ([a-z][a-z-]+)")
    assert given
    for page, name in given:
        assert name in names, f"{page}: {name}"


def said(pattern: str) -> list[tuple[str, Any]]:
    """What all runbooks say of this pattern, with the page."""
    return [(page.name, found) for page in RUNBOOKS.glob("*.md") for found in re.findall(pattern, page.read_text())]


async def test_sql_in_runbooks_runs_on_a_service(ticketing: Any) -> None:
    given = said(r'psql -U postgres ticketing -c "([^"]+)"')
    assert given
    for statement in {statement for _, statement in given if statement.startswith("SELECT")}:
        await ticketing.rows(statement)


def test_the_lock_in_a_runbook_is_the_relays() -> None:
    assert said(r"l\.objid = (\d+)") == [("RelayWithoutLeader.md", str(relay.LOCK))]


def test_boards_are_up_to_date() -> None:
    for name, text in boards.rendered().items():
        assert (FOLDER / "grafana" / f"{name}.json").read_text() == text, "run `make boards`"
    assert {path.stem for path in (FOLDER / "grafana").iterdir()} == {"suite", "eventing", *compose.SERVICES}


@pytest.mark.parametrize("name", boards.boards())
def test_a_board_can_be_imported_anywhere_and_read_by_anybody(name: str) -> None:
    whole = board(name)
    assert "uid" not in whole
    assert [(each["type"], each["name"]) for each in whole["templating"]["list"]] == [("datasource", "datasource")]
    ids = [panel["id"] for panel in whole["panels"]]
    assert len(set(ids)) == len(ids) > 8
    for panel in panels(name):
        assert panel["title"]
        assert panel["description"], panel["title"]
        assert panel["fieldConfig"]["defaults"]["unit"], panel["title"]
        assert panel["datasource"] == {"type": "prometheus", "uid": "${datasource}"}, panel["title"]
        assert panel["targets"], panel["title"]
    titles = [panel["title"] for panel in panels(name)]
    assert len(set(titles)) == len(titles), "two panels of a board have one title"


@pytest.mark.parametrize("name", boards.boards())
def test_panels_of_a_board_lie_side_by_side(name: str) -> None:
    taken: dict[tuple[int, int], str] = {}
    for panel in board(name)["panels"]:
        place = panel["gridPos"]
        assert place["x"] + place["w"] <= 24
        for x in range(place["x"], place["x"] + place["w"]):
            for y in range(place["y"], place["y"] + place["h"]):
                assert (x, y) not in taken, f"{panel['title']} covers {taken[x, y]}"
                taken[x, y] = panel["title"]


def test_links_of_a_board_find_all_others() -> None:
    tags = {name: set(board(name)["tags"]) for name in boards.boards()}
    for name in boards.boards():
        [link] = board(name)["links"]
        assert link["type"] == "dashboards"
        assert [other for other, has in tags.items() if set(link["tags"]) <= has] == list(tags)


def test_legends_name_labels_that_their_query_leaves() -> None:
    for name in boards.boards():
        for panel in panels(name):
            for target in panel["targets"]:
                parsed = promql_parser.parse(target["expr"].replace("$__rate_interval", "1m"))
                left = grouped(parsed) or set().union(*(known()[one.name] for one in selectors(parsed)))
                named = set(re.findall(r"\{\{(\w+)\}\}", target["legendFormat"]))
                assert named <= left, f"{name}.json, {panel['title']}: {named - left}"


@pytest.mark.parametrize(("file", "hosts"), [("prometheus.yml", "compose"), ("prometheus.local.yml", "local")])
def test_prometheus_scrapes_every_process_under_its_services_name(file: str, hosts: str) -> None:
    read = yaml.safe_load((FOLDER / file).read_text())
    assert read["rule_files"] == ["rules.yml"]
    targets = {each["job_name"]: each["static_configs"][0]["targets"] for each in read["scrape_configs"]}
    for name in compose.SERVICES:
        port = options.read({}).ops_port(name)
        of = {"compose": [f"{name}-api:{port}", f"{name}-worker:{port}"], "local": [f"127.0.0.1:{port}"]}
        assert targets.pop(name) == of[hosts]
    assert not targets


def test_each_alert_has_a_unit_test_in_which_it_fires_with_its_texts() -> None:
    tests = [test for file in RULE_TESTS for test in yaml.safe_load(file.read_text())["tests"]]
    fired = {each["alertname"] for test in tests for each in test.get("alert_rule_test", []) if each.get("exp_alerts")}
    assert fired == set(alerts())
    given = {
        re.match(r"(\w+)\{", series["series"]).group(1): labels_of(series["series"])  # type: ignore[union-attr]
        for test in tests
        for series in test["input_series"]
    }
    for name, labels in given.items():
        assert labels <= known()[name], f"{name} has no {labels - known()[name]}"


def labels_of(series: str) -> set[str]:
    return set(re.findall(r"(\w+)=\"", series))


@pytest.mark.skipif(shutil.which("promtool") is None, reason="promtool is not installed: the rules' own tests rest")
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "config", "prometheus.yml"],
        ["check", "config", "prometheus.local.yml"],
        *(["test", "rules", file.name] for file in RULE_TESTS),
    ],
    ids=" ".join,
)
def test_promtool_agrees(arguments: list[str]) -> None:
    answer = subprocess.run(["promtool", *arguments], cwd=FOLDER, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr
