"""What the ledger refuses."""

from typing import Self

from shared.http.errors import Conflict, Forbidden, Invalid, Problem, place


class NotRepairable(Conflict):
    """This finding cannot be repaired."""

    code = "not_repairable"


class NotAwaitingApproval(Conflict):
    """The repair does not wait for an approval."""

    code = "not_awaiting_approval"


class ApproverIsRequester(Forbidden):
    """Whoever asked for a repair cannot approve it."""

    code = "approver_is_requester"


class TooManyRepairs(Problem):
    """No more repairs may be asked for within this minute."""

    status = 429
    code = "too_many_repairs"


class UnknownFinding(Invalid):
    """There is no finding with this id."""

    code = "unknown_finding"

    @classmethod
    def in_body(cls) -> Self:
        """With the place that names it."""
        return cls(errors=[place("body", "finding_id", msg="There is no such finding", code="unknown_finding")])


class RuleNotValid(Invalid):
    """The rule does not fit together."""

    code = "rule_not_valid"


class ReachesTooFarBack(Invalid):
    """The rule would have to judge too many past facts at once."""

    code = "reaches_too_far_back"
