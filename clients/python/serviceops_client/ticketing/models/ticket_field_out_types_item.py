from typing import Literal

TicketFieldOutTypesItem = Literal["complaint", "escalation", "incident", "question", "repair", "task"]

TICKET_FIELD_OUT_TYPES_ITEM_VALUES: set[TicketFieldOutTypesItem] = {
    "complaint",
    "escalation",
    "incident",
    "question",
    "repair",
    "task",
}


def check_ticket_field_out_types_item(value: str) -> TicketFieldOutTypesItem:
    if value in TICKET_FIELD_OUT_TYPES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_FIELD_OUT_TYPES_ITEM_VALUES!r}")
