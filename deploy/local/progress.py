"""What the launcher says on the screen: short lines, each with the seconds since it began."""

import time


class Progress:
    """Prints at once, also into a pipe."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    @property
    def seconds(self) -> float:
        """Since the launcher began."""
        return time.monotonic() - self._began

    def step(self, text: str) -> None:
        """One thing is done, or begins."""
        print(f"{self.seconds:6.1f} s  {text}", flush=True)

    def say(self, text: str = "") -> None:
        """A line without a time."""
        print(text, flush=True)
