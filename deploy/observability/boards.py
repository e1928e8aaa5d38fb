"""The boards of Grafana, made from `panels`: the suite, each service, eventing.

The datasource is a variable and no uid is fixed, so that they can be imported anywhere; they find one another
by their tag.
"""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from grafana_foundation_sdk.builders import common, prometheus, stat, timeseries
from grafana_foundation_sdk.builders import dashboard as grafana
from grafana_foundation_sdk.cog.encoder import JSONEncoder
from grafana_foundation_sdk.models.common import LegendDisplayMode, LegendPlacement, SortOrder, TooltipDisplayMode
from grafana_foundation_sdk.models.dashboard import (
    DashboardCursorSync,
    DashboardLinkType,
    DataSourceRef,
    Threshold,
    ThresholdsMode,
)

from deploy.observability import panels
from deploy.observability.panels import Panel
from deploy.services import NAMES

FOLDER = Path(__file__).with_name("grafana")
TAG = "serviceops"
EVERY_SERVICE = f'job=~"{"|".join(sorted(NAMES))}"'
NUMBER_HEIGHT, LINES_HEIGHT = 4, 8  # in units of Grafana's grid


@dataclass(frozen=True, slots=True)
class Board:
    """scope: the label matcher that selects whose numbers it shows. rows: panels by the heading above them."""

    title: str
    says: str
    scope: str
    rows: Mapping[str, Sequence[Panel]]


HTTP = (
    panels.BY_STATUS,
    panels.PERCENTILES,
    panels.IN_PROGRESS,
    panels.BUSIEST_ROUTES,
    panels.SLOWEST_ROUTES,
)
TELLING = (
    panels.PENDING,
    panels.AGE,
    panels.PARKED,
    panels.LEADERS,
    panels.PUBLISHED,
    panels.LOG_CHANGES,
)
HEARING = (
    panels.LAG,
    panels.TO_EFFECT,
    panels.SLOWEST_FACTS,
    panels.APPLIED,
    panels.DUPLICATES,
    panels.UNKNOWN,
    panels.DEAD_LETTERS,
    panels.COMMIT_FAILURES,
    panels.REBUILDS,
)
SENDING = (panels.ATTEMPTS, panels.AWAITED, panels.EXHAUSTED)
WORKING = (panels.NOTIFIED, panels.BULK, panels.BULK_FAILED)
PROCESSES = (panels.UP, panels.PARTS, panels.JOBS_OVERDUE, panels.JOBS_FAILED)
NUMBERS = (panels.FIRING, panels.FAILURES, panels.SLOW, panels.OLDEST, panels.LETTERS)


def boards() -> dict[str, Board]:
    """All of them, by the names of their files."""
    suite = Board(
        "serviceops: the suite",
        "All four services at a glance.",
        EVERY_SERVICE,
        {
            "Now": (*NUMBERS, panels.FINDINGS),
            "Requests": (panels.REQUESTS, panels.ERRORS, panels.LATENCY),
            "Facts": (panels.AGE, panels.LAG, panels.TO_EFFECT),
            "What went wrong": (panels.DEAD_LETTERS, panels.FINDINGS_BY_KIND, panels.JOBS_FAILED),
            "Processes": (panels.UP, panels.PARTS, panels.JOBS_OVERDUE),
        },
    )
    eventing = Board(
        "serviceops: eventing",
        "The way of facts from the outboxes through the broker to their effects.",
        EVERY_SERVICE,
        {"Telling": TELLING, "Hearing": HEARING},
    )
    return {"suite": suite, "eventing": eventing, **{name: _of_service(name) for name in NAMES}}


def _of_service(name: str) -> Board:
    ledger = {"Ledger": (panels.FINDINGS_BY_KIND,)} if name == "analytics" else {}
    return Board(
        f"serviceops: {name}",
        f"The API and the worker of {name}.",
        f'job="{name}"',
        {
            "Now": NUMBERS,
            "Requests": HTTP,
            **ledger,
            "Telling": TELLING,
            "Hearing": HEARING,
            "Webhooks": SENDING,
            "Notifications and bulk jobs": WORKING,
            "Processes": PROCESSES,
        },
    )


def rendered() -> dict[str, str]:
    """The boards as Grafana takes them, in JSON, by the names of their files."""
    return {name: JSONEncoder(indent=2, sort_keys=True).encode(_built(each)) + "\n" for name, each in boards().items()}


def _built(board: Board) -> object:
    whole = (
        grafana.Dashboard(board.title)
        .description(board.says)
        .tags([TAG])
        .time("now-6h", "now")
        .refresh("1m")
        .tooltip(DashboardCursorSync.CROSSHAIR)
        .with_variable(grafana.DatasourceVariable("datasource").label("Prometheus").type("prometheus"))
        .link(grafana.DashboardLink("serviceops").type(DashboardLinkType.DASHBOARDS).tags([TAG]).keep_time(True))
    )
    ids = itertools.count(1)
    for heading, row in board.rows.items():
        whole.with_row(grafana.Row(heading).id(next(ids)))
        for panel in row:
            drawn = _number(panel, board.scope) if panel.number else _lines(panel, board.scope)
            whole.with_panel(drawn.id(next(ids)))
    return whole.build()


def _number(panel: Panel, scope: str) -> stat.Panel:
    steps = [Threshold(value=None, color="green")]
    if panel.alarming is not None:
        steps.append(Threshold(value=panel.alarming, color="red"))
    drawn = (
        stat.Panel()
        .title(panel.title)
        .description(panel.says)
        .unit(panel.unit)
        .span(panel.width)
        .height(NUMBER_HEIGHT)
        .datasource(_datasource())
        .thresholds(grafana.ThresholdsConfig().mode(ThresholdsMode.ABSOLUTE).steps(steps))
        .reduce_options(common.ReduceDataOptions().calcs(["lastNotNull"]))
    )
    for query in _queries(panel, scope):
        drawn.with_target(query)
    return drawn


def _lines(panel: Panel, scope: str) -> timeseries.Panel:
    drawn = (
        timeseries.Panel()
        .title(panel.title)
        .description(panel.says)
        .unit(panel.unit)
        .min(0)
        .span(panel.width)
        .height(LINES_HEIGHT)
        .datasource(_datasource())
        .fill_opacity(10)
        .legend(
            common.VizLegendOptions()
            .show_legend(True)
            .display_mode(LegendDisplayMode.LIST)
            .placement(LegendPlacement.BOTTOM)
        )
        .tooltip(common.VizTooltipOptions().mode(TooltipDisplayMode.MULTI).sort(SortOrder.DESCENDING))
    )
    for query in _queries(panel, scope):
        drawn.with_target(query)
    return drawn


def _queries(panel: Panel, scope: str) -> list[prometheus.Dataquery]:
    return [
        prometheus.Dataquery().expr(expression.replace("$scope", scope)).legend_format(legend).ref_id(letter)
        for letter, (legend, expression) in zip("ABC", panel.queries.items(), strict=False)
    ]


def _datasource() -> DataSourceRef:
    return DataSourceRef(type_val="prometheus", uid="${datasource}")
