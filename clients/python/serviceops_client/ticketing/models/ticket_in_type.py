from typing import Literal

TicketInType = Literal["complaint", "escalation", "incident", "question", "repair", "task"]

TICKET_IN_TYPE_VALUES: set[TicketInType] = {
    "complaint",
    "escalation",
    "incident",
    "question",
    "repair",
    "task",
}


def check_ticket_in_type(value: str) -> TicketInType:
    if value in TICKET_IN_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_IN_TYPE_VALUES!r}")
