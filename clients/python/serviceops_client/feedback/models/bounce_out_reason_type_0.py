from typing import Literal

BounceOutReasonType0 = Literal["no_report", "not_ours", "other_recipient"]

BOUNCE_OUT_REASON_TYPE_0_VALUES: set[BounceOutReasonType0] = {
    "no_report",
    "not_ours",
    "other_recipient",
}


def check_bounce_out_reason_type_0(value: str) -> BounceOutReasonType0:
    if value in BOUNCE_OUT_REASON_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BOUNCE_OUT_REASON_TYPE_0_VALUES!r}")
