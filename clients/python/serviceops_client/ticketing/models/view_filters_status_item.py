from typing import Literal

ViewFiltersStatusItem = Literal["closed", "new", "on_hold", "open", "pending", "solved"]

VIEW_FILTERS_STATUS_ITEM_VALUES: set[ViewFiltersStatusItem] = {
    "closed",
    "new",
    "on_hold",
    "open",
    "pending",
    "solved",
}


def check_view_filters_status_item(value: str) -> ViewFiltersStatusItem:
    if value in VIEW_FILTERS_STATUS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VIEW_FILTERS_STATUS_ITEM_VALUES!r}")
