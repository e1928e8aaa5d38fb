"""What the checker found, counted by kind, with the first examples of each."""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

COLUMNS = (
    "lost",
    "doubled",
    "reordered",
    "effects_without_cause",
    "causes_without_effect",
    "wrong_recipients",
    "findings_without_fault",
    "faults_without_finding",
)
"""Each counts things of one kind; a run is good when all are 0."""

MOST_DETAILS = 50


@dataclass
class Verdict:
    """The counts, by column and rule. facts: how many different facts were published (no heartbeats)."""

    seed: int = 0
    facts: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    by_rule: Counter[str] = field(default_factory=Counter)
    details: list[dict[str, Any]] = field(default_factory=list)

    def count(self, column: str, rule: str, says: str, **ids: Any) -> None:
        """Count one fault. rule: which promise, in a word. says: what is wrong. ids: where to look."""
        assert column in COLUMNS, column
        self.counts[column] += 1
        self.by_rule[f"{column}/{rule}"] += 1
        self.details.append({"column": column, "rule": rule, "says": says, **ids})

    @property
    def good(self) -> bool:
        """Whether nothing was found."""
        return not self.details

    def line(self) -> str:
        """The verdict in a line, with the seed."""
        found = " ".join(f"{column}={self.counts[column]}" for column in COLUMNS)
        return f"{'good' if self.good else 'BAD'} seed={self.seed} facts={self.facts} {found}"

    def save(self, path: Path) -> None:
        """Write verdict.json: the counts, the counts by rule, and the first details, some of every rule."""
        held: dict[str, Any] = {column: self.counts[column] for column in COLUMNS}
        held |= {"seed": self.seed, "facts": self.facts, "rules": dict(sorted(self.by_rule.items()))}
        held["details"] = self.first_details()
        path.write_text(json.dumps(held, indent=2, default=str) + "\n")

    def first_details(self) -> list[dict[str, Any]]:
        """At most 50, so chosen that no rule hides another: the first of each, then the second of each, …"""
        turn: Counter[tuple[str, str]] = Counter()
        ranked = []
        for place, detail in enumerate(self.details):
            key = (detail["column"], detail["rule"])
            ranked.append((turn[key], place))
            turn[key] += 1
        return [self.details[place] for _, place in sorted(ranked)[:MOST_DETAILS]]
