from typing import Literal

TicketPatchPriorityType0 = Literal["high", "low", "normal", "urgent"]

TICKET_PATCH_PRIORITY_TYPE_0_VALUES: set[TicketPatchPriorityType0] = {
    "high",
    "low",
    "normal",
    "urgent",
}


def check_ticket_patch_priority_type_0(value: str) -> TicketPatchPriorityType0:
    if value in TICKET_PATCH_PRIORITY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_PATCH_PRIORITY_TYPE_0_VALUES!r}")
