from typing import Literal

TicketOutType = Literal["complaint", "escalation", "incident", "question", "repair", "task"]

TICKET_OUT_TYPE_VALUES: set[TicketOutType] = {
    "complaint",
    "escalation",
    "incident",
    "question",
    "repair",
    "task",
}


def check_ticket_out_type(value: str) -> TicketOutType:
    if value in TICKET_OUT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_OUT_TYPE_VALUES!r}")
