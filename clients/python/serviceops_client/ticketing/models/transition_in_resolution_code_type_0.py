from typing import Literal

TransitionInResolutionCodeType0 = Literal[
    "answered", "declined", "duplicate", "fixed", "no_response", "spam", "workaround"
]

TRANSITION_IN_RESOLUTION_CODE_TYPE_0_VALUES: set[TransitionInResolutionCodeType0] = {
    "answered",
    "declined",
    "duplicate",
    "fixed",
    "no_response",
    "spam",
    "workaround",
}


def check_transition_in_resolution_code_type_0(value: str) -> TransitionInResolutionCodeType0:
    if value in TRANSITION_IN_RESOLUTION_CODE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRANSITION_IN_RESOLUTION_CODE_TYPE_0_VALUES!r}")
