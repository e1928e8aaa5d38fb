from typing import Literal

TicketOutStatus = Literal["closed", "new", "on_hold", "open", "pending", "solved"]

TICKET_OUT_STATUS_VALUES: set[TicketOutStatus] = {
    "closed",
    "new",
    "on_hold",
    "open",
    "pending",
    "solved",
}


def check_ticket_out_status(value: str) -> TicketOutStatus:
    if value in TICKET_OUT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_OUT_STATUS_VALUES!r}")
