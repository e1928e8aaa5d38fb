from typing import Literal

TicketInChannel = Literal["api", "chat", "email", "in_person", "phone", "social", "survey", "web"]

TICKET_IN_CHANNEL_VALUES: set[TicketInChannel] = {
    "api",
    "chat",
    "email",
    "in_person",
    "phone",
    "social",
    "survey",
    "web",
}


def check_ticket_in_channel(value: str) -> TicketInChannel:
    if value in TICKET_IN_CHANNEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_IN_CHANNEL_VALUES!r}")
