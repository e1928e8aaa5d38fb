from typing import Literal

TicketFieldOutType = Literal["boolean", "choice", "date", "decimal", "integer", "multi_choice", "text"]

TICKET_FIELD_OUT_TYPE_VALUES: set[TicketFieldOutType] = {
    "boolean",
    "choice",
    "date",
    "decimal",
    "integer",
    "multi_choice",
    "text",
}


def check_ticket_field_out_type(value: str) -> TicketFieldOutType:
    if value in TICKET_FIELD_OUT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_FIELD_OUT_TYPE_VALUES!r}")
