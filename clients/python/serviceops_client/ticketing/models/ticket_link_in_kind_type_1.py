from typing import Literal

TicketLinkInKindType1 = Literal["blocked_by", "causes", "duplicated_by", "followed_up_by", "split_into"]

TICKET_LINK_IN_KIND_TYPE_1_VALUES: set[TicketLinkInKindType1] = {
    "blocked_by",
    "causes",
    "duplicated_by",
    "followed_up_by",
    "split_into",
}


def check_ticket_link_in_kind_type_1(value: str) -> TicketLinkInKindType1:
    if value in TICKET_LINK_IN_KIND_TYPE_1_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_LINK_IN_KIND_TYPE_1_VALUES!r}")
