from typing import Literal

TicketSelectionStatusItem = Literal["closed", "new", "on_hold", "open", "pending", "solved"]

TICKET_SELECTION_STATUS_ITEM_VALUES: set[TicketSelectionStatusItem] = {
    "closed",
    "new",
    "on_hold",
    "open",
    "pending",
    "solved",
}


def check_ticket_selection_status_item(value: str) -> TicketSelectionStatusItem:
    if value in TICKET_SELECTION_STATUS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_SELECTION_STATUS_ITEM_VALUES!r}")
