from typing import Literal

CompareScoresWeighting = Literal["account", "inclusion", "respondent"]

COMPARE_SCORES_WEIGHTING_VALUES: set[CompareScoresWeighting] = {
    "account",
    "inclusion",
    "respondent",
}


def check_compare_scores_weighting(value: str) -> CompareScoresWeighting:
    if value in COMPARE_SCORES_WEIGHTING_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPARE_SCORES_WEIGHTING_VALUES!r}")
