from typing import Literal

ViewFiltersPriorityItem = Literal["high", "low", "normal", "urgent"]

VIEW_FILTERS_PRIORITY_ITEM_VALUES: set[ViewFiltersPriorityItem] = {
    "high",
    "low",
    "normal",
    "urgent",
}


def check_view_filters_priority_item(value: str) -> ViewFiltersPriorityItem:
    if value in VIEW_FILTERS_PRIORITY_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VIEW_FILTERS_PRIORITY_ITEM_VALUES!r}")
