from typing import Literal

ListSuppressionsReasonType0 = Literal["bounced", "complained", "manual", "unsubscribed"]

LIST_SUPPRESSIONS_REASON_TYPE_0_VALUES: set[ListSuppressionsReasonType0] = {
    "bounced",
    "complained",
    "manual",
    "unsubscribed",
}


def check_list_suppressions_reason_type_0(value: str) -> ListSuppressionsReasonType0:
    if value in LIST_SUPPRESSIONS_REASON_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_SUPPRESSIONS_REASON_TYPE_0_VALUES!r}")
