from typing import Literal

SimulatedEscalationPriorityType0 = Literal["high", "low", "normal", "urgent"]

SIMULATED_ESCALATION_PRIORITY_TYPE_0_VALUES: set[SimulatedEscalationPriorityType0] = {
    "high",
    "low",
    "normal",
    "urgent",
}


def check_simulated_escalation_priority_type_0(value: str) -> SimulatedEscalationPriorityType0:
    if value in SIMULATED_ESCALATION_PRIORITY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SIMULATED_ESCALATION_PRIORITY_TYPE_0_VALUES!r}")
