"""The event map: who tells which fact, and who acts on it, as a Markdown table made from the contracts.

python -m deploy.event_map            prints it
python -m deploy.event_map --write    puts it into README.md, between its two marks
python -m deploy.event_map --check    fails when README.md shows another one
"""

import argparse
import sys
from pathlib import Path

from shared.contracts import contracts
from shared.events.fact import OUTSIDE, Fact

README = Path(__file__).parents[1] / "README.md"
BEGIN = "<!-- event map -->"
END = "<!-- /event map -->"

SERVICES = ("onboarding", "feedback", "ticketing", "analytics")
"""In the order in which the story passes through them."""

EVERY_SERVICE = "every service"


class MarksMissing(ValueError):
    """README.md has no place for the event map: it needs the two marks, in their order, once each."""


def event_map() -> str:
    """The table, without a line break at its end."""
    order = [*SERVICES, EVERY_SERVICE]
    facts = sorted(contracts(), key=lambda fact: order.index(_teller(fact)))
    rows = [f"| {_teller(fact)} | `{fact.fact_type}` | {', '.join(_listeners(fact))} |" for fact in facts]
    return "\n".join(["| told by | fact | listened to by |", "|---|---|---|", *rows])


def _teller(fact: type[Fact]) -> str:
    return fact.teller or EVERY_SERVICE


def _listeners(fact: type[Fact]) -> list[str]:
    """Analytics listens to every fact."""
    return [name for name in (*SERVICES, OUTSIDE) if name == "analytics" or name in fact.listeners]


def with_event_map(text: str) -> str:
    """The text with the current table between its marks. Raises MarksMissing."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end or BEGIN in rest or END in after:
        raise MarksMissing(f"README.md needs {BEGIN} and, after it, {END}, once each.")
    return f"{before}{BEGIN}\n{event_map()}\n{END}{after}"


def main() -> None:
    """Print, write or check the map."""
    parser = argparse.ArgumentParser(prog="python -m deploy.event_map", description="The event map of README.md.")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--write", action="store_true", help="put it into README.md")
    mode.add_argument("--check", action="store_true", help="fail when README.md shows another one")
    arguments = parser.parse_args()
    if not (arguments.write or arguments.check):
        sys.stdout.write(event_map() + "\n")
        return
    text = README.read_text(encoding="utf-8")
    try:
        current = with_event_map(text)
    except MarksMissing as missing:
        sys.exit(str(missing))
    if arguments.write:
        README.write_text(current, encoding="utf-8")
    elif text != current:
        sys.exit("README.md shows an old event map: run `make events`.")


if __name__ == "__main__":
    main()
