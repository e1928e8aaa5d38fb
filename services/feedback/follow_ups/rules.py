"""What follows a positive answer. A rule that changes gets the next version; each run names the one it ran by."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class FollowUpRule:
    """waits: how long for the account's team to be known, before the run is skipped."""

    id: str
    version: int
    waits: timedelta


GOOD_NEWS = FollowUpRule(id="positive_good_news", version=1, waits=timedelta(minutes=5))
"""The people who work with the customer hear of a positive answer."""
