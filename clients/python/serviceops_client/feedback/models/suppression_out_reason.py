from typing import Literal

SuppressionOutReason = Literal["bounced", "complained", "manual", "unsubscribed"]

SUPPRESSION_OUT_REASON_VALUES: set[SuppressionOutReason] = {
    "bounced",
    "complained",
    "manual",
    "unsubscribed",
}


def check_suppression_out_reason(value: str) -> SuppressionOutReason:
    if value in SUPPRESSION_OUT_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SUPPRESSION_OUT_REASON_VALUES!r}")
