from typing import Literal

AccountOutStatus = Literal["active", "at_risk", "churned", "onboarding", "prospect"]

ACCOUNT_OUT_STATUS_VALUES: set[AccountOutStatus] = {
    "active",
    "at_risk",
    "churned",
    "onboarding",
    "prospect",
}


def check_account_out_status(value: str) -> AccountOutStatus:
    if value in ACCOUNT_OUT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ACCOUNT_OUT_STATUS_VALUES!r}")
