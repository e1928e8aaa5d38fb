from typing import Literal

TicketOutChannel = Literal["api", "chat", "email", "in_person", "phone", "social", "survey", "web"]

TICKET_OUT_CHANNEL_VALUES: set[TicketOutChannel] = {
    "api",
    "chat",
    "email",
    "in_person",
    "phone",
    "social",
    "survey",
    "web",
}


def check_ticket_out_channel(value: str) -> TicketOutChannel:
    if value in TICKET_OUT_CHANNEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_OUT_CHANNEL_VALUES!r}")
