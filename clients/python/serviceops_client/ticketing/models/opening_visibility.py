from typing import Literal

OpeningVisibility = Literal["internal", "public"]

OPENING_VISIBILITY_VALUES: set[OpeningVisibility] = {
    "internal",
    "public",
}


def check_opening_visibility(value: str) -> OpeningVisibility:
    if value in OPENING_VISIBILITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OPENING_VISIBILITY_VALUES!r}")
