from typing import Literal

TicketFieldInType = Literal["boolean", "choice", "date", "decimal", "integer", "multi_choice", "text"]

TICKET_FIELD_IN_TYPE_VALUES: set[TicketFieldInType] = {
    "boolean",
    "choice",
    "date",
    "decimal",
    "integer",
    "multi_choice",
    "text",
}


def check_ticket_field_in_type(value: str) -> TicketFieldInType:
    if value in TICKET_FIELD_IN_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_FIELD_IN_TYPE_VALUES!r}")
