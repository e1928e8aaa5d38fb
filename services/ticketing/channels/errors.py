"""What channels refuse.

Problem
├── Conflict 409
│   └── NotFailed
└── TooManyRequests 429
    └── LoopSuspected
"""

from shared.http.errors import Conflict, TooManyRequests


class NotFailed(Conflict):
    """Only a reply that could not be delivered is tried again."""

    code = "not_failed"


class LoopSuspected(TooManyRequests):
    """One sender writes on one ticket faster than people do; send it again later."""

    code = "loop_suspected"
