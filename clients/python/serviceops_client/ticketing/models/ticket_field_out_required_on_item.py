from typing import Literal

TicketFieldOutRequiredOnItem = Literal["create", "solve"]

TICKET_FIELD_OUT_REQUIRED_ON_ITEM_VALUES: set[TicketFieldOutRequiredOnItem] = {
    "create",
    "solve",
}


def check_ticket_field_out_required_on_item(value: str) -> TicketFieldOutRequiredOnItem:
    if value in TICKET_FIELD_OUT_REQUIRED_ON_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_FIELD_OUT_REQUIRED_ON_ITEM_VALUES!r}")
