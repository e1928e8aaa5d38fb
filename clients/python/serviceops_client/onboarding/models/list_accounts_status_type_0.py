from typing import Literal

ListAccountsStatusType0 = Literal["active", "at_risk", "churned", "onboarding", "prospect"]

LIST_ACCOUNTS_STATUS_TYPE_0_VALUES: set[ListAccountsStatusType0] = {
    "active",
    "at_risk",
    "churned",
    "onboarding",
    "prospect",
}


def check_list_accounts_status_type_0(value: str) -> ListAccountsStatusType0:
    if value in LIST_ACCOUNTS_STATUS_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_ACCOUNTS_STATUS_TYPE_0_VALUES!r}")
