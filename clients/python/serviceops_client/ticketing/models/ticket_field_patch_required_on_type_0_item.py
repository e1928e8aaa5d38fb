from typing import Literal

TicketFieldPatchRequiredOnType0Item = Literal["create", "solve"]

TICKET_FIELD_PATCH_REQUIRED_ON_TYPE_0_ITEM_VALUES: set[TicketFieldPatchRequiredOnType0Item] = {
    "create",
    "solve",
}


def check_ticket_field_patch_required_on_type_0_item(value: str) -> TicketFieldPatchRequiredOnType0Item:
    if value in TICKET_FIELD_PATCH_REQUIRED_ON_TYPE_0_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TICKET_FIELD_PATCH_REQUIRED_ON_TYPE_0_ITEM_VALUES!r}"
    )
