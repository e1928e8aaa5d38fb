from typing import Literal

ListDecisionsReasonType0 = Literal[
    "account_cap",
    "auto_closed",
    "cadence",
    "escalation_ticket",
    "merged",
    "no_channel",
    "no_contact",
    "no_program",
    "open_complaint",
    "open_escalation",
    "open_recovery",
    "opted_out",
    "outside_window",
    "quarantine",
    "role",
    "sampled_out",
    "spam",
    "story_exhausted",
    "suppressed",
    "tenure",
]

LIST_DECISIONS_REASON_TYPE_0_VALUES: set[ListDecisionsReasonType0] = {
    "account_cap",
    "auto_closed",
    "cadence",
    "escalation_ticket",
    "merged",
    "no_channel",
    "no_contact",
    "no_program",
    "open_complaint",
    "open_escalation",
    "open_recovery",
    "opted_out",
    "outside_window",
    "quarantine",
    "role",
    "sampled_out",
    "spam",
    "story_exhausted",
    "suppressed",
    "tenure",
}


def check_list_decisions_reason_type_0(value: str) -> ListDecisionsReasonType0:
    if value in LIST_DECISIONS_REASON_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_DECISIONS_REASON_TYPE_0_VALUES!r}")
