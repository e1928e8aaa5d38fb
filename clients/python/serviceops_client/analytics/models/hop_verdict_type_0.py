from typing import Literal

HopVerdictType0 = Literal["duplicate", "failed", "late", "met", "missing", "open", "skipped", "waived", "wrong_target"]

HOP_VERDICT_TYPE_0_VALUES: set[HopVerdictType0] = {
    "duplicate",
    "failed",
    "late",
    "met",
    "missing",
    "open",
    "skipped",
    "waived",
    "wrong_target",
}


def check_hop_verdict_type_0(value: str) -> HopVerdictType0:
    if value in HOP_VERDICT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HOP_VERDICT_TYPE_0_VALUES!r}")
