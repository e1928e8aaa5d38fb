from typing import Literal

SimulatedEscalationReasonType0 = Literal["employee", "not_negative"]

SIMULATED_ESCALATION_REASON_TYPE_0_VALUES: set[SimulatedEscalationReasonType0] = {
    "employee",
    "not_negative",
}


def check_simulated_escalation_reason_type_0(value: str) -> SimulatedEscalationReasonType0:
    if value in SIMULATED_ESCALATION_REASON_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SIMULATED_ESCALATION_REASON_TYPE_0_VALUES!r}")
