from typing import Literal

RecipientOutKind = Literal["address", "contact", "staff"]

RECIPIENT_OUT_KIND_VALUES: set[RecipientOutKind] = {
    "address",
    "contact",
    "staff",
}


def check_recipient_out_kind(value: str) -> RecipientOutKind:
    if value in RECIPIENT_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RECIPIENT_OUT_KIND_VALUES!r}")
