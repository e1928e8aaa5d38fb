from typing import Literal

TicketFieldInTypesItem = Literal["complaint", "escalation", "incident", "question", "repair", "task"]

TICKET_FIELD_IN_TYPES_ITEM_VALUES: set[TicketFieldInTypesItem] = {
    "complaint",
    "escalation",
    "incident",
    "question",
    "repair",
    "task",
}


def check_ticket_field_in_types_item(value: str) -> TicketFieldInTypesItem:
    if value in TICKET_FIELD_IN_TYPES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_FIELD_IN_TYPES_ITEM_VALUES!r}")
