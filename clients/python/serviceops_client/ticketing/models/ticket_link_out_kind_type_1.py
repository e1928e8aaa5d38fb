from typing import Literal

TicketLinkOutKindType1 = Literal["blocked_by", "causes", "duplicated_by", "followed_up_by", "split_into"]

TICKET_LINK_OUT_KIND_TYPE_1_VALUES: set[TicketLinkOutKindType1] = {
    "blocked_by",
    "causes",
    "duplicated_by",
    "followed_up_by",
    "split_into",
}


def check_ticket_link_out_kind_type_1(value: str) -> TicketLinkOutKindType1:
    if value in TICKET_LINK_OUT_KIND_TYPE_1_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_LINK_OUT_KIND_TYPE_1_VALUES!r}")
