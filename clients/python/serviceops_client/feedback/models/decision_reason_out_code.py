from typing import Literal

DecisionReasonOutCode = Literal[
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

DECISION_REASON_OUT_CODE_VALUES: set[DecisionReasonOutCode] = {
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


def check_decision_reason_out_code(value: str) -> DecisionReasonOutCode:
    if value in DECISION_REASON_OUT_CODE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DECISION_REASON_OUT_CODE_VALUES!r}")
