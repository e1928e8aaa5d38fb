from typing import Literal

AccountInStatus = Literal["active", "at_risk", "churned", "onboarding", "prospect"]

ACCOUNT_IN_STATUS_VALUES: set[AccountInStatus] = {
    "active",
    "at_risk",
    "churned",
    "onboarding",
    "prospect",
}


def check_account_in_status(value: str) -> AccountInStatus:
    if value in ACCOUNT_IN_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ACCOUNT_IN_STATUS_VALUES!r}")
