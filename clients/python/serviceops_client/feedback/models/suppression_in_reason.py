from typing import Literal

SuppressionInReason = Literal["bounced", "complained", "manual", "unsubscribed"]

SUPPRESSION_IN_REASON_VALUES: set[SuppressionInReason] = {
    "bounced",
    "complained",
    "manual",
    "unsubscribed",
}


def check_suppression_in_reason(value: str) -> SuppressionInReason:
    if value in SUPPRESSION_IN_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SUPPRESSION_IN_REASON_VALUES!r}")
