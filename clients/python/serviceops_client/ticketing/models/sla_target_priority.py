from typing import Literal

SlaTargetPriority = Literal["high", "low", "normal", "urgent"]

SLA_TARGET_PRIORITY_VALUES: set[SlaTargetPriority] = {
    "high",
    "low",
    "normal",
    "urgent",
}


def check_sla_target_priority(value: str) -> SlaTargetPriority:
    if value in SLA_TARGET_PRIORITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_TARGET_PRIORITY_VALUES!r}")
