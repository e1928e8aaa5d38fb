from typing import Literal

TicketInPriority = Literal["high", "low", "normal", "urgent"]

TICKET_IN_PRIORITY_VALUES: set[TicketInPriority] = {
    "high",
    "low",
    "normal",
    "urgent",
}


def check_ticket_in_priority(value: str) -> TicketInPriority:
    if value in TICKET_IN_PRIORITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_IN_PRIORITY_VALUES!r}")
