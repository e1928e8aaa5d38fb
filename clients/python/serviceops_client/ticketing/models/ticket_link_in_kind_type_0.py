from typing import Literal

TicketLinkInKindType0 = Literal["blocks", "caused_by", "duplicates", "follow_up_of", "relates_to", "split_from"]

TICKET_LINK_IN_KIND_TYPE_0_VALUES: set[TicketLinkInKindType0] = {
    "blocks",
    "caused_by",
    "duplicates",
    "follow_up_of",
    "relates_to",
    "split_from",
}


def check_ticket_link_in_kind_type_0(value: str) -> TicketLinkInKindType0:
    if value in TICKET_LINK_IN_KIND_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_LINK_IN_KIND_TYPE_0_VALUES!r}")
