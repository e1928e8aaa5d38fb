from typing import Literal

TicketViewInSort = Literal["newest", "oldest"]

TICKET_VIEW_IN_SORT_VALUES: set[TicketViewInSort] = {
    "newest",
    "oldest",
}


def check_ticket_view_in_sort(value: str) -> TicketViewInSort:
    if value in TICKET_VIEW_IN_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_VIEW_IN_SORT_VALUES!r}")
