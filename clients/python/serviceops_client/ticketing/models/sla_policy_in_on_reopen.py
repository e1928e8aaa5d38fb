from typing import Literal

SlaPolicyInOnReopen = Literal["new_cycle", "resume"]

SLA_POLICY_IN_ON_REOPEN_VALUES: set[SlaPolicyInOnReopen] = {
    "new_cycle",
    "resume",
}


def check_sla_policy_in_on_reopen(value: str) -> SlaPolicyInOnReopen:
    if value in SLA_POLICY_IN_ON_REOPEN_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_POLICY_IN_ON_REOPEN_VALUES!r}")
