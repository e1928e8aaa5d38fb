from typing import Literal

TicketFieldPolicyOutUndeclared = Literal["keep", "refuse"]

TICKET_FIELD_POLICY_OUT_UNDECLARED_VALUES: set[TicketFieldPolicyOutUndeclared] = {
    "keep",
    "refuse",
}


def check_ticket_field_policy_out_undeclared(value: str) -> TicketFieldPolicyOutUndeclared:
    if value in TICKET_FIELD_POLICY_OUT_UNDECLARED_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_FIELD_POLICY_OUT_UNDECLARED_VALUES!r}")
