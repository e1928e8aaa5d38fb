from typing import Literal

TicketOutPriority = Literal["high", "low", "normal", "urgent"]

TICKET_OUT_PRIORITY_VALUES: set[TicketOutPriority] = {
    "high",
    "low",
    "normal",
    "urgent",
}


def check_ticket_out_priority(value: str) -> TicketOutPriority:
    if value in TICKET_OUT_PRIORITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_OUT_PRIORITY_VALUES!r}")
