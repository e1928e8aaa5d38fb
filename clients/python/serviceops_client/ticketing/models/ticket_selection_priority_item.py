from typing import Literal

TicketSelectionPriorityItem = Literal["high", "low", "normal", "urgent"]

TICKET_SELECTION_PRIORITY_ITEM_VALUES: set[TicketSelectionPriorityItem] = {
    "high",
    "low",
    "normal",
    "urgent",
}


def check_ticket_selection_priority_item(value: str) -> TicketSelectionPriorityItem:
    if value in TICKET_SELECTION_PRIORITY_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_SELECTION_PRIORITY_ITEM_VALUES!r}")
