from typing import Literal

TicketViewInAudience = Literal["everyone", "group", "me"]

TICKET_VIEW_IN_AUDIENCE_VALUES: set[TicketViewInAudience] = {
    "everyone",
    "group",
    "me",
}


def check_ticket_view_in_audience(value: str) -> TicketViewInAudience:
    if value in TICKET_VIEW_IN_AUDIENCE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_VIEW_IN_AUDIENCE_VALUES!r}")
