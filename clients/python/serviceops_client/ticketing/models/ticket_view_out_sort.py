from typing import Literal

TicketViewOutSort = Literal["newest", "oldest"]

TICKET_VIEW_OUT_SORT_VALUES: set[TicketViewOutSort] = {
    "newest",
    "oldest",
}


def check_ticket_view_out_sort(value: str) -> TicketViewOutSort:
    if value in TICKET_VIEW_OUT_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_VIEW_OUT_SORT_VALUES!r}")
