from typing import Literal

WouldFollowOutResult = Literal["notified", "skipped"]

WOULD_FOLLOW_OUT_RESULT_VALUES: set[WouldFollowOutResult] = {
    "notified",
    "skipped",
}


def check_would_follow_out_result(value: str) -> WouldFollowOutResult:
    if value in WOULD_FOLLOW_OUT_RESULT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WOULD_FOLLOW_OUT_RESULT_VALUES!r}")
