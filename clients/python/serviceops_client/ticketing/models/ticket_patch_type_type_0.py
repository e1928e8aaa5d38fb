from typing import Literal

TicketPatchTypeType0 = Literal["complaint", "escalation", "incident", "question", "repair", "task"]

TICKET_PATCH_TYPE_TYPE_0_VALUES: set[TicketPatchTypeType0] = {
    "complaint",
    "escalation",
    "incident",
    "question",
    "repair",
    "task",
}


def check_ticket_patch_type_type_0(value: str) -> TicketPatchTypeType0:
    if value in TICKET_PATCH_TYPE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_PATCH_TYPE_TYPE_0_VALUES!r}")
