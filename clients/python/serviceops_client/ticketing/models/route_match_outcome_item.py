from typing import Literal

RouteMatchOutcomeItem = Literal["negative", "neutral", "positive", "unscored"]

ROUTE_MATCH_OUTCOME_ITEM_VALUES: set[RouteMatchOutcomeItem] = {
    "negative",
    "neutral",
    "positive",
    "unscored",
}


def check_route_match_outcome_item(value: str) -> RouteMatchOutcomeItem:
    if value in ROUTE_MATCH_OUTCOME_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ROUTE_MATCH_OUTCOME_ITEM_VALUES!r}")
