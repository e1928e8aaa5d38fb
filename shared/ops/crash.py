"""Named points at which a fault test ends the process, as a kill -9 would.

`CRASH_HERE=after_ack` in the environment ends it at the first pass of that point, `after_ack:3` at the
third. Without the variable a point is one comparison.
"""

import os
import signal

CRASH_POINTS = (
    "before_commit",
    "after_commit",
    "after_claim",
    "after_send",
    "after_ack",
    "after_mark",
    "after_inbox",
    "after_effect",
    "after_effect_commit",
    "after_offset_commit",
    "after_digest",
    "after_lease",
    "after_mail",
    "after_webhook",
    "after_evidence",
)
"""In the order in which a fact passes them: write, relay, consumer, notification or webhook."""

_point, _, _count = os.environ.get("CRASH_HERE", "").partition(":")
_passes_left = int(_count or 1)
if _point and _point not in CRASH_POINTS:
    raise SystemExit(f"CRASH_HERE names no crash point: {_point}. There are: {', '.join(CRASH_POINTS)}")


def crash_here(point: str) -> None:
    """End the process here, without any cleaning up, if a fault test asked for it."""
    global _passes_left
    if point != _point:
        return
    _passes_left -= 1
    if _passes_left <= 0:
        os.kill(os.getpid(), signal.SIGKILL)
