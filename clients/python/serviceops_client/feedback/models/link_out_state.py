from typing import Literal

LinkOutState = Literal[
    "bounced",
    "cancelled",
    "completed",
    "delivered",
    "expired",
    "opened",
    "partial",
    "planned",
    "queued",
    "sent",
    "started",
]

LINK_OUT_STATE_VALUES: set[LinkOutState] = {
    "bounced",
    "cancelled",
    "completed",
    "delivered",
    "expired",
    "opened",
    "partial",
    "planned",
    "queued",
    "sent",
    "started",
}


def check_link_out_state(value: str) -> LinkOutState:
    if value in LINK_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LINK_OUT_STATE_VALUES!r}")
