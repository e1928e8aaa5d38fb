"""What watching refuses.

Problem
└── Conflict 409
    └── TooManyWatchers
"""

from shared.http.errors import Conflict


class TooManyWatchers(Conflict):
    """A ticket has so many watchers at most."""

    code = "too_many_watchers"
