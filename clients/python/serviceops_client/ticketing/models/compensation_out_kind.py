from typing import Literal

CompensationOutKind = Literal["apology", "credit", "discount", "gift", "other", "refund"]

COMPENSATION_OUT_KIND_VALUES: set[CompensationOutKind] = {
    "apology",
    "credit",
    "discount",
    "gift",
    "other",
    "refund",
}


def check_compensation_out_kind(value: str) -> CompensationOutKind:
    if value in COMPENSATION_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPENSATION_OUT_KIND_VALUES!r}")
