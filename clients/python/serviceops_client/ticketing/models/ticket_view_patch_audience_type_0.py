from typing import Literal

TicketViewPatchAudienceType0 = Literal["everyone", "group", "me"]

TICKET_VIEW_PATCH_AUDIENCE_TYPE_0_VALUES: set[TicketViewPatchAudienceType0] = {
    "everyone",
    "group",
    "me",
}


def check_ticket_view_patch_audience_type_0(value: str) -> TicketViewPatchAudienceType0:
    if value in TICKET_VIEW_PATCH_AUDIENCE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_VIEW_PATCH_AUDIENCE_TYPE_0_VALUES!r}")
