from typing import Literal

TicketFieldPolicyInUndeclared = Literal["keep", "refuse"]

TICKET_FIELD_POLICY_IN_UNDECLARED_VALUES: set[TicketFieldPolicyInUndeclared] = {
    "keep",
    "refuse",
}


def check_ticket_field_policy_in_undeclared(value: str) -> TicketFieldPolicyInUndeclared:
    if value in TICKET_FIELD_POLICY_IN_UNDECLARED_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_FIELD_POLICY_IN_UNDECLARED_VALUES!r}")
