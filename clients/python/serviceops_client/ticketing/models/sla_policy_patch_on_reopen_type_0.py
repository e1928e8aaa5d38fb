from typing import Literal

SlaPolicyPatchOnReopenType0 = Literal["new_cycle", "resume"]

SLA_POLICY_PATCH_ON_REOPEN_TYPE_0_VALUES: set[SlaPolicyPatchOnReopenType0] = {
    "new_cycle",
    "resume",
}


def check_sla_policy_patch_on_reopen_type_0(value: str) -> SlaPolicyPatchOnReopenType0:
    if value in SLA_POLICY_PATCH_ON_REOPEN_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_POLICY_PATCH_ON_REOPEN_TYPE_0_VALUES!r}")
