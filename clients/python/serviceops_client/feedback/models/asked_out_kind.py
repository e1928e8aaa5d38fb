from typing import Literal

AskedOutKind = Literal["choice", "matrix", "score", "text"]

ASKED_OUT_KIND_VALUES: set[AskedOutKind] = {
    "choice",
    "matrix",
    "score",
    "text",
}


def check_asked_out_kind(value: str) -> AskedOutKind:
    if value in ASKED_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ASKED_OUT_KIND_VALUES!r}")
