from typing import Literal

SlaPolicyOutOnReopen = Literal["new_cycle", "resume"]

SLA_POLICY_OUT_ON_REOPEN_VALUES: set[SlaPolicyOutOnReopen] = {
    "new_cycle",
    "resume",
}


def check_sla_policy_out_on_reopen(value: str) -> SlaPolicyOutOnReopen:
    if value in SLA_POLICY_OUT_ON_REOPEN_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_POLICY_OUT_ON_REOPEN_VALUES!r}")
