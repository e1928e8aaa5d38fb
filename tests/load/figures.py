"""The table: one line a figure, the suite's beside its limit's, as text and as JSON."""

import json
import math
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any, Literal


@dataclass(frozen=True)
class Figure:
    """One measure of a stage, by round. better: whether more or less is better. reach: the ratio to be had.

    ratio is the suite's median by its limit's; without a `reach` it is told and not judged.
    """

    stage: str
    measure: str
    unit: str
    better: Literal["more", "less"]
    suite: Sequence[float]
    limit: Sequence[float]
    reach: float | None = None

    @property
    def ratio(self) -> float:
        """The suite's median by its limit's; infinite where what it stands beside got nothing done."""
        beside = median(self.limit)
        return median(self.suite) / beside if beside else math.inf

    @property
    def met(self) -> bool | None:
        """Whether the ratio is within reach; None where nothing was asked for."""
        if self.reach is None:
            return None
        return self.ratio >= self.reach if self.better == "more" else self.ratio <= self.reach


def table(figures: Sequence[Figure], *, beside: str = "limit") -> str:
    """The figures in columns. beside: what the suite stands beside."""
    headings = ("stage", "measure", "suite", beside, "ratio", "reach", f"rounds: suite / {beside}")
    lines = [headings, *(_line(figure) for figure in figures)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(headings))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def save(path: Path, figures: Sequence[Figure], *, beside: str = "limit", **about: Any) -> None:
    """Write the figures, the machine and what else is to be known of the run. beside: as for `table`."""
    document = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {"cores": os.cpu_count(), "system": platform.platform(), "python": platform.python_version()},
        **about,
        "figures": [_document(figure, beside) for figure in figures],
    }
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(document, indent=2) + "\n")
    fresh.rename(path)


def _document(figure: Figure, beside: str) -> dict[str, Any]:
    told = {beside if name == "limit" else name: value for name, value in asdict(figure).items()}
    return {**told, "ratio": round(figure.ratio, 3) if math.isfinite(figure.ratio) else None, "met": figure.met}


def _line(figure: Figure) -> tuple[str, ...]:
    reach = ""
    if figure.reach is not None:
        sign = "≥" if figure.better == "more" else "≤"
        reach = f"{sign} {figure.reach:g} {'met' if figure.met else 'NOT MET'}"
    return (
        figure.stage,
        figure.measure,
        _number(median(figure.suite), figure.unit),
        _number(median(figure.limit), figure.unit),
        f"{figure.ratio:.2f}",
        reach,
        f"{' '.join(map(_short, figure.suite))} / {' '.join(map(_short, figure.limit))}",
    )


def _number(value: float, unit: str) -> str:
    return f"{_short(value)} {unit}"


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
