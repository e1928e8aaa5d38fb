from typing import Literal

ValuesOutUnit = Literal["count", "points", "score", "seconds", "share"]

VALUES_OUT_UNIT_VALUES: set[ValuesOutUnit] = {
    "count",
    "points",
    "score",
    "seconds",
    "share",
}


def check_values_out_unit(value: str) -> ValuesOutUnit:
    if value in VALUES_OUT_UNIT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VALUES_OUT_UNIT_VALUES!r}")
