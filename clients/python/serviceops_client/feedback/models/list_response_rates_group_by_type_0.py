from typing import Literal

ListResponseRatesGroupByType0 = Literal[
    "account_id", "brand", "channel", "locale", "program_id", "survey_type", "wave_id"
]

LIST_RESPONSE_RATES_GROUP_BY_TYPE_0_VALUES: set[ListResponseRatesGroupByType0] = {
    "account_id",
    "brand",
    "channel",
    "locale",
    "program_id",
    "survey_type",
    "wave_id",
}


def check_list_response_rates_group_by_type_0(value: str) -> ListResponseRatesGroupByType0:
    if value in LIST_RESPONSE_RATES_GROUP_BY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_RESPONSE_RATES_GROUP_BY_TYPE_0_VALUES!r}")
