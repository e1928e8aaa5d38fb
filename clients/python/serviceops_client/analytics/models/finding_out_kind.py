from typing import Literal

FindingOutKind = Literal["duplicate", "failed", "missing", "offset_gap", "recompute_differs", "silent", "wrong_target"]

FINDING_OUT_KIND_VALUES: set[FindingOutKind] = {
    "duplicate",
    "failed",
    "missing",
    "offset_gap",
    "recompute_differs",
    "silent",
    "wrong_target",
}


def check_finding_out_kind(value: str) -> FindingOutKind:
    if value in FINDING_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FINDING_OUT_KIND_VALUES!r}")
