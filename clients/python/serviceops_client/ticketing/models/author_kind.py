from typing import Literal

AuthorKind = Literal["agent", "bot", "customer", "system"]

AUTHOR_KIND_VALUES: set[AuthorKind] = {
    "agent",
    "bot",
    "customer",
    "system",
}


def check_author_kind(value: str) -> AuthorKind:
    if value in AUTHOR_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AUTHOR_KIND_VALUES!r}")
