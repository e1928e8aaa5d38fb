from typing import Literal

TicketViewOutAudience = Literal["everyone", "group", "me"]

TICKET_VIEW_OUT_AUDIENCE_VALUES: set[TicketViewOutAudience] = {
    "everyone",
    "group",
    "me",
}


def check_ticket_view_out_audience(value: str) -> TicketViewOutAudience:
    if value in TICKET_VIEW_OUT_AUDIENCE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_VIEW_OUT_AUDIENCE_VALUES!r}")
