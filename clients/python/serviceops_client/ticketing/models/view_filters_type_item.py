from typing import Literal

ViewFiltersTypeItem = Literal["complaint", "escalation", "incident", "question", "repair", "task"]

VIEW_FILTERS_TYPE_ITEM_VALUES: set[ViewFiltersTypeItem] = {
    "complaint",
    "escalation",
    "incident",
    "question",
    "repair",
    "task",
}


def check_view_filters_type_item(value: str) -> ViewFiltersTypeItem:
    if value in VIEW_FILTERS_TYPE_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VIEW_FILTERS_TYPE_ITEM_VALUES!r}")
