from typing import Literal

TraceState = Literal["broken", "complete", "open"]

TRACE_STATE_VALUES: set[TraceState] = {
    "broken",
    "complete",
    "open",
}


def check_trace_state(value: str) -> TraceState:
    if value in TRACE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRACE_STATE_VALUES!r}")
