from typing import Literal

InboundOutThreadedByType0 = Literal["in_reply_to", "number", "sender"]

INBOUND_OUT_THREADED_BY_TYPE_0_VALUES: set[InboundOutThreadedByType0] = {
    "in_reply_to",
    "number",
    "sender",
}


def check_inbound_out_threaded_by_type_0(value: str) -> InboundOutThreadedByType0:
    if value in INBOUND_OUT_THREADED_BY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INBOUND_OUT_THREADED_BY_TYPE_0_VALUES!r}")
