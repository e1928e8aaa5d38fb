from typing import Literal

ListTicketsPriorityItem = Literal["high", "low", "normal", "urgent"]

LIST_TICKETS_PRIORITY_ITEM_VALUES: set[ListTicketsPriorityItem] = {
    "high",
    "low",
    "normal",
    "urgent",
}


def check_list_tickets_priority_item(value: str) -> ListTicketsPriorityItem:
    if value in LIST_TICKETS_PRIORITY_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_TICKETS_PRIORITY_ITEM_VALUES!r}")
