from typing import Literal

TicketLinkOutKindType0 = Literal["blocks", "caused_by", "duplicates", "follow_up_of", "relates_to", "split_from"]

TICKET_LINK_OUT_KIND_TYPE_0_VALUES: set[TicketLinkOutKindType0] = {
    "blocks",
    "caused_by",
    "duplicates",
    "follow_up_of",
    "relates_to",
    "split_from",
}


def check_ticket_link_out_kind_type_0(value: str) -> TicketLinkOutKindType0:
    if value in TICKET_LINK_OUT_KIND_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TICKET_LINK_OUT_KIND_TYPE_0_VALUES!r}")
