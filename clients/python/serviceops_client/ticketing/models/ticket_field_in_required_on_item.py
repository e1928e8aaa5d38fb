from typing import Literal

TicketFieldInRequiredOnItem = Literal["create", "solve"]

TICKET_FIELD_IN_REQUIRED_ON_ITEM_VALUES: set[TicketFieldInRequiredOnItem] = {
    "create",
    "solve",
}


def check_ticket_field_in_required_on_item(value: str) -> TicketFieldInRequiredOnItem:
    if value in TICKET_FIELD_IN_REQUIRED_ON_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_FIELD_IN_REQUIRED_ON_ITEM_VALUES!r}")
