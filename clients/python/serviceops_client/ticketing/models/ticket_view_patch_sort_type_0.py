from typing import Literal

TicketViewPatchSortType0 = Literal["newest", "oldest"]

TICKET_VIEW_PATCH_SORT_TYPE_0_VALUES: set[TicketViewPatchSortType0] = {
    "newest",
    "oldest",
}


def check_ticket_view_patch_sort_type_0(value: str) -> TicketViewPatchSortType0:
    if value in TICKET_VIEW_PATCH_SORT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_VIEW_PATCH_SORT_TYPE_0_VALUES!r}")
