from typing import Literal

ListScoresWeighting = Literal["account", "inclusion", "respondent"]

LIST_SCORES_WEIGHTING_VALUES: set[ListScoresWeighting] = {
    "account",
    "inclusion",
    "respondent",
}


def check_list_scores_weighting(value: str) -> ListScoresWeighting:
    if value in LIST_SCORES_WEIGHTING_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_SCORES_WEIGHTING_VALUES!r}")
