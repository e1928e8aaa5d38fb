from typing import Literal

TicketSelectionTypeItem = Literal["complaint", "escalation", "incident", "question", "repair", "task"]

TICKET_SELECTION_TYPE_ITEM_VALUES: set[TicketSelectionTypeItem] = {
    "complaint",
    "escalation",
    "incident",
    "question",
    "repair",
    "task",
}


def check_ticket_selection_type_item(value: str) -> TicketSelectionTypeItem:
    if value in TICKET_SELECTION_TYPE_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_SELECTION_TYPE_ITEM_VALUES!r}")
