from typing import Literal

TicketFieldPatchTypesType0Item = Literal["complaint", "escalation", "incident", "question", "repair", "task"]

TICKET_FIELD_PATCH_TYPES_TYPE_0_ITEM_VALUES: set[TicketFieldPatchTypesType0Item] = {
    "complaint",
    "escalation",
    "incident",
    "question",
    "repair",
    "task",
}


def check_ticket_field_patch_types_type_0_item(value: str) -> TicketFieldPatchTypesType0Item:
    if value in TICKET_FIELD_PATCH_TYPES_TYPE_0_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_FIELD_PATCH_TYPES_TYPE_0_ITEM_VALUES!r}")
