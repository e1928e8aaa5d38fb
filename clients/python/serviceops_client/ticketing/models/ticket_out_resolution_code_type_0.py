from typing import Literal

TicketOutResolutionCodeType0 = Literal[
    "answered", "declined", "duplicate", "fixed", "no_response", "spam", "workaround"
]

TICKET_OUT_RESOLUTION_CODE_TYPE_0_VALUES: set[TicketOutResolutionCodeType0] = {
    "answered",
    "declined",
    "duplicate",
    "fixed",
    "no_response",
    "spam",
    "workaround",
}


def check_ticket_out_resolution_code_type_0(value: str) -> TicketOutResolutionCodeType0:
    if value in TICKET_OUT_RESOLUTION_CODE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_OUT_RESOLUTION_CODE_TYPE_0_VALUES!r}")
