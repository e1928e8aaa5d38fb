from typing import Literal

SimulatedEscalationOwnerSourceType0 = Literal["backup", "csm", "group"]

SIMULATED_ESCALATION_OWNER_SOURCE_TYPE_0_VALUES: set[SimulatedEscalationOwnerSourceType0] = {
    "backup",
    "csm",
    "group",
}


def check_simulated_escalation_owner_source_type_0(value: str) -> SimulatedEscalationOwnerSourceType0:
    if value in SIMULATED_ESCALATION_OWNER_SOURCE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SIMULATED_ESCALATION_OWNER_SOURCE_TYPE_0_VALUES!r}")
