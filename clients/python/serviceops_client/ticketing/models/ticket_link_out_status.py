from typing import Literal

TicketLinkOutStatus = Literal["closed", "new", "on_hold", "open", "pending", "solved"]

TICKET_LINK_OUT_STATUS_VALUES: set[TicketLinkOutStatus] = {
    "closed",
    "new",
    "on_hold",
    "open",
    "pending",
    "solved",
}


def check_ticket_link_out_status(value: str) -> TicketLinkOutStatus:
    if value in TICKET_LINK_OUT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_LINK_OUT_STATUS_VALUES!r}")
