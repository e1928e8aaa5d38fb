"""Shows a trace: every hop with its time and verdict."""

from datetime import datetime
from typing import Any

from deploy.local.story.book import Book
from deploy.local.story.people import People

MARKS = {"happened": "✓", "expected": "…", "missing": "✗", "skipped": "-"}


def show(book: Book, people: People, name: str, trace_id: str) -> None:
    """Print the trace; times in seconds since its beginning."""
    trace = people.get("analytics", f"/v1/traces/{trace_id}")
    book.title(f"The trace of {name}: {trace['state']} ({trace_id})")
    for hop in trace["hops"]:
        book.say(_line(hop, trace["started_at"]))


def _line(hop: dict[str, Any], began: str) -> str:
    when = "" if hop["at"] is None else f"{_seconds(began, hop['at']):7.2f} s"
    due = "" if hop["due_at"] is None else f"due {hop['due_at'][:19]}Z"
    verdict = hop["verdict"] or ""
    line = f"  {MARKS[hop['state']]} {when:>9}  {hop['service']:<10} {hop['step']:<26} {verdict:<8} {due}"
    return line.rstrip()


def _seconds(since: str, at: str) -> float:
    return (datetime.fromisoformat(at) - datetime.fromisoformat(since)).total_seconds()
