from typing import Literal

ListTicketsTypeItem = Literal["complaint", "escalation", "incident", "question", "repair", "task"]

LIST_TICKETS_TYPE_ITEM_VALUES: set[ListTicketsTypeItem] = {
    "complaint",
    "escalation",
    "incident",
    "question",
    "repair",
    "task",
}


def check_list_tickets_type_item(value: str) -> ListTicketsTypeItem:
    if value in LIST_TICKETS_TYPE_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_TICKETS_TYPE_ITEM_VALUES!r}")
