"""Which tickets a rule is for."""

from services.ticketing.escalation_rules.queries import UNSOLVED
from services.ticketing.sla import promises
from services.ticketing.sla.levels import Rule
from services.ticketing.tickets.models import Ticket


class _Traits:
    """A ticket as conditions look at it."""

    def __init__(self, ticket: Ticket, account_tier: str | None) -> None:
        self.type = ticket.type
        self.channel = ticket.channel
        self.tags = ticket.tags
        self.brand = ticket.brand
        self.account_tier = account_tier


def fits(rule: Rule, ticket: Ticket, account_tier: str | None) -> bool:
    """Do all given conditions hold for the ticket as it is now? An empty one always does."""
    conditions = rule.conditions
    return (
        promises.fits(conditions, _Traits(ticket, account_tier))
        and (not conditions.get("priority") or ticket.priority in conditions["priority"])
        and (not conditions.get("group_id") or str(ticket.group_id) in conditions["group_id"])
    )


def escalates(ticket: Ticket) -> bool:
    """May anything be done for it? Imported history, merged and solved tickets are left in peace."""
    return not ticket.silent and ticket.merged_into_id is None and ticket.status in UNSOLVED
