from typing import Literal

SlaPolicyChangeOnReopenType0 = Literal["new_cycle", "resume"]

SLA_POLICY_CHANGE_ON_REOPEN_TYPE_0_VALUES: set[SlaPolicyChangeOnReopenType0] = {
    "new_cycle",
    "resume",
}


def check_sla_policy_change_on_reopen_type_0(value: str) -> SlaPolicyChangeOnReopenType0:
    if value in SLA_POLICY_CHANGE_ON_REOPEN_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_POLICY_CHANGE_ON_REOPEN_TYPE_0_VALUES!r}")
