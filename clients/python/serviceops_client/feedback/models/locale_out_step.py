from typing import Literal

LocaleOutStep = Literal["exact", "fallback", "language", "script"]

LOCALE_OUT_STEP_VALUES: set[LocaleOutStep] = {
    "exact",
    "fallback",
    "language",
    "script",
}


def check_locale_out_step(value: str) -> LocaleOutStep:
    if value in LOCALE_OUT_STEP_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOCALE_OUT_STEP_VALUES!r}")
