from typing import Literal

ListScoresGroupByType0 = Literal["account_id", "brand", "locale", "program_id", "segment"]

LIST_SCORES_GROUP_BY_TYPE_0_VALUES: set[ListScoresGroupByType0] = {
    "account_id",
    "brand",
    "locale",
    "program_id",
    "segment",
}


def check_list_scores_group_by_type_0(value: str) -> ListScoresGroupByType0:
    if value in LIST_SCORES_GROUP_BY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_SCORES_GROUP_BY_TYPE_0_VALUES!r}")
