"""What compensations and authority limits refuse.

Problem
├── Forbidden 403
│   ├── OwnCompensation
│   ├── StaffNeeded
│   └── OverYourLimit
└── Conflict 409
    ├── CompensationDecided
    ├── TooManyCompensations
    └── LimitExists
"""

from shared.http.errors import Conflict, Forbidden


class OwnCompensation(Forbidden):
    """A compensation over the giver's limit is approved or rejected by another person."""

    code = "own_compensation"


class StaffNeeded(Forbidden):
    """Only a member of staff can approve or reject: the key or token acts for none."""

    code = "staff_needed"


class OverYourLimit(Forbidden):
    """Your authority limit does not cover this compensation."""

    code = "over_your_limit"


class CompensationDecided(Conflict):
    """The compensation was approved or rejected before."""

    code = "compensation_decided"


class TooManyCompensations(Conflict):
    """The case has as many compensations as one case may have."""

    code = "too_many_compensations"


class LimitExists(Conflict):
    """There is an authority limit for the same whom and currency."""

    code = "limit_exists"
