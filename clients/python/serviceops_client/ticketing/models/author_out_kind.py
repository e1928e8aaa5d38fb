from typing import Literal

AuthorOutKind = Literal["agent", "bot", "customer", "system"]

AUTHOR_OUT_KIND_VALUES: set[AuthorOutKind] = {
    "agent",
    "bot",
    "customer",
    "system",
}


def check_author_out_kind(value: str) -> AuthorOutKind:
    if value in AUTHOR_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AUTHOR_OUT_KIND_VALUES!r}")
