from typing import Literal

TicketOutSolvedByType0 = Literal["agent", "bot", "system"]

TICKET_OUT_SOLVED_BY_TYPE_0_VALUES: set[TicketOutSolvedByType0] = {
    "agent",
    "bot",
    "system",
}


def check_ticket_out_solved_by_type_0(value: str) -> TicketOutSolvedByType0:
    if value in TICKET_OUT_SOLVED_BY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_OUT_SOLVED_BY_TYPE_0_VALUES!r}")
