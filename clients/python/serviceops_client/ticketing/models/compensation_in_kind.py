from typing import Literal

CompensationInKind = Literal["apology", "credit", "discount", "gift", "other", "refund"]

COMPENSATION_IN_KIND_VALUES: set[CompensationInKind] = {
    "apology",
    "credit",
    "discount",
    "gift",
    "other",
    "refund",
}


def check_compensation_in_kind(value: str) -> CompensationInKind:
    if value in COMPENSATION_IN_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPENSATION_IN_KIND_VALUES!r}")
