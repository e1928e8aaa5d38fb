from typing import Literal

ListTicketsStatusItem = Literal["closed", "new", "on_hold", "open", "pending", "solved"]

LIST_TICKETS_STATUS_ITEM_VALUES: set[ListTicketsStatusItem] = {
    "closed",
    "new",
    "on_hold",
    "open",
    "pending",
    "solved",
}


def check_list_tickets_status_item(value: str) -> ListTicketsStatusItem:
    if value in LIST_TICKETS_STATUS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_TICKETS_STATUS_ITEM_VALUES!r}")
