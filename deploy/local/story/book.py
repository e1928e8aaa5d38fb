"""The story's book: each step with its time and its verdict, and what was expected and seen where they differ."""

import time
from collections.abc import Callable, Mapping
from typing import Any

LONGEST = 120.0  # seconds for the whole story; a machine that does nothing else needs about 15
LOOK_EVERY = 0.05  # seconds

Seen = Mapping[str, Any]


class Unmet(Exception):
    """A step was not met; what follows rests on it."""


class _Given:
    """Equal to whatever is not null."""

    def __eq__(self, other: object) -> bool:
        return other is not None

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "given"


GIVEN = _Given()


class Book:
    """Counts and prints. seconds: since the story began."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self.met = 0

    @property
    def seconds(self) -> float:
        """Since the story began."""
        return time.monotonic() - self._began

    def say(self, text: str) -> None:
        """A line of its own."""
        print(text, flush=True)

    def title(self, text: str) -> None:
        """What the next steps are about."""
        self.say(f"\n{text}")

    def expect(self, step: str, wanted: Seen, seen: Seen) -> None:
        """A step whose outcome is there. Raises Unmet."""
        differing = _differing(wanted, seen)
        self.say(f"  {'✗' if differing else '✓'} {self.seconds:6.2f} s  {step}")
        if differing:
            for name in differing:
                self.say(f"               {name}: expected {wanted[name]!r}, seen {seen.get(name)!r}")
            if "detail" in seen:
                self.say(f"               {seen.get('title')} {seen['detail']} {seen.get('errors') or ''}")
            raise Unmet(step)
        self.met += 1

    def wait(self, step: str, look: Callable[[], Seen], wanted: Seen, *, within: float) -> Seen:
        """A step that happens by itself within so many seconds; answers what was seen. Raises Unmet."""
        deadline = min(time.monotonic() + within, self._began + LONGEST)
        while _differing(wanted, seen := look()) and time.monotonic() < deadline:
            time.sleep(LOOK_EVERY)
        self.expect(step, wanted, seen)
        return seen


def _differing(wanted: Seen, seen: Seen) -> list[str]:
    return [name for name, value in wanted.items() if value != seen.get(name)]
