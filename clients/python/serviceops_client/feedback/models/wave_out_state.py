from typing import Literal

WaveOutState = Literal["cancelled", "done", "paused", "planned", "running"]

WAVE_OUT_STATE_VALUES: set[WaveOutState] = {
    "cancelled",
    "done",
    "paused",
    "planned",
    "running",
}


def check_wave_out_state(value: str) -> WaveOutState:
    if value in WAVE_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WAVE_OUT_STATE_VALUES!r}")
